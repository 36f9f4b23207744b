#pragma once

// What a learner has chosen for single decks, in a file of their own: the seminar and those before
// it, another memory model, another wanted recall. Sections by deck id, `name = value` a line, so
// that a person may edit it; a line that cannot be read is reported and left out.

#include "service/seminar.h"
#include "service/settings.h"

#include <filesystem>
#include <map>

namespace entente::service {

struct DeckChoices {
  std::optional<Seminar> seminar;             // to come, or over and not yet asked about
  std::optional<SeminarForecast> forecast;    // of it
  std::vector<PastSeminar> past;              // oldest first
  std::optional<memory::Algorithm> algorithm; // none: as in the settings
  std::optional<double> wanted_recall;        // none: as in the settings

  bool operator==(const DeckChoices&) const = default;
};

using ChoicesByDeck = std::map<std::string, DeckChoices>;

struct ChoicesReading {
  ChoicesByDeck choices;
  std::vector<core::Error> problems; // where = FILE:LINE
};

[[nodiscard]] ChoicesReading parse_choices(std::string_view text, const std::string& file);
[[nodiscard]] std::string write_choices(const ChoicesByDeck& choices);

// A missing file gives none.
[[nodiscard]] ChoicesReading load_choices(const std::filesystem::path& folder);
[[nodiscard]] core::Status save_choices(const std::filesystem::path& folder,
                                        const ChoicesByDeck& choices);

// "2026-05-28" to a day; none when there is no such day.
[[nodiscard]] std::optional<core::Day> read_date(std::string_view text);

} // namespace entente::service
