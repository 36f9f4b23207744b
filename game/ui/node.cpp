#include "ui/node.h"

#include <array>

namespace entente::ui {

bool focusable(const Node& node) {
  if (node.state.disabled) return false;
  return node.action >= 0 || (node.field && !node.field->read_only);
}

const char* name(Role role) {
  static constexpr std::array names = {
      "none",       "screen",     "group",     "heading", "text",     "link",  "button",
      "text_field", "list",       "list_item", "option",  "progress", "meter", "dialog",
      "status",     "image",      "switch",    "slider",  "table",    "row",   "cell",
      "chart",      "navigation", "tab",       "key",     "toggle"};
  return names.at(static_cast<std::size_t>(role));
}

const Node* find(const Node& root, const std::string& id) {
  if (root.id == id) return &root;
  for (const Node& child : root.children)
    if (const Node* found = find(child, id)) return found;
  return nullptr;
}

namespace {

void gather(const Node& node, std::string& out) {
  if (node.role == Role::key) return; // a hint, not words
  if (node.paragraph) {
    if (!out.empty()) out += ' ';
    for (const Run& run : node.paragraph->runs) out += run.text;
  }
  for (const Node& child : node.children) gather(child, out);
}

} // namespace

std::string plain_text(const Node& node) {
  std::string out;
  gather(node, out);
  return out;
}

} // namespace entente::ui
