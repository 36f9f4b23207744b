#include "exchange/paper.h"

#include "core/random.h"
#include "exchange/paper_parts.h"
#include "quiz/grading.h"

#include <algorithm>
#include <memory>

namespace entente::exchange {

namespace {

using paper::Canvas;

paper::PageSize page_size(PaperSize size) {
  return size == PaperSize::letter ? paper::PageSize{612, 792} : paper::PageSize{};
}

// Twice: page numbers say how many there are.
template <typename Draw>
core::Result<Paper> drawn(const deck::Deck& deck, PaperSize size, Draw draw) {
  int pages = 0;
  for (;;) {
    Paper paper;
    Canvas canvas(page_size(size), deck.title, deck.language, pages);
    draw(canvas, paper.report);
    paper.pages = canvas.page();
    auto pdf = canvas.finish();
    if (!pdf) return pdf.error();
    paper.pdf = std::move(*pdf);
    if (paper.pages == pages) return paper;
    pages = paper.pages;
  }
}

// What paper asks best: choices, gaps, orders and pairs; else lines to write on.
deck::Form form_of(const deck::Card& card) {
  const auto possible = deck::possible_forms(card);
  for (const deck::Form form : {deck::Form::match, deck::Form::order, deck::Form::choice,
                                deck::Form::cloze, deck::Form::typed})
    if (std::ranges::find(possible, form) != possible.end()) return form;
  return deck::Form::flip;
}

// The seed draws the questions; the form's letter orders them and their options.
std::vector<quiz::Question> draw_questions(const deck::Deck& deck, const PaperPlan& plan) {
  quiz::Material material;
  material.deck = deck;
  quiz::ExamPlan exam;
  exam.seed = plan.seed;
  exam.questions = plan.questions > 0 ? plan.questions : static_cast<int>(deck.cards.size());
  auto cards = quiz::draw_exam(material, exam);
  const std::uint64_t order = core::hash(std::to_string(plan.seed) + plan.form);
  core::Random(order).shuffle(cards);
  std::vector<quiz::Question> questions;
  for (const std::size_t card : cards)
    questions.push_back(quiz::make_question(deck, card, form_of(deck.cards[card]), {},
                                            quiz::Settings{},
                                            order ^ core::hash(deck.cards[card].id)));
  return questions;
}

core::Error no_cards(const deck::Deck& deck) {
  return {core::ErrorCode::usage, "There is nothing to print: the deck has no cards.", deck.title,
          "Choose another deck."};
}

} // namespace

std::optional<PaperKind> find_paper_kind(std::string_view name) {
  if (name == "quiz") return PaperKind::quiz;
  if (name == "cards") return PaperKind::cards;
  if (name == "sheet") return PaperKind::sheet;
  return std::nullopt;
}

core::Result<Paper> print_deck(const deck::Deck& deck, const PaperPlan& plan,
                               const LoadMedia& load_media) {
  if (deck.cards.empty()) return no_cards(deck);
  if (plan.kind == PaperKind::sheet)
    return drawn(deck, plan.size,
                 [&](Canvas& canvas, Report&) { draw_sheet(canvas, deck, plan.words); });
  if (plan.kind == PaperKind::cards)
    return drawn(deck, plan.size, [&](Canvas& canvas, Report& report) {
      draw_cards(canvas, deck, load_media, report);
    });
  const paper::QuizPaper quiz{
      deck,      draw_questions(deck, plan), plan.words.form + " " + plan.form, plan.key, {},
      plan.words};
  if (quiz.questions.empty()) return no_cards(deck);
  return drawn(deck, plan.size, [&](Canvas& canvas, Report&) { draw_quiz(canvas, quiz); });
}

core::Result<Paper> print_exam(const deck::Deck& deck, const quiz::ExamState& exam, PaperSize size,
                               const PaperWords& words) {
  if (exam.items.empty()) return no_cards(deck);
  paper::QuizPaper quiz{deck, {}, words.exam, true, {}, words};
  for (const quiz::ExamItem& item : exam.items) {
    quiz.questions.push_back(item.question);
    quiz.given.push_back(item.given ? quiz::given_line(item.question, *item.given) : "");
  }
  return drawn(deck, size, [&](Canvas& canvas, Report&) { draw_quiz(canvas, quiz); });
}

} // namespace entente::exchange
