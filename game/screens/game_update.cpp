#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/placing.h"
#include "screens/words.h"

#include <algorithm>
#include <numeric>

namespace entente::screens {

using service::Effects;

namespace {

bool is_open(const GamePage& page) { return page.settled.empty(); }

void set_board(GamePage& page, std::shared_ptr<const quiz::Material> material, quiz::Board board) {
  page.material = std::move(material);
  page.board = std::move(board);
  page.settled.clear();
  page.placed.clear();
  page.at = 0;
  if (page.game != quiz::Game::timeline) return;
  page.placed.resize(page.board.cards.size());
  std::iota(page.placed.begin(), page.placed.end(), std::size_t{0});
}

void move_event(GamePage& page, std::size_t from, std::size_t to) {
  if (!is_open(page) || from >= page.placed.size() || to >= page.placed.size()) return;
  const std::size_t event = page.placed[from];
  page.placed.erase(page.placed.begin() + static_cast<std::ptrdiff_t>(from));
  page.placed.insert(page.placed.begin() + static_cast<std::ptrdiff_t>(to), event);
  page.at = to;
}

std::size_t stepped(const GamePage& page, int by) {
  const auto last = static_cast<std::ptrdiff_t>(page.placed.size()) - 1;
  return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(
      static_cast<std::ptrdiff_t>(page.at) + by, 0, std::max<std::ptrdiff_t>(last, 0)));
}

void drop(GamePage& page, const DropEvent& dropped) {
  const auto held = std::ranges::find(page.placed, dropped.option);
  if (held == page.placed.end()) return;
  move_event(page, static_cast<std::size_t>(held - page.placed.begin()), dropped.place);
}

Effects settle(GamePage& page, core::Moment now) {
  if (!is_open(page)) return {};
  const auto given = placed_answer(page.board.question, page.placed);
  if (!given) return {};
  page.settled = quiz::settle_board(*page.material, page.board, *given, now, page.streak);
  ++page.boards;
  std::vector<quiz::Output> outputs;
  for (const auto& row : page.settled) {
    ++page.asked;
    page.right += row.right ? 1 : 0;
    page.points += row.points.value;
    page.streak = row.right ? page.streak + 1 : 0;
    outputs.emplace_back(row);
  }
  const bool all = std::ranges::all_of(page.settled, &quiz::Answered::right);
  return {service::PlaySound{all ? service::Sound::right : service::Sound::wrong},
          service::Keep{std::move(outputs)}};
}

Effects play(GamePage& page, const GameMessage& message, core::Moment now) {
  return std::visit(
      Overloaded{[&](const JoinOption& m) {
                   if (is_open(page) && page.game != quiz::Game::timeline)
                     place_next(page.placed, m.option, page.board.question.options.size());
                   return Effects{};
                 },
                 [&](const UnjoinLast&) {
                   if (is_open(page) && page.game != quiz::Game::timeline && !page.placed.empty())
                     page.placed.pop_back();
                   return Effects{};
                 },
                 [&](const LookAtPlace& m) {
                   page.at = m.place;
                   return Effects{};
                 },
                 [&](const StepPlace& m) {
                   page.at = stepped(page, m.by);
                   return Effects{};
                 },
                 [&](const MovePlace& m) {
                   move_event(page, page.at, stepped(page, m.by));
                   return Effects{};
                 },
                 [&](const DropEvent& m) {
                   drop(page, m);
                   return Effects{};
                 },
                 [&](const SettleBoard&) { return settle(page, now); },
                 [&](const NextBoard&) -> Effects {
                   if (is_open(page)) return {};
                   return {service::DealBoard{page.deck, page.game, true}};
                 },
                 [](const auto&) { return Effects{}; }},
      message);
}

} // namespace

Effects update(Model& model, const GameMessage& message, core::Moment now) {
  if (const auto* open = std::get_if<OpenGames>(&message)) {
    model.dialog = GamesDialog{open->deck};
    return {};
  }
  if (const auto* start = std::get_if<StartGame>(&message)) {
    model.dialog.reset();
    return {service::DealBoard{start->deck, start->game, false}};
  }
  auto* page = std::get_if<GamePage>(&model.page);
  return page == nullptr ? Effects{} : play(*page, message, now);
}

Effects came(Model& model, const service::BoardDealt& result) {
  model.status.clear();
  if (!result.board) {
    model.status = say("game.too-few");
    return {};
  }
  GamePage fresh;
  auto* page = std::get_if<GamePage>(&model.page);
  if (page == nullptr) {
    fresh.deck = result.deck;
    fresh.game = result.game;
    model.page = std::move(fresh);
    page = &std::get<GamePage>(model.page);
  }
  set_board(*page, result.material, *result.board);
  return {};
}

void take_back_board(GamePage& page) {
  for (const auto& row : page.settled) {
    --page.asked;
    page.right -= row.right ? 1 : 0;
    page.points -= row.points.value;
  }
  page.settled.clear();
}

Effects leave_game(Model& model) {
  model.page = TodayPage{};
  return {service::FinishGame{}, service::Refresh{}};
}

} // namespace entente::screens
