#include "text/fixed_typesetter.h"
#include "ui/runtime.h"
#include "ui/widgets.h"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::ui;

namespace {

const CommandTable table({{"hint", "drill", "", {{Key::h}, {Key::f2}}},
                          {"next", "drill", "", {{Key::enter}}},
                          {"down", "drill", "", {{Key::j}, ctrl(Key::n)}, true},
                          {"keys", "global", "", {typed('?'), {Key::f1}}},
                          {"close", "dialog", "", {{Key::escape}}}});

enum { pressed_a, pressed_b, asked_hint, asked_keys, changed, submitted, slid, closed, went_down };

struct Desk {
  text::FixedTypesetter setter;
  Runtime runtime{setter, table};
  Ms now = 0;

  explicit Desk(Node root) {
    runtime.resize(400, 300);
    runtime.show(std::move(root), now);
  }
  Outcome send(const InputEvent& event) { return runtime.handle(event, now); }
  // Down and up again; the actions it led to.
  std::vector<int> press(Key key, Mods mods = {}) {
    const auto code = static_cast<std::uint32_t>(key) + 10;
    const Outcome out = send(KeyDown{key, mods, code});
    (void)send(KeyUp{code});
    return actions(out);
  }
  static std::vector<int> actions(const Outcome& out) {
    std::vector<int> all;
    for (const Activation& a : out.activations) all.push_back(a.action);
    return all;
  }
  std::string type(const char* letters) {
    const Outcome out = send(TextInput{letters});
    return out.activations.empty() ? "" : out.activations.back().text;
  }
  draw::Point middle(const char* id) {
    const Placed* placed = runtime.frame().find(id);
    REQUIRE(placed != nullptr);
    return placed->rect.centre();
  }
  std::vector<int> click(const char* id) {
    const draw::Point at = middle(id);
    (void)send(PointerMove{at});
    (void)send(PointerDown{at});
    return actions(send(PointerUp{at}));
  }
};

using Ids = std::vector<int>;

Build two_buttons() {
  return column(row(button("A", pressed_a).id("a"), button("B", pressed_b).id("b")))
      .bind("hint", asked_hint)
      .bind("keys", asked_keys)
      .bind("down", went_down);
}

Node with_field(const std::string& text = "") {
  FieldParts parts{.id = "field", .label = "Answer", .text = text};
  parts.on_change = changed;
  parts.on_submit = submitted;
  return two_buttons().add(text_field(parts));
}

} // namespace

TEST_CASE("Tab goes round the controls and shows the ring, the mouse does not") {
  Desk desk(two_buttons());
  CHECK(desk.runtime.focused().empty());
  desk.press(Key::tab);
  CHECK(desk.runtime.focused() == "a");
  CHECK(desk.runtime.ring());
  desk.press(Key::tab);
  desk.press(Key::tab);
  CHECK(desk.runtime.focused() == "a");
  desk.press(Key::tab, {.shift = true});
  CHECK(desk.runtime.focused() == "b");
  CHECK(desk.press(Key::enter) == Ids{pressed_b});
  CHECK(desk.click("a") == Ids{pressed_a});
  CHECK(desk.runtime.focused() == "a");
  CHECK_FALSE(desk.runtime.ring());
}

TEST_CASE("arrows go to the nearest control that way") {
  Desk desk(two_buttons());
  desk.press(Key::tab);
  desk.press(Key::right);
  CHECK(desk.runtime.focused() == "b");
  desk.press(Key::left);
  CHECK(desk.runtime.focused() == "a");
}

TEST_CASE("a press that leaves the button does nothing") {
  Desk desk(two_buttons());
  (void)desk.send(PointerDown{desk.middle("a")});
  CHECK(Desk::actions(desk.send(PointerUp{desk.middle("b")})).empty());
}

TEST_CASE("commands run by key, or by what was typed, and not while a key is held") {
  Desk desk(two_buttons());
  CHECK(desk.press(Key::h) == Ids{asked_hint});
  CHECK(desk.press(Key::f2) == Ids{asked_hint});
  CHECK(Desk::actions(desk.send(TextInput{"?"})) == Ids{asked_keys});
  CHECK(Desk::actions(desk.send(KeyDown{Key::h, {}, 43})) == Ids{asked_hint});
  CHECK(Desk::actions(desk.send(KeyDown{Key::h, {}, 43})).empty());
  CHECK(Desk::actions(desk.send(KeyDown{Key::j, {}, 44})) == Ids{went_down});
  CHECK(Desk::actions(desk.send(KeyDown{Key::j, {}, 44})) == Ids{went_down}); // repeatable
}

TEST_CASE("letter commands are off in a text field, the others are not") {
  Desk desk(with_field());
  desk.click("field");
  CHECK(desk.press(Key::h).empty());
  CHECK(desk.type("h") == "h");
  CHECK(desk.press(Key::f2) == Ids{asked_hint});
  CHECK(Desk::actions(desk.send(TextInput{"?"})) == Ids{changed});
}

TEST_CASE("the letter of a command does not land in the field that it opens") {
  Desk desk(two_buttons());
  (void)desk.send(KeyDown{Key::h, {}, 43});
  desk.runtime.show(with_field(), 0);
  desk.runtime.focus("field", true);
  CHECK(desk.type("h").empty());
  CHECK(desk.type("x") == "x");
}

