#include "exchange/anki_fixture.h"

#include "exchange/any_deck.h"
#include "exchange/archive.h"
#include "history/sqlite.h"

#include <zstd.h>

namespace entente::tests {

using history::Database;

namespace {

constexpr const char* shared_tables = R"(
CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer, usn integer,
  tags text, flds text, sfld integer, csum integer, flags integer, data text);
CREATE TABLE cards (id integer primary key, nid integer, did integer, ord integer, mod integer,
  usn integer, type integer, queue integer, due integer, ivl integer, factor integer, reps integer,
  lapses integer, left integer, odue integer, odid integer, flags integer, data text);
CREATE TABLE revlog (id integer primary key, cid integer, usn integer, ease integer, ivl integer,
  lastIvl integer, factor integer, time integer, type integer);
INSERT INTO notes VALUES (1, 'g1', 10, 0, -1, ' tag1 tag2 ',
  'Capital of <b>France</b>?<img src="flag.png">' || char(31) || 'Paris', 0, 0, 0, '');
INSERT INTO notes VALUES (2, 'g2', 11, 0, -1, '', 'dog' || char(31) || 'собака', 0, 0, 0, '');
INSERT INTO notes VALUES (3, 'g3', 12, 0, -1, '',
  '{{c1::Lavrov}} met {{c2::Blinken::a minister}}' || char(31) || 'in 2021', 0, 0, 0, '');
INSERT INTO cards VALUES (101, 1, 20, 0, 0, -1, 2, 2, 5, 4, 2500, 3, 1, 0, 0, 0, 0, '');
INSERT INTO cards VALUES (102, 2, 21, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, '');
INSERT INTO cards VALUES (103, 2, 21, 1, 0, -1, 0, -1, 1, 0, 0, 0, 0, 0, 0, 0, 0, '');
INSERT INTO cards VALUES (104, 3, 20, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, '');
INSERT INTO cards VALUES (105, 3, 20, 1, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, '');
INSERT INTO revlog VALUES (1600000000000, 101, -1, 1, 0, 0, 0, 5000, 0);
INSERT INTO revlog VALUES (1600086400000, 101, -1, 3, 4, 0, 2500, 4000, 1);
INSERT INTO revlog VALUES (1600086500000, 101, -1, 0, 4, 0, 2500, 0, 4);
INSERT INTO revlog VALUES (1600500000000, 101, -1, 4, 9, 4, 2500, 3000, 1);
)";

constexpr const char* legacy_tables = R"(
CREATE TABLE col (id integer primary key, crt integer, mod integer, scm integer, ver integer,
  dty integer, usn integer, ls integer, conf text, models text, decks text, dconf text, tags text);
INSERT INTO col VALUES (1, 1600000000, 0, 0, 11, 0, 0, 0, '{}',
  '{"10": {"name": "Basic", "type": 0, "flds": [{"name": "Front"}, {"name": "Back"}],
    "tmpls": [{"qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}]},
    "11": {"name": "Both", "type": 0, "flds": [{"name": "Front"}, {"name": "Back"}],
    "tmpls": [{"qfmt": "{{Front}}", "afmt": "{{FrontSide}}{{Back}}"},
              {"qfmt": "{{#Back}}{{text:Back}}{{/Back}}", "afmt": "{{FrontSide}}{{Front}}"}]},
    "12": {"name": "Cloze", "type": 1, "flds": [{"name": "Text"}, {"name": "Back Extra"}],
    "tmpls": [{"qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}{{Back Extra}}"}]}}',
  '{"20": {"name": "World"}, "21": {"name": "World::Words"}}', '{}', '{}');
)";

// A field of a protobuf message that holds bytes; all here are shorter than 128.
std::string proto(int number, const std::string& bytes) {
  return std::string(1, static_cast<char>(number << 3 | 2)) +
         std::string(1, static_cast<char>(bytes.size())) + bytes;
}

std::string quoted(const std::string& bytes) { // as a SQL blob
  constexpr const char* digits = "0123456789abcdef";
  std::string out = "x'";
  for (const char c : bytes) {
    out += digits[static_cast<unsigned char>(c) >> 4U];
    out += digits[static_cast<unsigned char>(c) & 15U];
  }
  return out + "'";
}

