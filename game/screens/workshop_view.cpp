// The Workshop's page as a whole, and its place of the rail: which deck?

#include "screens/overloaded.h"
#include "screens/words.h"
#include "screens/workshop_parts.h"

namespace entente::screens {

using namespace ui;

draw::Icon sign_of(deck::Weight weight) {
  return weight == deck::Weight::wrong ? draw::Icon::cross : draw::Icon::warning;
}

Tone tone_of(deck::Weight weight) {
  return weight == deck::Weight::wrong ? Tone::wrong : Tone::gold;
}

Build picks(const std::string& label, const std::vector<Pick>& all, bool one_of) {
  Build built = wrap().gap(6).line_gap(6).role(Role::group).label(label).one_of(one_of);
  for (const Pick& pick : all) {
    const Hue hue = pick.hue.value_or(accent_hue);
    Build words = row().gap(5);
    if (pick.selected) words.add(icon(draw::Icon::check, 11, hue.strong));
    words.add(text(pick.words).size(13).tone(pick.selected ? hue.strong : Tone::ink2).unbroken());
    built.add(std::move(words)
                  .role(Role::option)
                  .id(pick.id)
                  .label(pick.words)
                  .checked(pick.selected)
                  .action(pick.action)
                  .padding({9, 4})
                  .radius(8)
                  .fill(pick.selected ? hue.soft : Tone::surface)
                  .border(pick.selected ? hue.strong : Tone::line));
  }
  return built;
}

Build plain_field(Frame& frame, const std::string& id, const std::string& label,
                  const std::string& words, std::function<Message(std::string)> make,
                  bool multiline) {
  FieldParts parts;
  parts.id = id;
  parts.label = label;
  parts.text = words;
  parts.multiline = multiline;
  parts.on_change = frame.actions.on_text(std::move(make));
  return labelled(label, text_field(std::move(parts)));
}

namespace {

std::string state_words(const WorkshopPage& page) {
  if (!page.said.empty()) return page.said;
  if (page.work.changed()) return say("workshop.unsaved");
  if (!page.saved_at.empty()) return say("workshop.saved", {{"time", page.saved_at}});
  return page.copy ? say("workshop.copy") : "";
}

Build where(const WorkshopPage& page, const deck::Card* card) {
  if (page.panel != WorkshopPanel::card || card == nullptr)
    return text(page.work.details().title).bold().lines(1);
  const auto* category = deck::find_category(page.work.details(), card->category);
  std::string words = card->id;
  if (card->passage && card->passage->paragraph > 0)
    words += " · " + say("workshop.paragraph", {{"n", number(card->passage->paragraph)}});
  return row(category == nullptr ? Build() : category_chip(category->name, category->colour),
             text(words).size(14).mute().lines(1).flex())
      .gap(10);
}

Build tool(Frame& frame, const char* words, WorkshopMessage message, const char* command,
           bool disabled = false) {
  return button(say(words), frame.on(Message{std::move(message)}))
      .compact()
      .id(std::string("tool-") + command)
      .disabled(disabled)
      .command(commands().at(command));
}

Build top(Frame& frame, const WorkshopPage& page) {
  const deck::Card* card = page.work.find(page.work.selected());
  const bool empty = page.work.cards().empty();
  Build tools =
      wrap(tool(frame, "command.undo", UndoChange{}, "workshop.undo", !page.work.can_undo()),
           tool(frame, "command.redo", RedoChange{}, "workshop.redo", !page.work.can_redo()),
           tool(frame, "command.many", ShowPanel{WorkshopPanel::many}, "workshop.many"),
           tool(frame, "command.problems", ShowPanel{WorkshopPanel::problems}, "workshop.problems"),
           tool(frame, "command.deck", ShowPanel{WorkshopPanel::deck}, "workshop.deck"))
          .gap(8)
          .line_gap(8);
  Build ways = wrap(tool(frame, "command.print", HandOutDeck{true}, "workshop.print", empty),
                    tool(frame, "command.export", HandOutDeck{false}, "workshop.export", empty),
                    tool(frame, "command.try", TryDeck{}, "workshop.try", empty))
                   .gap(8)
                   .line_gap(8);
  return column(wrap(where(page, card).flex().min_width(200), status(state_words(page)).size(14),
                     std::move(ways))
                    .gap(12)
                    .line_gap(8),
                std::move(tools))
      .gap(12);
}

Build panel(Frame& frame, const WorkshopPage& page) {
  const bool many = !page.work.marked().empty() || page.panel == WorkshopPanel::many;
  if (page.panel == WorkshopPanel::deck) return workshop_deck_panel(frame, page);
  if (page.panel == WorkshopPanel::problems) return workshop_problems_panel(frame, page);
  if (many) return workshop_many_panel(frame, page);
  const auto at = page.work.index_of(page.work.selected());
  if (!at) return column(text(say("workshop.empty")).mute());
  const deck::Held& held = *page.work.cards()[*at];
  return wrap(workshop_form(frame, page).flex(1.35F).min_width(360),
              column(workshop_findings(frame, page), workshop_preview(frame, page))
                  .gap(page.check->has_any(held) ? 16.F : 0.F)
                  .flex()
                  .min_width(300))
      .gap(24)
      .line_gap(24)
      .align(Place::start);
}

} // namespace

Build workshop_view(Frame& frame, const WorkshopPage& page) {
  const float list_width = frame.width < 640 ? 220.F : frame.width < 1000 ? 280.F : 366.F;
  const float side = frame.width < workshop_narrow ? 14.F : frame.width < 1000 ? 18.F : 34.F;
  Build list = workshop_list(frame, page);
  Build right = column(top(frame, page), panel(frame, page)).gap(18).padding({side, 26});
  // In a narrow window one above the other, and both scroll together.
  Build all = frame.width < workshop_narrow
                  ? scroll_area("workshop-panel", std::move(list), std::move(right))
                  : row(std::move(list).width(list_width),
                        scroll_area("workshop-panel", std::move(right)).flex())
                        .gap(0)
                        .align(Place::stretch);
  return std::move(all)
      .bind("workshop.duplicate", frame.on(WorkshopMessage{DuplicateCard{}}))
      .bind("workshop.delete", frame.on(WorkshopMessage{EraseCards{}}))
      .bind("workshop.move-up", frame.on(WorkshopMessage{MoveCard{-1}}))
      .bind("workshop.move-down", frame.on(WorkshopMessage{MoveCard{1}}))
      .bind("workshop.save", frame.on(WorkshopMessage{SaveDeckNow{}}));
}

namespace {

Build start_row(Frame& frame, const service::DeckStanding& deck, bool selected) {
  return row(column(text(deck.file.title).bold().lines(2),
                    text(deck.file.shipped ? say("workshop.shipped")
                                           : deck.file.path.filename().string())
                        .small()
                        .mute()
                        .lines(1))
                 .gap(2)
                 .flex(),
             text(say_count("cards", deck.cards)).mute().unbroken())
      .padding({14, 15})
      .radius(12)
      .fill(selected ? Tone::accent_soft : Tone::none)
      .role(Role::list_item)
      .id("edit-" + deck.file.path.string())
      .label(deck.file.title)
      .value(say_count("cards", deck.cards))
      .selected(selected)
      .action(frame.on(WorkshopMessage{OpenWorkshopDeck{deck.file.path, deck.file.shipped}}));
}

} // namespace

Build workshop_start_view(Frame& frame, const WorkshopStart& page) {
  const service::DeckStanding* selected = nullptr;
  for (const auto& deck : frame.model.standing.decks)
    if (deck.file.path == page.selected || selected == nullptr) selected = &deck;
  Build list = card().padding({11, 7}).gap(2).role(Role::list);
  std::move(list).label(say("place.decks"));
  for (const auto& deck : frame.model.standing.decks)
    if (deck.file.deck != nullptr) list.add(start_row(frame, deck, &deck == selected));
  Build buttons = wrap().gap(12);
  if (selected != nullptr)
    buttons.add(button(say("command.edit-deck"), frame.on(WorkshopMessage{OpenWorkshopDeck{
                                                     selected->file.path, selected->file.shipped}}))
                    .primary()
                    .id("edit")
                    .command(commands().at("workshop.open")));
  buttons.add(button(say("command.new-deck"), frame.on(WorkshopMessage{NewDeck{}}))
                  .id("new-deck")
                  .command(commands().at("workshop.new-deck")));
  buttons.add(button(say("command.from-text"), frame.on(DraftMessage{AskForText{}}))
                  .id("from-text")
                  .command(commands().at("workshop.text")));
  return column(column(h1(say("place.workshop")), text(say("workshop.subtitle")).mute()).gap(4),
                std::move(list), std::move(buttons),
                hints({hint_of("workshop.start-up"), hint_of("workshop.start-down")}))
      .gap(18)
      .bind("workshop.start-up", frame.on(WorkshopMessage{StepStart{-1}}))
      .bind("workshop.start-down", frame.on(WorkshopMessage{StepStart{1}}));
}

Build merge_view(Frame& frame, const MergeDialog& dialog) {
  const deck::Conflict& conflict = dialog.merge.conflicts[dialog.at];
  const auto side = [](const char* title, const std::optional<deck::Card>& card) {
    Build words = column(h3(say(title))).gap(6);
    if (!card) return std::move(words).add(text(say("merge.deleted")).mute());
    words.add(text(card->prompt).serif().size(16));
    words.add(text(deck::answer_line(card->answer)).bold());
    if (!card->explanation.empty()) words.add(text(card->explanation).small().mute());
    return words;
  };
  const std::string place =
      say("merge.place", {{"n", number(std::int64_t(dialog.at) + 1)},
                          {"of", number(std::int64_t(dialog.merge.conflicts.size()))}});
  return ui::dialog(
      "merge", say("merge.title", {{"card", conflict.card}}),
      column(text(say("merge.words")),
             scroll_area("merge-sides", grid(2, 200, side("merge.mine", conflict.mine),
                                             side("merge.theirs", conflict.theirs)))
                 .flex(),
             wrap(text(place).mute().flex(),
                  button(say("command.keep-mine"), frame.on(WorkshopMessage{Settle{true}}))
                      .primary()
                      .id("keep-mine")
                      .autofocus()
                      .command(commands().at("merge.mine")),
                  button(say("command.take-theirs"), frame.on(WorkshopMessage{Settle{false}}))
                      .id("take-theirs")
                      .command(commands().at("merge.theirs")))
                 .gap(12))
          .gap(18));
}

Build unfinished_view(Frame& frame) {
  return ui::dialog(
      "unfinished", say("unfinished.title"),
      column(text(say("unfinished.words")),
             row(spacer(),
                 button(say("unfinished.leave"), frame.on(WorkshopMessage{LeaveUnfinished{}}))
                     .id("leave"),
                 button(say("unfinished.stay"), frame.on(CloseDialog{}))
                     .primary()
                     .id("stay")
                     .autofocus()))
          .gap(22));
}

} // namespace entente::screens
