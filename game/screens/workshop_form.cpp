// The Workshop's form: one card's parts, what is amiss with it, and the sure mends.

#include "screens/words.h"
#include "screens/workshop_parts.h"

#include "deck/names.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;
using deck::AnswerKind;
using deck::Part;

namespace {

// What a form of one card needs.
struct Desk {
  Frame& frame;
  const WorkshopPage& page;
  const deck::Card& card;
  std::vector<deck::Finding> findings;

  int on(WorkshopMessage message) { return frame.on(Message{std::move(message)}); }
};

bool is_about(const deck::Finding& finding, CardField field, std::size_t index) {
  switch (finding.part.of) {
  case Part::Of::prompt:
    return field == CardField::prompt;
  case Part::Of::cloze:
    return field == CardField::cloze;
  case Part::Of::answer:
  case Part::Of::item:
    return field == CardField::answer || field == CardField::items || field == CardField::pairs;
  case Part::Of::accept:
    return field == CardField::accepted;
  case Part::Of::wrong:
    return field == CardField::option && finding.part.index == index;
  case Part::Of::explanation:
    return field == CardField::explanation;
  case Part::Of::hint:
    return field == CardField::hint;
  case Part::Of::passage:
    return field == CardField::paragraph;
  case Part::Of::image:
    return field == CardField::image;
  case Part::Of::card:
    break;
  }
  return finding.fault == deck::Fault::no_explanation && field == CardField::explanation;
}

std::optional<Hue> hue_of_field(const Desk& desk, CardField field, std::size_t index) {
  std::optional<Hue> hue;
  for (const auto& finding : desk.findings)
    if (is_about(finding, field, index))
      hue = weight(finding.fault) == deck::Weight::wrong ? wrong_hue : hue.value_or(gold_hue);
  return hue;
}

struct Look {
  bool multiline = false, serif = false;
  float min_height = 0;
  const char* placeholder = nullptr;
};

Build field(Desk& desk, CardField field, std::size_t index, const std::string& label, Look look) {
  const std::string id = field_id(field, index);
  const auto draft = desk.page.drafts.find(id);
  FieldParts parts;
  parts.id = id + "@" + desk.card.id;
  parts.label = label;
  parts.text =
      draft != desk.page.drafts.end() ? draft->second : field_text(desk.card, field, index);
  if (look.placeholder != nullptr) parts.placeholder = say(look.placeholder);
  parts.multiline = look.multiline;
  parts.min_height = look.min_height;
  parts.family = look.serif ? entente::text::Family::serif : entente::text::Family::sans;
  parts.size = look.serif ? 17.F : 15.F;
  parts.language = desk.page.work.details().language;
  parts.hue = hue_of_field(desk, field, index);
  parts.autofocus = desk.page.focus == parts.id;
  parts.on_change = desk.frame.actions.on_text([field, index](std::string typed) {
    return Message{WorkshopMessage{EditField{field, index, std::move(typed)}}};
  });
  return text_field(std::move(parts));
}

Build part(Desk& desk, CardField which, const char* heading, Look look = {}) {
  const std::string label = say(heading);
  return labelled(label, field(desk, which, 0, label, look));
}

Build finding_line(Desk& desk, const deck::Finding& finding) {
  const deck::Weight heavy = weight(finding.fault);
  Build line =
      wrap(icon(sign_of(heavy), 14, tone_of(heavy)),
           column(text(retold(finding.message)).size(14),
                  text(retold(why_it_matters(finding.fault)) + " " + retold(finding.advice))
                      .small()
                      .mute())
               .gap(2)
               .flex()
               .min_width(220))
          .gap(10)
          .align(Place::start);
  if (finding.mend)
    line.add(button(retold(finding.mend->label), desk.on(MakeMend{*finding.mend}))
                 .compact()
                 .id("mend-" + std::string(name(finding.fault)) + "-" +
                     std::to_string(finding.part.index)));
  return line;
}

Build findings_box(Desk& desk) {
  Build all = column().gap(10);
  for (const auto& finding : desk.findings) all.add(finding_line(desk, finding));
  return std::move(all)
      .padding({14, 12})
      .radius(12)
      .fill(Tone::surface)
      .border(Tone::line)
      .role(Role::group)
      .label(say("workshop.findings"));
}

Build kind_picks(Desk& desk) {
  std::vector<Pick> all;
  for (const auto kind :
       {AnswerKind::text, AnswerKind::date, AnswerKind::number, AnswerKind::person,
        AnswerKind::place, AnswerKind::organisation, AnswerKind::quote, AnswerKind::set,
        AnswerKind::sequence, AnswerKind::pairs}) {
    const std::string kind_name(deck::name(kind));
    all.push_back({"kind-" + kind_name,
                   say("kind." + kind_name),
                   desk.on(SetKind{kind}),
                   desk.card.answer.kind == kind,
                   {}});
  }
  return labelled(say("workshop.kind"), picks(say("workshop.kind"), all, true));
}

Build category_picks(Desk& desk) {
  std::vector<Pick> all;
  for (const auto& category : desk.page.work.details().categories)
    all.push_back({"category-" + category.id, category.name, desk.on(SetCategory{category.id}),
                   desk.card.category == category.id, hue_of(category.colour)});
  return labelled(say("workshop.category"), picks(say("workshop.category"), all, true));
}

Build form_picks(Desk& desk) {
  const auto asked = deck::possible_forms(desk.card);
  deck::Card any = desk.card;
  any.forms.clear();
  std::vector<Pick> all;
  for (const auto form : deck::possible_forms(any))
    all.push_back({"asked-" + std::string(deck::name(form)),
                   say(form_key(form)),
                   desk.on(ToggleForm{form}),
                   std::find(asked.begin(), asked.end(), form) != asked.end(),
                   {}});
  return labelled(say("workshop.asked-as"), picks(say("workshop.asked-as"), all));
}

Build answer_part(Desk& desk) {
  switch (desk.card.answer.kind) {
  case AnswerKind::set:
  case AnswerKind::sequence:
    return part(desk, CardField::items, "workshop.items",
                {.multiline = true, .min_height = 80, .placeholder = "workshop.items-hint"});
  case AnswerKind::pairs:
    return part(desk, CardField::pairs, "workshop.pairs",
                {.multiline = true, .min_height = 80, .placeholder = "workshop.pairs-hint"});
  default:
    return part(desk, CardField::answer, "workshop.answer");
  }
}

Build option_row(Desk& desk, std::size_t i) {
  const std::string n = number(std::int64_t(i) + 1);
  Build fields = wrap(field(desk, CardField::option, i, say("workshop.option", {{"n", n}}),
                            {.multiline = true, .placeholder = "workshop.option-hint"})
                          .flex()
                          .min_width(140),
                      field(desk, CardField::reason, i, say("workshop.reason", {{"n", n}}),
                            {.multiline = true, .placeholder = "workshop.reason-hint"})
                          .flex(1.4F)
                          .min_width(160))
                     .gap(8)
                     .line_gap(4);
  return row(std::move(fields).flex(), button("×", desk.on(DropOption{i}))
                                           .quiet()
                                           .compact()
                                           .label(say("workshop.drop-option", {{"n", n}}))
                                           .disabled(i >= desk.card.wrong.size())
                                           .id("drop-option-" + std::to_string(i)))
      .gap(6);
}

// Pairs are matched and sequences ordered: neither is chosen from.
bool offers_options(const deck::Card& card) {
  return card.answer.kind != AnswerKind::pairs && card.answer.kind != AnswerKind::sequence;
}

Build options_part(Desk& desk) {
  Build all = column(h3(say("workshop.options"))).gap(6);
  for (std::size_t i = 0; i <= desk.card.wrong.size(); ++i) all.add(option_row(desk, i));
  return all;
}

Build pair_of(Build left, Build right) {
  return wrap(std::move(left).flex().min_width(190), std::move(right).flex().min_width(190))
      .gap(18)
      .line_gap(14)
      .align(Place::start);
}

Build passage_part(Desk& desk) {
  if (desk.page.work.details().sources.empty())
    return link(say("workshop.add-source"), desk.on(ShowPanel{WorkshopPanel::deck}));
  return part(desk, CardField::paragraph, "workshop.paragraph-field");
}

} // namespace

