// What stands above and below a drill: how far it is, what it has brought, what else can be done.

#include "screens/drill_parts.h"
#include "screens/parts.h"
#include "screens/words.h"
#include "ui/widgets.h"

namespace entente::screens {

using namespace ui;

namespace {

Build score(Frame& frame, const DrillPage& page, const quiz::Standing& standing) {
  Build streak;
  if (standing.multiplier > 1)
    streak = text(say("drill.streak", {{"times", times(standing.multiplier)}}))
                 .bold()
                 .tone(Tone::gold)
                 .unbroken();
  else if (page.streak_ended)
    streak = text(say("drill.streak-ended")).bold().tone(Tone::gold).unbroken();
  Build points =
      prose(strong(number(standing.points)), muted(" " + say("drill.points"))).unbroken();
  Build all = row(row(std::move(points))
                      .role(Role::button)
                      .id("points")
                      .label(number(standing.points) + " " + say("drill.points") + ", " +
                             say("command.points"))
                      .action(frame.on(ExplainPoints{}))
                      .radius(6))
                  .gap(26);
  if (streak.node().paragraph) all.add(std::move(streak));
  return all;
}

// What can be done at the foot of the page: key and word together, to be pressed or clicked. In a
// text field letters type, so the other key is named there.
class Foot {
public:
  Foot(Frame& frame, bool in_field) : frame_(frame), in_field_(in_field) {}
  Foot& keys(std::vector<std::string> keys, const char* words) {
    return all_.push_back({std::move(keys), say(words)}), *this;
  }
  Foot& does(const char* command, Message message) {
    const Command& found = commands().at(command);
    all_.push_back({{in_field_ ? key_in_field(found) : key_of(found)},
                    say(found.label),
                    frame_.on(std::move(message))});
    return *this;
  }
  Foot& quizzed(const char* command, quiz::Message message) {
    return does(command, DrillMessage{Quizzed{std::move(message)}});
  }
  Foot& ends(const DrillPage& page) {
    if (page.session.can_undo()) quizzed("drill.undo", quiz::Undo{});
    return does("go.keys", GoTo{RailPlace::keys});
  }
  [[nodiscard]] const std::vector<ui::Hint>& all() const { return all_; }

private:
  Frame& frame_;
  bool in_field_;
  std::vector<ui::Hint> all_;
};

std::vector<ui::Hint> open_hints(Frame& frame, const DrillPage& page, const Shown& shown) {
  const auto& question = shown.question();
  const bool in_field = question.form == deck::Form::typed || question.form == deck::Form::cloze;
  Foot foot(frame, in_field);
  if (question.form == deck::Form::choice)
    foot.keys({"1", std::to_string(question.options.size())}, "hint.answer");
  if (shown.asked.hints < static_cast<int>(question.hints.size()))
    foot.quizzed("drill.hint", quiz::TakeHint{});
  if (!in_field) foot.quizzed("drill.unknown", quiz::Answer{quiz::DontKnow{}});
  foot.quizzed("drill.skip", quiz::Skip{})
      .quizzed("drill.bury", quiz::Bury{})
      .quizzed("drill.suspend", quiz::Suspend{});
  return foot.ends(page).all();
}

std::vector<ui::Hint> revealed_hints(Frame& frame, const DrillPage& page, const Shown& shown) {
  Foot foot(frame, false);
  foot.keys({"1", "4"}, "hint.grade")
      .quizzed("drill.bury", quiz::Bury{})
      .quizzed("drill.suspend", quiz::Suspend{});
  if (shown.question().asked_before > 0 || !shown.question().first_sight)
    foot.does("drill.reset", AskReset{page.deck, shown.question().card_id});
  return foot.ends(page).all();
}

} // namespace

Build top_bar(Frame& frame, const DrillPage& page) {
  const auto standing = page.session.standing();
  const double done = standing.total == 0 ? 0 : double(standing.done) / standing.total;
  const std::string figure = number(standing.done) + " / " + number(standing.total);
  Build figures = row(text(figure).mute().unbroken()).gap(26).justify(Place::end);
  if (frame.model.settings.quiz.game_layer) figures.add(score(frame, page, standing));
  return wrap(row(ending(frame, say("drill.end")),
                  text(page.session.material().deck.title).bold().lines(1).flex())
                  .gap(18)
                  .flex(1.3F)
                  .min_width(200),
              bar(say("drill.progress"), figure, done)
                  .id("progress")
                  .flex(2)
                  .min_width(120)
                  .max_width(520),
              std::move(figures).flex().min_width(150))
      .gap(26)
      .line_gap(6)
      .padding({28, 18});
}

Build drill_foot(Frame& frame, const DrillPage& page, const Shown* shown) {
  std::vector<ui::Hint> all;
  if (shown == nullptr)
    all = Foot(frame, false).ends(page).all();
  else if (shown->revealed == nullptr)
    all = open_hints(frame, page, *shown);
  else
    all = revealed_hints(frame, page, *shown);
  return hints(all).padding({16, 12, 16, 16});
}

} // namespace entente::screens
