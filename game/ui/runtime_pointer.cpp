#include "ui/runtime.h"

#include "text/caret.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

constexpr Ms double_click_ms = 400;

bool contains(const draw::Rect& rect, draw::Point at) {
  return at.x >= rect.x && at.x < rect.right() && at.y >= rect.y && at.y < rect.bottom();
}

} // namespace

int Runtime::hit(draw::Point at) const {
  const auto first = static_cast<std::size_t>(modal());
  for (auto i = static_cast<std::size_t>(frame_.items[first].end); i-- > first;) {
    const Placed& item = frame_.items[i];
    if (contains(item.clip, at) && focusable(*item.node)) return static_cast<int>(i);
  }
  return -1;
}

void Runtime::pointer_move(draw::Point at, Outcome& out) {
  if (dragging_) return drag(at, out);
  const int found = hit(at);
  pass_over(found, out);
  follow(found, at, out);
  const std::string id = found < 0 ? "" : frame_.items[static_cast<std::size_t>(found)].node->id;
  if (id == hovered_) return;
  hovered_ = id;
  touch();
}

// One thing dragged over another of its group.
void Runtime::pass_over(int item, Outcome& out) {
  const Placed* held = placed(pressed_);
  if (held == nullptr || item < 0 || !held->node->drag) return;
  const Node& under = *frame_.items[static_cast<std::size_t>(item)].node;
  if (under.id == pressed_ || !under.drag || under.drag->group != held->node->drag->group) return;
  out.activations.push_back({under.drag->action, pressed_, 0});
}

// What is read by passing over it hears where the pointer is, and when it has gone.
void Runtime::follow(int item, draw::Point at, Outcome& out) {
  const Placed* now = item < 0 ? nullptr : &frame_.items[static_cast<std::size_t>(item)];
  if (now != nullptr && (!now->node->range || !now->node->range->follow)) now = nullptr;
  const Placed* before = placed(hovered_);
  if (before != nullptr && before != now && before->node->range && before->node->range->follow)
    out.activations.push_back({before->node->action, "", std::nan("")});
  if (now == nullptr) return;
  const Range& range = *now->node->range;
  const double number = range.follow((at.x - now->rect.x) / scale_, (at.y - now->rect.y) / scale_,
                                     now->rect.width / scale_, now->rect.height / scale_);
  set_number(*now->node, number, out);
}

void Runtime::pointer_down(const PointerDown& down, Ms now, Outcome& out) {
  if (down.button != PointerButton::primary) return;
  const bool again = now - last_click_ < double_click_ms &&
                     std::abs(down.at.x - last_click_at_.x) < 4 * scale_ &&
                     std::abs(down.at.y - last_click_at_.y) < 4 * scale_;
  clicks_ = again ? clicks_ + 1 : 1;
  last_click_ = now;
  last_click_at_ = down.at;
  const int found = hit(down.at);
  if (found < 0) {
    ring_ = false;
    return touch();
  }
  const Placed& item = frame_.items[static_cast<std::size_t>(found)];
  pressed_ = item.node->id;
  focus(item.node->id, false);
  if (item.node->field) click_in_field(item, down.at, down.mods.shift, now);
  const bool slides = item.node->range && !item.node->range->follow;
  dragging_ = item.node->field.has_value() || slides;
  if (slides) drag(down.at, out);
  touch();
}

void Runtime::click_in_field(const Placed& item, draw::Point at, bool extend, Ms now) {
  TextEdit* edit = edit_of(item.node->id);
  if (edit == nullptr) return;
  const FieldView view = field_view(item, edit, scale_, typesetter_);
  const text::Text& set = typesetter_.typeset(view.request);
  const std::size_t byte =
      view.placeholder ? 0 : text::hit_test(set, at.x - view.origin.x, at.y - view.origin.y);
  if (clicks_ >= 3)
    edit->select_all();
  else if (clicks_ == 2)
    edit->select_word(byte);
  else
    edit->place(byte, extend);
  show_caret(now);
}

void Runtime::drag(draw::Point at, Outcome& out) {
  const Placed* item = placed(pressed_);
  if (item == nullptr) return;
  if (TextEdit* edit = edit_of(pressed_); item->node->field && edit != nullptr) {
    const FieldView view = field_view(*item, edit, scale_, typesetter_);
    const text::Text& set = typesetter_.typeset(view.request);
    if (clicks_ == 1 && !view.placeholder)
      edit->place(text::hit_test(set, at.x - view.origin.x, at.y - view.origin.y), true);
    return touch();
  }
  if (!item->node->range) return;
  const Range& range = *item->node->range;
  if (!item->node->children.empty()) { // a stepper: minus at the left, plus at the right
    dragging_ = false;
    const bool more = at.x > item->rect.centre().x;
    return set_number(*item->node, range.value + (more ? range.step : -range.step), out);
  }
  const float knob = 10 * scale_;
  const float part = (at.x - item->rect.x - knob) / std::max(1.F, item->rect.width - 2 * knob);
  set_number(*item->node, range.low + static_cast<double>(part) * (range.high - range.low), out);
}

void Runtime::pointer_up(const PointerUp& up, Outcome& out) {
  if (up.button != PointerButton::primary) return;
  const std::string pressed = std::exchange(pressed_, "");
  const bool dragged = std::exchange(dragging_, false);
  touch();
  const int found = hit(up.at);
  if (pressed.empty() || found < 0 || dragged) return;
  const Node& node = *frame_.items[static_cast<std::size_t>(found)].node;
  if (node.id == pressed && !node.field && !node.range) activate(node, out);
}

void Runtime::wheel(const Wheel& turned) {
  const float by = turned.lines * 60 * scale_;
  for (auto i = frame_.items.size(); i-- > 0;) {
    const Placed& item = frame_.items[i];
    if (item.node->layout.scroll && contains(item.clip, turned.at) &&
        scroll_by(static_cast<int>(i), by))
      return;
  }
}

} // namespace entente::ui
