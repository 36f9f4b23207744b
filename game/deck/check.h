#pragma once

// The deck check: what in a deck would mislead a learner, be guessed without knowing, or not be
// asked at all. Pure: texts and pictures come in from outside. What is merely unreadable XML is the
// reader's to report.

#include "deck/deck.h"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::deck {

enum class Fault {
  two_right,       // a wrong option that is right
  close_option,    // a wrong option within a slip of a right answer
  same_options,    // two wrong options that read the same
  other_kind,      // a wrong option that is no date among dates, no person among persons ...
  length,          // the right option stands out by its length
  grammar,         // the right option alone fits the question by a/an or by number
  given_away,      // the answer stands in the question, its hint, or another card
  longest_right,   // through the deck, the longest option is right
  duplicate,       // two cards ask the same
  near_duplicate,  // two cards ask nearly the same
  quote,           // quoted words that the source does not have
  impossible_date, // 30 February
  date_order,      // a time from later to earlier, dates that do not ascend
  speaker,         // somebody said to speak who never does in the source
  empty_category,  // no card is in it
  no_explanation,  // nothing to read after the answer
  image,           // a picture that is not there or cannot be read
  passage          // a paragraph that the source does not have
};
[[nodiscard]] std::string_view name(Fault fault);           // "two-right" ..
[[nodiscard]] std::string_view why_it_matters(Fault fault); // one sentence

// Wrong must be put right before the deck is handed out; doubtful is for the teacher to look at.
enum class Weight { wrong, doubtful };
[[nodiscard]] Weight weight(Fault fault);

// The part of a card that is meant; index counts parts of the same name.
struct Part {
  enum class Of {
    card,
    prompt,
    cloze,
    answer,
    item,
    accept,
    wrong,
    explanation,
    hint,
    passage,
    image
  };
  Of of = Of::card;
  std::size_t index = 0;
  bool operator==(const Part&) const = default;
};

// A change that is sure to put it right: exactly one of the three is set.
struct Mend {
  std::string label;        // "Delete the wrong option"
  std::optional<Card> card; // in place of the card with its id
  std::string drop_card;
  std::string drop_category;
  bool operator==(const Mend&) const = default;
};

struct Finding {
  Fault fault{};
  std::string card; // its id; empty when the deck or a category is meant
  Part part;
  std::string category; // for empty_category
  std::string message;  // what is the matter, one sentence
  std::string advice;   // what to do
  std::optional<Mend> mend;
  std::string other = {}; // the id of the card that tells the answer, or asks the same
  bool operator==(const Finding&) const = default;
};

struct CheckMaterial {
  // Source id -> its text. Quotations and speakers are checked only where their source is here.
  std::map<std::string, std::string> texts;
  // What is the matter with a picture beside the deck; empty when nothing. Null: not checked.
  std::function<std::string(const std::string& file)> image_fault;
};

// What concerns one card alone, in the order of Fault. Build once for a deck, ask for many cards:
// it holds the texts cut into paragraphs and the kinds of answer the deck knows.
class CardCheck {
public:
  CardCheck(const Deck& deck, CheckMaterial material);
  ~CardCheck();
  CardCheck(CardCheck&&) noexcept;
  CardCheck& operator=(CardCheck&&) noexcept;
  [[nodiscard]] std::vector<Finding> operator()(const Card& card) const;

private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// What concerns cards among each other, and the deck.
[[nodiscard]] std::vector<Finding> check_across(const Deck& deck);

// Both, in the order of the cards; what concerns the deck last.
[[nodiscard]] std::vector<Finding> check_deck(const Deck& deck, const CheckMaterial& material = {});

// The deck with the mend made; unchanged when what it meant is gone.
[[nodiscard]] Deck mended(Deck deck, const Mend& mend);

} // namespace entente::deck
