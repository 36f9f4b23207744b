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
template <class Change> Effects change(DraftPage& page, Change what) {
  if (page.at >= page.cards.size()) return {};
  what(page.cards[page.at]);
  page.decisions[page.at] = Decision::kept;
  return {};
}

Effects done(DraftPage& page) {
  deck::Deck deck = page.draft->deck;
  for (std::size_t i = 0; i < page.cards.size(); ++i)
    if (page.decisions[i] == Decision::kept) deck.cards.push_back(page.cards[i]);
  if (deck.cards.empty()) return {};
  Effects effects;
  if (!deck.sources.empty())
    effects.push_back(service::AttachText{deck.id, deck.sources.front().id, {}, page.draft->text});
  effects.push_back(service::BeginDeck{std::move(deck)});
  return effects;
}

Effects in_draft(DraftPage& page, const DraftMessage& message) {
  return std::visit(
      Overloaded{[&](const DraftStep& m) {
                   return go_to_card(page, static_cast<std::ptrdiff_t>(page.at) + m.by), Effects{};
                 },
                 [&](const DraftPick& m) {
                   return go_to_card(page, static_cast<std::ptrdiff_t>(m.card)), Effects{};
                 },
                 [&](const DraftDecide& m) { return decide(page, m.decision), Effects{}; },
                 [&](const DraftChange&) { return page.focus = "draft-prompt", Effects{}; },
                 [&](const DraftPrompt& m) {
                   return change(page, [&](deck::Card& card) { card.prompt = m.text; });
                 },
                 [&](const DraftAnswer& m) {
                   return change(page, [&](deck::Card& card) { card.answer.text = m.text; });
                 },
                 [&](const DraftKeepRest&) {
                   std::replace(page.decisions.begin(), page.decisions.end(), Decision::open,
                                Decision::kept);
                   return Effects{};
                 },
                 [&](const DraftCoverage&) { return page.coverage = !page.coverage, Effects{}; },
                 [&](const DraftDone&) { return done(page); },
                 [](const auto&) { return Effects{}; }},
      message);
}

service::Effect use(const PasteDialog& dialog) {
  if (!dialog.source) return service::DraftText{{}, dialog.text};
  return service::AttachText{dialog.source->deck, dialog.source->id, {}, dialog.text};
}

} // namespace

Effects update(Model& model, const DraftMessage& message) {
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
  return page == nullptr ? Effects{} : in_draft(*page, message);
}

Effects came(Model& model, const service::TextDrafted& drafted) {
  if (drafted.draft->cards.empty()) {
    model.dialog = ErrorDialog{
        say("draft.make"),
        {core::ErrorCode::malformed, say("draft.nothing"), "", say("draft.nothing-advice")}};
    return {};
  }
  DraftPage page{drafted.draft, {}, {}, 0, false, ""};
  for (const auto& each : drafted.draft->cards) page.cards.push_back(each.card);
  page.decisions.resize(page.cards.size(), Decision::open);
  model.dialog.reset();
  model.page = std::move(page);
  return {};
}

} // namespace entente::screens
