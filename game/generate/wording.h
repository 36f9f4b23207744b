#pragma once

// Words of the article as a question or an answer words them.

#include "generate/facts.h"
#include "generate/lexicon.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente::generate {

// Tokens [first, end) as the text has them: white space collapsed, quotation marks made curly.
[[nodiscard]] std::string words_of(const Document& document, std::size_t first, std::size_t end);

class Wording {
public:
  Wording(const Document& document, const Facts& facts, const Lexicon& lexicon);

  // The same with persons by their full names, without what is said in brackets and without words
  // such as "also" or "recently" that point outside the sentence.
  [[nodiscard]] std::string plain(std::size_t first, std::size_t end) const;

  // Into Facts::mentions: the longest that begins at the token; nobody.
  [[nodiscard]] std::size_t mention_at(std::size_t token) const;
  // Into Facts::dates: the one that begins at the token; nobody.
  [[nodiscard]] std::size_t date_at(std::size_t token) const;

private:
  [[nodiscard]] bool is_full_name_wanted(const Mention& mention) const;

  const Document& document_;
  const Facts& facts_;
  Classes pointing_;
};

// "met", "us " -> "Met", "Us "; only the first letter changes.
[[nodiscard]] std::string capitalised(std::string_view text);
// How many words a reader counts.
[[nodiscard]] std::size_t count_words(std::string_view text);
// Enough of quoted words to know them by, so that what completes them may be asked too; empty when
// they are too few.
[[nodiscard]] std::string beginning(std::string_view words);
// "A", "A and B", "A, B and C"
[[nodiscard]] std::string joined(const std::vector<std::string>& names, std::string_view last);
// A quotation inside a sentence loses the stop or comma before its closing mark.
[[nodiscard]] std::string without_inner_stops(std::string text);
// Straight double marks to curly ones, white space to single spaces.
[[nodiscard]] std::string tidy(std::string_view text);

} // namespace entente::generate
