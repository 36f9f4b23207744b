#include "exchange/losses.h"

#include <algorithm>
#include <string>

namespace entente::exchange {

bool is_list(deck::AnswerKind kind) {
  return kind == deck::AnswerKind::set || kind == deck::AnswerKind::sequence ||
         kind == deck::AnswerKind::pairs;
}

namespace {

bool has_reasons(const deck::Card& card) {
  return std::ranges::any_of(card.wrong, [](const auto& wrong) { return !wrong.reason.empty(); });
}

void report_answer(const deck::Card& card, const Holds& holds, const std::string& format,
                   Report& report) {
  if (is_list(card.answer.kind)) {
    if (!holds.lists)
      report.changed("answer of several parts", format + " holds it as one line.", card.id);
  } else if (!holds.kind && card.answer.kind != deck::AnswerKind::text) {
    report.changed("kind of answer", format + " holds plain answers only.", card.id);
  }
}

} // namespace

void report_losses(const deck::Card& card, const Holds& holds, std::string_view format,
                   Report& report) {
  const std::string title(format);
  const auto lost = [&](bool held, bool there, const char* what) {
    if (!held && there) report.dropped(what, title + " has no place for it.", card.id);
  };
  report_answer(card, holds, title, report);
  lost(holds.accepted, !card.accepted.empty(), "other accepted answers");
  lost(holds.wrong, !card.wrong.empty(), "wrong options");
  lost(holds.reasons, holds.wrong && has_reasons(card), "why an option is wrong");
  lost(holds.explanation, !card.explanation.empty(), "explanation");
  lost(holds.hint, !card.hint.empty(), "hint");
  lost(holds.tags, !card.tags.empty(), "tags");
  lost(holds.passage, card.passage.has_value(), "passage in the source");
  lost(holds.image, !card.image.empty(), "picture");
  lost(holds.cloze, card.cloze.has_value(), "sentence with a gap");
  lost(holds.category, !card.category.empty(), "category");
  if (!holds.id)
    report.dropped("id", "Progress is found again by the words of the question.", card.id);
  lost(holds.forms, !card.forms.empty(), "forms the card may take");
  lost(false, !card.extras.empty() || !card.leading.empty() || !card.attributes.empty(),
       "comments and elements of other makers");
}

void report_deck_losses(const deck::Deck& deck, bool description, std::string_view format,
                        Report& report) {
  const std::string why = std::string(format) + " has no place for it.";
  if (!description && !deck.description.empty()) report.dropped("description of the deck", why);
  const bool details = std::ranges::any_of(deck.sources, [](const deck::Source& source) {
    return !source.author.empty() || !source.publisher.empty() || !source.date.empty() ||
           !source.url.empty() || !source.file.empty();
  });
  if (details) report.dropped("author, publisher, date and address of a source", why);
}

} // namespace entente::exchange
