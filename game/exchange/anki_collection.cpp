// Anki's collection out of its SQLite file. Facts: Anki's own schema files, read 2026; see
// docs/formats/exchange.md for the generations.

#include "exchange/anki.h"
#include "history/sqlite.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ranges>

namespace entente::exchange::anki {

namespace {

using history::Database;
using history::Statement;
using Json = nlohmann::json;

constexpr std::int64_t most_rows = 2'000'000;

int compare_bytes(void*, int a_size, const void* a, int b_size, const void* b) {
  const std::string_view left(static_cast<const char*>(a), static_cast<std::size_t>(a_size));
  const std::string_view right(static_cast<const char*>(b), static_cast<std::size_t>(b_size));
  return left.compare(right);
}

bool has_table(const Database& database, const char* name) {
  Statement statement(database, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?");
  return statement.bind(name).step();
}

std::vector<std::string> split_fields(std::string_view joined) {
  std::vector<std::string> fields;
  for (const auto part : std::views::split(joined, field_separator))
    fields.emplace_back(part.begin(), part.end());
  return fields;
}

std::string text_in(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::int64_t id_of(const std::string& key) {
  try {
    return std::stoll(key);
  } catch (const std::exception&) {
    return 0;
  }
}

// --- schema 11: models and decks are JSON texts in the one row of `col`

NoteType type_of(const Json& json) {
  NoteType type;
  type.name = text_in(json, "name");
  type.cloze = json.value("type", 0) == 1;
  for (const Json& field : json.value("flds", Json::array()))
    type.fields.push_back(text_in(field, "name"));
  for (const Json& each : json.value("tmpls", Json::array()))
    type.templates.push_back({text_in(each, "qfmt"), text_in(each, "afmt")});
  return type;
}

void read_json(const Database& database, Collection& collection) {
  const Json models = Json::parse(database.text("SELECT models FROM col"));
  for (const auto& [key, model] : models.items()) collection.types[id_of(key)] = type_of(model);
  const Json decks = Json::parse(database.text("SELECT decks FROM col"));
  for (const auto& [key, deck] : decks.items())
    collection.decks[id_of(key)] = text_in(deck, "name");
}

// --- schema 18: tables, with protobuf in their blobs

std::string shown_path(std::string name) {
  for (std::size_t at; (at = name.find(field_separator)) != std::string::npos;)
    name.replace(at, 1, "::");
  return name;
}

void read_tables(const Database& database, Collection& collection) {
  Statement types(database, "SELECT id, name, config FROM notetypes");
  while (types.step()) {
    NoteType& type = collection.types[types.integer(0)];
    type.name = types.text(1);
    for (const ProtoField& field : read_proto(types.view(2)))
      if (field.number == 1) type.cloze = field.value == 1;
  }
  Statement fields(database, "SELECT ntid, name FROM fields ORDER BY ntid, ord");
  while (fields.step()) collection.types[fields.integer(0)].fields.push_back(fields.text(1));
  Statement templates(database, "SELECT ntid, config FROM templates ORDER BY ntid, ord");
  while (templates.step()) {
    Template each;
    for (const ProtoField& field : read_proto(templates.view(1))) {
      if (field.number == 1) each.front = std::string(field.bytes);
      if (field.number == 2) each.back = std::string(field.bytes);
    }
    collection.types[templates.integer(0)].templates.push_back(std::move(each));
  }
  Statement decks(database, "SELECT id, name FROM decks");
  while (decks.step()) collection.decks[decks.integer(0)] = shown_path(decks.text(1));
}

// --- the same in both

void read_notes(const Database& database, Collection& collection) {
  Statement notes(database, "SELECT id, mid, guid, tags, flds FROM notes ORDER BY id");
  while (notes.step())
    collection.notes.push_back({notes.integer(0), notes.integer(1), notes.text(2), notes.text(3),
                                split_fields(notes.view(4))});
  Statement cards(database, "SELECT id, nid, did, odid, ord, queue FROM cards ORDER BY nid, ord");
  while (cards.step()) {
    // A card in a filtered deck belongs to the deck it came from.
    const std::int64_t home = cards.integer(3) != 0 ? cards.integer(3) : cards.integer(2);
    collection.cards.push_back(
        {cards.integer(0), cards.integer(1), home, cards.number(4), cards.integer(5) == -1});
  }
  Statement reviews(database, "SELECT id, cid, ease, time FROM revlog "
                              "WHERE ease BETWEEN 1 AND 4 AND id > 0 ORDER BY id");
  while (reviews.step())
    collection.reviews.push_back(
        {reviews.integer(0), reviews.integer(1), reviews.number(2), reviews.integer(3)});
}

core::Result<Collection> read(const Database& database, const std::string& where) {
  sqlite3_create_collation(database.handle(), "unicase", SQLITE_UTF8, nullptr, compare_bytes);
  if (!has_table(database, "notes") || !has_table(database, "cards"))
    return core::Error{core::ErrorCode::unsupported, "This is no collection of Anki's.", where, ""};
  if (database.integer("SELECT count(*) FROM notes") > most_rows ||
      database.integer("SELECT count(*) FROM revlog") > most_rows)
    return core::Error{core::ErrorCode::too_large, "It holds more than two million rows.", where,
                       "Export it deck by deck."};
  Collection collection;
  if (has_table(database, "notetypes"))
    read_tables(database, collection);
  else
    read_json(database, collection);
  read_notes(database, collection);
  return collection;
}

core::Error damaged(const std::string& detail, const std::string& where) {
  return {core::ErrorCode::malformed, "The collection is damaged (" + detail + ").", where,
          "Export it from Anki again."};
}

} // namespace

core::Result<Collection> read_collection(std::string_view bytes, const std::string& where) {
  try {
    return read(Database::in_memory(bytes, where), where);
  } catch (const history::Failure& failure) {
    return damaged(failure.error.message, where);
  } catch (const Json::exception& failure) {
    return damaged(failure.what(), where);
  }
}

std::vector<ProtoField> read_proto(std::string_view bytes) {
  std::vector<ProtoField> fields;
  std::size_t at = 0;
  const auto varint = [&](std::uint64_t& value) {
    value = 0;
    for (unsigned shift = 0; shift < 64 && at < bytes.size(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes[at++]);
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if ((byte & 0x80U) == 0) return true;
    }
    return false;
  };
  std::uint64_t key = 0;
  while (at < bytes.size() && varint(key)) {
    ProtoField field;
    field.number = static_cast<int>(key >> 3U);
    const auto wire = key & 7U;
    std::uint64_t length = wire == 1 ? 8 : wire == 5 ? 4 : 0;
    if (wire == 0 && !varint(field.value)) break;
    if (wire == 2 && !varint(length)) break;
    if (wire == 3 || wire == 4 || wire > 5 || length > bytes.size() - at) break;
    field.bytes = bytes.substr(at, length);
    at += length;
    fields.push_back(field);
  }
  return fields;
}

} // namespace entente::exchange::anki
