// Anki packages in: .apkg and .colpkg of all three generations. The two newer ones also hold a
// dummy collection.anki2 ("Please update"), so the version is decided first.

#include "exchange/anki.h"
#include "exchange/archive.h"
#include "exchange/fields.h"
#include "exchange/formats.h"
#include "exchange/html.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <unordered_map>

namespace entente::exchange {

namespace {

using MediaNames = std::map<std::string, std::string>; // name -> member of the zip

struct Package {
  anki::Collection collection;
  MediaNames media;
  bool packed = false; // each media file by zstd
};

core::Result<MediaNames> media_of_json(const std::string& text, const std::string& where) {
  MediaNames names;
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object())
    return core::Error{core::ErrorCode::malformed, "The list of pictures is not JSON.", where,
                       "Export it from Anki again."};
  for (const auto& [member, name] : json.items())
    if (name.is_string()) names[name.get<std::string>()] = member;
  return names;
}

// MediaEntries{entries = 1: {name = 1, size = 2, sha1 = 3}}; the nth is the zip's member "n".
MediaNames media_of_proto(std::string_view bytes) {
  MediaNames names;
  std::size_t n = 0;
  for (const anki::ProtoField& entry : anki::read_proto(bytes)) {
    if (entry.number != 1) continue;
    for (const anki::ProtoField& field : anki::read_proto(entry.bytes))
      if (field.number == 1) names[std::string(field.bytes)] = std::to_string(n);
    ++n;
  }
  return names;
}

core::Result<Package> open_package(Archive& archive, const std::string& name) {
  Package package;
  package.packed = archive.has("collection.anki21b");
  const char* member = package.packed                     ? "collection.anki21b"
                       : archive.has("collection.anki21") ? "collection.anki21"
                                                          : "collection.anki2";
  const std::string where = name + "/" + member;
  auto bytes = archive.read(member);
  if (!bytes && bytes.error().code == core::ErrorCode::not_found)
    return core::Error{core::ErrorCode::malformed, "It holds no collection of Anki's.", name,
                       "Export the deck from Anki as .apkg again."};
  if (bytes && package.packed) bytes = unpack_zstd(*bytes, where);
  if (!bytes) return bytes.error();
  auto collection = anki::read_collection(*bytes, where);
  if (!collection) return collection.error();
  package.collection = std::move(*collection);
  if (!archive.has("media")) return package;
  auto media = archive.read("media");
  if (media && package.packed) media = unpack_zstd(*media, name + "/media");
  if (!media) return media.error();
  auto names = package.packed ? core::Result<MediaNames>(media_of_proto(*media))
                              : media_of_json(*media, name + "/media");
  if (!names) return names.error();
  package.media = std::move(*names);
  return package;
}

// The fields a template shows, in order: {{filter:Field}}, but not {{#if}} and {{FrontSide}}.
std::vector<std::string> fields_shown(std::string_view html) {
  static const std::set<std::string, std::less<>> own = {"FrontSide", "Tags", "Deck",    "Subdeck",
                                                         "Card",      "Type", "CardFlag"};
  std::vector<std::string> fields;
  for (std::size_t at = html.find("{{"); at != std::string_view::npos; at = html.find("{{", at)) {
    const std::size_t end = html.find("}}", at);
    if (end == std::string_view::npos) break;
    std::string_view inside = html.substr(at + 2, end - at - 2);
    at = end + 2;
    if (inside.empty() || std::string_view("#^/!").find(inside.front()) != std::string_view::npos)
      continue;
    if (const std::size_t colon = inside.rfind(':'); colon != std::string_view::npos)
      inside.remove_prefix(colon + 1);
    const bool seen = std::ranges::find(fields, inside) != fields.end();
    if (!seen && !own.contains(inside)) fields.emplace_back(inside);
  }
  return fields;
}

std::string common_root(const anki::Collection& collection) {
  std::set<std::string> roots;
  for (const anki::Card& card : collection.cards)
    if (const auto deck = collection.decks.find(card.deck); deck != collection.decks.end())
      roots.insert(deck->second.substr(0, deck->second.find("::")));
  return roots.size() == 1 ? *roots.begin() : "";
}

class Reader {
public:
  Reader(Package package, Archive& archive, const Incoming& incoming, Imported& imported)
      : package_(std::move(package)),
        archive_(archive),
        imported_(imported),
        builder_(incoming.title, imported.report) {
    root_ = common_root(package_.collection);
    if (!root_.empty() && root_ != "Default") builder_.set_title(root_);
  }

