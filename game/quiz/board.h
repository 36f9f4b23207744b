#pragma once

// Games that teach: several cards on one board, answered at once. Each card's part of the answer is
// a review like any other; the points stand apart by their mode.

#include "quiz/session.h"

namespace entente::quiz {

enum class Game {
  who_said_it, // what was said or done against persons, those this learner mixes up first
  match,       // questions against answers of one kind, no two alike
  timeline     // what happened, put in order of its dates; none of them overlap
};
[[nodiscard]] std::string_view name(Game game); // "who-said-it", "match", "timeline"

inline constexpr int fewest_rows = 3;

struct Board {
  Game game = Game::match;
  std::vector<std::size_t> cards; // into deck.cards, row by row
  // The form is match: lefts are the cards' prompts, an option's home is its row. Of the timeline
  // it is order: the options are the prompts, the cards stand in the order of their dates.
  Question question;
  core::Moment shown;
  bool operator==(const Board&) const = default;
};

// Cards seen before come first, then new ones; hidden ones never. nullopt: the selection has too
// few cards for this game (fewest_rows, and for who said it two persons).
[[nodiscard]] std::optional<Board> make_board(const Material& material, Game game,
                                              const Selection& selection, int rows,
                                              std::uint64_t seed, core::Moment now);

// One row of history a card, in the order of the board. A card is right when what was joined to it
// reads like its own; of the timeline, when it stands in its place. Don't know is wrong for all.
// `streak`: right answers in a row before. REQUIRES: fits(board.question, 0, given).
[[nodiscard]] std::vector<Answered> settle_board(const Material& material, const Board& board,
                                                 const Given& given, core::Moment now,
                                                 int streak = 0);

} // namespace entente::quiz
