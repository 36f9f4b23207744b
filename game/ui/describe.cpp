#include "ui/describe.h"

#include <utility>

namespace entente::ui {

namespace {

std::string quoted(const std::string& words) {
  std::string out = "\"";
  for (const char c : words) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out + '"';
}

std::string states(const State& state) {
  std::string out;
  for (const auto& [set, word] :
       {std::pair(state.selected, "selected"), std::pair(state.checked, "checked"),
        std::pair(state.disabled, "disabled"), std::pair(state.expanded, "expanded"),
        std::pair(state.busy, "busy"), std::pair(state.invalid, "invalid"),
        std::pair(state.current, "current")})
    if (set) out += std::string(" ") + word;
  return out;
}

std::string line(const Node& node) {
  std::string out = name(node.role);
  if (!node.id.empty()) out += " #" + node.id;
  std::string label = node.label;
  if (label.empty() && node.paragraph) label = plain_text(node);
  if (!label.empty()) out += " " + quoted(label);
  if (!node.value.empty()) out += " =" + quoted(node.value);
  return out + states(node.state);
}

std::string where(const draw::Rect& rect) {
  const auto whole = [](float value) { return std::to_string(static_cast<long>(value)); };
  return " [" + whole(rect.x) + " " + whole(rect.y) + " " + whole(rect.width) + " " +
         whole(rect.height) + "]";
}

void describe(const Node& node, int depth, std::string& out) {
  const bool shown = node.role != Role::none;
  if (shown) out += std::string(static_cast<std::size_t>(depth) * 2, ' ') + line(node) + "\n";
  for (const Node& child : node.children) describe(child, depth + (shown ? 1 : 0), out);
}

} // namespace

std::string describe(const Node& root) {
  std::string out;
  describe(root, 0, out);
  return out;
}

std::string describe(const Frame& frame, const std::string& focused) {
  std::string out;
  std::vector<int> depths; // shown ancestors of each item, itself not counted
  for (const Placed& item : frame.items) {
    int depth = 0;
    if (item.parent >= 0) {
      const auto parent = static_cast<std::size_t>(item.parent);
      depth = depths[parent] + (frame.items[parent].node->role != Role::none ? 1 : 0);
    }
    depths.push_back(depth);
    if (item.node->role == Role::none) continue;
    out +=
        std::string(static_cast<std::size_t>(depth) * 2, ' ') + line(*item.node) + where(item.rect);
    if (item.clip.empty()) out += " hidden";
    if (!focused.empty() && item.node->id == focused) out += " *focused";
    out += "\n";
  }
  return out;
}

} // namespace entente::ui
