// How the card will be asked, in every form it may take, and where its source says so.

#include "screens/words.h"
#include "screens/workshop_parts.h"

#include "deck/source_text.h"
#include "quiz/question.h"

#include <algorithm>
#include <array>

namespace entente::screens {

using namespace ui;
using deck::Form;

namespace {

Build small_option(const std::string& cap, const std::string& words) {
  return row(text(cap).bold().mute().unbroken(), text(words).flex())
      .gap(12)
      .padding({14, 10})
      .radius(10)
      .border(Tone::line);
}

Build numbered(const std::vector<quiz::Option>& options) {
  Build all = column().gap(8);
  for (std::size_t i = 0; i < options.size(); ++i)
    all.add(small_option(number(std::int64_t(i) + 1), options[i].text));
  return all;
}

Build empty_field() {
  return row(text(say("drill.type-here")).tone(Tone::ink3))
      .padding({14, 10})
      .radius(10)
      .border(Tone::line);
}

Build matched(const quiz::Question& question) {
  Build left = column().gap(8), right = column().gap(8);
  for (const auto& words : question.lefts) left.add(small_option("", words));
  for (std::size_t i = 0; i < question.options.size(); ++i)
    right.add(small_option(number(std::int64_t(i) + 1), question.options[i].text));
  return grid(2, 120, std::move(left), std::move(right)).gap(8);
}

Build below(const quiz::Question& question, const deck::Card& card) {
  switch (question.form) {
  case Form::choice:
  case Form::order:
    return numbered(question.options);
  case Form::typed:
    return empty_field();
  case Form::flip:
    return column(divider(),
                  text(deck::answer_line(card.answer)).serif().size(17).tone(Tone::accent))
        .gap(12);
  case Form::cloze:
    return column(
               prose(plain(question.before), marked(" … ", Tone::gold_soft), plain(question.after))
                   .serif()
                   .size(17),
               empty_field())
        .gap(12);
  case Form::match:
    return matched(question);
  }
  return Build();
}

Build form_card(const deck::Deck& one, Form form) {
  const deck::Card& card = one.cards.front();
  const auto question = quiz::make_question(one, 0, form, {}, {}, 7);
  const auto* category = deck::find_category(one, card.category);
  Build chip = category == nullptr ? Build() : category_chip(category->name, category->colour);
  return ui::card(
             row(std::move(chip), text(say(form_key(form))).small().mute().unbroken()).between(),
             text(question.prompt).serif().size(19).leading(1.4F).language(one.language),
             below(question, card))
      .gap(14)
      .padding(22)
      .role(Role::group)
      .label(say("workshop.preview-of", {{"form", say(form_key(form))}}));
}

// ---- the passage ----

struct Marked {
  std::size_t begin, end;
  Tone tone;
};

void find_all(const std::string& words, const std::string& what, Tone tone,
              std::vector<Marked>& found) {
  if (what.size() < 2) return;
  for (std::size_t at = words.find(what); at != std::string::npos;
       at = words.find(what, at + what.size()))
    found.push_back({at, at + what.size(), tone});
}

void find_quotations(const std::string& words, std::vector<Marked>& found) {
  const std::string open = "“", close = "”";
  for (std::size_t at = words.find(open); at != std::string::npos;) {
    const std::size_t end = words.find(close, at);
    if (end == std::string::npos) return;
    found.push_back({at, end + close.size(), Tone::purple_soft});
    at = words.find(open, end);
  }
}

std::vector<std::string> answers_of(const deck::Card& card) {
  std::vector<std::string> all = card.accepted;
  all.push_back(card.answer.text);
  all.insert(all.end(), card.answer.items.begin(), card.answer.items.end());
  for (const auto& pair : card.answer.pairs) {
    all.push_back(pair.left);
    all.push_back(pair.right);
  }
  const std::size_t space = card.answer.text.rfind(' ');
  if (card.answer.kind == deck::AnswerKind::person && space != std::string::npos) {
    all.push_back(card.answer.text.substr(space + 1));
    all.push_back(card.answer.text.substr(0, card.answer.text.find(' ')));
  }
  return all;
}

Build highlighted(const std::string& words, const deck::Card& card) {
  std::vector<Marked> marks;
  for (const auto& answer : answers_of(card)) find_all(words, answer, Tone::teal_soft, marks);
  find_quotations(words, marks);
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Marked& a, const Marked& b) { return a.begin < b.begin; });
  std::vector<Run> runs;
  std::size_t at = 0;
  for (Marked mark : marks) {
    if (mark.begin < at) continue; // inside another
    // Looks change between words only, so that lines break there too.
    while (mark.begin > at && words[mark.begin - 1] != ' ') --mark.begin;
    while (mark.end < words.size() && words[mark.end] != ' ') ++mark.end;
    if (mark.begin > at) runs.push_back(muted(words.substr(at, mark.begin - at)));
    runs.push_back(marked(words.substr(mark.begin, mark.end - mark.begin), mark.tone));
    at = mark.end;
  }
  if (at < words.size()) runs.push_back(muted(words.substr(at)));
  return prose_of(std::move(runs)).serif().size(15).leading(1.5F);
}

const std::string* text_of(const WorkshopPage& page, const deck::Card& card) {
  const auto found = card.passage ? page.texts.find(card.passage->source) : page.texts.begin();
  return found == page.texts.end() ? nullptr : &found->second;
}

// The first paragraph that has the answer; 0 when none does.
int likely_paragraph(const std::vector<deck::Paragraph>& paragraphs, const deck::Card& card) {
  for (std::size_t i = 0; i < paragraphs.size(); ++i)
    for (const auto& answer : answers_of(card))
      if (answer.size() > 2 && paragraphs[i].text.find(answer) != std::string::npos)
        return static_cast<int>(i) + 1;
  return 0;
}

Build passage_card(Frame& frame, const WorkshopPage& page, const deck::Card& card) {
  const std::string* words = text_of(page, card);
  if (words == nullptr) {
    if (page.work.details().sources.empty()) return Build();
    return column(text(say("workshop.no-text")).small().mute());
  }
  const auto paragraphs = deck::body_paragraphs(*words);
  const int set = card.passage ? card.passage->paragraph : 0;
  const int shown = set > 0 ? set : likely_paragraph(paragraphs, card);
  if (shown < 1 || shown > static_cast<int>(paragraphs.size())) return Build();
  Build all =
      column(h3(say("workshop.in-text", {{"n", number(shown)}})),
             ui::card(highlighted(paragraphs[static_cast<std::size_t>(shown) - 1].text, card))
                 .padding(18))
          .gap(6);
  if (set != shown)
    all.add(
        button(say("workshop.link-paragraph"),
               frame.on(WorkshopMessage{EditField{CardField::paragraph, 0, std::to_string(shown)}}))
            .compact()
            .id("link-paragraph"));
  return all;
}

} // namespace

Build workshop_preview(Frame& frame, const WorkshopPage& page) {
  const deck::Card& card = *page.work.find(page.work.selected());
  deck::Deck one = page.work.details();
  one.cards = {card};
  std::erase_if(one.cards.front().wrong,
                [](const deck::WrongOption& option) { return option.text.empty(); });
  Build all = column(h3(say("workshop.preview"))).gap(10);
  for (const Form form : deck::possible_forms(one.cards.front())) all.add(form_card(one, form));
  all.add(passage_card(frame, page, card));
  return all;
}

} // namespace entente::screens
