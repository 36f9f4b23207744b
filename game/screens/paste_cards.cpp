#include "screens/paste_cards.h"

#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/words.h"
#include "screens/workshop_parts.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;
using service::Effects;

namespace {

constexpr std::size_t shown_cards = 4;
constexpr std::size_t most_looked_at = 200'000; // bytes: a preview is there at once

struct Offer {
  const char* written;
  const char* words;
};
constexpr Offer of_terms[] = {
    {"\\t", "paste-cards.tab"}, {",", "paste-cards.comma"}, {" - ", "paste-cards.dash"}};
constexpr Offer of_cards[] = {{"\\n", "paste-cards.line"},
                              {";", "paste-cards.semicolon"},
                              {"\\n\\n", "paste-cards.empty-line"}};

exchange::Separators separators(const PasteCardsDialog& dialog) {
  return {separator_of(dialog.term), separator_of(dialog.card)};
}

PasteCardsDialog::Seen look(const PasteCardsDialog& dialog) {
  PasteCardsDialog::Seen seen;
  if (dialog.text.empty()) return seen;
  std::string_view part = dialog.text;
  if (part.size() > most_looked_at) {
    part = part.substr(0, most_looked_at);
    part = part.substr(0, std::min(part.rfind('\n'), part.size()));
  }
  const auto read = exchange::read(*exchange::find_format("quizlet"),
                                   {part, say("paste-cards.name"), "", separators(dialog)});
  if (!read) {
    seen.problem = read.error().message + " " + read.error().advice;
    return seen;
  }
  seen.cards = read->deck.cards.size();
  for (const auto& note : read->report.notes())
    if (note.fate == exchange::Fate::dropped) seen.dropped += static_cast<std::size_t>(note.count);
  seen.first = read->deck.cards;
  if (seen.first.size() > shown_cards) seen.first.resize(shown_cards);
  return seen;
}

template <class Dialog> auto& part_of(Dialog& dialog, PastePart part) {
  switch (part) {
  case PastePart::title:
    return dialog.title;
  case PastePart::term:
    return dialog.term;
  case PastePart::card:
    return dialog.card;
  case PastePart::text:
    break;
  }
  return dialog.text;
}

Effects bring_in(Model& model, const PasteCardsDialog& dialog) {
  if (dialog.seen.cards == 0) return {};
  const service::ImportText effect{dialog.title.empty() ? say("paste-cards.untitled")
                                                        : dialog.title,
                                   dialog.text, separators(dialog)};
  model.dialog.reset();
  model.status = say("import.reading");
  return {effect};
}

Build field(Frame& frame, const PasteCardsDialog& dialog, PastePart part, const char* id,
            const std::string& label, bool tall = false) {
  FieldParts parts;
  parts.id = id;
  parts.label = label;
  parts.text = part_of(dialog, part);
  parts.multiline = tall;
  parts.min_height = tall ? 110.F : 0.F;
  parts.autofocus = part == PastePart::text;
  parts.on_change = frame.actions.on_text([part](std::string typed) {
    return Message{PasteCardsMessage{PasteCardsTyped{part, std::move(typed)}}};
  });
  return text_field(std::move(parts));
}

template <std::size_t n>
Build separator(Frame& frame, const PasteCardsDialog& dialog, bool between_cards,
                const Offer (&offers)[n]) {
  const std::string label =
      say(between_cards ? "paste-cards.between-cards" : "paste-cards.between-parts");
  const std::string& now = between_cards ? dialog.card : dialog.term;
  std::vector<Pick> all;
  for (const Offer& offer : offers)
    all.push_back({std::string(offer.words),
                   say(offer.words),
                   frame.on(PasteCardsMessage{ChooseSeparator{between_cards, offer.written}}),
                   now == offer.written,
                   {}});
  return column(labelled(label, picks(label, all, true)),
                field(frame, dialog, between_cards ? PastePart::card : PastePart::term,
                      between_cards ? "paste-card-separator" : "paste-term-separator",
                      say("paste-cards.own", {{"between", label}})))
      .gap(6);
}

Build preview(const PasteCardsDialog& dialog) {
  const auto& seen = dialog.seen;
  if (!seen.problem.empty()) return text(seen.problem).small().tone(Tone::wrong);
  if (dialog.text.empty()) return text(say("paste-cards.hint")).small().mute();
  std::string figure = say_count("cards", static_cast<std::int64_t>(seen.cards));
  if (seen.dropped > 0)
    figure += " · " + say("paste-cards.dropped", {{"n", number(std::int64_t(seen.dropped))}});
  Build all = column(text(figure).bold()).gap(4);
  for (const deck::Card& card : seen.first)
    all.add(prose(plain(card.prompt), muted("  →  " + card.answer.text)).small());
  return all;
}

} // namespace

std::string separator_of(const std::string& written) {
  std::string meant;
  for (std::size_t i = 0; i < written.size(); ++i) {
    const bool escaped = written[i] == '\\' && i + 1 < written.size();
    if (escaped && written[i + 1] == 't')
      meant += '\t', ++i;
    else if (escaped && written[i + 1] == 'n')
      meant += '\n', ++i;
    else
      meant += written[i];
  }
  return meant;
}

Effects update(Model& model, const PasteCardsMessage& message) {
  if (std::holds_alternative<AskForCards>(message)) {
    model.dialog = PasteCardsDialog{"", "", "\\t", "\\n", {}};
    return {};
  }
  auto* dialog = model.dialog ? std::get_if<PasteCardsDialog>(&*model.dialog) : nullptr;
  if (dialog == nullptr) return {};
  if (std::holds_alternative<BringCardsIn>(message)) return bring_in(model, *dialog);
  if (const auto* typed = std::get_if<PasteCardsTyped>(&message))
    part_of(*dialog, typed->part) = typed->text;
  if (const auto* chosen = std::get_if<ChooseSeparator>(&message))
    (chosen->between_cards ? dialog->card : dialog->term) = chosen->written;
  dialog->seen = look(*dialog);
  return {};
}

Build paste_cards_view(Frame& frame, const PasteCardsDialog& dialog) {
  Build fields =
      column(labelled(say("details.title"), field(frame, dialog, PastePart::title,
                                                  "paste-cards-title", say("details.title"))),
             labelled(say("paste-cards.text"),
                      field(frame, dialog, PastePart::text, "paste-cards-text",
                            say("paste-cards.text"), true)),
             grid(2, 200, separator(frame, dialog, false, of_terms),
                  separator(frame, dialog, true, of_cards)),
             preview(dialog))
          .gap(12)
          .padding({0, 0, 12, 0});
  return ui::dialog(
      "paste-cards", say("paste-cards.heading"),
      column(scroll_area("paste-cards-area", std::move(fields)).flex(),
             wrap(spacer(), button(say("dialog.cancel"), frame.on(CloseDialog{})).id("cancel"),
                  button(say("paste-cards.bring"), frame.on(PasteCardsMessage{BringCardsIn{}}))
                      .primary()
                      .disabled(dialog.seen.cards == 0)
                      .id("bring-cards")
                      .command(commands().at("dialog.yes")))
                 .gap(12))
          .gap(16));
}

} // namespace entente::screens
