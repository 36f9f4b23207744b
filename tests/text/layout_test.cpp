// Lines, ellipsis, alignment and carets, with fixed metrics: at 10 px a letter is 5 wide, a Chinese
// one 10.

#include "text/caret.h"
#include "text/fixed_typesetter.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <vector>

using namespace entente::text;

namespace {

TextRequest request(std::string_view words, float max_width = 0, int max_lines = 0) {
  TextRequest wanted;
  wanted.text = words;
  wanted.font.size = 10;
  wanted.line_height = 14;
  wanted.max_width = max_width;
  wanted.max_lines = max_lines;
  return wanted;
}

Text set(const TextRequest& wanted) {
  FixedTypesetter typesetter;
  return typesetter.typeset(wanted);
}

std::vector<std::string> lines_of(const TextRequest& wanted) {
  std::vector<std::string> lines;
  for (const Line& line : set(wanted).lines)
    lines.emplace_back(wanted.text.substr(line.begin, line.end - line.begin));
  return lines;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("an empty text is one empty line with one caret") {
  const Text text = set(request(""));
  REQUIRE(text.lines.size() == 1);
  REQUIRE(text.carets.size() == 1);
  CHECK(text.width == 0);
  CHECK(text.height == 14);
}

TEST_CASE("words wrap at spaces, which hang at the end of the line") {
  CHECK(lines_of(request("four words in two", 50)) == Lines{"four words ", "in two"});
  CHECK(set(request("four words in two", 50)).lines[0].width == 50);
}

TEST_CASE("a word longer than the line is broken between letters") {
  CHECK(lines_of(request("abcdefgh", 15)) == Lines{"abc", "def", "gh"});
  CHECK(lines_of(request("abc", 1)) == Lines{"a", "b", "c"});
}

TEST_CASE("Chinese breaks between characters") {
  CHECK(lines_of(request("习近平主席", 30)) == Lines{"习近平", "主席"});
}

TEST_CASE("line feeds break, and a last one leaves an empty line") {
  CHECK(lines_of(request("a\nb\r\nc\n")) == Lines{"a", "b", "c", ""});
}

TEST_CASE("more lines than wanted end in an ellipsis that fits") {
  const Text text = set(request("one two three four", 50, 1));
  CHECK(text.cut);
  REQUIRE(text.lines.size() == 1);
  CHECK(text.lines[0].width <= 50);
  CHECK(text.glyphs.back().index == U'…');
  CHECK(lines_of(request("one two three four", 50, 1)) == Lines{"one two t"});
  CHECK(!set(request("one two", 50, 1)).cut);
}

TEST_CASE("an ellipsis never follows a space") {
  CHECK(set(request("one two three", 45, 1)).lines[0].width == doctest::Approx(40));
}

TEST_CASE("too narrow even for the ellipsis: the ellipsis alone") {
  const Text text = set(request("one two", 1, 1));
  CHECK(text.cut);
  CHECK(text.glyphs.size() == 1);
}

TEST_CASE("alignment moves lines within the width, or within the widest line") {
  TextRequest wanted = request("ab", 100);
  wanted.align = Align::centre;
  CHECK(set(wanted).lines[0].x == 45);
  wanted.align = Align::end;
  CHECK(set(wanted).lines[0].x == 90);
  wanted = request("abcd\nab");
  wanted.align = Align::end;
  CHECK(set(wanted).lines[1].x == 10);
}

TEST_CASE("a right-to-left paragraph starts at the right") {
  const Text text = set(request("שלום", 100));
  CHECK(text.lines[0].x == 80);
  CHECK(text.carets.front().x == 100);
  CHECK(text.carets.back().x == 80);
}

TEST_CASE("letter spacing widens every letter") {
  TextRequest wanted = request("abc");
  wanted.font.letter_spacing = 2;
  CHECK(set(wanted).width == 21);
}

TEST_CASE("baselines lie on whole pixels") {
  TextRequest wanted = request("a\nb\nc\nd");
  wanted.line_height = 13.7F;
  for (const Line& line : set(wanted).lines) CHECK(line.baseline == std::round(line.baseline));
}

TEST_CASE("a caret between two lines belongs to the second") {
  const Text text = set(request("four words in two", 50));
  const Caret caret = caret_at(text, 11);
  CHECK(caret.line == 1);
  CHECK(caret.x == 0);
}

TEST_CASE("a point finds the nearest boundary of its line") {
  const Text text = set(request("four words in two", 50));
  CHECK(hit_test(text, 0, 0) == 0);
  CHECK(hit_test(text, 7, 3) == 1);
  CHECK(hit_test(text, 8, 3) == 2);
  CHECK(hit_test(text, 1000, 20) == 17);
  CHECK(hit_test(text, -50, 1000) == 11);
}

TEST_CASE("a selection is one box a line") {
  const Text text = set(request("four words in two", 50));
  const std::vector<Box> boxes = selection_boxes(text, 5, 13);
  REQUIRE(boxes.size() == 2);
  CHECK(boxes[0] == Box{25, 0, 25, 14});
  CHECK(boxes[1] == Box{0, 14, 10, 14});
  CHECK(selection_boxes(text, 3, 3).empty());
}

TEST_CASE("asking again costs no new typesetting") {
  FixedTypesetter typesetter;
  const Text& first = typesetter.typeset(request("same"));
  const Text& other = typesetter.typeset(request("other"));
  CHECK(&first == &typesetter.typeset(request("same")));
  CHECK(&first != &other);
  CHECK(&first != &typesetter.typeset(request("same", 10)));
}

namespace {

// Letters, spaces, line feeds, right-to-left, wide, combining and broken bytes.
rc::Gen<std::string> any_text() {
  const std::vector<std::string> pieces = {"a",    "word", " ",  "  ",      "\n",          "\r\n",
                                           "ש",    "ل",    "习", "e\u0301", "👩‍🚀", "\t",
                                           "\xFF", "\xC3", "क्ष", "-"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const std::vector<std::string>& parts) {
                        std::string text;
                        for (const std::string& part : parts) text += part;
                        return text;
                      });
}

} // namespace

TEST_CASE("every text is laid out whole, in order, within its width") {
  FixedTypesetter typesetter;
  CHECK(rc::check([&] {
    const std::string words = *any_text();
    const auto width = static_cast<float>(*rc::gen::inRange(0, 80));
    const Text& text = typesetter.typeset(request(words, width));
    RC_ASSERT(!text.lines.empty());
    RC_ASSERT(text.lines.front().begin == 0U);
    RC_ASSERT(text.lines.back().end == words.size());
    for (std::size_t i = 0; i + 1 < text.lines.size(); ++i) {
      RC_ASSERT(text.lines[i].end <= text.lines[i + 1].begin);
      RC_ASSERT(text.lines[i].bottom <= text.lines[i + 1].top);
      if (width >= 10 && text.lines[i].end == text.lines[i + 1].begin)
        RC_ASSERT(text.lines[i].width <= width + 0.1F);
    }
    RC_ASSERT(text.carets.size() == grapheme_boundaries(words).size());
    for (std::size_t i = 0; i + 1 < text.carets.size(); ++i) {
      RC_ASSERT(text.carets[i].byte < text.carets[i + 1].byte);
      RC_ASSERT(text.carets[i].line <= text.carets[i + 1].line);
    }
  }));
}

TEST_CASE("a text laid out at the width it reported breaks the same way") {
  FixedTypesetter typesetter;
  CHECK(rc::check([&] {
    const std::string words = *any_text();
    const Text first =
        typesetter.typeset(request(words, static_cast<float>(*rc::gen::inRange(10, 80))));
    RC_PRE(first.width > 0);
    RC_ASSERT(typesetter.typeset(request(words, first.width)).lines.size() == first.lines.size());
  }));
}

TEST_CASE("pointing at a caret finds it again") {
  FixedTypesetter typesetter;
  CHECK(rc::check([&] {
    const std::string words = *any_text();
    const Text& text = typesetter.typeset(request(words, 60));
    for (const Caret& caret : text.carets) {
      const Line& line = text.lines[static_cast<std::size_t>(caret.line)];
      const Caret found = caret_at(text, hit_test(text, caret.x, line.top + 1));
      RC_ASSERT(found.line == caret.line);
      RC_ASSERT(std::abs(found.x - caret.x) < 0.01F);
    }
  }));
}

TEST_CASE("a cut text keeps to its lines and its width") {
  FixedTypesetter typesetter;
  CHECK(rc::check([&] {
    const std::string words = *any_text();
    const int most = *rc::gen::inRange(1, 4);
    const Text& text = typesetter.typeset(request(words, 30, most));
    RC_ASSERT(text.lines.size() <= static_cast<std::size_t>(most));
    if (text.cut) RC_ASSERT(text.lines.back().width <= 30.1F);
    RC_ASSERT(text.carets.size() == grapheme_boundaries(words).size());
  }));
}
