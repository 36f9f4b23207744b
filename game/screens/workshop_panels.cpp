// What the Workshop shows in place of the form: the deck's details, all problems, many cards at
// once.

#include "screens/words.h"
#include "screens/workshop_parts.h"

namespace entente::screens {

using namespace ui;

namespace {

constexpr std::size_t most_lines = 200; // of problems: enough to work through

Message detail(DeckField field, std::size_t index, std::string typed) {
  return Message{WorkshopMessage{EditDetail{field, index, std::move(typed)}}};
}

Build detail_field(Frame& frame, DeckField field, std::size_t index, const char* heading,
                   const std::string& words, bool multiline = false) {
  return plain_field(
      frame, std::string(heading) + "-" + std::to_string(index), say(heading), words,
      [field, index](std::string typed) { return detail(field, index, std::move(typed)); },
      multiline);
}

// A new deck begins here: what is typed takes the place of its first title.
Build title_field(Frame& frame, const WorkshopPage& page) {
  FieldParts parts;
  parts.id = title_field_id;
  parts.label = say("details.title");
  parts.text = page.work.details().title;
  parts.autofocus = page.focus == parts.id;
  parts.replace = true;
  parts.on_change = frame.actions.on_text(
      [](std::string typed) { return detail(DeckField::title, 0, std::move(typed)); });
  parts.on_submit = frame.on(WorkshopMessage{AddCard{}});
  return labelled(say("details.title"), text_field(std::move(parts)));
}

Build category_row(Frame& frame, const deck::Category& category, std::size_t index) {
  const std::string n = std::to_string(index);
  FieldParts parts;
  parts.id = "category-name-" + n;
  parts.label = say("details.category-name");
  parts.text = category.name;
  parts.on_change = frame.actions.on_text(
      [index](std::string typed) { return detail(DeckField::category, index, std::move(typed)); });
  return wrap(category_chip(category.name.empty() ? "…" : category.name, category.colour),
              text_field(std::move(parts)).flex().min_width(150),
              button(say("details.colour"), frame.on(WorkshopMessage{NextColour{index}}))
                  .compact()
                  .label(say("details.colour-of", {{"category", category.name}}))
                  .id("colour-" + n),
              button("×", frame.on(WorkshopMessage{DropCategory{index}}))
                  .quiet()
                  .compact()
                  .label(say("details.drop-category", {{"category", category.name}}))
                  .id("drop-category-" + n))
      .gap(10);
}

Build categories(Frame& frame, const deck::Deck& deck) {
  Build all = card(h2(say("details.categories"))).gap(12);
  for (std::size_t i = 0; i < deck.categories.size(); ++i)
    all.add(category_row(frame, deck.categories[i], i));
  return std::move(all).add(
      row(button(say("details.add-category"), frame.on(WorkshopMessage{AddCategory{}}))
              .compact()
              .id("add-category")));
}

Build source_part(Frame& frame, const WorkshopPage& page, std::size_t index) {
  const deck::Source& source = page.work.details().sources[index];
  const bool attached = page.texts.contains(source.id);
  const int attach = frame.on(
      ChooserMessage{OpenChooser{ChooserDialog::AttachText{page.work.details().id, source.id}}});
  return column(
             detail_field(frame, DeckField::source_title, index, "details.source-title",
                          source.title),
             grid(2, 180,
                  detail_field(frame, DeckField::source_author, index, "details.author",
                               source.author),
                  detail_field(frame, DeckField::source_date, index, "details.date", source.date),
                  detail_field(frame, DeckField::source_url, index, "details.url", source.url),
                  detail_field(frame, DeckField::source_file, index, "details.file", source.file)),
             wrap(text(say(attached ? "details.attached" : "details.not-attached"))
                      .small()
                      .mute()
                      .flex()
                      .min_width(180),
                  button(say(attached ? "passage.replace" : "passage.attach"), attach)
                      .compact()
                      .id("attach-" + std::to_string(index)),
                  button("×", frame.on(WorkshopMessage{DropSource{index}}))
                      .quiet()
                      .compact()
                      .label(say("details.drop-source", {{"source", source.title}}))
                      .id("drop-source-" + std::to_string(index)))
                 .gap(10))
      .gap(12);
}

Build sources(Frame& frame, const WorkshopPage& page) {
  Build all = card(h2(say("details.sources"))).gap(14);
  for (std::size_t i = 0; i < page.work.details().sources.size(); ++i)
    all.add(source_part(frame, page, i));
  return std::move(all).add(
      row(button(say("details.add-source"), frame.on(WorkshopMessage{AddSource{}}))
              .compact()
              .id("add-source")));
}

// ---- problems ----

Build problem_row(Frame& frame, const deck::Finding& finding, std::size_t index) {
  const deck::Weight heavy = weight(finding.fault);
  Build words = column(text(retold(finding.message)).size(14),
                       text((finding.card.empty() ? "" : finding.card + " · ") +
                            retold(why_it_matters(finding.fault)))
                           .small()
                           .mute())
                    .gap(2)
                    .flex();
  Build line = wrap(row(icon(sign_of(heavy), 14, tone_of(heavy)), std::move(words))
                        .gap(10)
                        .flex()
                        .min_width(180))
                   .gap(10)
                   .line_gap(6);
  if (finding.mend)
    line.add(button(retold(finding.mend->label), frame.on(WorkshopMessage{MakeMend{*finding.mend}}))
                 .compact()
                 .id("problem-mend-" + std::to_string(index)));
  std::move(line).padding({10, 8}).radius(8);
  if (finding.card.empty()) return line;
  return std::move(line)
      .role(Role::list_item)
      .id("problem-" + std::to_string(index))
      .label(retold(finding.message))
      .value(heavy == deck::Weight::wrong ? say("workshop.wrong") : say("workshop.doubtful"))
      .action(frame.on(WorkshopMessage{SelectCard{finding.card}}));
}

std::vector<deck::Finding> all_findings(const WorkshopPage& page) {
  std::vector<deck::Finding> all;
  for (const auto& held : page.work.cards())
    for (auto& finding : page.check->of(*held)) all.push_back(std::move(finding));
  for (const auto& finding : page.check->of_deck()) all.push_back(finding);
  return all;
}

} // namespace

Build workshop_deck_panel(Frame& frame, const WorkshopPage& page) {
  const deck::Deck& deck = page.work.details();
  Build words = card(h2(say("details.deck")), title_field(frame, page),
                     detail_field(frame, DeckField::description, 0, "details.description",
                                  deck.description, true),
                     detail_field(frame, DeckField::language, 0, "details.language", deck.language),
                     text(page.path.string()).small().mute())
                    .gap(12);
  return column(std::move(words), categories(frame, deck), sources(frame, page),
                row(button(say("details.back"),
                           frame.on(WorkshopMessage{ShowPanel{WorkshopPanel::card}}))
                        .id("to-cards")))
      .gap(16)
      .max_width(860);
}

Build workshop_problems_panel(Frame& frame, const WorkshopPage& page) {
  const auto all = all_findings(page);
  const auto count = static_cast<std::int64_t>(all.size());
  Build lines =
      card(h2(page.checked ? say_count("workshop.problems", count) : say("workshop.checking")))
          .gap(4)
          .role(Role::list);
  std::move(lines).label(say("workshop.findings"));
  for (const auto& words : page.reading_problems)
    lines.add(row(icon(draw::Icon::cross, 14, Tone::wrong), text(words).size(14).flex())
                  .gap(10)
                  .padding({10, 8}));
  if (all.empty() && page.checked) lines.add(text(say("workshop.no-problems")).mute());
  for (std::size_t i = 0; i < all.size() && i < most_lines; ++i)
    lines.add(problem_row(frame, all[i], i));
  if (all.size() > most_lines)
    lines.add(text(say("workshop.more-problems",
                       {{"n", number(count - static_cast<std::int64_t>(most_lines))}}))
                  .small()
                  .mute());
  return column(std::move(lines),
                row(button(say("details.back"),
                           frame.on(WorkshopMessage{ShowPanel{WorkshopPanel::card}}))
                        .id("to-cards")))
      .gap(16)
      .max_width(860);
}

namespace {

Build replace_part(Frame& frame, const WorkshopPage& page) {
  const auto typed = [](bool with) {
    return [with](std::string words) {
      return Message{WorkshopMessage{ReplacementTyped{with, std::move(words)}}};
    };
  };
  const bool some = !page.work.marked().empty();
  const auto count =
      static_cast<std::int64_t>(some ? page.work.marked().size() : listed_cards(page).size());
  return card(h2(say("many.replace")),
              grid(2, 180,
                   plain_field(frame, "replace-find", say("many.find"), page.replacement.find,
                               typed(false)),
                   plain_field(frame, "replace-with", say("many.with"), page.replacement.with,
                               typed(true))),
              wrap(switch_("replace-case", say("many.case"), page.replacement.match_case,
                           frame.on(WorkshopMessage{ReplacementCase{}})),
                   text(say("many.case")).flex().min_width(120),
                   text(say_count("many.in", count)).small().mute(),
                   button(say("many.replace-now"), frame.on(WorkshopMessage{ReplaceNow{}}))
                       .primary()
                       .disabled(page.replacement.find.empty())
                       .id("replace-now"))
                  .gap(12))
      .gap(14);
}

Build marked_part(Frame& frame, const WorkshopPage& page) {
  const auto count = static_cast<std::int64_t>(page.work.marked().size());
  std::vector<Pick> categories;
  for (const auto& category : page.work.details().categories)
    categories.push_back({"many-" + category.id, category.name,
                          frame.on(WorkshopMessage{SetCategory{category.id}}), false,
                          hue_of(category.colour)});
  const auto typed = [](std::string words) {
    return Message{WorkshopMessage{BulkTagTyped{std::move(words)}}};
  };
  return card(h2(say_count("many.marked", count)),
              labelled(say("many.category"), picks(say("many.category"), categories)),
              plain_field(frame, "many-tag", say("many.tag"), page.bulk_tag, typed),
              wrap(button(say("many.add-tag"), frame.on(WorkshopMessage{BulkTag{true}}))
                       .compact()
                       .disabled(page.bulk_tag.empty())
                       .id("add-tag"),
                   button(say("many.remove-tag"), frame.on(WorkshopMessage{BulkTag{false}}))
                       .compact()
                       .disabled(page.bulk_tag.empty())
                       .id("remove-tag"),
                   button(say("many.delete"), frame.on(WorkshopMessage{EraseCards{}}))
                       .compact()
                       .id("many-delete"),
                   button(say("many.unmark"), frame.on(WorkshopMessage{UnmarkAll{}}))
                       .compact()
                       .id("unmark"))
                  .gap(10))
      .gap(14);
}

} // namespace

Build workshop_many_panel(Frame& frame, const WorkshopPage& page) {
  Build all = column().gap(16).max_width(860);
  if (!page.work.marked().empty())
    all.add(marked_part(frame, page));
  else
    all.add(text(say("many.none-marked")).mute());
  all.add(replace_part(frame, page));
  if (page.work.marked().empty())
    all.add(
        row(button(say("details.back"), frame.on(WorkshopMessage{ShowPanel{WorkshopPanel::card}}))
                .id("to-cards")));
  return all;
}

} // namespace entente::screens
