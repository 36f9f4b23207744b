#include "ui/runtime.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

constexpr Ms blink_ms = 530;
constexpr Ms frame_ms = 16;

} // namespace

void Runtime::resize(float width, float height) {
  if (width == width_ && height == height_) return;
  width_ = std::max(1.F, width);
  height_ = std::max(1.F, height);
  laid_out_ = false;
  touch();
}

void Runtime::set_scale(float scale) {
  scale_ = std::clamp(scale, 0.25F, 8.F);
  laid_out_ = false;
  touch();
}

void Runtime::set_reduced_motion(bool reduced) {
  animations_.set_duration(reduced ? 0 : motion_ms);
}

void Runtime::show(Node root, Ms now) {
  root_ = std::move(root);
  laid_out_ = false;
  std::set<std::string> seen;
  sync_fields(root_, seen);
  std::erase_if(edits_, [&](const auto& edit) { return !seen.contains(edit.first); });
  animations_.aim(root_, now);
  lay_out_now();
  reveal_rows();
  settle_focus();
  caret_since_ = now;
  touch();
}

// The model's text wins where it differs from what was typed: it was cleared or corrected.
void Runtime::sync_fields(const Node& node, std::set<std::string>& seen) {
  if (node.field && !node.id.empty()) {
    seen.insert(node.id);
    const auto known = edits_.find(node.id);
    if (known == edits_.end())
      edits_.emplace(node.id, TextEdit(node.field->text, node.field->language));
    else if (known->second.text() != node.field->text)
      known->second = TextEdit(node.field->text, node.field->language);
  }
  for (const Node& child : node.children) sync_fields(child, seen);
}

void Runtime::lay_out_now() {
  if (laid_out_) return;
  const auto scrolled = [this](const std::string& id) {
    const auto known = scroll_.find(id);
    return known == scroll_.end() ? 0 : known->second * scale_;
  };
  frame_ = lay_out({root_, width_, height_, scale_, typesetter_, scrolled});
  laid_out_ = true;
}

const Frame& Runtime::frame() {
  lay_out_now();
  return frame_;
}

Outcome Runtime::handle(const InputEvent& event, Ms now) {
  lay_out_now();
  Outcome out;
  std::visit(
      [&](const auto& what) {
        using What = std::decay_t<decltype(what)>;
        if constexpr (std::is_same_v<What, KeyDown>) key_down(what, out);
        if constexpr (std::is_same_v<What, KeyUp>) {
          held_.erase(what.code);
          swallow_text_ = false;
        }
        if constexpr (std::is_same_v<What, TextInput>) typed(what, out);
        if constexpr (std::is_same_v<What, Paste>) pasted(what.text, out);
        if constexpr (std::is_same_v<What, PointerMove>) pointer_move(what.at, out);
        if constexpr (std::is_same_v<What, PointerDown>) pointer_down(what, now, out);
        if constexpr (std::is_same_v<What, PointerUp>) pointer_up(what, out);
        if constexpr (std::is_same_v<What, PointerLeave>) pointer_move({-1, -1}, out);
        if constexpr (std::is_same_v<What, Wheel>) wheel(what);
        if constexpr (std::is_same_v<What, Resize>) resize(what.width, what.height);
        if constexpr (std::is_same_v<What, CloseRequest>) out.close = true;
        if constexpr (std::is_same_v<What, FocusChange>) {
          window_focused_ = what.focused;
          held_.clear(); // their releases go elsewhere
          touch();
        }
      },
      event);
  if (std::holds_alternative<KeyDown>(event) || std::holds_alternative<TextInput>(event))
    show_caret(now);
  return out;
}

void Runtime::show_caret(Ms now) { caret_since_ = now; }

Interaction Runtime::interaction(Ms now) const {
  Interaction shown;
  shown.focused = window_focused_ ? focused_ : "";
  shown.hovered = hovered_;
  shown.pressed = pressed_;
  shown.ring = ring_;
  shown.caret = ((now - caret_since_) / blink_ms) % 2 == 0;
  shown.edit = [this](const std::string& id) {
    const auto known = edits_.find(id);
    return known == edits_.end() ? nullptr : &known->second;
  };
  shown.motion = [this, now](const Node& node) { return animations_.at(node, now); };
  return shown;
}

bool Runtime::take_dirty(Ms now) {
  const Ms caret = focused_field() != nullptr ? (now - caret_since_) / blink_ms : -1;
  const bool dirty = dirty_ || caret != painted_caret_ || animations_.running(now);
  painted_caret_ = caret;
  // One more frame after the last step of a motion, so that it ends where it belongs.
  dirty_ = animations_.running(now);
  return dirty;
}

std::optional<Ms> Runtime::next_deadline(Ms now) const {
  if (dirty_ || animations_.running(now)) return now + frame_ms;
  if (focused_field() == nullptr || !window_focused_) return std::nullopt;
  return caret_since_ + ((now - caret_since_) / blink_ms + 1) * blink_ms;
}

void Runtime::finish_motion() { animations_.finish(); }

void Runtime::activate(const Node& node, Outcome& out) {
  if (node.state.disabled || node.action < 0) return;
  const bool toggles = node.role == Role::switch_;
  out.activations.push_back({node.action, "", toggles && !node.state.checked ? 1.0 : 0.0});
}

void Runtime::set_number(const Node& node, double value, Outcome& out) {
  const Range& range = *node.range;
  const double step = range.step > 0 ? range.step : (range.high - range.low) / 100;
  const double steps = std::round((value - range.low) / step);
  const double held = std::clamp(range.low + steps * step, range.low, range.high);
  if (std::abs(held - range.value) > step / 1000)
    out.activations.push_back({node.action, "", held});
}

// The new text goes into the shown tree too, so that the next view agrees with it.
void Runtime::edited(const Node& node, Outcome& out) {
  const TextEdit* edit = edit_of(node.id);
  if (edit == nullptr) return;
  laid_out_ = false;
  touch();
  if (node.action >= 0) out.activations.push_back({node.action, edit->text(), 0});
}

TextEdit* Runtime::edit_of(const std::string& id) {
  const auto known = edits_.find(id);
  return known == edits_.end() ? nullptr : &known->second;
}

const Placed* Runtime::focused_field() const {
  const Placed* item = placed(focused_);
  const bool editable = item != nullptr && item->node->field && !item->node->field->read_only;
  return editable && !item->node->state.disabled ? item : nullptr;
}

} // namespace entente::ui
