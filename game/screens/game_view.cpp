#include "screens/pages.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;

namespace {

constexpr quiz::Game games[] = {quiz::Game::timeline, quiz::Game::who_said_it, quiz::Game::match};

int play(Frame& frame, GameMessage message) { return frame.on(std::move(message)); }

std::string key_of_game(quiz::Game game) { return "game." + std::string(quiz::name(game)); }

bool is_open(const GamePage& page) { return page.settled.empty(); }

bool is_whole(const GamePage& page) {
  return page.placed.size() == page.board.question.options.size();
}

Build top_bar(const GamePage& page) {
  const std::string figure =
      page.asked == 0 ? ""
                      : say("game.right", {{"n", number(page.right)}, {"of", number(page.asked)}});
  return row(row(key_cap("Esc"), text(say(key_of_game(page.game))).bold().lines(1)).gap(18).flex(),
             row(text(figure).mute().unbroken(),
                 text(say_count("results.points", page.points)).bold().unbroken())
                 .gap(22))
      .gap(26)
      .padding({28, 18});
}

// ---- timeline ----

Build event_row(Frame& frame, const GamePage& page, std::size_t place) {
  const std::size_t option = page.placed[place];
  Build built = option_row({"event-" + std::to_string(option), static_cast<int>(place) + 1,
                            page.board.question.options[option].text,
                            place == page.at ? OptionLook::chosen : OptionLook::open, "",
                            page.material->deck.language},
                           play(frame, LookAtPlace{place}));
  built.node().drag =
      Drag{"timeline", frame.actions.on_text([place](std::string held) {
             const auto dash = held.rfind('-');
             return Message{GameMessage{DropEvent{std::stoul("0" + held.substr(dash + 1)), place}}};
           })};
  return built;
}

// Settled: in the right order, with the dates and where each was put.
Build settled_event(const GamePage& page, std::size_t row_index) {
  const auto& settled = page.settled[row_index];
  std::string note = settled.right_answer;
  if (!settled.right) note += " · " + say("game.you-put", {{"n", settled.given_line}});
  return option_row({"event-row-" + std::to_string(row_index), static_cast<int>(row_index) + 1,
                     page.material->deck.cards[page.board.cards[row_index]].prompt,
                     settled.right ? OptionLook::right : OptionLook::wrong, note,
                     page.material->deck.language},
                    -1);
}

Build timeline(Frame& frame, const GamePage& page) {
  Build all = column().gap(8).role(Role::list).label(say("game.timeline"));
  for (std::size_t i = 0; i < page.board.cards.size(); ++i)
    all.add(is_open(page) ? event_row(frame, page, i) : settled_event(page, i));
  if (!is_open(page)) return all;
  return std::move(all)
      .bind("game.up", play(frame, StepPlace{-1}))
      .bind("game.down", play(frame, StepPlace{1}))
      .bind("game.lift", play(frame, MovePlace{-1}))
      .bind("game.lower", play(frame, MovePlace{1}));
}

// ---- who said it, match ----

Build left_row(const GamePage& page, std::size_t i) {
  const auto& question = page.board.question;
  const bool now = is_open(page) && i == page.placed.size();
  OptionLook look = now ? OptionLook::chosen : OptionLook::open;
  std::string note;
  if (i < page.placed.size()) note = question.options[page.placed[i]].text;
  if (!is_open(page)) {
    const auto& settled = page.settled[i];
    look = settled.right ? OptionLook::right : OptionLook::wrong;
    if (!settled.right) note += " → " + settled.right_answer;
  }
  Build words = column(text(question.lefts[i]).size(16).language(page.material->deck.language));
  if (!note.empty())
    words.add(text(note).small().bold().tone(is_open(page)               ? Tone::accent
                                             : look == OptionLook::right ? Tone::right
                                                                         : Tone::wrong));
  Build sign;
  if (!is_open(page))
    sign = icon(look == OptionLook::right ? draw::Icon::check : draw::Icon::cross, 15,
                look == OptionLook::right ? Tone::right : Tone::wrong);
  return row(std::move(words).gap(3).flex(), std::move(sign))
      .gap(12)
      .padding({16, 11})
      .radius(12)
      .fill(now ? Tone::accent_soft : Tone::surface)
      .border(now ? Tone::accent : Tone::line)
      .role(Role::list_item)
      .label(question.lefts[i] + (note.empty() ? "" : ": " + note));
}

Build right_side(Frame& frame, const GamePage& page) {
  Build all = column().gap(8).role(Role::list).label(say("drill.options"));
  const auto& options = page.board.question.options;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const bool used = std::ranges::find(page.placed, i) != page.placed.end();
    Build built =
        option_row({"option-" + std::to_string(i + 1), static_cast<int>(i) + 1, options[i].text,
                    used ? OptionLook::dim : OptionLook::open, "", page.material->deck.language},
                   used || !is_open(page) ? -1 : play(frame, JoinOption{i}));
    if (!used && is_open(page)) built.node().command = "game." + std::to_string(i + 1);
    all.add(std::move(built).padding({14, 11}));
  }
  return all;
}

