#pragma once

// Anki's collection as values, whichever generation of file it came in. Internal to exchange/.

#include "core/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange::anki {

struct Template {
  std::string front, back; // {{Field}} marks
};

struct NoteType {
  std::string name;
  bool cloze = false;
  std::vector<std::string> fields;
  std::vector<Template> templates;
};

struct Note {
  std::int64_t id = 0, type = 0;
  std::string guid, tags;
  std::vector<std::string> fields; // HTML, in the order of the type's
};

struct Card {
  std::int64_t id = 0, note = 0, deck = 0;
  int ordinal = 0; // which template, or gap number - 1
  bool suspended = false;
};

struct Review {
  std::int64_t at_ms = 0, card = 0;
  int ease = 0; // 1..4
  std::int64_t taken_ms = 0;
};

struct Collection {
  std::map<std::int64_t, NoteType> types;
  std::map<std::int64_t, std::string> decks; // "A::B"
  std::vector<Note> notes;
  std::vector<Card> cards;     // by note and ordinal
  std::vector<Review> reviews; // ascending in time; manual changes left out
};

// Of the bytes of a SQLite file: schema 11 (JSON in `col`) or 18 (tables). `where` names it in
// errors: malformed, unsupported.
[[nodiscard]] core::Result<Collection> read_collection(std::string_view bytes,
                                                       const std::string& where);

// A field of a protobuf message.
struct ProtoField {
  int number = 0;
  std::uint64_t value = 0; // of a varint
  std::string_view bytes;  // of a length-delimited one
};
// What cannot be read ends the list.
[[nodiscard]] std::vector<ProtoField> read_proto(std::string_view bytes);

inline constexpr char field_separator = '\x1f';

} // namespace entente::exchange::anki
