#pragma once

// The drill page: one question, its answer, the grade. The session itself is quiz/'s value; here is
// only what stands half-done on the screen.

#include "quiz/session.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente::screens {

struct DrillPage {
  std::string deck;
  quiz::Session session;
  quiz::Session kept; // as of the last answer that is on disk: where a failed save goes back to
  std::string typed;
  std::vector<std::size_t> placed; // order, match: options in the order chosen so far
  bool streak_ended = false;       // the last answer broke a streak

  DrillPage(std::string deck_id, quiz::Session begun)
      : deck(std::move(deck_id)), session(begun), kept(std::move(begun)) {}
};

struct Quizzed { // goes to the session as it is
  quiz::Message message;
};
struct TypedText { // the field's new text
  std::string text;
};
struct SubmitTyped {};
struct PickOption { // choice: answers; order and match: takes the option as the next one
  std::size_t option = 0;
};
struct UnpickLast {};
struct AskPassage {}; // show the source text of this card
using DrillMessage =
    std::variant<Quizzed, TypedText, SubmitTyped, PickOption, UnpickLast, AskPassage>;

} // namespace entente::screens