std::string template_row(int type, int place, const std::string& front, const std::string& back) {
  return "INSERT INTO templates VALUES (" + std::to_string(type) + ", " + std::to_string(place) +
         ", 'Card', 0, 0, " + quoted(proto(1, front) + proto(2, back)) + ");";
}

std::string latest_tables() {
  return std::string(R"(
CREATE TABLE col (id integer primary key, crt integer, mod integer, scm integer, ver integer,
  dty integer, usn integer, ls integer, conf text, models text, decks text, dconf text, tags text);
INSERT INTO col VALUES (1, 1600000000, 0, 0, 18, 0, 0, 0, '', '', '', '', '');
CREATE TABLE notetypes (id integer primary key, name text COLLATE unicase, mtime_secs integer,
  usn integer, config blob);
CREATE TABLE fields (ntid integer, ord integer, name text COLLATE unicase, config blob,
  primary key (ntid, ord)) without rowid;
CREATE TABLE templates (ntid integer, ord integer, name text COLLATE unicase, mtime_secs integer,
  usn integer, config blob, primary key (ntid, ord)) without rowid;
CREATE TABLE decks (id integer primary key, name text COLLATE unicase, mtime_secs integer,
  usn integer, common blob, kind blob);
INSERT INTO notetypes VALUES (10, 'Basic', 0, 0, x''), (11, 'Both', 0, 0, x''),
  (12, 'Cloze', 0, 0, x'0801');
INSERT INTO fields VALUES (10, 0, 'Front', x''), (10, 1, 'Back', x''), (11, 0, 'Front', x''),
  (11, 1, 'Back', x''), (12, 0, 'Text', x''), (12, 1, 'Back Extra', x'');
INSERT INTO decks VALUES (20, 'World', 0, 0, x'', x''),
  (21, 'World' || char(31) || 'Words', 0, 0, x'', x'');
)") + template_row(10, 0, "{{Front}}", "{{FrontSide}}<hr>{{Back}}") +
         template_row(11, 0, "{{Front}}", "{{FrontSide}}{{Back}}") +
         template_row(11, 1, "{{#Back}}{{text:Back}}{{/Back}}", "{{FrontSide}}{{Front}}") +
         template_row(12, 0, "{{cloze:Text}}", "{{cloze:Text}}{{Back Extra}}");
}

int compare(void*, int a_size, const void* a, int b_size, const void* b) {
  return std::string_view(static_cast<const char*>(a), static_cast<std::size_t>(a_size))
      .compare({static_cast<const char*>(b), static_cast<std::size_t>(b_size)});
}

std::string database_of(const std::string& sql) {
  Database database = Database::in_memory({}, "fixture");
  sqlite3_create_collation(database.handle(), "unicase", SQLITE_UTF8, nullptr, compare);
  database.run(sql);
  return database.bytes();
}

// "Please update to the latest Anki version": what the newer generations put beside the real one.
std::string dummy() {
  return database_of(std::string(legacy_tables) + shared_tables +
                     "DELETE FROM cards WHERE id > 101; DELETE FROM notes WHERE id > 1; UPDATE "
                     "notes SET flds = 'Please update' || char(31) || '';");
}

} // namespace

std::string zstd_packed(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

std::string anki_package(Generation generation) {
  const std::string legacy = std::string(legacy_tables) + shared_tables;
  std::vector<exchange::Member> members;
  if (generation == Generation::latest_anki21b) {
    members = {
        {"meta", std::string("\x08\x03", 2)},
        {"collection.anki2", dummy()},
        {"collection.anki21b", zstd_packed(database_of(latest_tables() + shared_tables))},
        {"media", zstd_packed(proto(1, proto(1, "sound.mp3")) + proto(1, proto(1, "flag.png")))},
        {"0", zstd_packed("la la")},
        {"1", zstd_packed(small_png())}};
  } else {
    const bool newer = generation == Generation::legacy_anki21;
    if (newer) members.push_back({"collection.anki2", dummy()});
    members.push_back({newer ? "collection.anki21" : "collection.anki2", database_of(legacy)});
    members.push_back({"media", R"({"0": "sound.mp3", "1": "flag.png"})"});
    members.push_back({"0", "la la"});
    members.push_back({"1", small_png()});
  }
  const auto bytes = exchange::write_archive(members);
  return bytes ? *bytes : "";
}

} // namespace entente::tests