Build pairs(Frame& frame, const GamePage& page) {
  Build lefts = column().gap(8).role(Role::list).label(say("game.questions"));
  for (std::size_t i = 0; i < page.board.cards.size(); ++i) lefts.add(left_row(page, i));
  Build all = wrap(std::move(lefts).flex(1.5F).min_width(frame.width < 480 ? 160 : 360))
                  .gap(22)
                  .align(Place::start);
  if (is_open(page))
    all.add(right_side(frame, page).flex().min_width(frame.width < 480 ? 160 : 240));
  return std::move(all).bind("game.unjoin", play(frame, UnjoinLast{}));
}

Build under_board(Frame& frame, const GamePage& page) {
  if (is_open(page)) {
    Build all = wrap().gap(12);
    if (page.game != quiz::Game::timeline && !page.placed.empty())
      all.add(button(say("command.unpick"), play(frame, UnjoinLast{}))
                  .quiet()
                  .id("unjoin")
                  .command(commands().at("game.unjoin")));
    all.add(spacer());
    all.add(button(say("command.check-board"), play(frame, SettleBoard{}))
                .primary()
                .id("check")
                .disabled(!is_whole(page))
                .command(commands().at("game.go")));
    return all;
  }
  const auto right = std::ranges::count_if(page.settled, &quiz::Answered::right);
  int points = 0;
  for (const auto& each : page.settled) points += each.points.value;
  const std::string words =
      say("game.right", {{"n", number(right)}, {"of", number(std::ssize(page.settled))}}) + " · " +
      say_count("results.points", points);
  return wrap(status(words).size(15), spacer(),
              button(say("game.next"), play(frame, NextBoard{}))
                  .primary()
                  .id("next-board")
                  .command(commands().at("game.go")))
      .gap(12);
}

std::vector<ui::Hint> foot(const GamePage& page) {
  std::vector<ui::Hint> all;
  const char* const ordering[] = {"game.up", "game.down", "game.lift", "game.lower"};
  if (is_open(page) && page.game == quiz::Game::timeline)
    for (const char* id : ordering) all.push_back(hint_of(id));
  else if (is_open(page))
    all.push_back({{"1", std::to_string(page.board.question.options.size())}, say("hint.answer")});
  all.push_back(hint_of("game.go"));
  all.push_back(hint_of("go.keys"));
  return all;
}

} // namespace

Build game_view(Frame& frame, const GamePage& page) {
  Build board = card(h2(say(key_of_game(page.game) + ".ask")),
                     page.game == quiz::Game::timeline ? timeline(frame, page) : pairs(frame, page),
                     under_board(frame, page))
                    .gap(18)
                    .padding(frame.width < 480 ? Edges(16, 16) : Edges(34, 28))
                    .id("board");
  return between_bars(frame, "game", top_bar(page), std::move(board), hints(foot(page)).padding(16),
                      980);
}

Build games_view(Frame& frame, const GamesDialog& dialog) {
  Build all = column().gap(12);
  int n = 0;
  for (const quiz::Game game : games) {
    const std::string key = key_of_game(game);
    all.add(
        row(column(text(say(key)).bold(), text(say(key + ".words")).small().mute()).gap(2).flex(),
            button(say("game.play"), play(frame, StartGame{dialog.deck, game}))
                .compact()
                .id(std::string(quiz::name(game)))
                .label(say(key))
                .autofocus(n == 0)
                .command(commands().at("games." + std::to_string(n + 1))))
            .gap(14));
    if (++n < std::ssize(games)) all.add(divider());
  }
  return ui::dialog("games", say("game.title"), std::move(all));
}

} // namespace entente::screens
