#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/parts.h"
#include "screens/words.h"
#include "ui/widgets.h"

namespace entente::screens {

using namespace ui;

service::Effects update(Model& model, ReadingPage& page, const ReadingMessage& message,
                        core::Moment) {
  if (std::holds_alternative<TurnBack>(message)) {
    page.reading.back();
    return {};
  }
  if (page.reading.position() + 1 < page.reading.size()) {
    page.reading.forward();
    return {};
  }
  model.page = TodayPage{};
  return {service::Refresh{}};
}

Build reading_view(Frame& frame, const ReadingPage& page) {
  const auto& deck = page.material->deck;
  const auto& shown = deck.cards[page.reading.card()];
  const auto* category = deck::find_category(deck, shown.category);
  const double done =
      static_cast<double>(page.reading.position() + 1) / static_cast<double>(page.reading.size());
  const std::string figure = number(static_cast<std::int64_t>(page.reading.position()) + 1) +
                             " / " + number(static_cast<std::int64_t>(page.reading.size()));
  Build chip = category == nullptr ? Build() : category_chip(category->name, category->colour);
  Build words =
      card(row(std::move(chip), text(say("reading.unrecorded")).small().mute()).between(),
           prompt(shown.prompt, deck.language).role(Role::heading),
           prompt(deck::answer_line(shown.answer), deck.language).tone(Tone::accent).weight(600),
           text(shown.explanation).mute())
          .gap(22)
          .padding({40, 34});
  const bool last = page.reading.position() + 1 == page.reading.size();
  Build above =
      wrap(row(ending(frame, say("reading.end")), text(deck.title).bold().lines(1).flex())
               .gap(18)
               .flex()
               .min_width(200),
           bar(say("drill.progress"), figure, done)
               .id("progress")
               .flex(2)
               .min_width(120)
               .max_width(520),
           row(text(figure).mute().unbroken()).justify(ui::Place::end).flex().min_width(90))
          .gap(26)
          .line_gap(6)
          .padding({28, 18});
  Build content = column(std::move(words),
                         wrap(button(say("command.backward"), frame.on(ReadingMessage{TurnBack{}}))
                                  .id("back")
                                  .disabled(page.reading.position() == 0)
                                  .command(commands().at("read.back")),
                              spacer(),
                              button(say(last ? "command.done" : "command.forward"),
                                     frame.on(ReadingMessage{TurnForward{}}))
                                  .primary()
                                  .id("forward")
                                  .autofocus()
                                  .command(commands().at("read.forward"))))
                      .gap(16);
  return between_bars(frame, "reading", std::move(above), std::move(content), hints({}).padding(4));
}

} // namespace entente::screens
