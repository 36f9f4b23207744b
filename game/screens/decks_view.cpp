#include "screens/pages.h"
#include "screens/parts.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>
#include <set>

namespace entente::screens {

using namespace ui;

namespace {

constexpr float figure_width = 70;
constexpr float known_width = 190;

Build cell(std::string words, float width) {
  return text(std::move(words)).text_align(entente::text::Align::end).width(width).unbroken();
}

Build header() {
  const auto head = [](const char* key, float width) {
    return cell(say(key), width).size(13).bold().mute();
  };
  return row(text(say("decks.deck")).small().bold().mute().flex(), head("decks.due", figure_width),
             head("decks.new", figure_width), head("decks.cards", figure_width),
             text(say("decks.known")).small().bold().mute().width(known_width))
      .padding({14, 13});
}

// What is to be said under the title: what is wrong with the file, or where it lies.
Build second_line(Frame& frame, const service::DeckFile& file) {
  if (file.error || !file.problems.empty()) {
    const std::string words =
        file.error ? file.error->message
                   : deck::describe(file.problems.front(), file.path.filename().string());
    const int open = frame.on(DecksMessage{ShowProblems{file.path}});
    return column(row(icon(draw::Icon::warning, 13, Tone::wrong),
                      text(words).small().tone(Tone::wrong).lines(2).flex())
                      .gap(6)
                      .align(Place::start),
                  row(link(say("decks.open-problems"), open)
                          .id("problems-" + file.path.string())
                          .size(13)))
        .gap(2);
  }
  if (file.other_version)
    return wrap(text(say("decks.other-version")).small().tone(Tone::gold).flex().min_width(160),
                link(say("decks.what-changes"), frame.on(DecksMessage{ShowDiff{file.path}}))
                    .size(13))
        .gap(6)
        .line_gap(2);
  return text(file.path.filename().string()).small().mute().lines(1);
}

Build figures(const service::DeckStanding& deck) {
  if (deck.file.deck == nullptr)
    return row(cell("–", figure_width).mute(), cell("–", figure_width).mute(),
               cell("–", figure_width).mute(), Build().width(known_width));
  return row(cell(number(deck.outlook.due), figure_width).bold().tone(Tone::accent),
             cell(number(deck.outlook.fresh), figure_width),
             cell(number(deck.cards), figure_width).mute(),
             bar(say("decks.known"), percent(deck.recall), deck.recall).width(known_width));
}

// Too narrow for a table: the figures in words.
bool is_narrow(const Frame& frame) { return frame.width < 900; }

Build figures_in_words(const service::DeckStanding& deck) {
  if (deck.file.deck == nullptr) return Build();
  return text(say_count("decks.due-cards", deck.outlook.due) + " · " +
              say_count("decks.new-cards", deck.outlook.fresh) + " · " +
              say_count("cards", deck.cards))
      .small();
}

Build deck_row(Frame& frame, const service::DeckStanding& deck, bool selected) {
  Build names =
      column(text(deck.file.title).bold().lines(2), second_line(frame, deck.file)).gap(2).flex();
  Build shown = is_narrow(frame) ? column(std::move(names), figures_in_words(deck)).gap(4)
                                 : row(std::move(names), figures(deck));
  return std::move(shown)
      .padding({14, 15})
      .radius(12)
      .fill(selected ? Tone::accent_soft : Tone::none)
      .role(Role::list_item)
      .id("deck-" + deck.file.path.string())
      .label(deck.file.title)
      .value(say_count("today.due", deck.outlook.due))
      .selected(selected)
      .action(frame.on(DecksMessage{SelectDeck{deck.file.path}}));
}

const service::DeckStanding* selected_deck(const Model& model, const DecksPage& page) {
  const auto& decks = model.standing.decks;
  for (const auto& deck : decks)
    if (deck.file.path == page.selected) return &deck;
  return decks.empty() ? nullptr : &decks.front();
}

Build actions_of(Frame& frame, const service::DeckStanding& deck) {
  const std::string& id = deck.file.id;
  const bool good = deck.file.deck != nullptr && !deck.file.other_version;
  Build all = wrap().gap(12);
  all.add(button(say("command.start"), frame.on(Start{id, quiz::Mode::drill, {}}))
              .primary()
              .id("start")
              .disabled(!good || deck.outlook.due + deck.outlook.fresh == 0)
              .command(commands().at("decks.start")));
  all.add(button(say("command.narrow"), frame.on(DecksMessage{AskNarrow{id}}))
              .id("narrow")
              .disabled(!good)
              .command(commands().at("decks.narrow")));
  if (deck.file.error && deck.file.error->code == core::ErrorCode::not_found)
    all.add(
        button(say("command.locate"),
               frame.on(ChooserMessage{OpenChooser{ChooserDialog::RelocateDeck{deck.file.path}}}))
            .id("locate"));
  all.add(button(say("command.memory"), frame.on(MemoryMessage{OpenMemory{id}}))
              .id("memory")
              .disabled(!good)
              .command(commands().at("decks.memory")));
  all.add(
      button(say("command.export"), frame.on(DecksMessage{AskHandOut{id, deck.file.title, false}}))
          .id("export")
          .disabled(!good)
          .command(commands().at("decks.export")));
  all.add(
      button(say("command.print"), frame.on(DecksMessage{AskHandOut{id, deck.file.title, true}}))
          .id("print")
          .disabled(!good)
          .command(commands().at("decks.print")));
  all.add(button(say("command.reset"), frame.on(AskReset{id, ""}))
              .id("reset")
              .disabled(!good || deck.seen == 0)
              .command(commands().at("decks.reset")));
  all.add(button(say("command.remove-deck"), frame.on(DecksMessage{AskRemove{deck.file.path}}))
              .id("remove")
              .command(commands().at("decks.remove")));
  return all;
}

std::string about(const service::DeckStanding& deck) {
  const auto& shown = *deck.file.deck;
  if (!shown.description.empty()) return shown.description;
  return shown.sources.empty() ? "" : shown.sources.front().title;
}

Build suspended_line(Frame& frame, const service::DeckStanding& deck) {
  const auto count = static_cast<std::int64_t>(deck.suspended.size());
  return wrap(text(say_count("suspended.cards", count)).mute(),
              button(say("suspended.show"), frame.on(DecksMessage{ShowSuspended{deck.file.id}}))
                  .compact()
                  .id("suspended-show"))
      .gap(14);
}

// Where a learner's own copy of the text comes in.
Build source_line(Frame& frame, const service::DeckStanding& deck, const deck::Source& source) {
  const bool there = deck.texts.contains(source.id);
  const int ask = frame.on(DraftMessage{AskForText{PasteDialog::Source{deck.file.id, source.id}}});
  return wrap(text(say(there ? "decks.text-there" : "decks.text-none", {{"title", source.title}}))
                  .small()
                  .mute()
                  .flex()
                  .min_width(240),
              button(say(there ? "passage.replace" : "passage.attach"), ask)
                  .compact()
                  .id("attach-" + source.id))
      .gap(14);
}

// The deck that is chosen: what it is about, how it stands, what can be done with it.
Build details(Frame& frame, const service::DeckStanding& deck) {
  Build all = card(h2(deck.file.title)).gap(16);
  if (deck.file.deck != nullptr && !deck.file.other_version) {
    if (const std::string words = about(deck); !words.empty())
      all.add(text(words).small().mute().lines(3));
    Build bars = grid(2, 300).gap(24).line_gap(12);
    for (const auto& each : deck.categories)
      bars.add(category_bar(each.name, each.colour, each.recall, percent(each.recall)));
    all.add(std::move(bars));
    if (!deck.suspended.empty()) all.add(suspended_line(frame, deck));
    for (const deck::Source& source : deck.file.deck->sources)
      all.add(source_line(frame, deck, source));
  }
  return std::move(all).add(actions_of(frame, deck));
}

} // namespace

Build done_line(Frame& frame) {
  const auto& model = frame.model;
  if (model.status.empty() && !model.can_undo) return column();
  Build all = wrap(status(model.status.empty() ? say("reset.done") : model.status)).gap(14);
  if (model.can_undo)
    all.add(
        button(say("command.undo"), frame.on(Carry{service::TakeBackReset{model.can_undo->row}}))
            .compact()
            .id("undo-reset")
            .command(commands().at("today.undo")));
  return all;
}

Build decks_view(Frame& frame, const DecksPage& page) {
  const auto* selected = selected_deck(frame.model, page);
  Build list = card().padding({11, 10}).gap(2).role(Role::list);
  if (!is_narrow(frame)) list.add(column(header(), divider()));
  std::move(list).label(say("place.decks"));
  for (const auto& deck : frame.model.standing.decks)
    list.add(deck_row(frame, deck, &deck == selected));
  if (frame.model.standing.decks.empty())
    list.add(text(say("today.no-deck.words")).mute().role(Role::text));
  Build all = column(wrap(h1(say("place.decks")).flex(),
                          button(say("command.import"),
                                 frame.on(ChooserMessage{OpenChooser{ChooserDialog::ImportDeck{}}}))
                              .id("import")
                              .command(commands().at("decks.import")),
                          button(say("command.add-deck"),
                                 frame.on(ChooserMessage{OpenChooser{ChooserDialog::AddDeck{}}}))
                              .id("add")
                              .command(commands().at("decks.add"))),
                     std::move(list))
                  .gap(18);
  if (Build line = done_line(frame); !line.node().children.empty()) all.add(std::move(line));
  if (selected != nullptr) all.add(details(frame, *selected));
  all.add(hints({{{key_of(commands().at("decks.up")), key_of(commands().at("decks.down"))},
                  say("hint.choose")},
                 hint_of("decks.start"),
                 hint_of("decks.remove")}));
  return std::move(all)
      .bind("decks.up", frame.on(DecksMessage{MoveSelection{-1}}))
      .bind("decks.down", frame.on(DecksMessage{MoveSelection{1}}));
}

namespace {

Build mode_choices(Frame& frame, const NarrowDialog& dialog) {
  std::vector<Choice> all;
  for (const auto mode : {quiz::Mode::drill, quiz::Mode::cram, quiz::Mode::quick})
    all.push_back({std::string("mode-") + std::string(quiz::name(mode)),
                   say("mode." + std::string(quiz::name(mode))),
                   frame.on(DecksMessage{SetMode{mode}}), dialog.mode == mode});
  return choices(say("narrow.mode"), all);
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::set<std::string> tags_of(const deck::Deck& deck) {
  std::set<std::string> tags;
  for (const auto& card : deck.cards) tags.insert(card.tags.begin(), card.tags.end());
  return tags;
}

Build filters(Frame& frame, const NarrowDialog& dialog, const deck::Deck& deck) {
  Build categories = wrap().gap(8).line_gap(8).role(Role::group).label(say("narrow.categories"));
  for (const auto& category : deck.categories)
    categories.add(toggle("category-" + category.id, category.name,
                          holds(dialog.selection.categories, category.id),
                          frame.on(DecksMessage{ToggleCategory{category.id}})));
  Build tags = wrap().gap(8).line_gap(8).role(Role::group).label(say("narrow.tags"));
  for (const auto& tag : tags_of(deck))
    tags.add(toggle("tag-" + tag, tag, holds(dialog.selection.tags, tag),
                    frame.on(DecksMessage{ToggleTag{tag}})));
  Build all = column(h3(say("narrow.categories")), std::move(categories)).gap(10);
  if (!tags.node().children.empty()) {
    all.add(h3(say("narrow.tags")));
    all.add(std::move(tags));
  }
  all.add(h3(say("narrow.past")));
  all.add(wrap(toggle("missed", say("narrow.missed"), dialog.selection.missed,
                      frame.on(DecksMessage{ToggleMissed{}}))));
  return all;
}

// How many cards the choice holds; whether one was missed before is known only when it begins.
std::string cards_line(const NarrowDialog& dialog, const deck::Deck& deck) {
  if (dialog.selection.missed) return say("narrow.those-missed");
  int cards = 0;
  for (const auto& card : deck.cards)
    cards += quiz::matches(dialog.selection, card, nullptr) ? 1 : 0;
  return say_count("narrow.cards", cards);
}

} // namespace

Build narrow_view(Frame& frame, const NarrowDialog& dialog) {
  const service::DeckStanding* deck = nullptr;
  for (const auto& each : frame.model.standing.decks)
    if (each.file.deck != nullptr && each.file.id == dialog.deck) deck = &each;
  if (deck == nullptr) return ui::dialog("narrow-dialog", say("narrow.title"), Build());
  FieldParts search;
  search.id = "search";
  search.label = say("narrow.search");
  search.placeholder = say("narrow.search");
  search.text = dialog.selection.search;
  search.autofocus = true;
  search.on_change = frame.actions.on_text(
      [](std::string typed) { return Message{DecksMessage{SetSearch{std::move(typed)}}}; });
  search.on_submit = frame.on(DecksMessage{StartNarrowed{}});
  return ui::dialog(
      "narrow-dialog", say("narrow.title"),
      column(mode_choices(frame, dialog), text_field(std::move(search)),
             scroll_area("filters", filters(frame, dialog, *deck->file.deck)).flex(),
             text(cards_line(dialog, *deck->file.deck) + " " +
                  say("mode." + std::string(quiz::name(dialog.mode)) + ".words"))
                 .small()
                 .mute()
                 .live(),
             wrap(button(say("dialog.cancel"), frame.on(CloseDialog{})).id("cancel"), spacer(),
                  button(say("command.read"), frame.on(DecksMessage{ReadNarrowed{}})).id("read"),
                  button(say("narrow.start"), frame.on(DecksMessage{StartNarrowed{}}))
                      .primary()
                      .id("start-narrowed")
                      .command(commands().at("dialog.yes")))
                 .gap(12))
          .gap(16));
}

} // namespace entente::screens
