#include "text/fixed_typesetter.h"
#include "text/unicode.h"
#include "ui/text_edit.h"

#include "support/shared.h"

#include <rapidcheck.h>

#include <algorithm>

using namespace entente;
using ui::TextEdit;

TEST_CASE("typed letters go in at the caret and replace the selection") {
  TextEdit edit("ab");
  edit.insert("c");
  CHECK(edit.text() == "abc");
  edit.place(1);
  edit.place(3, true);
  CHECK(edit.selected() == "bc");
  edit.insert("Си");
  CHECK(edit.text() == "aСи");
  CHECK(edit.caret() == 5);
}

TEST_CASE("one line stays one line, control characters and broken bytes never get in") {
  TextEdit edit;
  edit.insert("a\nb\x1A\x7F");
  CHECK(edit.text() == "a b");
  edit.insert("\xFF");
  CHECK(edit.text() == "a b");
  edit.insert("\n", true);
  CHECK(edit.text() == "a b\n");
}

TEST_CASE("Backspace takes a whole letter as people see it") {
  for (const char* letter : {"é", "e\xCC\x81", "习", "क्ष", "👨‍👩‍👧"}) {
    TextEdit edit(std::string("x") + letter);
    edit.erase_back();
    CHECK(edit.text() == "x");
  }
}

TEST_CASE("words are stepped over and erased whole") {
  TextEdit edit("joint moon station");
  edit.previous_word(false);
  CHECK(edit.caret() == 11);
  edit.erase_word_back();
  CHECK(edit.text() == "joint station");
  edit.first(false);
  edit.next_word(false);
  CHECK(edit.caret() == 5);
  edit.erase_word_forward();
  CHECK(edit.text() == "joint");
}

TEST_CASE("letters typed in one go are undone together, and redone") {
  TextEdit edit;
  for (const char* letter : {"M", "a", "y"}) edit.insert(letter);
  edit.insert(" ");
  edit.insert("2");
  edit.undo();
  CHECK(edit.text() == "May ");
  edit.undo();
  edit.undo();
  CHECK(edit.text().empty());
  CHECK_FALSE(edit.can_undo());
  edit.redo();
  CHECK(edit.text() == "May");
}

TEST_CASE("left and right follow the eye") {
  text::FixedTypesetter setter;
  TextEdit edit("abc");
  const auto set = [&]() -> const text::Text& { return setter.typeset({edit.text(), {}}); };
  edit.left(set(), false);
  CHECK(edit.caret() == 2);
  edit.place(0);
  edit.right(set(), true);
  CHECK(edit.selected() == "a");
  edit.right(set(), false); // a selection closes at its right end
  CHECK(edit.caret() == 1);
}

TEST_CASE("up and down keep the column, and end at the ends") {
  text::FixedTypesetter setter;
  TextEdit edit("one\ntwo");
  const text::Text set = setter.typeset({edit.text(), {}});
  edit.place(2);
  edit.down(set, false);
  CHECK(edit.caret() == 6);
  edit.up(set, false);
  CHECK(edit.caret() == 2);
  edit.up(set, false);
  CHECK(edit.caret() == 0);
  edit.line_end(set, false);
  CHECK(edit.caret() == 3);
}

TEST_CASE("any keys leave valid text with the caret on a boundary, and undo all leads back") {
  static const std::vector<std::string> typed = {"a", " ", "é", "习", "\xD0\x98", "क्ष", "م", "ab"};
  CHECK(rc::check([] {
    TextEdit edit;
    for (const int step : *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 18))) {
      if (step < 8) edit.insert(typed[static_cast<std::size_t>(step)]);
      if (step == 8) edit.erase_back();
      if (step == 9) edit.erase_forward();
      if (step == 10) edit.previous(false);
      if (step == 11) edit.next(true);
      if (step == 12) edit.previous_word(true);
      if (step == 13) edit.erase_word_forward();
      if (step == 14) edit.undo();
      if (step == 15) edit.redo();
      if (step == 16) edit.select_word(edit.text().size() / 2);
      if (step == 17) edit.erase_word_back();
      RC_ASSERT(text::is_valid_utf8(edit.text()));
      const auto all = text::grapheme_boundaries(edit.text());
      RC_ASSERT(std::find(all.begin(), all.end(), edit.caret()) != all.end());
      RC_ASSERT(std::find(all.begin(), all.end(), edit.anchor()) != all.end());
    }
    while (edit.can_undo()) edit.undo();
    RC_ASSERT(edit.text().empty());
  }));
}
