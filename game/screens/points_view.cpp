// How points came about, line by line: every score can be explained.

#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/parts.h"
#include "screens/words.h"
#include "text/format.h"
#include "ui/strings.h"

namespace entente::screens {

using namespace ui;

namespace {

std::string fraction(double value, int places) {
  return entente::text::format_decimal(value, places, strings().language());
}

std::string recall_line(const quiz::Points& points) {
  return say("points.recall", {{"recall", percent(points.recall)},
                               {"lost", fraction(1 - points.recall, 2)},
                               {"sum", fraction(10 + 90 * (1 - points.recall), 1)}});
}

const quiz::Session* session_on(const Page& page) {
  if (const auto* drill = std::get_if<DrillPage>(&page)) return &drill->session;
  if (const auto* results = std::get_if<ResultsPage>(&page)) return &results->session;
  return nullptr;
}

Build answer_points(const quiz::Session& session, const quiz::Answered& answer) {
  const auto& prompt = session.material().deck.cards[answer.card].prompt;
  Build lines = column(text(prompt).lines(2).bold()).gap(2);
  for (const auto& line : points_lines(answer.points)) lines.add(text(line).small().mute());
  if (answer.speed_bonus > 0)
    lines.add(text(say("points.bonus", {{"n", number(answer.speed_bonus)}})).small().mute());
  return row(std::move(lines).flex(),
             text(number(answer.points.value)).bold().tone(Tone::accent).unbroken())
      .align(Place::start)
      .gap(18)
      .role(Role::list_item);
}

// The latest first: that is the one asked about.
Build all_points(const quiz::Session& session) {
  Build all = column().gap(14).padding({0, 0, 12, 0}).role(Role::list).label(say("points.title"));
  const auto& answers = session.answers();
  for (auto at = answers.rbegin(); at != answers.rend(); ++at)
    all.add(answer_points(session, **at));
  return all;
}

} // namespace

std::vector<std::string> points_lines(const quiz::Points& points) {
  std::vector<std::string> lines;
  switch (points.rule) {
  case quiz::PointsRule::missed:
    return {say("points.missed")};
  case quiz::PointsRule::unpaid:
    return {say("points.unpaid")};
  case quiz::PointsRule::first_sight:
    lines = {say("points.first-sight")};
    break;
  case quiz::PointsRule::repeat:
    lines = {say("points.repeat")};
    break;
  case quiz::PointsRule::counted:
    lines = {recall_line(points), say("points.streak", {{"times", times(points.multiplier)},
                                                        {"n", number(points.streak)}})};
    break;
  }
  if (points.halved) lines.push_back(say("points.halved"));
  return lines;
}

Build points_view(Frame& frame) {
  const auto* session = session_on(frame.model.page);
  Build content = column(text(say("points.rule")).mute()).gap(16);
  if (session == nullptr || session->answers().empty())
    content.add(text(say("points.none")).mute());
  else
    content.add(scroll_area("points-lines", all_points(*session)).flex());
  content.add(row(spacer(), close_button(frame)));
  return ui::dialog("points-dialog", say("points.title"), std::move(content));
}

} // namespace entente::screens
