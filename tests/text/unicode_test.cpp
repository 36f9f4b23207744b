#include "text/unicode.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>

using namespace entente::text;

namespace {

std::size_t graphemes(std::string_view text) { return grapheme_boundaries(text).size() - 1; }

using Bytes = std::string;

// Any code points, many of them the ones that clean() works on.
rc::Gen<std::string> any_text() {
  const auto special = rc::gen::element<char32_t>(
      U' ', U'\t', 0xA0, 0xAD, 0xB4, 0x2019, 0x201C, 0x2014, 0x200B, 0x200D, 0x0301, 0x0308, 0x2026,
      0xFDFA, 0xFF11, U'a', U'е', U'ё', U'中', U'א', U'ا', 0x1F600, 0xFE0F, 0x3099, 0x00A8);
  const auto any = rc::gen::map(rc::gen::inRange<std::uint32_t>(0, 0x11000),
                                [](std::uint32_t c) { return static_cast<char32_t>(c); });
  return rc::gen::map(rc::gen::container<std::vector<char32_t>>(rc::gen::oneOf(special, any)),
                      [](const std::vector<char32_t>& points) {
                        return to_utf8(std::u32string(points.begin(), points.end()));
                      });
}

void call_everything(const std::string& text) {
  for (const std::string_view language : {"en", "zh", "ar", "no such language"}) {
    (void)word_boundaries(text, language);
    (void)line_break_opportunities(text, language);
    (void)words(text, language);
    (void)lower(text, language);
    (void)upper(text, language);
    (void)collate(text, "a", language);
  }
  (void)base_direction(text);
  (void)strip_accents(text);
  (void)code_points(text);
  (void)is_valid_utf8(comparable(text));
}

} // namespace

TEST_CASE("any bytes are read, and what comes out is UTF-8") {
  CHECK(rc::check([](const Bytes& bytes) {
    call_everything(bytes);
    RC_ASSERT(is_valid_utf8(nfc(bytes)));
    RC_ASSERT(is_valid_utf8(clean(bytes)));
    RC_ASSERT(is_valid_utf8(strip_accents(bytes)));
  }));
}

TEST_CASE("the first broken byte is found") {
  CHECK(first_invalid_byte("abc") == 3);
  CHECK(first_invalid_byte("") == 0);
  CHECK(first_invalid_byte("a\xFFz") == 1);
  CHECK(first_invalid_byte("é\xC3") == 2);
  CHECK_FALSE(is_valid_utf8("\xED\xA0\x80")); // a surrogate
  CHECK(to_utf32("a\xFFz") == U"a\uFFFDz");
}

TEST_CASE("to_utf8 replaces what is no character") {
  CHECK(to_utf8(std::u32string{0xD800}) == "\uFFFD");
  CHECK(to_utf8(std::u32string{0x110000}) == "\uFFFD");
  CHECK(rc::check([] {
    const std::string text = *any_text();
    RC_ASSERT(to_utf8(to_utf32(text)) == text);
    RC_ASSERT(to_utf32(text).size() == code_points(text));
  }));
}

TEST_CASE("normal forms, folding and clean-up change nothing the second time") {
  CHECK(rc::check([] {
    const std::string text = *any_text();
    RC_ASSERT(nfc(nfc(text)) == nfc(text));
    RC_ASSERT(nfkc(nfkc(text)) == nfkc(text));
    RC_ASSERT(clean(clean(text)) == clean(text));
    RC_ASSERT(comparable(comparable(text)) == comparable(text));
    RC_ASSERT(strip_accents(strip_accents(text)) == strip_accents(text));
  }));
}

TEST_CASE("clean-up does not see the form, the spaces outside or invisible characters") {
  CHECK(rc::check([] {
    const std::string text = *any_text();
    RC_ASSERT(clean(nfc(text)) == clean(text));
    RC_ASSERT(clean(nfkc(text)) == clean(nfkc(nfc(text))));
    RC_ASSERT(clean("  " + text + "\t\n") == clean(text));
    RC_ASSERT(clean(text + "\u200B") == clean(text));
  }));
}

TEST_CASE("clean-up straightens quotes, dashes and spaces") {
  CHECK(clean("  We won’t\u00A0\u00A0back down ") == "We won't back down");
  CHECK(clean("“a” „b“ «c» 「d」") == "\"a\" \"b\" \"c\" \"d\"");
  CHECK(clean("1–2 — 3 − 4‑5") == "1-2 - 3 - 4-5");
  CHECK(clean("co\u00ADoperate\u200B") == "cooperate");
  CHECK(clean("２０２１　５") == "2021 5");
  CHECK(clean(" \t ").empty());
}

