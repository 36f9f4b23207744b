#pragma once

// The words in a piece of HTML, as others keep their fields. Nothing is fetched or run.

#include "exchange/report.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

struct HtmlWords {
  std::string text;                // line breaks as \n, paragraphs parted by an empty line
  std::vector<std::string> images; // their src
  int sounds = 0;                  // [sound:...], <audio>, <video>
  bool formatted = false;          // bold, colours, tables ... that words alone do not show
};
// `anki`: [sound:...] within the words is a sound.
[[nodiscard]] HtmlWords words_of_html(std::string_view html, bool anki = false);

// The other way: words as HTML that reads back to the same.
[[nodiscard]] std::string html_of_words(std::string_view words);

// What was lost on the way to words; further images than the first.
void report_html(const HtmlWords& words, Report& report, const std::string& where);

} // namespace entente::exchange
