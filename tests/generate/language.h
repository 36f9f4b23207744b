#pragma once

// The English rules, loaded once for all tests of this folder.

#include "generate/extract.h"
#include "support/shared.h"

#include <fstream>
#include <iterator>

namespace entente::tests {

inline const generate::Language& english() {
  static const auto language = generate::load_language(root() / "assets", "en");
  REQUIRE_MESSAGE(language.has_value(), (language ? "" : core::describe(language.error())));
  return *language;
}

inline generate::Article extract(const std::string& text, const std::string& published = "") {
  generate::ExtractOptions options;
  options.id = "test";
  options.published = generate::read_date(published);
  return generate::extract(text, english(), options);
}

inline std::string read_whole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::string read_shared(const std::string& relative) {
  return read_whole(shared_folder() / relative);
}

inline const generate::QuoteFact* find_quote(const generate::Article& article,
                                             std::string_view words) {
  for (const auto& quote : article.facts.quotes)
    if (article.document.words(quote.span).find(words) != std::string_view::npos) return &quote;
  return nullptr;
}

inline std::string speaker_of(const generate::Article& article, std::string_view words) {
  const auto* quote = find_quote(article, words);
  return quote == nullptr ? "no such quotation" : quote->speaker;
}

} // namespace entente::tests