namespace {

Desk desk_of(Frame& frame, const WorkshopPage& page) {
  const auto at = page.work.index_of(page.work.selected());
  const deck::Held& held = *page.work.cards()[at.value_or(0)];
  return {frame, page, held.card, page.check->of(held)};
}

} // namespace

Build workshop_findings(Frame& frame, const WorkshopPage& page) {
  Desk desk = desk_of(frame, page);
  return desk.findings.empty() ? Build() : findings_box(desk);
}

Build workshop_form(Frame& frame, const WorkshopPage& page) {
  Desk desk = desk_of(frame, page);
  Build all = column().gap(16);
  all.add(part(desk, CardField::prompt, "workshop.question",
               {.multiline = true, .serif = true, .min_height = 70}));
  all.add(kind_picks(desk));
  all.add(pair_of(answer_part(desk),
                  part(desk, CardField::accepted, "workshop.accepted",
                       {.multiline = true, .placeholder = "workshop.accepted-hint"})));
  if (offers_options(desk.card)) all.add(options_part(desk));
  all.add(part(desk, CardField::explanation, "workshop.explanation",
               {.multiline = true, .min_height = 60}));
  all.add(part(desk, CardField::cloze, "workshop.cloze",
               {.multiline = true, .placeholder = "workshop.cloze-hint"}));
  all.add(
      pair_of(part(desk, CardField::hint, "workshop.hint"),
              part(desk, CardField::tags, "workshop.tags", {.placeholder = "workshop.tags-hint"})));
  all.add(category_picks(desk));
  all.add(form_picks(desk));
  all.add(pair_of(passage_part(desk), part(desk, CardField::image, "workshop.image",
                                           {.placeholder = "workshop.image-hint"})));
  return all;
}

} // namespace entente::screens
