#pragma once

// Is this typed answer right, and why. Knows the kind of the answer; never lenient where meaning
// turns. Works on values only: the deck's types are one level up, so the caller says the kind.

#include <string>
#include <string_view>
#include <vector>

namespace entente::judge {

enum class Kind { date, number, person, place, organisation, quote, text, set, sequence };
enum class Verdict { right, almost, wrong };

[[nodiscard]] std::string_view name(Verdict verdict); // "right", "almost", "wrong"

// One word of the comparison shown for quotes and sets.
struct WordDifference {
  enum class Mark { same, missing, extra, replaced };
  Mark mark = Mark::same;
  std::string expected, typed; // one of them empty for missing and extra
  bool operator==(const WordDifference&) const = default;
};

// For people, with signs that do not need colour: "+ missing", "− extra", "typed → expected".
[[nodiscard]] std::string marked(const WordDifference& difference);

struct Judgement {
  Verdict verdict = Verdict::wrong;
  std::string reason; // a name a learner reads: "exact", "spelling", "other date", "magnitude" ...
  std::string detail; // one sentence, "accepted as 19 May 2021"; may be empty
  std::vector<WordDifference> difference;
  double share = 0; // part of the answer that is right, for sets and sequences; else 0 or 1
  bool operator==(const Judgement&) const = default;
};

struct Expected {
  Kind kind = Kind::text;
  std::string answer;                // a set's or sequence's items joined with "; "
  std::vector<std::string> accepted; // further right ways to say it
  std::vector<std::string> others;   // other answers and wrong options of the deck
  std::vector<std::string> refused;  // ways this learner or teacher said are wrong
  std::string language = "en";       // BCP 47; decides day-first or month-first
};

// Never fails: unreadable input is wrong, with a reason.
[[nodiscard]] Judgement judge(const Expected& expected, std::string_view typed);
// Within 10 ms for whatever is typed, with answers and others as decks have them. What that costs:
// a set's pieces are compared closely 140 times, two texts word by word up to 160 words; accepted
// variants beyond some 3 kilobytes, and other answers beyond some 18 kilobytes (texts: 56, or 4 of
// those that resemble what was typed), count only when they are typed as they are.

} // namespace entente::judge
