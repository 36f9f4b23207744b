#pragma once

// Text as the judge compares it: cleaned, folded, cut into words.

#include <string>
#include <string_view>
#include <vector>

namespace entente::judge {

// Clean-up for the judge: text::comparable, and besides simplified characters, 0-9 for digits of
// any script, ASCII for Arabic and Chinese punctuation, "2 1/2" for "2½".
[[nodiscard]] std::string readable(std::string_view text);

struct Token {
  std::string text; // folded; accents stay on Latin letters only, where they are a question of form
  std::string plain;      // without accents
  std::string key;        // one spelling for all that count as the same word; see prepared()
  std::string sound;      // pinyin of a Chinese character; see prepared()
  bool is_number = false; // has a digit
  bool is_sign = false;   // %, currency, + and the like
  bool is_han = false;    // one Chinese character
  char32_t before = 0;    // a comma, hyphen, stop ... between this token and the one before it
};

// Of readable text. Apostrophes inside a word and points inside a number or acronym stay with it
// ("u.s." is "us"); hyphens part words; each Chinese character is a token.
[[nodiscard]] std::vector<Token> tokens(std::string_view readable_text);

// Texts joined by spaces, for messages and look-ups.
[[nodiscard]] std::string join(const std::vector<Token>& tokens, std::string_view between = " ");

} // namespace entente::judge
