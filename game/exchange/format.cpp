#include "exchange/format.h"

#include "deck/xml_reader.h"
#include "deck/xml_writer.h"
#include "exchange/formats.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>

namespace entente::exchange {

namespace {

bool looks_like_entente(std::string_view bytes) {
  return bytes.substr(0, 4096).find("urn:entente:deck") != std::string_view::npos;
}
bool anything(std::string_view) { return true; }

constexpr std::array<std::string_view, 1> xml = {".xml"};
constexpr std::array<std::string_view, 2> csv = {".csv", ".txt"};
constexpr std::array<std::string_view, 1> tsv = {".tsv"};
constexpr std::array<std::string_view, 2> gift = {".gift", ".txt"};
constexpr std::array<std::string_view, 2> aiken = {".aiken", ".txt"};
constexpr std::array<std::string_view, 1> txt = {".txt"};
constexpr std::array<std::string_view, 2> apkg = {".apkg", ".colpkg"};
constexpr std::array<std::string_view, 1> cards = {".cards"};
constexpr std::array<std::string_view, 1> kvtml = {".kvtml"};
constexpr std::array<std::string_view, 2> zip = {".zip", ".xml"};
constexpr std::array<std::string_view, 1> xlsx = {".xlsx"};

// Where several share an extension, the first that likes the look of the bytes reads it, and the
// first writes it.
constexpr Format table[] = {
    {"entente", "Entente deck", xml, looks_like_entente, read_entente, write_entente},
    {"csv", "CSV, with Anki's headers", csv, looks_like_csv, read_csv, write_csv},
    {"tsv", "Tab-separated, with Anki's headers", tsv, anything, read_csv, write_tsv},
    {"gift", "GIFT (Moodle)", gift, looks_like_gift, read_gift, write_gift},
    {"aiken", "Aiken (Moodle)", aiken, looks_like_aiken, read_aiken, write_aiken},
    {"moodle", "Moodle XML", xml, looks_like_moodle, read_moodle, write_moodle},
    {"anki", "Anki package", apkg, anything, read_anki, write_anki},
    {"mnemosyne", "Mnemosyne cards", cards, anything, read_mnemosyne, nullptr},
    {"kvtml", "KVTML (Parley)", kvtml, anything, read_kvtml, write_kvtml},
    {"qti", "QTI package", zip, looks_like_qti, read_qti, write_qti},
    {"kahoot", "Kahoot spreadsheet", xlsx, anything, nullptr, write_kahoot},
    {"quizlet", "Quizlet text", txt, anything, read_quizlet, write_quizlet},
};

bool has_extension(const Format& format, std::string_view extension) {
  return std::ranges::find(format.extensions, text::lower(extension, "en")) !=
         format.extensions.end();
}

core::Error nothing_found(const Format& format, const Incoming& incoming, const Report& report) {
  std::string advice = "Is it another format? Name it with --from.";
  for (const Note& note : report.notes())
    if (note.fate == Fate::dropped) advice = "The first thing left out: " + describe(note);
  return {core::ErrorCode::malformed,
          "No card was found in it, read as " + std::string(format.title) + ".", incoming.name,
          std::move(advice)};
}

void count_kept(const Imported& imported, Report& report) {
  const auto count = [](const auto& list) { return static_cast<int>(list.size()); };
  report.kept("cards", count(imported.deck.cards));
  report.kept("categories", count(imported.deck.categories));
  report.kept("pictures", count(imported.media));
  report.kept("answers of the history", count(imported.learned.reviews));
  report.kept("suspended cards", count(imported.learned.suspended));
}

} // namespace

std::span<const Format> formats() { return table; }

const Format* find_format(std::string_view name) {
  const auto found = std::ranges::find(table, name, &Format::name);
  return found == std::end(table) ? nullptr : &*found;
}

const Format* format_for_reading(std::string_view extension, std::string_view bytes) {
  for (const Format& format : table)
    if (format.read != nullptr && has_extension(format, extension) && format.looks_like(bytes))
      return &format;
  return nullptr;
}

const Format* format_for_writing(std::string_view extension) {
  for (const Format& format : table)
    if (format.write != nullptr && has_extension(format, extension) &&
        format.extensions.front() == text::lower(extension, "en"))
      return &format;
  return nullptr;
}

core::Result<Imported> read(const Format& format, const Incoming& incoming) {
  if (format.read == nullptr)
    return core::Error{core::ErrorCode::unsupported,
                       std::string(format.title) + " can be written only.", incoming.name, ""};
  auto imported = format.read(incoming);
  if (!imported) return imported;
  if (imported->deck.cards.empty()) return nothing_found(format, incoming, imported->report);
  count_kept(*imported, imported->report);
  return imported;
}

core::Result<Exported> write(const Format& format, const Outgoing& outgoing) {
  if (format.write == nullptr)
    return core::Error{core::ErrorCode::unsupported,
                       std::string(format.title) + " can be read only.", "", ""};
  auto exported = format.write(outgoing);
  if (!exported) return exported;
  int dropped = 0;
  for (const Note& note : exported->report.notes())
    if (note.fate == Fate::dropped && note.what.starts_with("card ")) dropped += note.count;
  exported->report.kept("cards", static_cast<int>(outgoing.deck.cards.size()) - dropped);
  return exported;
}

core::Result<Imported> read_entente(const Incoming& incoming) {
  auto reading = deck::read_deck(incoming.bytes, incoming.name);
  if (!reading) return reading.error();
  Imported imported;
  imported.deck = std::move(reading->deck);
  for (const deck::Problem& problem : reading->problems)
    imported.report.changed("problem", problem.message + " " + problem.advice,
                            "line " + std::to_string(problem.place.line));
  return imported;
}

core::Result<Exported> write_entente(const Outgoing& outgoing) {
  return Exported{deck::write_deck(outgoing.deck), {}};
}

} // namespace entente::exchange
