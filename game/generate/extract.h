#pragma once

// Stages 1 to 6 in a row: an article's text to the facts found in it.

#include "generate/calendar.h"
#include "generate/corrections.h"
#include "generate/facts.h"
#include "generate/rules.h"
#include "generate/segment.h"

#include <functional>
#include <optional>

namespace entente::generate {

struct Article {
  Document document;
  std::vector<Marked> marked;
  Facts facts;
  // Corrections that no longer fit anything, by their line.
  std::vector<std::string> unmatched;
};

struct ExtractOptions {
  std::string id; // of the article: its file name without ending
  std::optional<PartialDate> published;
  Corrections corrections;
  // Called with the share done, 0 to 1; long texts only.
  std::function<void(double)> progress = [](double) {};
};

// text: valid UTF-8.
[[nodiscard]] Article extract(std::string text, const Language& language,
                              const ExtractOptions& options);

} // namespace entente::generate
