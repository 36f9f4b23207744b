#include "ui/runtime.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

const Node* wants_focus(const Node& node) {
  if (node.autofocus && focusable(node)) return &node;
  for (const Node& child : node.children)
    if (const Node* found = wants_focus(child)) return found;
  return nullptr;
}

} // namespace

int Runtime::modal() const {
  for (auto i = frame_.items.size(); i-- > 0;)
    if (frame_.items[i].node->modal) return static_cast<int>(i);
  return 0;
}

std::vector<int> Runtime::stops() const {
  std::vector<int> found;
  const int first = modal();
  for (int i = first; i < frame_.items[static_cast<std::size_t>(first)].end; ++i) {
    const Node& node = *frame_.items[static_cast<std::size_t>(i)].node;
    if (focusable(node) && !node.id.empty()) found.push_back(i);
  }
  return found;
}

void Runtime::focus(const std::string& id, bool by_keyboard) {
  if (focused_ == id && ring_ == by_keyboard) return;
  focused_ = id;
  ring_ = by_keyboard;
  touch();
}

// After a new tree: where the view wants the focus, else where it was, else where a closed dialog
// was opened from, else nowhere.
void Runtime::settle_focus() {
  const int top = modal();
  const Node& inside = *frame_.items[static_cast<std::size_t>(top)].node;
  const Node* wanted = wants_focus(inside);
  const std::string wanted_id = wanted != nullptr ? wanted->id : "";
  const bool news = !wanted_id.empty() && wanted_id != autofocused_;
  autofocused_ = wanted_id;
  const std::vector<int> all = stops();
  const auto there = [&](const std::string& id) {
    return std::any_of(all.begin(), all.end(), [&](int i) {
      return frame_.items[static_cast<std::size_t>(i)].node->id == id;
    });
  };
  const bool kept = !focused_.empty() && there(focused_);
  if (kept && !news) return;
  if (!kept && !focused_.empty() && top > 0) before_modal_.push_back(focused_);
  if (!wanted_id.empty()) {
    focus(wanted_id, ring_);
    TextEdit* edit = edit_of(wanted_id);
    if (edit != nullptr && wanted->field && wanted->field->replace) edit->select_all();
    if (wanted->into_view) reveal(wanted_id);
    return;
  }
  while (top == 0 && !before_modal_.empty()) {
    const std::string back = before_modal_.back();
    before_modal_.pop_back();
    if (there(back)) return focus(back, ring_);
  }
  const bool first_of_dialog = top > 0 && !all.empty();
  focus(first_of_dialog ? frame_.items[static_cast<std::size_t>(all.front())].node->id : "", ring_);
}

const Placed* Runtime::choice_of(int item) const {
  const int up = item < 0 ? -1 : frame_.items[static_cast<std::size_t>(item)].parent;
  if (up < 0) return nullptr;
  const Placed& group = frame_.items[static_cast<std::size_t>(up)];
  return group.node->one_of ? &group : nullptr;
}

bool Runtime::passed_by_tab(int item) const {
  const Placed* group = choice_of(item);
  const Node& node = *frame_.items[static_cast<std::size_t>(item)].node;
  if (group == nullptr || node.state.checked || node.id == focused_) return false;
  return std::any_of(group->node->children.begin(), group->node->children.end(),
                     [](const Node& child) { return child.state.checked; });
}

void Runtime::step_focus(bool backwards) {
  std::vector<int> all = stops();
  std::erase_if(all, [this](int item) { return passed_by_tab(item); });
  if (all.empty()) return;
  const auto at = std::find(all.begin(), all.end(), frame_.index(focused_));
  auto next = at;
  if (at == all.end())
    next = backwards ? std::prev(all.end()) : all.begin();
  else if (backwards)
    next = at == all.begin() ? std::prev(all.end()) : std::prev(at);
  else
    next = std::next(at) == all.end() ? all.begin() : std::next(at);
  const std::string id = frame_.items[static_cast<std::size_t>(*next)].node->id;
  focus(id, true);
  reveal(id);
}

