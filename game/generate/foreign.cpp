#include "generate/foreign.h"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::generate {

namespace {

struct Script {
  unsigned char first, last; // of the lead bytes in UTF-8
  const char* name;
};

// By the lead bytes of their blocks; near enough to name what a text is written in.
constexpr std::array<Script, 6> scripts = {{{0xCE, 0xCF, "Greek"},
                                            {0xD0, 0xD3, "Cyrillic"},
                                            {0xD6, 0xD7, "Hebrew"},
                                            {0xD8, 0xDB, "Arabic"},
                                            {0xE3, 0xE9, "Chinese or Japanese"},
                                            {0xEA, 0xED, "Korean"}}};

// The script of most words, with Latin and everything unnamed as null.
const char* script_of(const Document& document) {
  std::array<std::size_t, scripts.size()> counts{};
  std::size_t words = 0;
  for (std::size_t t = 0; t < document.tokens.size(); ++t) {
    if (!document.tokens[t].is(shape::word)) continue;
    ++words;
    const auto lead = static_cast<unsigned char>(document.form(t)[0]);
    for (std::size_t s = 0; s < scripts.size(); ++s)
      counts[s] += lead >= scripts[s].first && lead <= scripts[s].last;
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  return *most * 2 > words ? scripts[static_cast<std::size_t>(most - counts.begin())].name
                           : nullptr;
}

// English prose has about four such words in ten; a list of names has fewer than one.
bool has_function_words(const Document& document, const Language& language) {
  constexpr std::size_t fewest_words = 40, one_in = 10;
  const Classes function = language.lexicon.class_bit("DET") | language.lexicon.class_bit("PREP") |
                           language.lexicon.class_bit("CONJ") | language.lexicon.class_bit("BE");
  std::size_t words = 0, known = 0;
  for (const Token& token : document.tokens) {
    if (!token.is(shape::word)) continue;
    ++words;
    known += token.is(function);
  }
  return words < fewest_words || known * one_in >= words;
}

} // namespace

std::string what_is_foreign(const Document& document, const Language& language) {
  const std::string rest =
      " Quotations and numbers were looked for; speakers, dates in words, persons "
      "and questions cannot be found without rules for that language.";
  if (const char* script = script_of(document))
    return std::string("The text is in ") + script + " letters, the rules are for \u201C" +
           language.code + "\u201D." + rest;
  if (!has_function_words(document, language))
    return "The text does not look like \u201C" + language.code +
           "\u201D, which the rules are for." + rest;
  return {};
}

} // namespace entente::generate
