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
  Build page_column = column(
      row(row(key_cap("Esc"), text(deck.title).bold().lines(1)).gap(18).flex(),
          bar(say("drill.progress"), figure, done).flex(2).max_width(520),
          row(text(figure).mute().unbroken()).flex().justify(ui::Place::end))
          .gap(26)
          .padding({28, 18}),
      scroll_area(
          "reading",
          row(column(std::move(words),
                     row(button(say("command.backward"), frame.on(ReadingMessage{TurnBack{}}))
                             .id("back")
                             .disabled(page.reading.position() == 0)
                             .command(commands().at("read.back")),
                         spacer(),
                         button(say("command.forward"), frame.on(ReadingMessage{TurnForward{}}))
                             .primary()
                             .id("forward")
                             .autofocus()
                             .command(commands().at("read.forward"))))
                  .gap(16)
                  .max_width(820)
                  .flex())
              .justify(ui::Place::centre)
              .padding({24, 18}))
          .flex());
  return page_column;
}

} // namespace entente::screens