  core::Status read() {
    auto card = package_.collection.cards.begin();
    const auto end = package_.collection.cards.end();
    for (const anki::Note& note : package_.collection.notes) { // both by note id
      while (card != end && card->note < note.id) ++card;
      for (; card != end && card->note == note.id; ++card) read_card(note, *card);
    }
    read_reviews();
    imported_.deck = builder_.take();
    return read_media();
  }

private:
  [[nodiscard]] std::string category_of(const anki::Card& card) {
    const auto deck = package_.collection.decks.find(card.deck);
    if (deck == package_.collection.decks.end()) return {};
    std::string path = deck->second;
    if (path.starts_with(root_ + "::")) path = path.substr(root_.size() + 2);
    return builder_.category(path);
  }

  void read_card(const anki::Note& note, const anki::Card& card) {
    where_ = "note " + note.guid;
    const auto type = package_.collection.types.find(note.type);
    if (type == package_.collection.types.end()) {
      imported_.report.dropped("card of an unknown note type", "The package does not hold it.",
                               where_);
      return;
    }
    deck::Card ours;
    ours.id = note.guid + (card.ordinal > 0 ? "-" + std::to_string(card.ordinal + 1) : "");
    ours.category = category_of(card);
    ours.tags = words_of_tags(note.tags);
    if (is_own(type->second))
      read_own(note, type->second, ours);
    else if (type->second.cloze)
      read_cloze(note, card, type->second, ours);
    else
      read_sides(note, card, type->second, ours);
    const std::string id = builder_.add(std::move(ours), where_);
    if (id.empty()) return;
    ids_[card.id] = id;
    if (card.suspended) imported_.learned.suspended.push_back(id);
  }