bool Runtime::step_among(int by) {
  const int here = frame_.index(focused_);
  const Placed* group = choice_of(here);
  if (group == nullptr) return false;
  std::vector<int> all = stops();
  std::erase_if(all, [&](int item) { return choice_of(item) != group; });
  const auto at = std::find(all.begin(), all.end(), here) - all.begin();
  const auto next = (at + by + std::ssize(all)) % std::ssize(all);
  const std::string id =
      frame_.items[static_cast<std::size_t>(all[static_cast<std::size_t>(next)])].node->id;
  focus(id, true);
  reveal(id);
  return true;
}

// Arrow keys: the nearest control that way, counting a step aside twice.
bool Runtime::step_towards(float dx, float dy) {
  const int here = frame_.index(focused_);
  if (here < 0) return false;
  if (step_among(dx + dy > 0 ? 1 : -1)) return true;
  const draw::Rect from = frame_.items[static_cast<std::size_t>(here)].rect;
  const Node* best = nullptr;
  float nearest = 0;
  for (const int i : stops()) {
    const Placed& item = frame_.items[static_cast<std::size_t>(i)];
    const draw::Point step = item.rect.centre() - from.centre();
    const float along = step.x * dx + step.y * dy;
    const float aside = std::abs(step.x * dy) + std::abs(step.y * dx);
    const bool beyond =
        dx != 0 ? (dx > 0 ? item.rect.x >= from.right() : item.rect.right() <= from.x)
                : (dy > 0 ? item.rect.y >= from.bottom() : item.rect.bottom() <= from.y);
    const float distance = along + 2 * aside;
    if (i == here || !beyond || (best != nullptr && distance >= nearest)) continue;
    best = item.node;
    nearest = distance;
  }
  if (best == nullptr) return false;
  const std::string id = best->id;
  focus(id, true);
  reveal(id);
  return true;
}

// Scrolls whatever holds the node until it shows, with some room around.
void Runtime::reveal(const std::string& id) {
  const int at = frame_.index(id);
  if (at < 0) return;
  draw::Rect rect = frame_.items[static_cast<std::size_t>(at)].rect;
  const float room = 12 * scale_;
  for (int up = frame_.items[static_cast<std::size_t>(at)].parent; up >= 0;
       up = frame_.items[static_cast<std::size_t>(up)].parent) {
    const Placed& area = frame_.items[static_cast<std::size_t>(up)];
    if (!area.node->layout.scroll) continue;
    float by = 0;
    if (rect.bottom() + room > area.rect.bottom()) by = rect.bottom() + room - area.rect.bottom();
    if (rect.y - room - by < area.rect.y) by = rect.y - room - area.rect.y;
    const float before = area.scroll;
    scroll_by(up, by);
    rect.y -= std::clamp(before + by, 0.F, area.scroll_limit()) - before;
  }
}

void Runtime::reveal_rows() {
  for (const Placed& item : frame_.items)
    if (item.node->reveal && item.node->id != revealed_) {
      revealed_ = item.node->id;
      reveal(revealed_);
      break;
    }
  lay_out_now();
  std::map<std::string, float> to;
  for (const Placed& item : frame_.items) {
    const Node& node = *item.node;
    if (!node.rows || node.id.empty() || node.rows->shown < 0) continue;
    int& before = shown_rows_.emplace(node.id, -1).first->second;
    if (before == node.rows->shown) continue;
    before = node.rows->shown;
    const float top = node.rows->height * static_cast<float>(before);
    const float bottom = top + node.rows->height - item.rect.height / scale_;
    const float now = item.scroll / scale_;
    if (const float wanted = std::max(0.F, std::clamp(now, std::min(bottom, top), top));
        wanted != now)
      to[node.id] = wanted;
  }
  for (const auto& [id, wanted] : to) scroll_[id] = wanted;
  if (to.empty()) return;
  laid_out_ = false;
  lay_out_now();
}

bool Runtime::scroll_by(int item, float pixels) {
  const Placed& area = frame_.items[static_cast<std::size_t>(item)];
  if (!area.node->layout.scroll || area.node->id.empty()) return false;
  const float to = std::clamp(area.scroll + pixels, 0.F, area.scroll_limit());
  if (std::abs(to - area.scroll) < 0.5F) return false;
  scroll_[area.node->id] = to / scale_;
  laid_out_ = false;
  touch();
  return true;
}

} // namespace entente::ui
