#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/words.h"
#include "ui/widgets.h"

namespace entente::screens {

using namespace ui;

namespace {

Build error_view(Frame& frame, const ErrorDialog& dialog) {
  Build words = column(text(dialog.error.message)).gap(6);
  if (!dialog.error.where.empty()) words.add(text(dialog.error.where).small().mute());
  if (!dialog.error.advice.empty()) words.add(text(dialog.error.advice));
  const std::string title =
      dialog.title.empty() ? say("error.notice") : say("error.could-not", {{"what", dialog.title}});
  return ui::dialog("error", title,
                    column(std::move(words), row(spacer(), close_button(frame))).gap(22));
}

Build confirm_view(Frame& frame, const ConfirmDialog& dialog) {
  return ui::dialog(
      "confirm", dialog.title,
      column(text(dialog.words),
             wrap(spacer(), button(say("dialog.cancel"), frame.on(CloseDialog{})).id("cancel"),
                  button(dialog.yes, frame.on(Carry{dialog.effect}))
                      .primary()
                      .id("yes")
                      .autofocus()
                      .command(commands().at("dialog.yes"))))
          .gap(22));
}

Build problems_view(Frame& frame, const ProblemsDialog& dialog) {
  Build lines = column().gap(8);
  for (const auto& line : dialog.lines) lines.add(text(line).small());
  return ui::dialog("problems", dialog.title,
                    column(scroll_area("problem-lines", std::move(lines)).flex(),
                           row(spacer(), close_button(frame)))
                        .gap(22));
}

const service::DeckStanding* standing_of(const Model& model, const std::string& id) {
  for (const auto& deck : model.standing.decks)
    if (deck.file.deck != nullptr && !deck.file.other_version && deck.file.id == id) return &deck;
  return nullptr;
}

Build suspended_row(Frame& frame, const deck::Deck& deck, const std::string& id) {
  const auto* card = deck::find_card(deck, id);
  const std::string words = card == nullptr ? id : card->prompt;
  return row(text(words).lines(3).flex(),
             button(say("suspended.back"), frame.on(DecksMessage{BringBack{deck.id, id}}))
                 .compact()
                 .id("back-" + id)
                 .label(say("suspended.back-card", {{"card", words}})))
      .gap(14)
      .role(Role::list_item);
}

Build paragraphs(const service::PassageShown& shown) {
  Build all = column().gap(12);
  int n = 0;
  for (const auto& words : shown.paragraphs) {
    const bool meant = ++n == shown.paragraph;
    Build each = prose(meant ? marked(words, Tone::gold_soft) : muted(words)).serif().size(16);
    all.add(row(text(number(n)).small().mute().width(26), std::move(each).flex())
                .gap(8)
                .align(Place::start)
                .id("paragraph-" + std::to_string(n)));
  }
  return all;
}

Build passage_view(Frame& frame, const PassageDialog& dialog) {
  const auto& shown = dialog.shown;
  const int attach =
      frame.on(DraftMessage{AskForText{PasteDialog::Source{shown.deck, dialog.source}}});
  Build attach_button =
      button(say(shown.paragraphs.empty() ? "passage.attach" : "passage.replace"), attach)
          .id("attach");
  Build words = shown.paragraphs.empty() ? text(say("passage.none")).mute() : paragraphs(shown);
  return ui::dialog("passage-dialog", shown.title,
                    column(scroll_area("passage-text", std::move(words)).flex(),
                           wrap(std::move(attach_button), spacer(), close_button(frame)))
                        .gap(18));
}

} // namespace

Build suspended_view(Frame& frame, const SuspendedDialog& dialog) {
  const auto* deck = standing_of(frame.model, dialog.deck);
  Build content = column().gap(16);
  if (deck == nullptr || deck->suspended.empty()) {
    content.add(text(say("suspended.none")).mute());
  } else {
    Build all =
        column().gap(10).padding({0, 0, 12, 0}).role(Role::list).label(say("suspended.title"));
    for (const auto& id : deck->suspended) all.add(suspended_row(frame, *deck->file.deck, id));
    content.add(text(say("suspended.words")).mute());
    content.add(scroll_area("suspended-cards", std::move(all)).flex());
  }
  return ui::dialog("suspended", say("suspended.title"),
                    std::move(content).add(row(spacer(), close_button(frame))));
}

Build dialog_view(Frame& frame, const Dialog& dialog) {
  return std::visit(Overloaded{[&](const ErrorDialog& d) { return error_view(frame, d); },
                               [&](const ConfirmDialog& d) { return confirm_view(frame, d); },
                               [&](const ProblemsDialog& d) { return problems_view(frame, d); },
                               [&](const PassageDialog& d) { return passage_view(frame, d); },
                               [&](const PointsDialog&) { return points_view(frame); },
                               [&](const SuspendedDialog& d) { return suspended_view(frame, d); },
                               [&](const NarrowDialog& d) { return narrow_view(frame, d); },
                               [&](const SeminarDialog& d) { return seminar_view(frame, d); },
                               [&](const MemoryDialog& d) { return memory_view(frame, d); },
                               [&](const MergeDialog& d) { return merge_view(frame, d); },
                               [&](const PasteDialog& d) { return paste_view(frame, d); },
                               [&](const UnfinishedDialog&) { return unfinished_view(frame); },
                               [&](const GamesDialog& d) { return games_view(frame, d); },
                               [&](const HandOutDialog& d) { return hand_out_view(frame, d); },
                               [&](const ChooserDialog& d) { return chooser_view(frame, d); }},
                    dialog);
}

std::string passage_source(const Model& model, const std::string& deck, const std::string& card) {
  for (const auto& each : model.standing.decks) {
    if (each.file.deck == nullptr || each.file.id != deck) continue;
    const auto* found = deck::find_card(*each.file.deck, card);
    if (found != nullptr && found->passage) return found->passage->source;
  }
  return {};
}

service::Effects ask_reset(Model& model, const AskReset& ask) {
  model.dialog = ConfirmDialog{say(ask.card.empty() ? "reset.deck.title" : "reset.card.title"),
                               say("reset.words"), say("reset.yes"),
                               service::ResetProgress{ask.deck, ask.card}};
  return {};
}

} // namespace entente::screens
