#include "support/shared.h"
#include "text/fixed_typesetter.h"
#include "ui/build.h"
#include "ui/gallery.h"
#include "ui/laws.h"
#include "ui/layout.h"

#include <rapidcheck.h>

using namespace entente;
using namespace entente::ui;

namespace {

Frame laid(const Node& root, float width, float height, float scale = 1) {
  static text::FixedTypesetter typesetter;
  return lay_out({root, width, height, scale, typesetter, {}});
}

draw::Rect rect_of(const Frame& frame, const char* id) {
  const Placed* placed = frame.find(id);
  REQUIRE(placed != nullptr);
  return placed->rect;
}

Build block(const char* id) { return column().id(id); }

void check_laws(Node (*make)(float)) {
  for (const auto& [width, height] : {std::pair(800.F, 560.F), std::pair(1280.F, 800.F),
                                      std::pair(1920.F, 1080.F), std::pair(3840.F, 2160.F)})
    for (const float scale : {0.75F, 1.F, 1.25F, 1.5F, 2.F, 3.F}) {
      CAPTURE(width);
      CAPTURE(scale);
      const Node root = make(width / scale);
      for (const std::string& broken : tests::broken_laws(laid(root, width, height, scale)))
        FAIL_CHECK(broken);
    }
}

} // namespace

TEST_CASE("a row shares what is left by flex") {
  const Node root = row(block("a").width(100), block("b").flex(), block("c").flex(3))
                        .gap(10)
                        .align(Place::stretch);
  const Frame frame = laid(root, 520, 50);
  CHECK(rect_of(frame, "a") == draw::Rect{0, 0, 100, 50});
  CHECK(rect_of(frame, "b") == draw::Rect{110, 0, 100, 50});
  CHECK(rect_of(frame, "c") == draw::Rect{220, 0, 300, 50});
}

TEST_CASE("a column gives each child its height and the rest to the flexible") {
  const Node root = column(block("a").height(20), spacer(), block("b").height(30));
  const Frame frame = laid(root, 100, 200);
  CHECK(rect_of(frame, "a") == draw::Rect{0, 0, 100, 20});
  CHECK(rect_of(frame, "b") == draw::Rect{0, 170, 100, 30});
}

TEST_CASE("text wraps to the width it gets and makes its parent higher") {
  // The fixed typesetter: half an em a letter, so ten letters of size 20 are 100 pixels.
  const Node root =
      column(say("one two three four").size(20).leading(1.5F).id("t")).align(Place::start);
  CHECK(rect_of(laid(root, 400, 400), "t") == draw::Rect{0, 0, 180, 30});
  CHECK(rect_of(laid(root, 100, 400), "t").height == 60);
  CHECK(rect_of(laid(root, 60, 400), "t").height == 120);
}

TEST_CASE("runs of one paragraph share a baseline and wrap together") {
  const Node root = column(prose(strong("one two"), muted(" three four")).size(20).id("t"));
  const Frame wide = laid(root, 400, 400);
  REQUIRE(wide.find("t")->pieces.size() == 2);
  CHECK(wide.find("t")->pieces[0].x == 0);
  CHECK(wide.find("t")->pieces[1].x == 70);
  CHECK(wide.find("t")->pieces[0].y == wide.find("t")->pieces[1].y);
  const Frame narrow = laid(root, 135, 400); // "one two three" is 130 wide
  REQUIRE(narrow.find("t")->pieces.size() == 3);
  CHECK(narrow.find("t")->pieces[2].request.text == "four");
  CHECK(narrow.find("t")->pieces[2].x == 0);
}

TEST_CASE("a wrapping row goes on below") {
  const Node root =
      wrap(block("a").width(60).height(10), block("b").width(60).height(10)).gap(5).line_gap(7);
  CHECK(rect_of(laid(root, 200, 100), "b").x == 65);
  CHECK(rect_of(laid(root, 100, 100), "b") == draw::Rect{0, 17, 60, 10});
}

TEST_CASE("a grid has fewer columns when narrow") {
  const auto cell = [](const char* id) { return block(id).height(10); };
  const Node root = grid(4, 100, cell("a"), cell("b"), cell("c"), cell("d")).gap(0);
  CHECK(rect_of(laid(root, 400, 100), "d") == draw::Rect{300, 0, 100, 10});
  CHECK(rect_of(laid(root, 250, 100), "c") == draw::Rect{0, 10, 125, 10});
}

TEST_CASE("a scroll area moves its content and hides what is out of it") {
  Build tall = column().id("s").scroll();
  for (const char* id : {"a", "b", "c"}) tall.add(block(id).height(80));
  const Node root = std::move(tall);
  text::FixedTypesetter typesetter;
  const auto far_down = [](const std::string& id) { return id == "s" ? 1000.F : 0.F; };
  const Frame frame = lay_out({root, 100, 100, 1, typesetter, far_down});
  CHECK(frame.find("s")->scroll == 140); // no further than the end
  CHECK(rect_of(frame, "c").y == 20);
  CHECK(frame.find("a")->clip.empty());
  CHECK_FALSE(frame.find("b")->clip.empty());
}

TEST_CASE("a long list makes only the rows that can be seen") {
  const Node root = tests::gallery(1280);
  const Frame frame = laid(root, 1280, 1600);
  CHECK(frame.made.size() > 3);
  CHECK(frame.made.size() < 12);
}

TEST_CASE("the Today of the mock-up keeps the laws at every size and scale") {
  check_laws(tests::today);
}
TEST_CASE("a drill keeps the laws at every size and scale") { check_laws(tests::drill); }
TEST_CASE("every widget keeps the laws at every size and scale") { check_laws(tests::gallery); }

TEST_CASE("the laws hold at any window and scale") {
  CHECK(rc::check([] {
    const auto width = static_cast<float>(*rc::gen::inRange(800, 3841));
    const auto height = static_cast<float>(*rc::gen::inRange(560, 2161));
    const float scale = static_cast<float>(*rc::gen::inRange(75, 301)) / 100;
    const auto make = *rc::gen::element(tests::today, tests::drill, tests::gallery, tests::charts);
    const Node root = make(width / scale);
    for (const std::string& broken : tests::broken_laws(laid(root, width, height, scale)))
      RC_FAIL(broken);
  }));
}

TEST_CASE("every focusable node has a label") {
  for (const auto make : {tests::today, tests::drill, tests::gallery, tests::charts}) {
    const Node root = make(1280);
    for (const Placed& item : laid(root, 1280, 800).items)
      if (focusable(*item.node)) CHECK_FALSE(item.node->label.empty());
  }
}
