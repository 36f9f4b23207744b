#include "quiz/results.h"

#include "screens/pages.h"
#include "screens/parts.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;

namespace {

Build headline(Frame& frame, const ResultsPage& page, const quiz::Results& results) {
  const auto& deck = page.session.material().deck;
  const std::string line = deck.title + " · " + say_count("cards", results.cards) + " · " +
                           duration(results.duration_ms);
  const bool game = frame.model.settings.quiz.game_layer;
  std::vector<Run> title{plain(game ? say_count("results.points", results.points + results.bonus)
                                    : say("results.done"))};
  Build head = prose_of(std::move(title)).serif().size(38).weight(600).leading(1.2F);
  Build best;
  if (game && page.comparison.best)
    best = row(icon(draw::Icon::star, 15, Tone::gold),
               text(say("results.best")).bold().tone(Tone::gold).unbroken())
               .gap(6);
  return column(text(line).mute(),
                wrap(std::move(head).role(Role::heading), std::move(best)).gap(12).line_gap(2))
      .gap(4);
}

quiz::Selection of_misses(const quiz::Session& session, const quiz::Results& results) {
  quiz::Selection selection;
  for (const auto& miss : results.misses)
    selection.cards.push_back(session.material().deck.cards[miss.card].id);
  return selection;
}

Build buttons(Frame& frame, const ResultsPage& page, const quiz::Results& results) {
  Build all = wrap().gap(18);
  if (frame.model.settings.quiz.game_layer)
    all.add(button(say("results.points-how"), frame.on(ExplainPoints{}))
                .quiet()
                .id("points")
                .command(commands().at("results.points")));
  if (!results.misses.empty())
    all.add(button(say("command.misses"),
                   frame.on(Start{page.deck, quiz::Mode::cram, of_misses(page.session, results)}))
                .id("misses")
                .command(commands().at("results.misses")));
  // After the drill of one deck, that of the next where one waits.
  const auto* deck =
      frame.model.next.empty() ? nullptr : find_deck(frame.model, frame.model.next.front().deck);
  if (deck != nullptr) all.add(button(say("command.done"), frame.on(Back{})).id("done"));
  Button on = deck == nullptr
                  ? button(say("command.done"), frame.on(Back{})).id("done")
                  : button(say("results.go-on", {{"deck", deck->file.title}}), frame.on(GoOn{}))
                        .id("go-on");
  all.add(std::move(on).primary().autofocus().command(commands().at("results.done")));
  return all;
}

Build tile(const std::string& heading, const std::string& figure, const std::string& words) {
  return card(h3(heading), text(figure).size(40).weight(600).spacing(-0.8F).leading(1.1F),
              text(words).small().mute())
      .gap(8)
      .label(heading + ": " + figure);
}

std::string against_expected(const quiz::Results& results) {
  const double share =
      results.cards == 0 ? 0 : static_cast<double>(results.right_first) / results.cards;
  if (results.predicted_cards == 0) return percent(share);
  return say("results.expected",
             {{"real", percent(share)}, {"expected", percent(results.expected_recall)}});
}

std::string against_before(const ResultsPage& page, const quiz::Results& results) {
  const auto before = page.comparison.median_ms_before;
  if (!before || !results.median_ms) return "";
  const std::int64_t less = *before - *results.median_ms;
  if (std::abs(less) < 100) return say("results.as-fast");
  return say(less > 0 ? "results.faster" : "results.slower", {{"time", duration(std::abs(less))}});
}

Build next_tile(Frame& frame, const quiz::Results& results) {
  const auto& next = results.next;
  const auto today = frame.model.standing.today;
  if (next.first && next.later_today > 0)
    return tile(say("results.next"),
                interval(std::max(0.0, core::days_between(frame.now, *next.first))),
                coming(next, frame.now, today));
  if (!next.next_day) return tile(say("results.next"), "–", say("coming.nothing"));
  return tile(say("results.next"), interval(std::max(1, *next.next_day - today)),
              coming(next, frame.now, today));
}

Build tiles(Frame& frame, const ResultsPage& page, const quiz::Results& results) {
  Build all = grid(4, 165);
  all.add(tile(say("results.right-first"),
               number(results.right_first) + " / " + number(results.cards),
               against_expected(results)));
  all.add(tile(say("results.streak"), number(results.longest_streak),
               frame.model.settings.quiz.game_layer
                   ? say("results.multiplier", {{"times", times(results.most_multiplier)}})
                   : say_count("results.in-a-row", results.longest_streak)));
  all.add(tile(say("results.median"), results.median_ms ? duration(*results.median_ms) : "–",
               against_before(page, results)));
  all.add(next_tile(frame, results));
  return all;
}

Build by_category(const ResultsPage& page, const quiz::Results& results) {
  Build all = card(h2(say("results.by-category"))).gap(16);
  for (const auto& tally : results.categories) {
    const auto* category = deck::find_category(page.session.material().deck, tally.category);
    if (category == nullptr || tally.cards == 0) continue;
    all.add(category_bar(category->name, category->colour,
                         static_cast<double>(tally.right) / tally.cards,
                         number(tally.right) + " / " + number(tally.cards)));
  }
  return all;
}

Build miss_row(const quiz::Miss& miss) {
  const std::string given =
      miss.given.empty() ? say("results.no-answer") : say("results.you", {{"answer", miss.given}});
  return wrap(text(miss.prompt).flex(1.4F).min_width(220),
              prose(muted(given + " · "), strong(miss.right_answer, Tone::right))
                  .size(13)
                  .flex()
                  .min_width(160)
                  .text_align(entente::text::Align::end))
      .gap(18)
      .line_gap(2)
      .role(Role::list_item);
}

Build missed(const quiz::Results& results) {
  Build all = card(h2(say("results.missed"))).gap(11).role(Role::list).label(say("results.missed"));
  if (results.misses.empty()) return std::move(all).add(text(say("results.none-missed")).mute());
  bool first = true;
  for (const auto& miss : results.misses) {
    if (!first) all.add(divider());
    all.add(miss_row(miss));
    first = false;
  }
  return all;
}

// A column for each of the last ten sessions, this one strong.
Build points_bars(const std::vector<int>& points) {
  const int most = std::max(1, *std::max_element(points.begin(), points.end()));
  Build all = row().gap(18).align(Place::end).height(88);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const bool last = i + 1 == points.size();
    const float height =
        std::max(4.F, 88.F * static_cast<float>(points[i]) / static_cast<float>(most));
    all.add(box(Flow::column)
                .height(height)
                .flex()
                .max_width(76)
                .radius(6)
                .fill(last ? Tone::accent : Tone::accent_soft)
                .role(Role::meter)
                .label(say("results.session-points", {{"points", number(points[i])}})));
  }
  return all;
}

Build points_card(const ResultsPage& page) {
  const auto& points = page.comparison.last_points;
  return card(row(h2(say("results.last-ten")), text(say("points.how")).small().mute().lines(2))
                  .between(),
              points_bars(points))
      .gap(14);
}

} // namespace

Build results_view(Frame& frame, const ResultsPage& page) {
  const auto results = quiz::results(page.session, frame.now);
  Build all = column(wrap(headline(frame, page, results).flex().min_width(300),
                          buttons(frame, page, results))
                         .between(),
                     tiles(frame, page, results),
                     wrap(by_category(page, results).flex().min_width(320),
                          missed(results).flex(1.35F).min_width(360))
                         .gap(18)
                         .align(Place::stretch))
                  .gap(18)
                  .max_width(980)
                  .flex();
  // One session alone compares with nothing.
  if (frame.model.settings.quiz.game_layer && page.comparison.last_points.size() > 1)
    all.add(points_card(page));
  const Edges around = frame.width < 480 ? Edges(12, 16) : Edges(24, 44, 24, 24);
  return scroll_area("results", row(std::move(all)).justify(Place::centre).padding(around))
      .bind("results.points", frame.on(ExplainPoints{}));
}

} // namespace entente::screens
