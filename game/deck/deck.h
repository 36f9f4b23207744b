#pragma once

// The deck model. Words are UTF-8 as the author wrote them; nothing here knows a file format.
// Format 1 is described in docs/formats/deck.md.

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace entente::deck {

enum class AnswerKind {
  date,
  number,
  person,
  place,
  organisation,
  quote,
  text,     // one text
  set,      // items, order free
  sequence, // items, in order
  pairs     // left-right pairs to match
};

enum class Form { choice, typed, flip, cloze, order, match };

// Where something stood in the file it was read from; 0 = made in memory.
// line and column are 1-based, column in code points.
struct Place {
  int line = 0;
  int column = 0;
  bool operator==(const Place&) const = default;
};

// What a file holds beyond this model, kept verbatim and written back: comments, elements of other
// makers, and whole cards that could not be read (the reader reports those as problems).
struct Extra {
  static constexpr int at_end = std::numeric_limits<int>::max();
  std::string xml;
  int at = at_end; // how many of its parent's known children are written before it
  bool operator==(const Extra&) const = default;
};

struct Source {
  std::string id;
  std::string title, author, publisher, date,
      url;                // any may be empty; date as ISO 8601, any precision
  std::string file;       // name of a text file beside the deck; may be empty
  std::string attributes; // of other makers, verbatim: ` x:kind="b"`
  std::vector<Extra> extras;
  bool operator==(const Source&) const = default;
};

struct Category {
  std::string id;
  std::string name;
  std::string colour; // dates, speakers, quotes, areas, or #rrggbb
  std::string attributes;
  std::vector<Extra> extras;
  bool operator==(const Category&) const = default;
};

struct Pair {
  std::string left, right;
  bool operator==(const Pair&) const = default;
};

struct Answer {
  AnswerKind kind = AnswerKind::text;
  std::string text;               // single kinds
  std::vector<std::string> items; // set, sequence
  std::vector<Pair> pairs;        // pairs
  bool operator==(const Answer&) const = default;
};

struct WrongOption {
  std::string text;
  std::string reason; // why it is wrong; what it really belongs to
  bool operator==(const WrongOption&) const = default;
};

// Points into a source: its id and the nth body paragraph (1-based; headline, standfirst, captions,
// video times and the author's line do not count); 0 = the whole source.
struct Passage {
  std::string source;
  int paragraph = 0;
  bool operator==(const Passage&) const = default;
};

struct Card {
  std::string id; // stable: learners' history hangs on it
  std::string category;
  std::string prompt;
  // Text around one gap where the answer goes, for the cloze form: before + answer + after reads
  // as the whole, so white space beside the gap is part of it.
  struct Cloze {
    std::string before, after;
    bool operator==(const Cloze&) const = default;
  };
  std::optional<Cloze> cloze;
  Answer answer;
  std::vector<std::string> accepted; // further right ways to say it
  std::vector<WrongOption> wrong;
  std::string explanation;
  std::string hint;
  std::vector<std::string> tags;
  std::optional<Passage> passage;
  std::vector<Form> forms; // the ones it may take; empty in a file = all that fit its kind
  std::string image;       // file name beside the deck; may be empty
  std::string attributes;
  std::vector<Extra> leading; // comments and the like just before the card; they move with it
  std::vector<Extra> extras;
  Place place;
  bool operator==(const Card&) const = default;
};

struct Deck {
  std::string id;
  std::string language = "en"; // BCP 47
  std::string title;
  std::string description;
  std::vector<Source> sources;
  std::vector<Category> categories;
  std::vector<Card> cards;
  std::string attributes;
  std::vector<Extra> leading; // comments before the root element
  std::vector<Extra> extras;
  bool operator==(const Deck&) const = default;
};

// The answer as one line for people: items joined with "; ", pairs as "left – right".
[[nodiscard]] std::string answer_line(const Answer& answer);
// The forms a card may take, in the order choice, typed, flip, cloze, order, match: its own list,
// less what its content cannot give, or all its kind and content allow (choice needs a wrong
// option, cloze a gap, order a sequence, match pairs).
[[nodiscard]] std::vector<Form> possible_forms(const Card& card);
// Null where there is none: a file may name a category that it does not hold.
[[nodiscard]] const Card* find_card(const Deck& deck, const std::string& id);
[[nodiscard]] const Category* find_category(const Deck& deck, const std::string& id);

} // namespace entente::deck