TEST_CASE("a field edits, copies, cuts, asks to paste, undoes and submits") {
  Desk desk(with_field("May"));
  desk.click("field");
  CHECK(desk.type("!") == "May!");
  desk.press(Key::a, {.ctrl = true});
  CHECK(desk.send(KeyDown{Key::c, {.ctrl = true}, 0}).copied == "May!");
  CHECK(desk.send(KeyDown{Key::x, {.ctrl = true}, 0}).copied == "May!");
  CHECK(desk.send(KeyDown{Key::v, {.ctrl = true}, 0}).paste);
  CHECK(desk.send(Paste{"19\nMay"}).activations.back().text == "19 May");
  CHECK(desk.send(KeyDown{Key::z, {.ctrl = true}, 0}).activations.back().text.empty());
  const Outcome out = desk.send(KeyDown{Key::enter, {}, 36});
  CHECK(Desk::actions(out) == Ids{submitted});
}

TEST_CASE("an arrow with Ctrl goes a word the way it points, in Arabic too") {
  Desk latin(with_field("one two"));
  latin.click("field");
  latin.press(Key::home);
  latin.press(Key::right, {.ctrl = true});
  CHECK(latin.type("x") == "onex two");
  Desk arabic(with_field("نهر النيل"));
  arabic.click("field");
  arabic.press(Key::home);
  arabic.press(Key::left, {.ctrl = true});
  CHECK(arabic.type("x") == "نهرx النيل");
  arabic.press(Key::right, {.ctrl = true});
  CHECK(arabic.type("y") == "yنهرx النيل");
}

TEST_CASE("the caret survives a new view with the same text, and gives way to another") {
  Desk desk(with_field("abc"));
  desk.click("field");
  desk.press(Key::home);
  desk.type("x");
  desk.runtime.show(with_field("xabc"), 0);
  CHECK(desk.type("y") == "xyabc");
  desk.runtime.show(with_field(""), 0);
  CHECK(desk.type("z") == "z");
}

TEST_CASE("focus survives by id, and a new autofocus takes it") {
  Desk desk(two_buttons());
  desk.press(Key::tab);
  desk.press(Key::tab);
  desk.runtime.show(two_buttons(), 0);
  CHECK(desk.runtime.focused() == "b");
  desk.runtime.show(column(button("C", 0).id("c"), button("D", 0).id("d").autofocus()), 0);
  CHECK(desk.runtime.focused() == "d");
}

TEST_CASE("a dialog holds focus and keys, and gives the focus back") {
  Desk desk(two_buttons());
  desk.press(Key::tab);
  Node over = stack(two_buttons(), dialog("sure", "Sure?", button("Yes", closed).id("yes")))
                  .bind("hint", asked_hint);
  desk.runtime.show(over, 0);
  CHECK(desk.runtime.focused() == "yes");
  CHECK(desk.press(Key::h).empty());
  desk.press(Key::tab);
  CHECK(desk.runtime.focused() == "yes");
  CHECK(desk.press(Key::enter) == Ids{closed});
  desk.runtime.show(two_buttons(), 0);
  CHECK(desk.runtime.focused() == "a");
}

TEST_CASE("a slider steps by keys and is dragged") {
  Desk desk(column(slider({"s", "Recall", "90 %", {0.9, 0.7, 1.0, 0.05}, slid})));
  desk.press(Key::tab);
  CHECK(desk.send(KeyDown{Key::left, {}, 0}).activations.at(0).number == doctest::Approx(0.85));
  CHECK(desk.send(KeyDown{Key::home, {}, 0}).activations.at(0).number == doctest::Approx(0.7));
  CHECK(desk.send(PointerDown{desk.middle("s")}).activations.at(0).number == doctest::Approx(0.85));
  CHECK(desk.send(PointerMove{{399, 10}}).activations.at(0).number == doctest::Approx(1.0));
}

TEST_CASE("what the keyboard focuses is scrolled into sight; the wheel scrolls too") {
  Build tall = column().id("page").scroll();
  for (int i = 0; i < 20; ++i) tall.add(button("b" + std::to_string(i), i));
  Desk desk(std::move(tall));
  desk.press(Key::tab, {.shift = true});
  CHECK(desk.runtime.focused() == "b19");
  const Placed* last = desk.runtime.frame().find("b19");
  CHECK(last->rect.bottom() <= 300);
  (void)desk.send(Wheel{{200, 150}, -100, {}});
  CHECK(desk.runtime.frame().find("page")->scroll == 0);
}

TEST_CASE("a bar moves to its new value within 180 ms, at once with reduced motion") {
  const auto view = [](double part) { return column(bar("Known", "", part).id("bar")); };
  Desk desk(view(0));
  (void)desk.runtime.take_dirty(0);
  (void)desk.runtime.take_dirty(1);
  CHECK_FALSE(desk.runtime.next_deadline(2).has_value());
  desk.runtime.show(view(1), 1000);
  const auto progress = [&](Ms now) {
    return desk.runtime.interaction(now).motion(*desk.runtime.frame().find("bar")->node)->progress;
  };
  CHECK(progress(1000) == 0);
  CHECK(progress(1090) > 0.5F);
  CHECK(progress(1180) == 1);
  CHECK(desk.runtime.next_deadline(1000) == 1016);
  desk.runtime.set_reduced_motion(true);
  desk.runtime.show(view(0.5), 2000);
  CHECK(progress(2000) == 0.5F);
}

TEST_CASE("nothing is painted anew while nothing changes, but a caret blinks") {
  Desk desk(with_field());
  CHECK(desk.runtime.take_dirty(0));
  CHECK_FALSE(desk.runtime.take_dirty(1));
  CHECK_FALSE(desk.runtime.next_deadline(1).has_value());
  desk.click("field");
  CHECK(desk.runtime.take_dirty(2));
  CHECK_FALSE(desk.runtime.take_dirty(3));
  CHECK(desk.runtime.next_deadline(3) == 530);
  CHECK(desk.runtime.take_dirty(530));
}
