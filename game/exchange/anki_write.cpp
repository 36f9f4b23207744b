// Anki packages out, in the oldest generation (schema 11), which every Anki reads. One note type of
// our own, whose fields are a card's columns, so that nothing is lost on the way back.

#include "core/random.h"
#include "exchange/anki.h"
#include "exchange/archive.h"
#include "exchange/fields.h"
#include "exchange/formats.h"
#include "exchange/html.h"
#include "exchange/losses.h"
#include "history/sqlite.h"

#include <algorithm>
#include <cmath>
#include <glib.h>
#include <nlohmann/json.hpp>
#include <set>

namespace entente::exchange {

namespace {

using Json = nlohmann::json;
using history::Database;
using history::Statement;

constexpr std::int64_t note_type_id =
    1763900000001; // the same in every package: Anki knows it again
constexpr std::int64_t ms_per_day = core::ms_per_day;

// The question comes first: Anki shows and compares the first field.
constexpr Column field_order[] = {
    Column::prompt, Column::answer,    Column::explanation, Column::hint,  Column::image,
    Column::wrong,  Column::why_wrong, Column::accepted,    Column::cloze, Column::kind,
    Column::source, Column::paragraph, Column::category,    Column::forms, Column::id};

constexpr const char* front = R"(<div class="question">{{Question}}</div>{{Image}}
{{#Hint}}<div class="hint">{{hint:Hint}}</div>{{/Hint}})";
constexpr const char* back = R"({{FrontSide}}<hr id="answer"><div class="answer">{{Answer}}</div>
<div class="explanation">{{Explanation}}</div>
{{#Source}}<div class="source">{{Source}} {{#Paragraph}}&sect; {{Paragraph}}{{/Paragraph}}</div>{{/Source}})";
constexpr const char* css =
    R"(.card { font: 20px "Noto Serif", serif; text-align: center; max-width: 36em; margin: 0 auto; }
.answer { font-weight: bold; }
.explanation, .source, .hint { font-size: 16px; margin-top: 1em; }
.source { color: #777; }
img { max-width: 100%; max-height: 40vh; })";

constexpr const char* schema = R"(
CREATE TABLE col (id integer primary key, crt integer not null, mod integer not null,
  scm integer not null, ver integer not null, dty integer not null, usn integer not null,
  ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
  mod integer not null, usn integer not null, tags text not null, flds text not null,
  sfld integer not null, csum integer not null, flags integer not null, data text not null);
CREATE TABLE cards (id integer primary key, nid integer not null, did integer not null,
  ord integer not null, mod integer not null, usn integer not null, type integer not null,
  queue integer not null, due integer not null, ivl integer not null, factor integer not null,
  reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
CREATE TABLE revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,
  time integer not null, type integer not null);
CREATE TABLE graves (usn integer not null, oid integer not null, type integer not null);
CREATE INDEX ix_notes_usn on notes (usn);
CREATE INDEX ix_cards_usn on cards (usn);
CREATE INDEX ix_revlog_usn on revlog (usn);
CREATE INDEX ix_cards_nid on cards (nid);
CREATE INDEX ix_cards_sched on cards (did, queue, due);
CREATE INDEX ix_revlog_cid on revlog (cid);
CREATE INDEX ix_notes_csum on notes (csum);
)";

std::int64_t stable_id(std::string_view words) { // milliseconds within 2014..2020, as ids look
  return 1'400'000'000'000 + static_cast<std::int64_t>(core::hash(words) % 190'000'000'000ULL);
}

Json note_type(std::int64_t now_s, std::int64_t deck) {
  Json fields = Json::array();
  for (const Column column : field_order)
    fields.push_back({{"name", title(column)},
                      {"ord", fields.size()},
                      {"sticky", false},
                      {"rtl", false},
                      {"font", "Noto Serif"},
                      {"size", 20},
                      {"media", Json::array()}});
  const Json sides = {{"name", "Card 1"}, {"ord", 0},    {"qfmt", front}, {"afmt", back},
                      {"did", nullptr},   {"bqfmt", ""}, {"bafmt", ""}};
  return {{"id", note_type_id},
          {"name", "Entente"},
          {"type", 0},
          {"mod", now_s},
          {"usn", -1},
          {"sortf", 0},
          {"did", deck},
          {"tmpls", Json::array({sides})},
          {"flds", fields},
          {"css", css},
          {"latexPre", ""},
          {"latexPost", ""},
          {"tags", Json::array()},
          {"vers", Json::array()},
          {"req", Json::array({Json::array({0, "any", Json::array({0})})})}};
}

Json deck_entry(std::int64_t id, const std::string& name, std::int64_t now_s) {
  const Json none = Json::array({0, 0});
  return {{"id", id},           {"name", name},     {"desc", ""},       {"dyn", 0},
          {"collapsed", false}, {"conf", 1},        {"extendNew", 0},   {"extendRev", 50},
          {"newToday", none},   {"revToday", none}, {"lrnToday", none}, {"timeToday", none},
          {"mod", now_s},       {"usn", -1}};
}

Json deck_options() {
  return {{"1",
           {{"id", 1},
            {"name", "Default"},
            {"mod", 0},
            {"usn", 0},
            {"autoplay", true},
            {"maxTaken", 60},
            {"replayq", true},
            {"timer", 0},
            {"new",
             {{"bury", true},
              {"delays", {1, 10}},
              {"initialFactor", 2500},
              {"ints", {1, 4, 7}},
              {"order", 1},
              {"perDay", 20},
              {"separate", true}}},
            {"lapse",
             {{"delays", {10}}, {"leechAction", 0}, {"leechFails", 8}, {"minInt", 1}, {"mult", 0}}},
            {"rev",
             {{"bury", true},
              {"ease4", 1.3},
              {"fuzz", 0.05},
              {"ivlFct", 1},
              {"maxIvl", 36500},
              {"minSpace", 1},
              {"perDay", 200}}}}}};
}

Json configuration() {
  return {{"activeDecks", {1}},     {"addToCur", true},         {"collapseTime", 1200},
          {"curDeck", 1},           {"curModel", note_type_id}, {"dueCounts", true},
          {"estTimes", true},       {"newSpread", 0},           {"nextPos", 1},
          {"sortBackwards", false}, {"sortType", "noteFld"},    {"timeLim", 0}};
}

// First eight hexadecimal digits of SHA-1 of the first field, as a number.
std::int64_t checksum(const std::string& words) {
  char* hex = g_compute_checksum_for_data(
      G_CHECKSUM_SHA1, reinterpret_cast<const guchar*>(words.data()), words.size());
  const std::int64_t value = std::stoll(std::string(hex).substr(0, 8), nullptr, 16);
  g_free(hex);
  return value;
}

std::string flat_name(std::string name) {
  std::ranges::replace_if(name, [](char c) { return c == '/' || c == '\\' || c == ':'; }, '_');
  return name;
}

class Writer {
public:
  Writer(const Outgoing& outgoing, Exported& exported)
      : outgoing_(outgoing), exported_(exported), database_(Database::in_memory({}, "apkg")) {
    now_s_ = outgoing.now.utc_ms / 1000;
    first_ms_ = outgoing.now.utc_ms;
    for (const Review& review : outgoing.learned.reviews)
      first_ms_ = std::min(first_ms_, review.at.utc_ms);
    first_ms_ -= first_ms_ % ms_per_day; // Anki counts days from here
  }

  core::Result<std::string> write() {
    database_.run(schema);
    write_collection();
    for (const deck::Card& card : outgoing_.deck.cards) write_card(card);
    write_reviews();
    return package();
  }

private:
  std::int64_t deck_id(const std::string& path) {
    const auto [found, added] = decks_.emplace(path, stable_id("deck " + path));
    return found->second;
  }
  std::string deck_path(const deck::Card& card) const {
    const deck::Category* category = deck::find_category(outgoing_.deck, card.category);
    const bool single = outgoing_.deck.categories.size() < 2 || !category;
    return single ? outgoing_.deck.title : outgoing_.deck.title + "::" + category->name;
  }

  void write_collection() {
    Json decks = {{"1", deck_entry(1, "Default", now_s_)}};
    const std::int64_t root = deck_id(outgoing_.deck.title);
    for (const deck::Card& card : outgoing_.deck.cards) deck_id(deck_path(card));
    for (const auto& [path, id] : decks_) decks[std::to_string(id)] = deck_entry(id, path, now_s_);
    const Json models = {{std::to_string(note_type_id), note_type(now_s_, root)}};
    Statement row(database_, "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')");
    row.bind(first_ms_ / 1000).bind(now_s_ * 1000).bind(now_s_ * 1000);
    row.bind(configuration().dump()).bind(models.dump()).bind(decks.dump());
    row.bind(deck_options().dump()).run();
  }

  std::string image_field(const deck::Card& card) {
    if (card.image.empty()) return {};
    const std::string name = flat_name(card.image);
    if (names_.insert(name).second) {
      auto bytes =
          outgoing_.load_media
              ? outgoing_.load_media(card.image)
              : core::Result<std::string>(core::Error{core::ErrorCode::not_found, "", "", ""});
      if (!bytes) {
        exported_.report.dropped("picture", "Its file could not be read.", card.id);
        return {};
      }
      media_.push_back({name, std::move(*bytes)});
    }
    return "<img src=\"" + html_of_words(name) + "\">";
  }

  std::string joined_fields(const deck::Card& card) {
    const Row row = row_of(outgoing_.deck, card);
    std::string all;
    for (const Column column : field_order) {
      if (column != field_order[0]) all += anki::field_separator;
      all += column == Column::image ? image_field(card)
                                     : html_of_words(row[static_cast<std::size_t>(column)]);
    }
    return all;
  }

  void write_card(const deck::Card& card) {
    const std::string guid = outgoing_.deck.id + "/" + card.id;
    const std::int64_t id = stable_id(outgoing_.deck.id) + static_cast<std::int64_t>(ids_.size());
    ids_[card.id] = id;
    const Row row = row_of(outgoing_.deck, card);
    const std::string question = html_of_words(card.prompt);
    Statement note(database_, "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')");
    note.bind(id).bind(guid).bind(note_type_id).bind(now_s_);
    const std::string& tags = row[static_cast<std::size_t>(Column::tags)];
    note.bind(tags.empty() ? tags : " " + tags + " ").bind(joined_fields(card));
    note.bind(question).bind(checksum(question)).run();
    write_state(card, id);
    report_losses(card, held, "Anki", exported_.report);
  }

  static constexpr Holds held = {true, true, true, true, true, true, true,
                                 true, true, true, true, true, true, true};

  void write_state(const deck::Card& card, std::int64_t id) {
    const auto found = outgoing_.learned.progress.find(card.id);
    const bool known = found != outgoing_.learned.progress.end() && found->second.state;
    const bool suspended = std::ranges::find(outgoing_.learned.suspended, card.id) !=
                           outgoing_.learned.suspended.end();
    std::int64_t due = ++position_, interval = 0;
    int answers = 0, lapses = 0;
    if (known) {
      const memory::CardProgress& progress = found->second;
      const double days = core::days_between(progress.last_answer, progress.due);
      interval = std::clamp<std::int64_t>(std::llround(days), 1, 36500);
      due = (progress.due.utc_ms - first_ms_) / ms_per_day;
      answers = progress.answers;
      lapses = progress.lapses;
    }
    const int type = known ? 2 : 0;
    Statement row(database_, "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, ?, ?, ?, ?, ?, ?, ?, 0, "
                             "0, 0, 0, '')");
    row.bind(id).bind(id).bind(deck_id(deck_path(card))).bind(now_s_);
    row.bind(type).bind(suspended ? -1 : type).bind(due).bind(interval);
    row.bind(known ? 2500 : 0).bind(answers).bind(lapses).run();
  }

  void write_reviews() {
    std::set<std::int64_t> used;
    std::map<std::string, std::int64_t> last;
    for (const Review& review : outgoing_.learned.reviews) {
      const auto card = ids_.find(review.card);
      if (card == ids_.end()) continue;
      std::int64_t at = review.at.utc_ms;
      while (!used.insert(at).second) ++at;
      const auto before = last.find(review.card);
      const std::int64_t days = before == last.end() ? 0 : (at - before->second) / ms_per_day;
      last[review.card] = at;
      Statement row(database_, "INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, 2500, ?, ?)");
      row.bind(at).bind(card->second).bind(static_cast<int>(review.grade));
      row.bind(days).bind(days).bind(review.taken_ms).bind(days > 0 ? 1 : 0).run();
    }
    exported_.report.kept("answers of the history", static_cast<int>(used.size()));
  }

  core::Result<std::string> package() {
    std::vector<Member> members = {{"collection.anki2", database_.bytes()}};
    Json names = Json::object();
    for (std::size_t i = 0; i < media_.size(); ++i) {
      names[std::to_string(i)] = media_[i].name;
      members.push_back({std::to_string(i), std::move(media_[i].bytes)});
    }
    members.push_back({"media", names.dump()});
    return write_archive(members);
  }

  const Outgoing& outgoing_;
  Exported& exported_;
  Database database_;
  std::int64_t now_s_ = 0, first_ms_ = 0, position_ = 0;
  std::map<std::string, std::int64_t> decks_; // by path
  std::map<std::string, std::int64_t> ids_;
  std::set<std::string> names_;
  std::vector<Media> media_;
};

} // namespace

core::Result<Exported> write_anki(const Outgoing& outgoing) {
  Exported exported;
  report_deck_losses(outgoing.deck, false, "Anki", exported.report);
  try {
    auto bytes = Writer(outgoing, exported).write();
    if (!bytes) return bytes.error();
    exported.bytes = std::move(*bytes);
    return exported;
  } catch (const history::Failure& failure) {
    return failure.error;
  } catch (const Json::exception& failure) { // words that are not UTF-8
    return core::Error{core::ErrorCode::malformed, failure.what(), outgoing.deck.id, ""};
  }
}

} // namespace entente::exchange
