#pragma once

// Read through: all cards with their answers. Nothing is recorded.

#include "quiz/read_through.h"

#include <memory>
#include <string>
#include <variant>

namespace entente::screens {

struct ReadingPage {
  std::string deck;
  std::shared_ptr<const quiz::Material> material;
  quiz::ReadThrough reading;
};

struct TurnForward {};
struct TurnBack {};
using ReadingMessage = std::variant<TurnForward, TurnBack>;

} // namespace entente::screens
