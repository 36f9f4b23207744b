// What the tree of every scene says to those who cannot see it: roles, labels, states; and what
// each scene must hold.

#include "app/scenes.h"
#include "text/fixed_typesetter.h"
#include "ui/describe.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>

using namespace entente;

namespace {

void check_node(const ui::Node& node, std::set<std::string>& ids) {
  CAPTURE(node.id);
  CAPTURE(ui::name(node.role));
  const bool acts = node.action >= 0 || node.field.has_value();
  if (acts) {
    CHECK_MESSAGE(node.role != ui::Role::none, "what can be focused has a role");
    CHECK_MESSAGE(!node.label.empty(), "what can be focused has a label");
    CHECK_MESSAGE(!node.id.empty(), "what can be focused has an id");
  }
  if (!node.id.empty()) CHECK_MESSAGE(ids.insert(node.id).second, "ids are unique");
  if (node.role == ui::Role::meter || node.role == ui::Role::slider ||
      node.role == ui::Role::switch_ || node.role == ui::Role::toggle)
    CHECK_MESSAGE((!node.label.empty() && (!node.value.empty() || node.role == ui::Role::meter)),
                  "what measures says of what, and how much");
  if (node.role == ui::Role::chart || node.role == ui::Role::dialog || node.role == ui::Role::list)
    CHECK_MESSAGE(!node.label.empty(), "charts, dialogs and lists are named");
  for (const auto& child : node.children) check_node(child, ids);
}

// Without ids and places: `button "Start drill" disabled`.
std::string bare(const std::string& tree) {
  return std::regex_replace(tree, std::regex(R"( #[^ ]+)"), "");
}

} // namespace

TEST_CASE("every scene names what can be pressed, typed in or measured, each under its own id") {
  text::FixedTypesetter typesetter;
  for (const auto& scene : tests::scenes()) {
    CAPTURE(scene.name);
    tests::Stage stage(typesetter, scene.past);
    scene.go(stage);
    const ui::Node& root = stage.program.runtime().root();
    std::set<std::string> ids;
    check_node(root, ids);
    const std::string tree = ui::describe(root);
    CHECK_MESSAGE(tree.find("[") == std::string::npos, "a word is missing: ", tree);
    for (const auto& line : scene.holds)
      CHECK_MESSAGE(bare(tree).find(line) != std::string::npos, line, "\n", bare(tree));
  }
}

TEST_CASE("every page has a heading, and a dialog's title is one too") {
  text::FixedTypesetter typesetter;
  for (const auto& scene : tests::scenes()) {
    CAPTURE(scene.name);
    tests::Stage stage(typesetter, scene.past);
    scene.go(stage);
    CHECK(ui::describe(stage.program.runtime().root()).find("heading \"") != std::string::npos);
  }
}
