#include "service/deck_exchange.h"

#include "core/file.h"
#include "deck/deck_file.h"

#include <algorithm>
#include <set>

namespace entente::service {

namespace fs = std::filesystem;

namespace {

core::Error no_format(const fs::path& path, bool reading) {
  return {core::ErrorCode::usage,
          std::string("The file's name does not say which format ") +
              (reading ? "it is." : "to write."),
          path.string(), "Name it: " + format_names(reading) + "."};
}

core::Result<const exchange::Format*> format_of(const fs::path& path, const ExchangeChoice& choice,
                                                const exchange::Format* guessed, bool reading) {
  const exchange::Format* format =
      choice.format.empty() ? guessed : exchange::find_format(choice.format);
  if (format != nullptr) return format;
  if (choice.format.empty()) return no_format(path, reading);
  return core::Error{core::ErrorCode::usage, "There is no format \"" + choice.format + "\".", "",
                     "There are " + format_names(reading) + "."};
}

// Where our own deck lies, its pictures lie too.
void load_pictures(const fs::path& path, exchange::Imported& imported) {
  const auto load = pictures_in(path.parent_path());
  for (const deck::Card& card : imported.deck.cards) {
    const bool there = std::ranges::find(imported.media, card.image, &exchange::Media::name) !=
                       imported.media.end();
    if (card.image.empty() || there) continue;
    if (auto bytes = load(card.image)) imported.media.push_back({card.image, std::move(*bytes)});
  }
}

core::Status save_pictures(const exchange::Imported& imported, const fs::path& folder) {
  std::error_code error;
  if (!imported.media.empty()) fs::create_directories(folder, error);
  for (const exchange::Media& media : imported.media) {
    const fs::path file = folder / fs::path(media.name).filename();
    if (auto done = core::write_file(file, media.bytes); !done) return done;
  }
  return core::Done{};
}

// An answer of another program: which form it took and what was said is not known.
history::Answer answer_of(const std::string& deck, const exchange::Review& review) {
  history::Answer answer;
  answer.deck = deck;
  answer.card = review.card;
  answer.session = deck + "-imported";
  answer.form = deck::Form::flip;
  answer.proposed = answer.given = review.grade;
  answer.verdict =
      review.grade == memory::Grade::again ? judge::Verdict::wrong : judge::Verdict::right;
  answer.taken_ms = review.taken_ms;
  return answer;
}

} // namespace

core::Result<exchange::Learned> learned_of_deck(const history::History& history,
                                                const std::string& deck) {
  exchange::Learned learned;
  history::Filter filter;
  filter.deck = deck;
  filter.answers_only = true;
  const auto rows = history.rows(filter);
  if (!rows) return rows.error();
  for (const history::Row& row : *rows)
    if (const auto* answer = std::get_if<history::Answer>(&row.event); answer && answer->counts)
      learned.reviews.push_back({answer->card, row.at, answer->given, answer->taken_ms});
  auto states = history.states(deck);
  if (!states) return states.error();
  for (auto& state : *states) {
    if (state.suspended) learned.suspended.push_back(state.card);
    learned.progress[state.card] = std::move(state);
  }
  return learned;
}

core::Result<int> keep_learned(history::History& history, const std::string& deck,
                               const exchange::Learned& learned, core::Moment now) {
  const auto known = learned_of_deck(history, deck);
  if (!known) return known.error();
  std::set<std::pair<std::string, std::int64_t>> there;
  for (const exchange::Review& review : known->reviews)
    there.emplace(review.card, review.at.utc_ms);
  std::vector<std::pair<core::Moment, history::Event>> events;
  for (const exchange::Review& review : learned.reviews)
    if (there.emplace(review.card, review.at.utc_ms).second)
      events.emplace_back(review.at, answer_of(deck, review));
  const int fresh = static_cast<int>(events.size());
  for (const std::string& card : learned.suspended)
    if (std::ranges::find(known->suspended, card) == known->suspended.end())
      events.emplace_back(now, history::Suspension{deck, card, true});
  if (events.empty()) return 0;
  if (auto done = history.append_past(events); !done) return done.error();
  return fresh;
}

std::string format_names(bool reading) {
  std::string names;
  for (const exchange::Format& format : exchange::formats())
    if (reading ? format.read != nullptr : format.write != nullptr)
      names += (names.empty() ? "" : ", ") + std::string(format.name);
  return names;
}

core::Result<exchange::Imported> import_file(const fs::path& path, const ExchangeChoice& choice) {
  const auto bytes = core::read_file(path, exchange::max_file_bytes);
  if (!bytes) return bytes.error();
  const auto format = format_of(
      path, choice, exchange::format_for_reading(path.extension().string(), *bytes), true);
  if (!format) return format.error();
  auto imported =
      exchange::read(**format, {*bytes, path.string(), path.stem().string(), choice.separators});
  if (imported && (*format)->name == "entente") load_pictures(path, *imported);
  return imported;
}

core::Status save_deck(const exchange::Imported& imported, const fs::path& file) {
  const std::string folder = file.stem().string() + "-media";
  if (auto done = save_pictures(imported, file.parent_path() / folder); !done) return done;
  deck::Deck deck = imported.deck;
  for (deck::Card& card : deck.cards)
    if (std::ranges::find(imported.media, card.image, &exchange::Media::name) !=
        imported.media.end())
      card.image = folder + "/" + fs::path(card.image).filename().string();
  return deck::write_deck_file(deck, file);
}

exchange::LoadMedia pictures_in(const fs::path& pictures) {
  return [pictures](const std::string& name) {
    return core::read_file(pictures / name, exchange::max_text_bytes);
  };
}

core::Result<exchange::Report> export_file(const exchange::Outgoing& outgoing, const fs::path& file,
                                           const ExchangeChoice& choice) {
  const auto format =
      format_of(file, choice, exchange::format_for_writing(file.extension().string()), false);
  if (!format) return format.error();
  auto exported = exchange::write(**format, outgoing);
  if (!exported) return exported.error();
  if (auto done = core::write_file(file, exported->bytes); !done) return done.error();
  return std::move(exported->report);
}

} // namespace entente::service
