#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/words.h"

#include <algorithm>

namespace entente::screens {

using service::Effects;

namespace {

void go_to_card(DraftPage& page, std::ptrdiff_t at) {
  const auto last = std::ssize(page.cards) - 1;
  page.at = static_cast<std::size_t>(
      std::clamp<std::ptrdiff_t>(at, 0, std::max<std::ptrdiff_t>(last, 0)));
  page.focus.clear();
}

void decide(DraftPage& page, Decision decision) {
  if (page.at >= page.cards.size()) return;
  page.decisions[page.at] = decision;
  for (std::size_t step = 1; step < page.cards.size(); ++step) {
    const std::size_t next = (page.at + step) % page.cards.size();
    if (page.decisions[next] == Decision::open)
      return go_to_card(page, static_cast<std::ptrdiff_t>(next));
  }
  page.focus.clear();
}

// Whoever changes a card wants it.
Effects edit(DraftPage& page, const DraftEdit& m) {
  if (page.at >= page.cards.size()) return {};
  deck::Card& card = page.cards[page.at];
  card = with_field(card, m.field, m.index, m.text, card.passage ? card.passage->source : "");
  page.decisions[page.at] = Decision::kept;
  return {};
}

std::vector<deck::Card> kept_cards(const DraftPage& page) {
  std::vector<deck::Card> kept;
  for (std::size_t i = 0; i < page.cards.size(); ++i)
    if (page.decisions[i] == Decision::kept) kept.push_back(page.cards[i]);
  for (deck::Card& card : kept)
    std::erase_if(card.wrong, [](const deck::WrongOption& option) { return option.text.empty(); });
  return kept;
}

Effects attach(const DraftPage& page, const std::string& deck, const std::string& source) {
  if (source.empty()) return {};
  return {service::AttachText{deck, source, {}, page.draft->text}};
}

Effects done(Model& model, DraftPage& page, core::Moment now) {
  std::vector<deck::Card> kept = kept_cards(page);
  if (kept.empty()) return {};
  deck::Deck deck = page.draft->deck;
  if (page.into != nullptr) {
    deck.cards = std::move(kept);
    WorkshopPage workshop = std::move(*page.into);
    const std::string source = take_cards(workshop, std::move(deck), now);
    Effects effects = attach(page, workshop.work.details().id, source);
    model.page = std::move(workshop);
    return effects;
  }
  deck.cards = std::move(kept);
  Effects effects = attach(page, deck.id, deck.sources.empty() ? "" : deck.sources.front().id);
  effects.push_back(service::BeginDeck{std::move(deck)});
  return effects;
}

Effects in_draft(Model& model, DraftPage& page, const DraftMessage& message, core::Moment now) {
  return std::visit(
      Overloaded{[&](const DraftStep& m) {
                   return go_to_card(page, static_cast<std::ptrdiff_t>(page.at) + m.by), Effects{};
                 },
                 [&](const DraftPick& m) {
                   return go_to_card(page, static_cast<std::ptrdiff_t>(m.card)), Effects{};
                 },
                 [&](const DraftDecide& m) { return decide(page, m.decision), Effects{}; },
                 [&](const DraftChange&) {
                   return page.focus = draft_field_id(CardField::prompt, 0), Effects{};
                 },
                 [&](const DraftEdit& m) { return edit(page, m); },
                 [&](const DraftKeepRest&) {
                   std::replace(page.decisions.begin(), page.decisions.end(), Decision::open,
                                Decision::kept);
                   return Effects{};
                 },
                 [&](const DraftCoverage&) { return page.coverage = !page.coverage, Effects{}; },
                 [&](const DraftDone&) { return done(model, page, now); },
                 [](const auto&) { return Effects{}; }},
      message);
}

service::Effect use(const PasteDialog& dialog) {
  if (!dialog.source) return service::DraftText{{}, dialog.text};
  return service::AttachText{dialog.source->deck, dialog.source->id, {}, dialog.text};
}

} // namespace

std::string draft_field_id(CardField field, std::size_t index) {
  return "draft-" + field_id(field, index);
}

Effects update(Model& model, const DraftMessage& message, core::Moment now) {
  if (const auto* asked = std::get_if<AskForText>(&message)) {
    model.dialog = PasteDialog{"", asked->source};
    return {};
  }
  if (auto* dialog = model.dialog ? std::get_if<PasteDialog>(&*model.dialog) : nullptr) {
    if (const auto* typed = std::get_if<PasteTyped>(&message)) dialog->text = typed->text;
    if (std::holds_alternative<UsePasted>(message)) return {use(*dialog)};
    return {};
  }
  auto* page = std::get_if<DraftPage>(&model.page);
  return page == nullptr ? Effects{} : in_draft(model, *page, message, now);
}

Effects came(Model& model, const service::TextDrafted& drafted) {
  if (drafted.draft->cards.empty()) {
    model.dialog = ErrorDialog{
        say("draft.make"),
        {core::ErrorCode::malformed, say("draft.nothing"), "", say("draft.nothing-advice")}};
    return {};
  }
  DraftPage page{drafted.draft, {}, {}, 0, false, "", nullptr};
  if (auto* workshop = std::get_if<WorkshopPage>(&model.page))
    page.into = std::make_shared<WorkshopPage>(std::move(*workshop));
  for (const auto& each : drafted.draft->cards) page.cards.push_back(each.card);
  page.decisions.resize(page.cards.size(), Decision::open);
  model.dialog.reset();
  model.page = std::move(page);
  return {};
}

} // namespace entente::screens
