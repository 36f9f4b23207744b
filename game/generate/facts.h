#pragma once

// What was found in an article, as typed values: the result of the stages, written out by --facts.

#include "generate/document.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace entente::generate {

inline constexpr std::size_t nobody = static_cast<std::size_t>(-1);

struct DateFact {
  Span span;
  std::size_t first_token = 0, end_token = 0;
  std::size_t sentence = 0;
  std::string value;  // see calendar.h
  std::string value2; // the end of a range
  std::string rule;   // of dates.rules
  // explicit: all of it is in the text; inferred: the year comes from the document's date;
  // anchored: counted from another date; event: counted from another event
  std::string how;
  bool since = false;
};

enum class EntityKind { person, organisation, country, place, role, other };

struct Entity {
  EntityKind kind = EntityKind::other;
  std::string name; // longest form met
  std::vector<std::string> aliases;
  std::string acronym;      // "KCNA", from the brackets behind the name
  std::string role;         // as the text words it
  std::string organisation; // in the role, if any
  std::size_t role_sentence = nobody;
  bool role_in_caption = false;
  std::string gender; // he, she, or unknown
};

struct Mention {
  Span span;
  std::size_t first_token = 0, end_token = 0;
  std::size_t sentence = 0;
  std::size_t entity = nobody;
  bool governed = false; // stands behind a preposition: not a subject
  bool possessive = false;
};

struct QuoteFact {
  Span span; // inside the marks
  std::size_t sentence = 0;
  std::size_t open = 0, close = 0;
  std::string speaker; // empty: nobody is named
  std::size_t entity = nobody;
  std::string kind;  // speech, fragment, scare, term, title, caption, headline, nested
  std::string rule;  // of quotes.rules
  std::string cue;   // the verb
  bool sure = false; // would be asked
  bool single = false;
};

struct NumberFact {
  Span span;
  std::size_t sentence = 0;
  std::size_t first_token = 0, end_token = 0;
  std::string value; // digits, "18"
  std::string unit;  // %, $, km; may be empty
  std::string counts;
};

struct CooperationFact {
  std::vector<std::string> parties;
  std::string area;
  Span span;
  std::size_t sentence = 0;
};

struct EventFact {
  std::string what; // who did what, as the text words it
  std::string date; // value; may be empty
  Span span;
  std::size_t sentence = 0;
};

struct Conflict {
  std::string what, kept, other;
};

struct Facts {
  std::string id;
  std::string document_date; // empty when it cannot be told
  std::vector<DateFact> dates;
  std::vector<Entity> entities;
  std::vector<Mention> mentions;
  std::vector<QuoteFact> quotes;
  std::vector<NumberFact> numbers;
  std::vector<CooperationFact> cooperation;
  std::vector<EventFact> events;
  std::vector<Conflict> conflicts;
};

} // namespace entente::generate
