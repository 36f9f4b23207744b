// All by keyboard, all by mouse: whatever can be pressed on a scene is reached by Tab, of a choice
// of one by arrows from there, and shows then; and a click in its middle meets it.

#include "app/scenes.h"
#include "text/fixed_typesetter.h"

#include <doctest/doctest.h>

#include <set>

using namespace entente;

namespace {

const ui::Frame& frame_of(tests::Stage& stage) { return stage.program.frame(); }

// What can have the focus now: in the topmost dialog, else in the page.
std::set<std::string> stops(tests::Stage& stage) {
  const auto& items = frame_of(stage).items;
  std::size_t first = 0;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (items[i].node->modal) first = i;
  std::set<std::string> ids;
  for (std::size_t i = first; i < static_cast<std::size_t>(items[first].end); ++i)
    if (ui::focusable(*items[i].node)) ids.insert(items[i].node->id);
  return ids;
}

bool in_a_choice(tests::Stage& stage, const std::string& id) {
  const int at = frame_of(stage).index(id);
  if (at < 0) return false;
  const int up = frame_of(stage).items[static_cast<std::size_t>(at)].parent;
  return up >= 0 && frame_of(stage).items[static_cast<std::size_t>(up)].node->one_of;
}

// Round a choice of one by the arrow key, and back to where Tab came in.
void walk_by_arrows(tests::Stage& stage, std::set<std::string>& seen) {
  const std::string first = stage.program.runtime().focused();
  if (!in_a_choice(stage, first)) return;
  for (int i = 0; i < 100; ++i) {
    stage.press(ui::Key::right);
    const std::string id = stage.program.runtime().focused();
    if (id == first) return;
    const auto* placed = frame_of(stage).find(id);
    CAPTURE(id);
    CHECK(in_a_choice(stage, id));
    if (placed == nullptr || placed->clip.empty()) FAIL_CHECK("what has the focus cannot be seen");
    seen.insert(id);
  }
  FAIL_CHECK("arrows do not come back to ", first);
}

void walk_by_tab(tests::Stage& stage) {
  const auto wanted = stops(stage);
  std::set<std::string> seen;
  // Once round: a long list is longer than what of it is in the tree at first.
  std::string first;
  for (int i = 0; i < 1000; ++i) {
    stage.press(ui::Key::tab);
    const std::string id = stage.program.runtime().focused();
    if (i > 0 && id == first) break;
    if (i == 0) first = id;
    seen.insert(id);
    const auto* placed = frame_of(stage).find(id);
    CAPTURE(id);
    if (!wanted.empty() && (placed == nullptr || placed->clip.empty()))
      FAIL_CHECK("what has the focus cannot be seen");
    walk_by_arrows(stage, seen);
  }
  for (const auto& id : wanted) {
    CAPTURE(id);
    CHECK(seen.count(id) == 1);
  }
}

void point_at_all(tests::Stage& stage) {
  for (const auto& id : stops(stage)) {
    const auto* placed = frame_of(stage).find(id);
    CAPTURE(id);
    REQUIRE(placed != nullptr);
    if (placed->clip.empty()) continue; // scrolled away: the wheel brings it
    const draw::Point middle{placed->clip.x + placed->clip.width / 2,
                             placed->clip.y + placed->clip.height / 2};
    [[maybe_unused]] const auto moved = stage.program.handle(ui::PointerMove{middle});
    CHECK(stage.program.runtime().hovered() == id);
  }
}

template <class Walk> void on_every_scene(float width, float height, Walk walk) {
  text::FixedTypesetter typesetter;
  for (const auto& scene : tests::scenes()) {
    CAPTURE(scene.name);
    tests::Stage stage(typesetter, scene.past, width, height);
    scene.go(stage);
    walk(stage);
  }
}

} // namespace

TEST_CASE("Tab reaches everything that can be pressed, and shows it, in the smallest window too") {
  on_every_scene(1280, 800, walk_by_tab);
  on_every_scene(800, 560, walk_by_tab);
}

TEST_CASE("the mouse meets everything that can be pressed") {
  on_every_scene(1280, 800, point_at_all);
  on_every_scene(800, 560, point_at_all);
}

TEST_CASE("? or F1 opens the keys over every scene, and Escape gives the scene back as it was") {
  on_every_scene(1280, 800, [](tests::Stage& stage) {
    const std::string before = stage.program.describe();
    stage.press(ui::Key::f1);
    CHECK(stage.shows("Letters go by the key's place"));
    const bool was_keys = before.find("Letters go by the key's place") != std::string::npos;
    stage.press(ui::Key::escape);
    if (!was_keys) CHECK_FALSE(stage.shows("Letters go by the key's place"));
    const auto* page = std::get_if<screens::DrillPage>(&stage.model().page);
    if (page != nullptr) CHECK(before.find("#end-page") != std::string::npos);
  });
}
