#include "screens/pages.h"
#include "screens/parts.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>
#include <cmath>

namespace entente::screens {

using namespace ui;

namespace {

int local_hour(core::Moment now) {
  const std::int64_t local = now.utc_ms + now.offset_minutes * core::ms_per_minute;
  return static_cast<int>((local / core::ms_per_hour) % 24);
}

std::string greeting(core::Moment now) {
  const int hour = local_hour(now);
  if (hour < 4 || hour >= 18) return say("today.evening");
  return say(hour < 12 ? "today.morning" : "today.afternoon");
}

std::string headline(const Frame& frame, const service::DeckStanding& deck) {
  const auto& outlook = deck.outlook;
  std::string what = say("today.nothing-due");
  if (outlook.due > 0)
    what = say_count("today.due", outlook.due);
  else if (deck.seen == 0)
    what = say("today.welcome");
  else if (outlook.fresh > 0)
    what = say_count("today.new-waiting", outlook.fresh);
  return greeting(frame.now) + " " + what;
}

std::string subline(const Frame& frame, const service::DeckStanding& deck) {
  std::string words;
  if (deck.outlook.due + deck.outlook.fresh > 0)
    words = say_count("today.minutes", std::max(1L, std::lround(deck.minutes)));
  else
    words = say("today.next",
                {{"coming", coming(deck.outlook.next, frame.now, frame.model.standing.today)}});
  if (frame.model.standing.streak > 1)
    words += " " + say_count("today.streak", frame.model.standing.streak);
  return words;
}

std::string source_line(const deck::Deck& deck) {
  if (deck.sources.empty() || deck.sources.front().author.empty()) return deck.description;
  return say("today.from", {{"author", deck.sources.front().author}});
}

Build figures(const service::DeckStanding& deck) {
  const auto& last = deck.last_30_days;
  Build all = wrap(counted(number(deck.outlook.due), say("today.due-now"), Tone::accent),
                   counted(number(deck.outlook.fresh), say("today.new-today")),
                   counted(number(deck.known_well), say("today.known-well")))
                  .gap(30);
  if (last.asked > 0)
    all.add(counted(percent(double(last.recalled) / last.asked), say("today.recall")));
  return all;
}

Build categories(const service::DeckStanding& deck) {
  Build all = column().gap(13);
  for (const auto& each : deck.categories)
    all.add(category_bar(each.name, each.colour, each.recall, percent(each.recall)));
  return all;
}

Build buttons(Frame& frame, const service::DeckStanding& deck) {
  const std::string& id = deck.file.id;
  const bool anything = deck.outlook.due + deck.outlook.fresh > 0;
  return wrap(button(say("command.start"), frame.on(Start{id, quiz::Mode::drill, {}}))
                  .primary()
                  .id("start")
                  .disabled(!anything)
                  .autofocus(anything)
                  .command(commands().at("today.start")),
              button(say("command.quick"), frame.on(Start{id, quiz::Mode::quick, {}}))
                  .id("quick")
                  .command(commands().at("today.quick")),
              button(say("command.narrow"), frame.on(DecksMessage{AskNarrow{id}}))
                  .id("narrow")
                  .command(commands().at("today.narrow")));
}

// A backlog is not put before a person whole: what waits is told, and may be had.
Build backlog(Frame& frame, const service::DeckStanding& deck) {
  const auto& outlook = deck.outlook;
  if (outlook.waiting == 0) return Build();
  const std::string words =
      outlook.due == 0 ? say_count("today.waiting", outlook.waiting)
                       : say("today.backlog", {{"due", number(outlook.due)},
                                               {"all", number(outlook.due + outlook.waiting)}});
  return wrap(text(words).small().mute().flex().min_width(240).label(words),
              button(say("today.all-due"), frame.on(Start{deck.file.id, quiz::Mode::all_due, {}}))
                  .compact()
                  .id("all-due"))
      .gap(12)
      .line_gap(8)
      .role(Role::group)
      .label(say("today.backlog-title"));
}

Build deck_card(Frame& frame, const service::DeckStanding& deck) {
  const auto& shown = *deck.file.deck;
  Build all =
      card(row(text(shown.title).serif().size(21).weight(600).leading(1.3F).flex(),
               text(say_count("today.cards", deck.cards)).small().mute().unbroken())
               .align(Place::start),
           text(source_line(shown)).small().mute().lines(2), space(16).width(0), figures(deck))
          .gap(4);
  if (Build waits = backlog(frame, deck); !waits.node().children.empty())
    all.add(space(10).width(0)), all.add(std::move(waits));
  all.add(space(18).width(0)), all.add(categories(deck));
  all.add(space(22).width(0)), all.add(buttons(frame, deck));
  return all;
}

// One way to study besides what is due, with what it would bring.
Build way(Frame& frame, const char* id, const char* key, int cards, Message message) {
  return row(button(say(std::string("way.") + key), frame.on(std::move(message)))
                 .compact()
                 .id(std::string("way-") + key)
                 .disabled(cards == 0)
                 .command(commands().at(id)),
             text(say(std::string("way.") + key + ".words", {{"n", number(cards)}})).small().mute())
      .gap(10);
}

} // namespace

Build other_ways(Frame& frame, const service::DeckStanding& deck, Flow flow) {
  const std::string& id = deck.file.id;
  const auto& outlook = deck.outlook;
  return box(flow,
             way(frame, "today.ahead", "ahead", outlook.ahead, Start{id, quiz::Mode::ahead, {}}),
             way(frame, "today.more", "more-new", outlook.more_new,
                 Start{id, quiz::Mode::more_new, {}}),
             way(frame, "today.games", "games", deck.cards, GameMessage{OpenGames{id}}),
             way(frame, "today.read", "read", deck.cards, StartReading{id, {}}))
      .gap(flow == Flow::column ? 10 : 26)
      .line_gap(10)
      .role(Role::group)
      .label(say("ways.title"));
}

namespace {

Build no_deck(Frame& frame) {
  return column(h1(greeting(frame.now) + " " + say("today.no-deck")),
                card(text(say("today.no-deck.words")).mute(),
                     row(button(say("command.add-deck"),
                                frame.on(ChooserMessage{OpenChooser{ChooserDialog::AddDeck{}}}))
                             .primary()
                             .id("add")
                             .autofocus()))
                    .gap(16))
      .gap(22);
}

Build step(draw::Icon sign, Hue hue, const char* key) {
  return column(row(column(icon(sign, 15, hue.strong))
                        .centred()
                        .width(30)
                        .height(30)
                        .radius(9)
                        .fill(hue.soft),
                    text(say(std::string("welcome.") + key)).bold().flex())
                    .gap(10),
                text(say(std::string("welcome.") + key + ".words")).small().mute())
      .gap(8);
}

// Before the first answer there is no history to show: what is going to happen instead.
Build welcome() {
  return card(h2(say("welcome.title")),
              grid(3, 220, step(draw::Icon::circle_dot, teal_hue, "answer"),
                   step(draw::Icon::quote, purple_hue, "see"),
                   step(draw::Icon::clock, indigo_hue, "return"))
                  .gap(26)
                  .line_gap(18))
      .gap(16);
}

} // namespace

Build today_view(Frame& frame) {
  Build page = column().gap(22);
  const auto* deck = shown_deck(frame.model);
  if (deck == nullptr) {
    if (frame.model.loaded) page.add(no_deck(frame));
    return page;
  }
  page.add(wrap(column(h1(headline(frame, *deck)), text(subline(frame, *deck)).mute())
                    .gap(6)
                    .flex()
                    .min_width(280),
                button(say("command.from-text"), frame.on(DraftMessage{AskForText{}}))
                    .id("from-text")
                    .command(commands().at("today.text")))
               .gap(18));
  if (Build line = done_line(frame); !line.node().children.empty()) page.add(std::move(line));
  page.add(wrap(deck_card(frame, *deck).flex(1.55F).min_width(420),
                seminar_card(frame, *deck).flex().min_width(300))
               .gap(22)
               .align(Place::stretch));
  page.add(frame.model.standing.answers == 0 ? welcome() : days_card(frame));
  if (deck->choices.seminar) page.add(other_ways(frame, *deck, Flow::wrap));
  return page;
}

} // namespace entente::screens
