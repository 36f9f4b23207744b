// What a mock exam came to.

#include "exchange/deck_builder.h"
#include "screens/pages.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;

namespace {

double share(int part, int of) { return of == 0 ? 0 : static_cast<double>(part) / of; }

std::string subline(const ExamReportPage& page) {
  const auto& report = page.report;
  const auto limit = page.exam.state().plan.limit_ms;
  std::string words = percent(share(report.right, report.questions)) + " · ";
  words += limit > 0 ? say("exam.time-of",
                           {{"used", duration(report.used_ms)},
                            {"limit", say_count("time.minutes", limit / core::ms_per_minute)}})
                     : duration(report.used_ms);
  words += " · " +
           say("exam.expected", {{"low", percent(share(report.expected.low, report.questions))},
                                 {"high", percent(share(report.expected.high, report.questions))}});
  if (report.marks)
    words += " · " + say("exam.marks-of",
                         {{"marks", number(*report.marks)}, {"most", number(report.most_marks)}});
  if (report.time_up) words += " · " + say("exam.time-was-up");
  return words;
}

// Beside what was expected, in a sentence.
std::string verdict(const quiz::ExamReport& report) {
  const char* key = report.right < report.expected.low    ? "exam.under"
                    : report.right > report.expected.high ? "exam.over"
                                                          : "exam.as-expected";
  return say(key, {{"right", number(report.right)},
                   {"low", number(report.expected.low)},
                   {"high", number(report.expected.high)}});
}

Build buttons(Frame& frame, const ExamReportPage& page) {
  const std::string file = exchange::slug(page.exam.material().deck.title) + "-exam-" +
                           core::iso(core::civil(core::study_day(page.exam.state().started))) +
                           ".pdf";
  Build all = wrap().gap(18);
  all.add(button(say("command.print-exam"),
                 frame.on(ChooserMessage{OpenChooser{ChooserDialog::PrintExam{page.id, file}}}))
              .id("print-exam")
              .command(commands().at("report.print")));
  if (!page.report.to_drill.empty())
    all.add(button(say("command.drill-misses"), frame.on(ExamMessage{DrillExamMisses{}}))
                .id("drill-misses")
                .command(commands().at("report.drill")));
  all.add(button(say("command.new-exam"), frame.on(GoTo{RailPlace::exam}))
              .primary()
              .id("new-exam")
              .command(commands().at("report.new")));
  return all;
}

Build by_category(const ExamReportPage& page) {
  Build all = card(h2(say("results.by-category"))).gap(14);
  for (const auto& tally : page.report.categories) {
    const auto* category = deck::find_category(page.exam.material().deck, tally.category);
    if (category == nullptr || tally.cards == 0) continue;
    all.add(category_bar(category->name, category->colour, share(tally.right, tally.cards),
                         number(tally.right) + " / " + number(tally.cards)));
  }
  return all;
}

Build expected(const ExamReportPage& page) {
  const auto& report = page.report;
  Build all = card(h2(say("exam.beside-expected")), text(verdict(report)).small().mute()).gap(8);
  const auto bar_line = [](const std::string& name, double part, const std::string& figure,
                           Tone tone) {
    return row(text(name).small().mute().width(84), bar(name, figure, part, tone).flex(),
               text(figure).small().mute().text_align(entente::text::Align::end).width(64))
        .gap(14);
  };
  all.add(space(4).width(0));
  all.add(bar_line(say("exam.bar.score"), share(report.right, report.questions),
                   number(report.right) + " / " + number(report.questions), Tone::accent));
  all.add(bar_line(say("exam.bar.expected"), report.expected.right / std::max(1, report.questions),
                   say("exam.range", {{"low", number(report.expected.low)},
                                      {"high", number(report.expected.high)}}),
                   Tone::gold));
  all.add(text(say("exam.seed-was", {{"seed", std::to_string(page.exam.state().plan.seed)}}))
              .small()
              .mute());
  return all;
}

// ---- the answers ----

std::string mark_words(const quiz::ExamRow& each) {
  if (!each.certainty) return "";
  const std::string sign = each.mark > 0 ? "+" : "";
  return sign + number(each.mark);
}

Build given(const quiz::ExamRow& each) {
  using entente::text::Align;
  if (each.right) return prose(muted(each.right_answer)).size(13).text_align(Align::end);
  const std::string mine = each.given.empty() ? say("results.no-answer") : each.given;
  return prose(muted(mine + " → "), strong(each.right_answer, Tone::right))
      .size(13)
      .text_align(Align::end);
}

Build paragraph(Frame& frame, const ExamReportPage& page, const quiz::ExamRow& each) {
  if (each.paragraph == 0) return Build().width(56);
  const std::string words = say("exam.paragraph", {{"n", number(each.paragraph)}});
  const std::string card = page.exam.material().deck.cards[each.card].id;
  return row(link(words, frame.on(Carry{service::ShowPassage{page.deck, card}}))
                 .id("passage-" + std::to_string(each.item))
                 .label(say("drill.show-passage") + ", " + words)
                 .size(13))
      .width(56)
      .justify(Place::end);
}

Build answer_row(Frame& frame, const ExamReportPage& page, const quiz::ExamRow& each) {
  Build sign = icon(each.right ? draw::Icon::check : draw::Icon::cross, 13,
                    each.right ? Tone::right : Tone::wrong);
  Build flag = each.flagged ? icon(draw::Icon::flag, 12, Tone::gold) : Build();
  Build words = wrap(text(each.prompt).flex(1.3F).min_width(220), given(each).flex().min_width(150))
                    .gap(18)
                    .line_gap(2)
                    .flex()
                    .min_width(200);
  Build line = wrap(std::move(sign).width(18),
                    text(number(std::int64_t(each.item) + 1)).small().mute().width(22),
                    std::move(words), std::move(flag))
                   .gap(12)
                   .padding({0, 10});
  if (page.report.marks) line.add(text(mark_words(each)).small().bold().width(26));
  line.add(paragraph(frame, page, each));
  return std::move(line)
      .role(Role::list_item)
      .label(say(each.right ? "exam.row-right" : "exam.row-wrong") + ": " + each.prompt);
}

std::string answers_words(const quiz::ExamReport& report) {
  std::string words = say_count("exam.wrong", report.questions - report.right);
  if (report.flagged > 0) words += " · " + say_count("exam.flagged", report.flagged);
  return words;
}

std::vector<quiz::ExamRow> wrong_first(const ExamReportPage& page) {
  std::vector<quiz::ExamRow> rows = page.report.rows;
  if (page.only_wrong) std::erase_if(rows, [](const quiz::ExamRow& each) { return each.right; });
  std::stable_partition(rows.begin(), rows.end(),
                        [](const quiz::ExamRow& each) { return !each.right; });
  return rows;
}

Build answers(Frame& frame, const ExamReportPage& page) {
  const auto& toggle = commands().at("report.wrong");
  Build show =
      row(key_cap(key_of(toggle)), link(say(page.only_wrong ? "exam.show-all" : "exam.show-wrong"),
                                        frame.on(ExamMessage{ToggleOnlyWrong{}}))
                                       .id("only-wrong")
                                       .size(13))
          .gap(6);
  show.node().children.back().command = toggle.id;
  Build all =
      card(wrap(h2(say("exam.answers")),
                wrap(text(answers_words(page.report)).small().mute(), std::move(show)).gap(12))
               .between()
               .line_gap(6)
               .padding({0, 12}))
          .padding({25, 10})
          .role(Role::list)
          .label(say("exam.answers"));
  for (const auto& each : wrong_first(page)) {
    all.add(divider());
    all.add(answer_row(frame, page, each));
  }
  return all;
}

} // namespace

Build exam_report_view(Frame& frame, const ExamReportPage& page) {
  const auto& report = page.report;
  const std::string title =
      say("exam.report-title", {{"right", number(report.right)}, {"of", number(report.questions)}});
  Build figures =
      wrap(by_category(page).flex().min_width(320), expected(page).flex().min_width(320))
          .gap(18)
          .align(Place::stretch);
  if (auto days = seminar_days(frame, page.deck)) figures.add(std::move(*days));
  Build all =
      column(wrap(column(h1(title), text(subline(page)).mute()).gap(6).flex().min_width(300),
                  buttons(frame, page))
                 .between(),
             std::move(figures), answers(frame, page))
          .gap(18);
  if (page.dropped > 0) all.add(text(say_count("exam.dropped", page.dropped)).small().mute());
  if (!frame.model.status.empty()) all.add(status(frame.model.status));
  return all;
}

} // namespace entente::screens
