#include "screens/pages.h"
#include "screens/words.h"
#include "screens/workshop_parts.h"

#include "text/unicode.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;
using service::FactKind;

namespace {

constexpr float line_height = 40;

Tone tone_of(FactKind kind) {
  switch (kind) {
  case FactKind::date:
    return Tone::indigo_soft;
  case FactKind::person:
    return Tone::teal_soft;
  case FactKind::quote:
    return Tone::purple_soft;
  case FactKind::number:
  case FactKind::area:
    break;
  }
  return Tone::orange_soft;
}

// ---- the text ----

struct Cut { // a stretch of the text that looks alike
  std::size_t begin, end;
};

// Everywhere the look of the text may change within a paragraph.
std::vector<std::size_t> borders(const DraftPage& page, const service::DraftParagraph& paragraph) {
  std::vector<std::size_t> all = {paragraph.begin, paragraph.end};
  // Looks change between words only, so that lines break there too.
  const std::string& text = page.draft->text;
  const auto word_begin = [&](std::size_t at) {
    while (at > paragraph.begin && text[at - 1] != ' ') --at;
    return at;
  };
  const auto word_end = [&](std::size_t at) {
    while (at < paragraph.end && text[at] != ' ') ++at;
    return at;
  };
  const auto add = [&](std::size_t begin, std::size_t end) {
    if (end <= paragraph.begin || begin >= paragraph.end) return;
    begin = word_begin(begin);
    end = word_end(end);
    for (const std::size_t at : {begin, end})
      if (at > paragraph.begin && at < paragraph.end) all.push_back(at);
  };
  for (const auto& fact : page.draft->facts) add(fact.begin, fact.end);
  for (const auto& sentence : page.draft->sentences) add(sentence.begin, sentence.end);
  if (page.at < page.cards.size())
    add(page.draft->cards[page.at].begin, page.draft->cards[page.at].end);
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

Run run_of(const DraftPage& page, Cut cut) {
  const auto& draft = *page.draft;
  const std::string words = draft.text.substr(cut.begin, cut.end - cut.begin);
  const auto covers = [&](const auto& span) {
    return span.begin < cut.end && cut.begin < span.end &&
           words.find_first_not_of(' ') < words.size();
  };
  if (page.coverage) {
    for (const auto& sentence : draft.sentences)
      if (covers(sentence)) return sentence.asked ? muted(words) : marked(words, Tone::gold_soft);
    return muted(words);
  }
  const bool current = page.at < draft.cards.size() && covers(draft.cards[page.at]);
  for (const auto& fact : draft.facts)
    if (covers(fact)) {
      Run run = marked(words, tone_of(fact.kind));
      run.style.underline = current;
      return run;
    }
  Run run = current ? plain(words) : muted(words);
  run.style.underline = current;
  return run;
}

Build paragraph_of(const DraftPage& page, const service::DraftParagraph& paragraph) {
  std::vector<Run> runs;
  const auto all = borders(page, paragraph);
  for (std::size_t i = 0; i + 1 < all.size(); ++i)
    runs.push_back(run_of(page, {all[i], all[i + 1]}));
  const bool current = page.at < page.cards.size() &&
                       page.draft->cards[page.at].begin >= paragraph.begin &&
                       page.draft->cards[page.at].begin < paragraph.end;
  Build built =
      row(text(paragraph.number > 0 ? number(paragraph.number) : "").small().mute().width(24),
          prose_of(std::move(runs)).serif().size(16).leading(1.5F).flex())
          .gap(8)
          .align(Place::start)
          .id("draft-paragraph-" + std::to_string(paragraph.begin));
  built.node().reveal = current;
  return built;
}

Build legend(const DraftPage& page) {
  if (page.coverage) return prose(marked(say("draft.uncovered"), Tone::gold_soft)).small();
  return wrap(prose(marked(say("draft.dates"), Tone::indigo_soft)).small(),
              prose(marked(say("draft.persons"), Tone::teal_soft)).small(),
              prose(marked(say("draft.quotes"), Tone::purple_soft)).small(),
              prose(marked(say("draft.numbers"), Tone::orange_soft)).small())
      .gap(14)
      .line_gap(4);
}

Build whole_text(const DraftPage& page) {
  Build words = column().gap(14);
  for (const auto& paragraph : page.draft->paragraphs) words.add(paragraph_of(page, paragraph));
  return words;
}

Build text_side(const DraftPage& page) {
  Build words = whole_text(page);
  return column(legend(page),
                scroll_area("draft-text", std::move(words).padding({0, 0, 12, 12})).flex())
      .gap(12);
}

// ---- the cards ----

Build field(Frame& frame, const DraftPage& page, const std::string& id, const char* label,
            const std::string& words, std::function<Message(std::string)> make) {
  FieldParts parts;
  parts.id = id + "@" + std::to_string(page.at);
  parts.label = say(label);
  parts.text = words;
  parts.multiline = id == "draft-prompt";
  parts.autofocus = page.focus == id;
  parts.on_change = frame.actions.on_text(std::move(make));
  return labelled(say(label), text_field(std::move(parts)));
}

Build options_of(const deck::Card& card) {
  if (card.wrong.empty()) return Build();
  Build all = column(h3(say("workshop.options"))).gap(4);
  for (const auto& option : card.wrong)
    all.add(option.reason.empty()
                ? text(option.text).size(14)
                : prose(plain(option.text), muted(" — " + option.reason)).size(14));
  return all;
}

Build decision_buttons(Frame& frame) {
  return wrap(button(say("command.keep"), frame.on(DraftMessage{DraftDecide{Decision::kept}}))
                  .primary()
                  .id("keep")
                  .command(commands().at("draft.keep")),
              button(say("command.change"), frame.on(DraftMessage{DraftChange{}}))
                  .id("change")
                  .command(commands().at("draft.change")),
              button(say("command.drop"), frame.on(DraftMessage{DraftDecide{Decision::dropped}}))
                  .id("drop")
                  .command(commands().at("draft.drop")))
      .gap(10)
      .line_gap(8);
}

Build current_card(Frame& frame, const DraftPage& page) {
  const deck::Card& card = page.cards[page.at];
  const auto* category = deck::find_category(page.draft->deck, card.category);
  Build chip = category == nullptr ? Build() : category_chip(category->name, category->colour);
  Build answer = card.answer.text.empty()
                     ? labelled(say("workshop.answer"), text(deck::answer_line(card.answer)))
                     : field(frame, page, "draft-answer", "workshop.answer", card.answer.text,
                             [](std::string typed) {
                               return Message{DraftMessage{DraftAnswer{std::move(typed)}}};
                             });
  return ui::card(row(std::move(chip)),
                  field(frame, page, "draft-prompt", "workshop.question", card.prompt,
                        [](std::string typed) {
                          return Message{DraftMessage{DraftPrompt{std::move(typed)}}};
                        }),
                  std::move(answer), options_of(card), decision_buttons(frame))
      .gap(12)
      .padding(20);
}

// Rows of the list: a kind's heading, or a card.
struct Lines {
  struct Line {
    std::string heading; // empty: a card
    std::size_t card = 0;
  };
  std::vector<Line> lines;
  std::vector<std::string> prompts;
  std::vector<Decision> decisions;
  std::size_t at = 0;
  int pick = -1;
};

Build sign_of(Decision decision) {
  if (decision == Decision::kept) return icon(draw::Icon::check, 13, Tone::right);
  if (decision == Decision::dropped) return icon(draw::Icon::cross, 13, Tone::wrong);
  return icon(draw::Icon::dot, 13, Tone::ink3);
}

const char* word_of(Decision decision) {
  return decision == Decision::kept      ? "draft.is-kept"
         : decision == Decision::dropped ? "draft.is-dropped"
                                         : "draft.is-open";
}

Build line_of(const Lines& lines, int index) {
  const auto& line = lines.lines[static_cast<std::size_t>(index)];
  if (!line.heading.empty())
    return row(text(line.heading).size(13).bold().mute().lines(1))
        .padding({10, 12, 10, 4})
        .height(line_height);
  const bool current = line.card == lines.at;
  const Decision decision = lines.decisions[line.card];
  return row(sign_of(decision), text(lines.prompts[line.card]).size(14).lines(1).flex())
      .gap(10)
      .padding({10, 9})
      .height(line_height)
      .radius(8)
      .fill(current ? Tone::accent_soft : Tone::none)
      .role(Role::list_item)
      .id("draft-card-" + std::to_string(line.card))
      .label(lines.prompts[line.card])
      .value(say(word_of(decision)))
      .selected(current)
      .action(lines.pick + index);
}

// "who-is" as "Who is".
std::string kind_words(std::string kind) {
  std::replace(kind.begin(), kind.end(), '-', ' ');
  return entente::text::upper(kind.substr(0, 1), "en") +
         kind.substr(std::min<std::size_t>(1, kind.size()));
}

Build list_of(Frame& frame, const DraftPage& page) {
  auto lines = std::make_shared<Lines>();
  int shown = -1;
  for (std::size_t i = 0; i < page.cards.size(); ++i) {
    const std::string& kind = page.draft->cards[i].kind;
    if (i == 0 || kind != page.draft->cards[i - 1].kind) {
      const auto count = std::count_if(page.draft->cards.begin(), page.draft->cards.end(),
                                       [&](const auto& card) { return card.kind == kind; });
      lines->lines.push_back(
          {say("draft.kind", {{"kind", kind_words(kind)}, {"n", number(count)}}), 0});
    }
    if (i == page.at) shown = static_cast<int>(lines->lines.size());
    lines->lines.push_back({"", i});
    lines->prompts.push_back(page.cards[i].prompt);
  }
  lines->decisions = page.decisions;
  lines->at = page.at;
  const int count = static_cast<int>(lines->lines.size());
  lines->pick = frame.actions.on_rows(count, [lines](int row) {
    return Message{DraftMessage{DraftPick{lines->lines[static_cast<std::size_t>(row)].card}}};
  });
  return long_list(
      "draft-cards", say("workshop.cards"),
      {count, line_height, [lines](int i) { return Node(line_of(*lines, i)); }, shown});
}

std::ptrdiff_t count_of(const DraftPage& page, Decision decision) {
  return std::count(page.decisions.begin(), page.decisions.end(), decision);
}

Build title_of(const DraftPage& page) {
  const auto& sentences = page.draft->sentences;
  const auto asked = std::count_if(sentences.begin(), sentences.end(),
                                   [](const auto& sentence) { return sentence.asked; });
  const std::string figures =
      say("draft.figures", {{"kept", number(count_of(page, Decision::kept))},
                            {"dropped", number(count_of(page, Decision::dropped))},
                            {"open", number(count_of(page, Decision::open))}}) +
      " · " + say("draft.covered", {{"n", number(asked)}, {"of", number(std::ssize(sentences))}});
  return column(h2(page.draft->deck.title), text(figures).small().mute()).gap(2);
}

Build tools(Frame& frame, const DraftPage& page) {
  return wrap(button(say(page.coverage ? "command.facts" : "command.coverage"),
                     frame.on(DraftMessage{DraftCoverage{}}))
                  .compact()
                  .id("coverage")
                  .command(commands().at("draft.coverage")),
              button(say("command.keep-rest"), frame.on(DraftMessage{DraftKeepRest{}}))
                  .compact()
                  .disabled(count_of(page, Decision::open) == 0)
                  .id("keep-rest")
                  .command(commands().at("draft.keep-rest")),
              button(say("command.make-deck"), frame.on(DraftMessage{DraftDone{}}))
                  .compact()
                  .primary()
                  .disabled(count_of(page, Decision::kept) == 0)
                  .id("make-deck")
                  .command(commands().at("draft.done")))
      .gap(10)
      .line_gap(8);
}

// Text and cards side by side, each scrolling by itself.
Build wide(Frame& frame, const DraftPage& page) {
  Build left = column(title_of(page), text_side(page).flex()).gap(14);
  Build right =
      column(tools(frame, page), scroll_area("draft-card", current_card(frame, page)).flex(1.3F),
             list_of(frame, page).flex())
          .gap(14);
  return row(std::move(left).padding({34, 26, 14, 0}).flex(1.2F),
             std::move(right).padding({14, 26, 34, 20}).flex())
      .gap(0)
      .align(Place::stretch);
}

// One below the other where there is no room.
Build narrow(Frame& frame, const DraftPage& page) {
  return scroll_area("draft-all",
                     column(title_of(page), tools(frame, page), current_card(frame, page),
                            list_of(frame, page).height(240), legend(page), whole_text(page))
                         .gap(16)
                         .padding({18, 16}));
}

} // namespace

Build draft_view(Frame& frame, const DraftPage& page) {
  const bool small = frame.width < 1000 || frame.height < 640;
  return (small ? narrow(frame, page) : wide(frame, page))
      .bind("draft.up", frame.on(DraftMessage{DraftStep{-1}}))
      .bind("draft.down", frame.on(DraftMessage{DraftStep{1}}));
}

Build paste_view(Frame& frame, const PasteDialog& dialog) {
  FieldParts parts;
  parts.id = "paste-text";
  parts.label = say("draft.paste");
  parts.placeholder = say("draft.paste");
  parts.text = dialog.text;
  parts.multiline = true;
  parts.min_height = 160;
  parts.autofocus = true;
  parts.on_change = frame.actions.on_text(
      [](std::string typed) { return Message{DraftMessage{PasteTyped{std::move(typed)}}}; });
  ChooserDialog::Purpose purpose = ChooserDialog::DraftText{};
  if (dialog.source) purpose = ChooserDialog::AttachText{dialog.source->deck, dialog.source->id};
  const int choose = frame.on(ChooserMessage{OpenChooser{std::move(purpose)}});
  return ui::dialog("paste", say(dialog.source ? "passage.attach-title" : "draft.title"),
                    column(scroll_area("paste-area", text_field(std::move(parts))).flex(),
                           wrap(button(say("draft.open-file"), choose).id("open-file"), spacer(),
                                button(say("dialog.cancel"), frame.on(CloseDialog{})).id("cancel"),
                                button(say(dialog.source ? "passage.attach-it" : "draft.make"),
                                       frame.on(DraftMessage{UsePasted{}}))
                                    .primary()
                                    .disabled(dialog.text.empty())
                                    .id("use-pasted")
                                    .command(commands().at("dialog.yes")))
                               .gap(12))
                        .gap(18));
}

} // namespace entente::screens
