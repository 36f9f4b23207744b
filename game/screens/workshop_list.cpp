// The Workshop's cards at the left: search, filters, the list.

#include "screens/words.h"
#include "screens/workshop_parts.h"

namespace entente::screens {

using namespace ui;

namespace {

constexpr float row_height = 88;

// All that rows need, for they are made later than the tree.
struct ListData {
  std::vector<deck::HeldCard> cards;
  std::map<std::string, Hue> hues; // by category
  std::set<std::string> marked;
  std::string selected;
  std::shared_ptr<deck::LiveCheck> check;
  int select = -1, mark = -1; // actions of the first row
};

// The worst finding of a card, else its answer.
Build second_line(const ListData& data, const deck::Held& held) {
  const deck::Finding* worst = nullptr;
  const auto findings = data.check->of(held);
  for (const auto& finding : findings)
    if (worst == nullptr || (weight(finding.fault) == deck::Weight::wrong &&
                             weight(worst->fault) == deck::Weight::doubtful))
      worst = &finding;
  if (!is_finished(held.card))
    return text(say("workshop.unfinished-card")).small().tone(Tone::wrong).lines(1);
  if (worst == nullptr) return text(deck::answer_line(held.card.answer)).small().mute().lines(1);
  const Tone tone = tone_of(weight(worst->fault));
  return row(icon(sign_of(weight(worst->fault)), 12, tone),
             text(retold(worst->message)).small().tone(tone).lines(1).flex())
      .gap(6);
}

Build card_row(const ListData& data, int index) {
  const deck::Held& held = *data.cards[static_cast<std::size_t>(index)];
  const std::string& id = held.card.id;
  const bool selected = id == data.selected, marked = data.marked.contains(id);
  const auto hue = data.hues.find(held.card.category);
  const std::string words = held.card.prompt.empty() ? say("workshop.no-prompt") : held.card.prompt;
  Build mark =
      row(marked ? icon(draw::Icon::check, 13, Tone::accent) : Build().width(13).height(13))
          .role(Role::option)
          .id("mark-" + id)
          .label(say("workshop.mark-this", {{"card", words}}))
          .checked(marked)
          .action(data.mark + index)
          .padding(4)
          .radius(6)
          .border(marked ? Tone::accent : Tone::line);
  return row(column(dot(hue == data.hues.end() ? Tone::ink3 : hue->second.strong))
                 .padding({0, 6, 0, 0}),
             column(text(words).size(15).leading(1.35F).lines(2), second_line(data, held))
                 .gap(2)
                 .flex(),
             std::move(mark))
      .gap(10)
      .align(Place::start)
      .padding({16, 11})
      .height(row_height)
      .fill(selected ? Tone::accent_soft : Tone::none)
      .border(Tone::line, {0, 0, 0, 1})
      .role(Role::list_item)
      .id("card-" + id)
      .label(words)
      .value(deck::answer_line(held.card.answer))
      .selected(selected)
      .action(data.select + index);
}

Build list_of(Frame& frame, const WorkshopPage& page, const std::vector<std::size_t>& listed) {
  auto data = std::make_shared<ListData>();
  std::vector<std::string> ids;
  int shown = -1;
  for (const std::size_t i : listed) {
    const auto& held = page.work.cards()[i];
    if (held->card.id == page.work.selected()) shown = static_cast<int>(data->cards.size());
    data->cards.push_back(held);
  }
  for (const auto& category : page.work.details().categories)
    data->hues.emplace(category.id, hue_of(category.colour));
  data->marked = page.work.marked();
  data->selected = page.work.selected();
  data->check = page.check;
  const int count = static_cast<int>(data->cards.size());
  const auto id_of = [data](int row) {
    return data->cards[static_cast<std::size_t>(row)]->card.id;
  };
  data->select = frame.actions.on_rows(
      count, [id_of](int row) { return Message{WorkshopMessage{SelectCard{id_of(row)}}}; });
  data->mark = frame.actions.on_rows(
      count, [id_of](int row) { return Message{WorkshopMessage{MarkCard{id_of(row)}}}; });
  Rows rows{count, row_height, [data](int i) { return Node(card_row(*data, i)); }, shown};
  return long_list("workshop-cards", say("workshop.cards"), std::move(rows));
}

Build search(Frame& frame, const WorkshopPage& page) {
  FieldParts parts;
  parts.id = "workshop-search";
  parts.label = say("workshop.search");
  parts.placeholder = say("workshop.search");
  parts.text = page.filter.words;
  parts.autofocus = page.focus == parts.id;
  parts.on_change = frame.actions.on_text(
      [](std::string typed) { return Message{WorkshopMessage{FilterTyped{std::move(typed)}}}; });
  return text_field(std::move(parts));
}

Build filters(Frame& frame, const WorkshopPage& page) {
  std::vector<Pick> all;
  for (const auto& category : page.work.details().categories)
    all.push_back({"filter-" + category.id, category.name,
                   frame.on(WorkshopMessage{FilterCategory{category.id}}),
                   page.filter.category == category.id, hue_of(category.colour)});
  const auto problems = static_cast<std::int64_t>(page.check->count(page.work));
  all.push_back({"filter-problems", say_count("workshop.problems", problems),
                 frame.on(WorkshopMessage{FilterProblems{}}), page.only_problems, gold_hue});
  return picks(say("workshop.filters"), all);
}

} // namespace

Build workshop_list(Frame& frame, const WorkshopPage& page) {
  const auto listed = listed_cards(page);
  const auto all = static_cast<std::int64_t>(page.work.cards().size());
  const auto shown = static_cast<std::int64_t>(listed.size());
  const std::string figure =
      shown == all ? say_count("cards", all)
                   : say("workshop.of-cards", {{"n", number(shown)}, {"of", number(all)}});
  Build head = column(wrap(text(say("place.workshop")).serif().size(20).weight(600).proportional(),
                           text(figure).small().mute().unbroken())
                          .between()
                          .line_gap(2),
                      search(frame, page), filters(frame, page))
                   .gap(12)
                   .padding({16, 18, 16, 10});
  Build cards = listed.empty()
                    ? column(text(say(all == 0 ? "workshop.empty" : "workshop.none")).mute())
                          .padding({16, 14})
                          .id("workshop-none")
                    : list_of(frame, page, listed);
  Build foot = wrap(button(say("command.new-card"), frame.on(WorkshopMessage{AddCard{}}))
                        .primary()
                        .id("new-card")
                        .command(commands().at("workshop.new")),
                    button(say("command.from-text"), frame.on(DraftMessage{AskForText{}}))
                        .id("from-text")
                        .command(commands().at("workshop.from-text")))
                   .gap(8)
                   .line_gap(8)
                   .padding({14, 12});
  // In a low window the parts do not fit one above the other: they scroll together, in a narrow one
  // with the whole page.
  const bool low = frame.height < 520, narrow = frame.width < workshop_narrow;
  Build side =
      column(std::move(head),
             low || narrow ? std::move(cards).height(3 * row_height) : std::move(cards).flex(),
             std::move(foot));
  if (low && !narrow) side = std::move(side).id("workshop-side").scroll();
  return std::move(side)
      .fill(Tone::sunken)
      .border(Tone::line, narrow ? Edges(0, 0, 0, 1) : Edges(0, 0, 1, 0))
      .bind("workshop.up", frame.on(WorkshopMessage{StepCard{-1}}))
      .bind("workshop.down", frame.on(WorkshopMessage{StepCard{1}}))
      .bind("workshop.search", frame.on(WorkshopMessage{FocusSearch{}}))
      .bind("workshop.mark", frame.on(WorkshopMessage{MarkCard{}}))
      .bind("workshop.mark-all", frame.on(WorkshopMessage{MarkShown{}}));
}

} // namespace entente::screens
