#pragma once

// Which cards a session asks, in which order; and what there is to do when nothing is due.

#include "quiz/material.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::quiz {

enum class Mode {
  drill,    // what is due, of a backlog the day's part, then new cards up to the daily limit
  ahead,    // not due yet, the soonest due first
  more_new, // new cards over the daily limit
  all_due,  // as drill, with the whole backlog
  quick,    // a quick round
  cram,     // any selection, recorded as practice; the schedule stays
  exam,     // a mock exam's answers (quiz/exam.h)
  games     // timeline, who said it, match
};

[[nodiscard]] std::string_view name(Mode mode); // "drill", "ahead", "more-new", "quick" ...

// Narrows a session; empty members narrow nothing.
struct Selection {
  std::vector<std::string> categories; // ids
  std::vector<std::string> tags;       // cards with any of them
  std::string search;                  // words all found in prompt, answer, explanation or tags
  bool missed = false;                 // only cards owed or forgotten before
  std::vector<std::string> cards;      // only these ids
  bool operator==(const Selection&) const = default;
};

[[nodiscard]] bool matches(const Selection& selection, const deck::Card& card,
                           const memory::CardProgress* progress);

struct Plan {
  Mode mode = Mode::drill;
  Selection selection;
  std::uint64_t seed = 0;
  std::vector<deck::Form> forms; // the session asks in these only; empty = any
};

// Due cards dealt out over study days, today first: where more wait than settings.reviews_a_day
// (less what was reviewed today), what a review gains most for comes first, whatever its age.
[[nodiscard]] std::vector<std::vector<std::size_t>>
deal_due(const Material& material, const std::vector<std::size_t>& due, core::Moment now);

// Indices into deck.cards, in the order to ask them. Missed and due cards before new ones; within
// these, categories interleaved in proportion and siblings (cards on one paragraph, or with the
// same answer) kept apart where the rest allows it. Suspended cards, and those buried today, never.
// Quick round: due first, then new ones within the limit, then the least known, then other new.
[[nodiscard]] std::vector<std::size_t> build_queue(const Material& material, const Plan& plan,
                                                   core::Moment now);
// The order in which a deck is read through: as written, suspended cards left out.
[[nodiscard]] std::vector<std::size_t> reading_order(const Material& material,
                                                     const Selection& selection);

[[nodiscard]] bool are_siblings(const deck::Card& a, const deck::Card& b);
// The same cards, categories interleaved and siblings apart; `before` is the card asked just
// before them, if any.
[[nodiscard]] std::vector<std::size_t> spread(const deck::Deck& deck,
                                              const std::vector<std::size_t>& cards,
                                              std::uint64_t seed,
                                              std::optional<std::size_t> before = {});

// When cards come next, after what is due now: "4 cards in 10 min, then 14 tomorrow".
struct NextDue {
  std::optional<core::Moment> first; // the earliest later moment of this study day
  int later_today = 0;
  std::optional<core::Day> next_day; // the first later study day with cards
  int on_next_day = 0;
  bool operator==(const NextDue&) const = default;
};
[[nodiscard]] NextDue next_due(const std::vector<memory::CardProgress>& cards,
                               const Settings& settings, core::Moment now);

// What each mode would bring now.
struct Outlook {
  int due = 0;       // missed ones included; of a backlog today's part
  int waiting = 0;   // due as well, left to the coming days
  int fresh = 0;     // new within what is left of today's limit
  int more_new = 0;  // new cards over the limit
  int ahead = 0;     // seen, not due
  int missed = 0;    // owed, or forgotten before
  int suspended = 0; // hidden until told otherwise
  NextDue next;
  bool operator==(const Outlook&) const = default;
};
[[nodiscard]] Outlook outlook(const Material& material, const Selection& selection,
                              core::Moment now);

} // namespace entente::quiz
