#include "screens/pages.h"
#include "screens/progress_charts.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include "text/unicode.h"

#include <algorithm>
#include <cmath>

namespace entente::screens {

using namespace ui;

namespace {

constexpr std::size_t most_found = 6, most_hard = 4;
constexpr float week_step = 20, around_calendar = 360; // dp
constexpr float table_height = 260;                    // dp

int send(Frame& frame, ProgressMessage message) { return frame.on(std::move(message)); }

Cursors cursors(Frame& frame, const ProgressPage& page) {
  return [&frame, &page](const std::string& chart) {
    Cursor cursor;
    cursor.id = "chart-" + chart;
    if (page.cursor && page.cursor->chart == chart) cursor.at = page.cursor->at;
    cursor.action = frame.actions.on_number(
        [chart](double at) { return Message{ProgressMessage{PointAt{chart, at}}}; });
    return cursor;
  };
}

// The chart, or its figures when tables are wanted, or a word that there is nothing yet.
Build shown(const ProgressPage& page, Figures figures, const char* id, const char* none) {
  if (figures.empty) return text(say(none)).mute();
  if (!page.as_tables) return std::move(figures.chart).flex(); // as high as its neighbour's card
  return scroll_area(std::string("table-") + id, table(figures.table).padding({0, 0, 14, 0}))
      .height(table_height);
}

Build titled(const std::string& title, const std::string& at_right, Build content) {
  return card(row(h2(title), text(at_right).small().mute()).between(), std::move(content)).gap(14);
}

// ---- the head ----

Build deck_choices(Frame& frame, const ProgressPage& page) {
  std::vector<Choice> all;
  const auto choice = [&](const std::string& deck, const std::string& words) {
    auto range = page.range;
    range.deck = deck;
    all.push_back(
        {"deck-" + deck, words, send(frame, ChooseRange{range}), page.range.deck == deck});
  };
  choice("", say("progress.all-decks"));
  for (const auto& deck : frame.model.standing.decks)
    if (deck.file.deck != nullptr && !deck.file.other_version)
      choice(deck.file.id, deck.file.title);
  return all.size() > 2 ? choices(say("progress.decks"), all) : Build();
}

std::string range_name(int days) {
  if (days == 0) return say("progress.all-time");
  return days == 365 ? say("progress.year") : say_count("time.days", days);
}

Build range_choices(Frame& frame, const ProgressPage& page) {
  std::vector<Choice> all;
  for (const int days : progress_ranges) {
    auto range = page.range;
    range.days = days;
    all.push_back({"days-" + std::to_string(days), range_name(days),
                   send(frame, ChooseRange{range}), page.range.days == days});
  }
  return choices(say("progress.range-choice"), all);
}

Build buttons(Frame& frame, const ProgressPage& page) {
  return wrap(button(say(page.as_tables ? "progress.as-charts" : "command.tables"),
                     send(frame, ToggleTables{}))
                  .compact()
                  .id("tables")
                  .command(commands().at("progress.tables")),
              button(say("command.save-png"), frame.on(Carry{service::SavePicture{}}))
                  .compact()
                  .id("save-png")
                  .command(commands().at("progress.png")),
              button(say("command.save-csv"), send(frame, SaveFiguresNow{}))
                  .compact()
                  .id("save-csv")
                  .disabled(page.statistics == nullptr)
                  .command(commands().at("progress.csv")))
      .gap(8)
      .line_gap(8);
}

Build head(Frame& frame, const ProgressPage& page) {
  return column(wrap(h1(say("place.progress")), buttons(frame, page)).between().line_gap(10),
                wrap(range_choices(frame, page), deck_choices(frame, page)).gap(12).line_gap(8))
      .gap(14);
}

// ---- the cards ----

Build recall_card(const ProgressPage& page, const Cursors& at) {
  const auto& all = *page.statistics;
  return titled(say("progress.recall"), say_count("answers", all.recall_in_all.asked),
                shown(page, recall_figures(all, at), "recall", "progress.recall-none"));
}

Build honest_card(const ProgressPage& page, const Cursors& at) {
  const auto& all = *page.statistics;
  std::string off;
  if (!all.calibration.empty()) off = say("progress.off-by", {{"n", decimal(all.off_by * 100)}});
  return card(row(h2(say("progress.honest")), text(off).small().bold().mute()).between(),
              text(say("progress.honest.words")).small().mute(), space(6).width(0),
              shown(page, calibration_figures(all, at), "calibration", "progress.recall-none"))
      .gap(4);
}

std::string coming_words(const ProgressPage& page) {
  double cards = 0, minutes = 0;
  const int days =
      std::min<int>(page.coming_days, static_cast<int>(page.statistics->coming.size()));
  for (int i = 0; i < days; ++i) {
    const auto& day = page.statistics->coming[static_cast<std::size_t>(i)];
    cards += day.reviews + day.fresh;
    minutes += day.minutes;
  }
  if (days == 0) return "";
  return say("progress.coming.words",
             {{"cards", decimal(cards / days)}, {"minutes", decimal(minutes / days)}});
}

Build coming_card(Frame& frame, const ProgressPage& page, const Cursors& at) {
  std::vector<Choice> spans;
  for (const int days : {30, 90})
    spans.push_back({"coming-" + std::to_string(days), say_count("time.days", days),
                     send(frame, SetComingDays{days}), page.coming_days == days});
  return card(
             wrap(
                 column(h2(say("progress.coming")), text(coming_words(page)).small().mute()).gap(2),
                 choices(say("progress.coming.span"), spans))
                 .between()
                 .line_gap(6),
             shown(page, coming_figures(*page.statistics, page.coming_days, at), "coming",
                   "progress.nothing"))
      .gap(14);
}

Build hard_row(Frame& frame, const std::string& words, Build sign, const std::string& deck,
               const std::string& card, const char* kind) {
  return row(text(words).lines(1).flex(), std::move(sign))
      .gap(12)
      .padding({6, 9})
      .radius(8)
      .role(Role::list_item)
      .id(std::string(kind) + "-" + deck + "-" + card + words)
      .label(words)
      .action(send(frame, OpenStory{deck, card}));
}

Build hard_card(Frame& frame, const ProgressPage& page) {
  const auto& all = *page.statistics;
  Build list = column().role(Role::list).label(say("progress.hard"));
  for (std::size_t i = 0; i < std::min(all.hard.size(), most_hard); ++i) {
    const auto& each = all.hard[i];
    list.add(hard_row(frame, each.prompt,
                      chip(say_count("progress.lapses", each.lapses), wrong_hue), each.deck,
                      each.card, "hard"));
  }
  for (std::size_t i = 0; i < std::min(all.mixed_up.size(), most_hard); ++i) {
    const auto& each = all.mixed_up[i];
    const std::string words =
        say("progress.pair", {{"answer", each.answer}, {"option", each.option}});
    list.add(hard_row(frame, words,
                      chip(say("progress.mixed", {{"n", number(each.times)}}), gold_hue), each.deck,
                      each.card, "mixed"));
  }
  const std::int64_t cards = std::ssize(hard_cards(all));
  Build made = card(row(h2(say("progress.hard")),
                        text(cards > 0 ? say_count("cards", cards) : "").small().mute())
                        .between())
                   .gap(10);
  if (all.hard.empty() && all.mixed_up.empty())
    return std::move(made).add(text(say("progress.hard-none")).mute());
  made.add(std::move(list));
  made.add(row(button(say("command.drill-these"), send(frame, DrillHard{}))
                   .compact()
                   .id("drill-hard")
                   .command(commands().at("progress.drill"))));
  return made;
}

Build calendar_card(Frame& frame, const ProgressPage& page, const Cursors& at) {
  const int weeks =
      std::clamp(static_cast<int>((frame.width - around_calendar) / week_step), 12, 53);
  const auto& all = *page.statistics;
  int answers = 0;
  for (const auto& day : all.calendar) answers += day.answers;
  return titled(say_count("days.weeks", weeks), say_count("answers", answers),
                shown(page, calendar_figures(all.calendar, all.today, weeks, at("days")), "days",
                      "progress.nothing"));
}

Build time_card(const ProgressPage& page, const Cursors& at) {
  const auto& all = *page.statistics;
  std::int64_t taken = 0;
  for (const auto& day : all.days) taken += day.taken_ms;
  return titled(say("progress.time"), all.days.empty() ? "" : duration(taken),
                shown(page, time_figures(all, at), "time", "progress.nothing"));
}

Build category_card(const ProgressPage& page) {
  Build all =
      card(h2(say("progress.by-category")), text(say("progress.by-category.words")).small().mute())
          .gap(12);
  for (const auto& each : page.statistics->categories) {
    std::string words =
        say("progress.seen", {{"n", number(each.seen)}, {"of", number(each.cards)}});
    if (each.asked > 0)
      words +=
          " · " + say("progress.category-measured",
                      {{"measured", percent(each.recalled.share)},
                       {"range", percent(each.recalled.low) + "–" + percent(each.recalled.high)}});
    all.add(column(category_bar(each.name, each.colour, each.recall_now,
                                each.seen > 0 ? percent(each.recall_now) : "–"),
                   text(words).small().mute())
                .gap(3));
  }
  return all;
}

// ---- looking a card up ----

Build found_cards(Frame& frame, const ProgressPage& page) {
  Build list = column().gap(2).role(Role::list).label(say("story.find"));
  if (page.search.empty()) return list;
  const std::string wanted = entente::text::comparable(page.search);
  std::size_t found = 0;
  for (const auto& deck : frame.model.standing.decks) {
    if (deck.file.deck == nullptr || deck.file.other_version) continue;
    for (const auto& card : deck.file.deck->cards) {
      if (found == most_found) return list;
      const std::string line = card.prompt + " " + deck::answer_line(card.answer);
      if (entente::text::comparable(line).find(wanted) == std::string::npos) continue;
      ++found;
      list.add(hard_row(frame, card.prompt, Build(), deck.file.id, card.id, "found"));
    }
  }
  if (found == 0) list.add(text(say("story.no-match")).mute());
  return list;
}

Build find_card(Frame& frame, const ProgressPage& page) {
  FieldParts field;
  field.id = "find-card";
  field.label = say("story.find");
  field.placeholder = say("story.find.words");
  field.text = page.search;
  field.on_change = frame.actions.on_text(
      [](std::string words) { return Message{ProgressMessage{SearchCard{std::move(words)}}}; });
  return card(h2(say("story.find")), text_field(std::move(field)), found_cards(frame, page))
      .gap(12);
}

Build two(Build left, Build right, float share = 1.55F) {
  return wrap(std::move(left).flex(share).min_width(400), std::move(right).flex().min_width(310))
      .gap(18)
      .line_gap(18)
      .align(Place::stretch);
}

} // namespace

Build progress_view(Frame& frame, const ProgressPage& page) {
  Build all = column(head(frame, page)).gap(18);
  std::move(all)
      .bind("progress.drill", send(frame, DrillHard{}))
      .bind("progress.range", send(frame, NextRange{}));
  if (page.statistics == nullptr) return all;
  const Cursors at = cursors(frame, page);
  if (!frame.model.status.empty()) all.add(status(frame.model.status));
  all.add(two(recall_card(page, at), honest_card(page, at)));
  all.add(two(coming_card(frame, page, at), hard_card(frame, page)));
  all.add(calendar_card(frame, page, at));
  all.add(two(
      titled(say("progress.stability"), say("progress.stability.words"),
             shown(page, stability_figures(*page.statistics, at), "stability", "progress.nothing")),
      titled(say("progress.retrievability"), "",
             shown(page, retrievability_figures(*page.statistics, at), "retrievability",
                   "progress.nothing"))));
  all.add(time_card(page, at));
  all.add(two(category_card(page), find_card(frame, page), 1.2F));
  return all;
}

// ---- one card's story ----

namespace {

constexpr const char* grades[] = {"", "grade.again", "grade.hard", "grade.good", "grade.easy"};
constexpr Tone grade_tones[] = {Tone::ink, Tone::wrong, Tone::gold, Tone::right, Tone::teal};

Build answer_line(const service::StoryAnswer& each) {
  const auto grade = static_cast<std::size_t>(each.grade);
  std::string promised;
  if (each.predicted) promised = say("story.promised", {{"recall", percent(*each.predicted)}});
  if (!each.counts) promised = say("story.practice");
  return row(text(short_date(core::study_day(each.at))).small().mute().width(70),
             text(say(grades[grade])).small().bold().tone(grade_tones[grade]).width(60),
             text(say(form_key(each.form)) + (each.answered.empty() ? "" : ": " + each.answered))
                 .small()
                 .lines(1)
                 .flex(),
             text(promised).small().mute(), text(duration(each.taken_ms)).small().mute().width(56))
      .gap(14)
      .padding({0, 6})
      .border(Tone::line, {0, 0, 0, 1})
      .role(Role::list_item);
}

Build answers(const service::CardStory& story) {
  Build all = card(row(h2(say("story.answers")),
                       text(say_count("answers", std::ssize(story.answers))).small().mute())
                       .between())
                  .gap(8)
                  .role(Role::list)
                  .label(say("story.answers"));
  if (story.answers.empty()) return std::move(all).add(text(say("story.none")).mute());
  for (auto each = story.answers.rbegin(); each != story.answers.rend(); ++each)
    all.add(answer_line(*each));
  return all;
}

std::string figures(const service::CardStory& story, core::Moment now) {
  if (!story.progress.state) return say("story.none");
  const memory::Model model(story.parameters);
  const double recall =
      model.retrievability(*story.progress.state, model.elapsed(story.progress.last_answer, now,
                                                                core::default_day_start_minutes));
  return say("story.figures", {{"recall", percent(recall)},
                               {"stability", interval(model.stability(*story.progress.state))},
                               {"lapses", say_count("progress.lapses", story.progress.lapses)}});
}

} // namespace

Build story_view(Frame& frame, const StoryPage& page) {
  const auto& story = page.story;
  Cursor cursor{"chart-story", page.cursor, frame.actions.on_number([](double at) {
                  return Message{ProgressMessage{PointAt{"story", at}}};
                })};
  Build name = wrap(category_chip(story.category, story.colour),
                    text(figures(story, frame.now)).small().mute())
                   .gap(12)
                   .line_gap(4);
  return column(
             wrap(column(std::move(name), h1(story.prompt).size(24),
                         text(story.answer).bold().tone(Tone::accent))
                      .gap(8)
                      .flex()
                      .min_width(300),
                  row(button(say("command.back-to-progress"), frame.on(Back{})).id("back-button"),
                      button(say("command.drill-this"), frame.on(ProgressMessage{DrillStory{}}))
                          .primary()
                          .id("drill-this")
                          .command(commands().at("story.drill")))
                      .gap(12))
                 .between()
                 .align(Place::start),
             card(h2(say("curve.label")), story_chart(story, frame.now, cursor)).gap(14),
             answers(story))
      .gap(18);
}

} // namespace entente::screens