  static std::vector<std::string> words_of_tags(const std::string& tags) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : tags + " ") {
      if (c != ' ')
        word += c;
      else if (!word.empty())
        words.push_back(std::exchange(word, ""));
    }
    return words;
  }

  // Made by Entente: its fields are the columns of a card.
  static bool is_own(const anki::NoteType& type) {
    return type.name.starts_with("Entente") &&
           std::ranges::find(type.fields, title(Column::kind)) != type.fields.end();
  }

  std::string value(const anki::Note& note, std::size_t field, deck::Card& card,
                    bool sounds = true) {
    if (field >= note.fields.size()) return {};
    HtmlWords words = words_of_html(note.fields[field], sounds);
    report_html(words, imported_.report, where_);
    for (const std::string& image : words.images)
      if (card.image.empty()) card.image = image;
    return std::move(words.text);
  }

  void read_own(const anki::Note& note, const anki::NoteType& type, deck::Card& card) {
    Row row;
    for (std::size_t i = 0; i < type.fields.size(); ++i)
      if (const auto column = find_column(type.fields[i]))
        row[static_cast<std::size_t>(*column)] = value(note, i, card, false);
    const auto tags = std::move(card.tags);
    const auto image = std::move(card.image);
    card = card_of(row, builder_, imported_.report, where_);
    card.tags = tags;
    card.image = image;
  }

  void read_cloze(const anki::Note& note, const anki::Card& card, const anki::NoteType& type,
                  deck::Card& ours) {
    std::string text;
    for (std::size_t i = 0; i < note.fields.size(); ++i) {
      std::string words = value(note, i, ours);
      if (text.empty() && has_cloze_gap(words))
        text = std::move(words);
      else
        add_rest(i < type.fields.size() ? type.fields[i] : "", words, ours);
    }
    const std::string id = ours.id;
    auto all = cloze_cards(text, ours);
    // Numbers may have gaps: the ordinal is the gap's number less one.
    const auto at = static_cast<std::size_t>(card.ordinal);
    if (all.empty() || card.ordinal < 0) return;
    ours = all.size() > at ? std::move(all[at]) : std::move(all.back());
    ours.id = id;
  }

  static void add_rest(const std::string& field, const std::string& words, deck::Card& card) {
    if (words.empty()) return;
    if (find_column(field) == Column::hint)
      card.hint = words;
    else
      card.explanation += (card.explanation.empty() ? "" : "\n\n") + words;
  }

  void read_sides(const anki::Note& note, const anki::Card& card, const anki::NoteType& type,
                  deck::Card& ours) {
    const auto at = static_cast<std::size_t>(std::max(card.ordinal, 0));
    if (at >= type.templates.size()) return;
    const auto front = fields_shown(type.templates[at].front);
    const auto field_value = [&](const std::string& name) {
      const auto found = std::ranges::find(type.fields, name);
      const auto place = static_cast<std::size_t>(found - type.fields.begin());
      return found == type.fields.end() ? std::string() : value(note, place, ours);
    };
    for (const std::string& field : front) {
      const std::string words = field_value(field);
      if (!words.empty()) ours.prompt += (ours.prompt.empty() ? "" : "\n") + words;
    }
    if (ours.prompt.empty() && !ours.image.empty()) ours.prompt = "What does the picture show?";
    for (const std::string& field : fields_shown(type.templates[at].back)) {
      if (std::ranges::find(front, field) != front.end()) continue;
      std::string words = field_value(field);
      if (ours.answer.text.empty())
        ours.answer.text = std::move(words);
      else
        add_rest(field, words, ours);
    }
  }

  void read_reviews() {
    for (const anki::Review& review : package_.collection.reviews) {
      const auto card = ids_.find(review.card);
      if (card == ids_.end()) continue;
      imported_.learned.reviews.push_back(
          {card->second,
           {review.at_ms, 0},
           static_cast<memory::Grade>(review.ease),
           std::clamp<std::int64_t>(review.taken_ms, 0, 3'600'000)});
    }
  }

  // The pictures that cards show, under names that stay where they are put.
  core::Status read_media() {
    std::set<std::string> used;
    for (deck::Card& card : imported_.deck.cards) {
      if (card.image.empty()) continue;
      const auto found = package_.media.find(card.image);
      if (found == package_.media.end() || !safe_name(card.image)) {
        imported_.report.dropped("picture", "It is not in the package, or its name is a path.",
                                 card.id);
        card.image.clear();
      } else if (used.insert(card.image).second) {
        auto bytes = archive_.read(found->second);
        if (bytes && package_.packed) bytes = unpack_zstd(*bytes, card.image);
        if (!bytes) return bytes.error();
        imported_.media.push_back({card.image, std::move(*bytes)});
      }
    }
    const auto unused = static_cast<int>(package_.media.size() - used.size());
    if (unused > 0)
      imported_.report.dropped("media file", "No card shows it, or it is a sound.", "", unused);
    return core::Done{};
  }

  Package package_;
  Archive& archive_;
  Imported& imported_;
  DeckBuilder builder_;
  std::string root_, where_;
  std::unordered_map<std::int64_t, std::string> ids_; // of cards
};

} // namespace

core::Result<Imported> read_anki(const Incoming& incoming) {
  auto archive = Archive::open(incoming.bytes, incoming.name);
  if (!archive) return archive.error();
  auto package = open_package(*archive, incoming.name);
  if (!package) return package.error();
  Imported imported;
  Reader reader(std::move(*package), *archive, incoming, imported);
  if (const auto done = reader.read(); !done) return done.error();
  return imported;
}

} // namespace entente::exchange
