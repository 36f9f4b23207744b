#include "quiz/exam_report.h"

#include <cmath>

namespace entente::quiz {

namespace {

constexpr double tail = 0.1; // left out on either side of the expected range

// Probabilities of 0, 1, ... right answers: the distribution of a sum of unequal coins.
std::vector<double> distribution(const std::vector<double>& chances) {
  std::vector<double> of_count = {1};
  for (const double chance : chances) {
    of_count.push_back(0);
    for (std::size_t right = of_count.size() - 1; right > 0; --right)
      of_count[right] = of_count[right] * (1 - chance) + of_count[right - 1] * chance;
    of_count[0] *= 1 - chance;
  }
  return of_count;
}

int quantile(const std::vector<double>& of_count, double share) {
  double sum = 0;
  for (std::size_t right = 0; right < of_count.size(); ++right)
    if ((sum += of_count[right]) >= share) return static_cast<int>(right);
  return static_cast<int>(of_count.size()) - 1;
}

double guess(const Question& question) {
  const auto options = static_cast<double>(question.options.size());
  if (question.form == deck::Form::choice) return 1 / options;
  return question.options.empty() ? 0 : 1 / std::tgamma(options + 1); // one of all orders
}

ExamRow row_of_item(const Material& material, const ExamState& state, std::size_t index) {
  const ExamItem& item = state.items[index];
  const deck::Card& card = material.deck.cards[item.question.card];
  ExamRow row;
  row.item = index;
  row.card = item.question.card;
  row.prompt = item.question.prompt;
  row.right_answer = deck::answer_line(card.answer);
  row.flagged = item.flagged;
  row.paragraph = card.passage ? card.passage->paragraph : 0;
  row.judgement.reason = "not answered";
  if (!item.given) return row;
  row.given = given_line(item.question, *item.given);
  row.judgement = grade(material, item.question, *item.given, 0, item.spent_ms).judgement;
  row.right = row.judgement.verdict != judge::Verdict::wrong;
  if (!state.plan.certainty || std::holds_alternative<DontKnow>(*item.given)) return row;
  row.certainty = item.certainty.value_or(Certainty::low);
  row.mark = certainty_mark(*row.certainty, row.right);
  return row;
}

} // namespace

int certainty_mark(Certainty certainty, bool right) {
  constexpr std::array pays = {1, 2, 3}, costs = {0, -2, -6};
  const auto level = static_cast<std::size_t>(certainty);
  return right ? pays[level] : costs[level];
}

Expected expected_right(const std::vector<double>& chances) {
  const std::vector<double> of_count = distribution(chances);
  Expected expected;
  for (const double chance : chances) expected.right += chance;
  expected.low = quantile(of_count, tail);
  expected.high = quantile(of_count, 1 - tail);
  return expected;
}

double chance(const Question& question) {
  const double recall = question.recall.value_or(0);
  return recall + (1 - recall) * guess(question);
}

ExamReport report(const Material& material, const ExamState& state) {
  ExamReport report;
  std::vector<double> chances;
  for (std::size_t i = 0; i < state.items.size(); ++i) {
    ExamRow row = row_of_item(material, state, i);
    const deck::Card& card = material.deck.cards[row.card];
    chances.push_back(chance(state.items[i].question));
    tally_category(report.categories, card.category, row.right);
    report.right += row.right ? 1 : 0;
    report.answered += state.items[i].given ? 1 : 0;
    report.flagged += row.flagged ? 1 : 0;
    if (!row.right) report.to_drill.push_back(card.id);
    if (state.plan.certainty) report.marks = report.marks.value_or(0) + row.mark;
    report.rows.push_back(std::move(row));
  }
  sort_categories(report.categories, material.deck);
  report.questions = static_cast<int>(state.items.size());
  report.most_marks = 3 * report.questions;
  report.used_ms = state.used_ms;
  report.time_up = state.time_up;
  report.expected = expected_right(chances);
  return report;
}

} // namespace entente::quiz
