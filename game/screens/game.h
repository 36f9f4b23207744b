#pragma once

// The games: several cards on one board, whose answers are reviews like any other. Points count for
// the game alone.

#include "quiz/board.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace entente::screens {

struct GamesDialog { // which game?
  std::string deck;
};

struct GamePage {
  std::string deck;
  quiz::Game game = quiz::Game::match;
  std::shared_ptr<const quiz::Material> material;
  quiz::Board board;
  // Options: of the timeline in the order they stand in, else those joined so far, row by row.
  std::vector<std::size_t> placed;
  std::size_t at = 0;                  // timeline: the place looked at
  std::vector<quiz::Answered> settled; // of this board; empty while it is open
  int boards = 0, asked = 0, right = 0, points = 0, streak = 0; // settled boards together
};

struct OpenGames {
  std::string deck;
};
struct StartGame {
  std::string deck;
  quiz::Game game = quiz::Game::match;
};
struct JoinOption { // to the first row without one
  std::size_t option = 0;
};
struct UnjoinLast {};
struct LookAtPlace { // timeline
  std::size_t place = 0;
};
struct StepPlace {
  int by = 1;
};
struct MovePlace { // the event looked at, up or down
  int by = 1;
};
struct DropEvent { // an event is dragged to where another stands
  std::size_t option = 0;
  std::size_t place = 0;
};
struct SettleBoard {};
struct NextBoard {};
using GameMessage = std::variant<OpenGames, StartGame, JoinOption, UnjoinLast, LookAtPlace,
                                 StepPlace, MovePlace, DropEvent, SettleBoard, NextBoard>;

} // namespace entente::screens