TEST_CASE("folding case reaches beyond ASCII") {
  CHECK(fold_case("STRASSE") == fold_case("Straße"));
  CHECK(comparable("СЕРГЕЙ") == comparable("Сергей"));
  CHECK(comparable("ΣΊΣΥΦΟΣ") == comparable("Σίσυφος"));
}

TEST_CASE("accents go, letters stay") {
  CHECK(strip_accents("António Guterres") == "Antonio Guterres");
  CHECK(strip_accents("Łódź, Ærø, Đoković") == "Lodz, AEro, Dokovic");
  CHECK(strip_accents("Фёдор Чайкин") == "Федор Чайкин");
  CHECK(strip_accents("مُحَمَّد أحمد") == "محمد احمد");
  CHECK(strip_accents("שָׁלוֹם") == "שלום");
  CHECK(strip_accents("हिन्दी が") == "हिन्दी が");
}

TEST_CASE("a grapheme is what a reader calls a character") {
  CHECK(graphemes("") == 0);
  CHECK(graphemes("क्षत्रिय") == 3);
  CHECK(graphemes("👨‍👩‍👧‍👦") == 1);
  CHECK(graphemes("e\u0301a") == 2);
  CHECK(grapheme_boundaries("éa") == std::vector<std::size_t>{0, 2, 3});
}

TEST_CASE("boundaries ascend from 0 to the end, for any bytes") {
  CHECK(rc::check([](const Bytes& bytes) {
    for (const auto& found : {grapheme_boundaries(bytes), word_boundaries(bytes, "en"),
                              line_break_opportunities(bytes, "zh")}) {
      RC_ASSERT(found.front() == 0U);
      RC_ASSERT(found.back() == bytes.size());
      RC_ASSERT(std::is_sorted(found.begin(), found.end()));
    }
  }));
}

TEST_CASE("words leave spaces and punctuation out") {
  CHECK(words("Don't back down, now: 1,000.5!", "en") ==
        std::vector<std::string>{"Don't", "back", "down", "now", "1,000.5"});
  CHECK(words("中国和日本签署了协议。", "zh") ==
        std::vector<std::string>{"中国", "和", "日本", "签署", "了", "协议"});
  CHECK(words("...", "en").empty());
}

TEST_CASE("lines may break after spaces and between Han characters") {
  CHECK(line_break_opportunities("ab cd", "en") == std::vector<std::size_t>{0, 3, 5});
  CHECK(line_break_opportunities("中文", "zh") == std::vector<std::size_t>{0, 3, 6});
}

TEST_CASE("the direction is that of the first strong character") {
  CHECK(base_direction("الأمم المتحدة") == Direction::right_to_left);
  CHECK(base_direction("12 (שלום) a") == Direction::right_to_left);
  CHECK(base_direction("12 a שלום") == Direction::left_to_right);
  CHECK(base_direction("12") == Direction::left_to_right);
}

TEST_CASE("letter case and order follow the language") {
  CHECK(upper("istanbul", "tr") == "İSTANBUL");
  CHECK(lower("ISTANBUL", "en") == "istanbul");
  CHECK(collate("Öl", "Zaun", "de") < 0);
  CHECK(collate("öl", "zaun", "sv") > 0);
  CHECK(collate("a", "a", "en") == 0);
}

TEST_CASE("digits of every script are digits") {
  CHECK(ascii_digits("٢٠ मई २०२१, a1") == "20 मई 2021, a1");
  CHECK(char_class(U'中') == CharClass::ideograph);
  CHECK(char_class(U'ж') == CharClass::letter);
  CHECK(char_class(U'٢') == CharClass::digit);
  CHECK(char_class(0x0301) == CharClass::mark);
  CHECK(char_class(U'%') == CharClass::other);
}

// Texts of everyday characters are cleaned without ICU; one mathematical letter calls for it.
TEST_CASE("the short way of the clean-up gives what the long way gives, for every character") {
  int differ = 0;
  for (char32_t c = 1; c < 0x10000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const std::string text = to_utf8(std::u32string{U'x', c, U' ', c, U'Y'});
    if (clean(text + " \U0001D41A") != clean(text) + " a") ++differ;
    if (comparable(text + " \U0001D41A") != comparable(text) + " a") ++differ;
  }
  CHECK(differ == 0);
}

TEST_CASE("only letters without accents are passed over when accents are stripped") {
  int differ = 0;
  for (char32_t c = 1; c < 0x10000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    const std::string text = to_utf8(std::u32string{c});
    if (strip_accents(text + "é") != strip_accents(text) + "e") ++differ;
  }
  CHECK(differ == 0);
}
