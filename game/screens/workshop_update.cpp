#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/words.h"

#include <algorithm>
#include <cstdio>

namespace entente::screens {

using deck::Workshop;
using service::Effects;

namespace {

constexpr std::size_t cards_a_turn = 6;      // the check looks at, about as many milliseconds
constexpr std::int64_t save_after_ms = 1500; // of stillness
constexpr std::int64_t ask_again_ms = 30;    // whether the look across the deck is done
constexpr std::int64_t look_every_ms = 3000; // whether another program wrote the file

constexpr const char* colours[] = {"dates", "speakers", "quotes", "areas"};

std::string first_source(const WorkshopPage& page) {
  const auto& sources = page.work.details().sources;
  return sources.empty() ? "" : sources.front().id;
}

// What is to be written: an option row begun and left empty is none.
deck::Deck deck_to_save(const WorkshopPage& page, bool unfinished_too) {
  deck::Deck deck = page.work.deck();
  for (deck::Card& card : deck.cards)
    std::erase_if(card.wrong, [](const deck::WrongOption& option) { return option.text.empty(); });
  if (!unfinished_too)
    std::erase_if(deck.cards, [](const deck::Card& card) { return !is_finished(card); });
  return deck;
}

bool has_unfinished(const WorkshopPage& page) {
  return std::any_of(page.work.cards().begin(), page.work.cards().end(),
                     [](const deck::HeldCard& held) { return !is_finished(held->card); });
}

Effects save(WorkshopPage& page) {
  if (!page.work.changed() && !page.copy) return {};
  if (has_unfinished(page)) {
    page.said = say("workshop.unfinished");
    return {};
  }
  page.edited_ms = 0;
  return {service::SaveDeck{page.path, deck_to_save(page, true)}};
}

void touched(WorkshopPage& page, core::Moment now) {
  page.checked = false;
  page.edited_ms = now.utc_ms;
  page.said.clear();
}

template <class Change> Effects edit(WorkshopPage& page, core::Moment now, Change change) {
  change(page.work);
  touched(page, now);
  return {};
}

template <class Change>
Effects edit_card(WorkshopPage& page, core::Moment now, const std::string& key, Change change) {
  const deck::Card* old = page.work.find(page.work.selected());
  if (old == nullptr) return {};
  deck::Card card = *old;
  change(card);
  page.work.change(card, key);
  touched(page, now);
  return {};
}

template <class Change>
Effects edit_details(WorkshopPage& page, core::Moment now, const std::string& key, Change change) {
  deck::Deck details = page.work.details();
  change(details);
  page.work.set_details(std::move(details), key);
  page.check->renew();
  touched(page, now);
  return {};
}

void select(WorkshopPage& page, const std::string& id) {
  page.work.select(id);
  page.drafts.clear();
  page.focus.clear();
  page.panel = WorkshopPanel::card;
}

Effects step_card(WorkshopPage& page, int by) {
  const auto listed = listed_cards(page);
  if (listed.empty()) return {};
  const auto own = page.work.index_of(page.work.selected());
  auto at = std::find(listed.begin(), listed.end(), own.value_or(0)) - listed.begin();
  if (at == std::ssize(listed)) at = by > 0 ? -1 : 1;
  at = std::clamp<std::ptrdiff_t>(at + by, 0, std::ssize(listed) - 1);
  select(page, page.work.cards()[listed[static_cast<std::size_t>(at)]]->card.id);
  return {};
}

Effects add_card(WorkshopPage& page, core::Moment now) {
  deck::Card card;
  const deck::Card* old = page.work.find(page.work.selected());
  const auto& categories = page.work.details().categories;
  if (old != nullptr)
    card.category = old->category;
  else if (!categories.empty())
    card.category = categories.front().id;
  page.filter = {};
  page.only_problems = false;
  edit(page, now, [&](Workshop& work) { work.add(card); });
  select(page, page.work.selected());
  page.focus = field_id(CardField::prompt, 0) + "@" + page.work.selected();
  return {};
}

Effects edit_field(WorkshopPage& page, const EditField& m, core::Moment now) {
  const std::string id = field_id(m.field, m.index);
  const std::string source = first_source(page);
  edit_card(page, now, id,
            [&](deck::Card& card) { card = with_field(card, m.field, m.index, m.text, source); });
  // What is not yet the part it stands for stays as it is typed.
  const deck::Card* card = page.work.find(page.work.selected());
  if (card != nullptr && field_text(*card, m.field, m.index) != m.text)
    page.drafts[id] = m.text;
  else
    page.drafts.erase(id);
  return {};
}

Effects set_kind(WorkshopPage& page, deck::AnswerKind kind, core::Moment now) {
  using deck::AnswerKind;
  const auto is_list = [](AnswerKind k) {
    return k == AnswerKind::set || k == AnswerKind::sequence;
  };
  page.drafts.clear();
  return edit_card(page, now, "", [&](deck::Card& card) {
    deck::Answer& answer = card.answer;
    // What was typed goes along, as far as the new kind can hold it.
    if (is_list(kind) && answer.items.empty() && !answer.text.empty()) answer.items = {answer.text};
    if (!is_list(kind) && kind != AnswerKind::pairs && answer.text.empty() && !answer.items.empty())
      answer.text = answer.items.front();
    answer.kind = kind;
    if (is_list(kind) || kind == AnswerKind::pairs) answer.text.clear();
    if (!is_list(kind)) answer.items.clear();
    if (kind != AnswerKind::pairs) answer.pairs.clear();
  });
}

void toggle_form(deck::Card& card, deck::Form form) {
  std::vector<deck::Form> forms = deck::possible_forms(card);
  const auto found = std::find(forms.begin(), forms.end(), form);
  if (found == forms.end())
    forms.push_back(form);
  else if (forms.size() > 1)
    forms.erase(found);
  std::sort(forms.begin(), forms.end());
  card.forms = std::move(forms);
}

Effects make_mend(WorkshopPage& page, const deck::Mend& mend, core::Moment now) {
  if (mend.card) return edit(page, now, [&](Workshop& work) { work.change(*mend.card); });
  if (!mend.drop_card.empty())
    return edit(page, now, [&](Workshop& work) { work.erase({mend.drop_card}); });
  return edit_details(page, now, "", [&](deck::Deck& deck) { deck = deck::mended(deck, mend); });
}

Effects replace_now(WorkshopPage& page, core::Moment now) {
  std::set<std::string> ids = page.work.marked();
  if (ids.empty())
    for (const auto i : listed_cards(page)) ids.insert(page.work.cards()[i]->card.id);
  std::size_t count = 0;
  edit(page, now, [&](Workshop& work) { count = work.replace(page.replacement, ids); });
  page.drafts.clear();
  page.said = say_count("workshop.replaced", static_cast<std::int64_t>(count));
  return {};
}

std::string free_name(const std::vector<std::string>& taken, const std::string& stem) {
  for (int n = 1;; ++n) {
    std::string name = stem + "-" + std::to_string(n);
    if (std::find(taken.begin(), taken.end(), name) == taken.end()) return name;
  }
}

void add_category(deck::Deck& deck) {
  std::vector<std::string> taken;
  for (const auto& category : deck.categories) taken.push_back(category.id);
  deck::Category category;
  category.id = free_name(taken, "category");
  category.name = say("workshop.new-category");
  category.colour = colours[deck.categories.size() % std::size(colours)];
  deck.categories.push_back(std::move(category));
}

void add_source(deck::Deck& deck) {
  std::vector<std::string> taken;
  for (const auto& source : deck.sources) taken.push_back(source.id);
  deck::Source source;
  source.id = deck.sources.empty() ? "text" : free_name(taken, "text");
  deck.sources.push_back(std::move(source));
}

// The first source of another deck, under an id that is free or already means the same text.
std::string take_source(deck::Deck& deck, const deck::Deck& from) {
  if (from.sources.empty()) return "";
  deck::Source source = from.sources.front();
  std::vector<std::string> taken;
  for (const auto& each : deck.sources) {
    if (each == source) return each.id;
    taken.push_back(each.id);
  }
  if (std::find(taken.begin(), taken.end(), source.id) != taken.end())
    source.id = free_name(taken, source.id);
  deck.sources.push_back(source);
  return source.id;
}

void next_colour(deck::Category& category) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < std::size(colours); ++i)
    if (category.colour == colours[i]) at = i + 1;
  category.colour = colours[at % std::size(colours)];
}

std::string* detail(deck::Deck& deck, DeckField field, std::size_t index) {
  const auto source = [&](std::string deck::Source::* part) {
    return index < deck.sources.size() ? &(deck.sources[index].*part) : nullptr;
  };
  switch (field) {
  case DeckField::title:
    return &deck.title;
  case DeckField::description:
    return &deck.description;
  case DeckField::language:
    return &deck.language;
  case DeckField::category:
    return index < deck.categories.size() ? &deck.categories[index].name : nullptr;
  case DeckField::source_title:
    return source(&deck::Source::title);
  case DeckField::source_author:
    return source(&deck::Source::author);
  case DeckField::source_date:
    return source(&deck::Source::date);
  case DeckField::source_url:
    return source(&deck::Source::url);
  case DeckField::source_file:
    return source(&deck::Source::file);
  }
  return nullptr;
}

Effects edit_detail(WorkshopPage& page, const EditDetail& m, core::Moment now) {
  const std::string key =
      "detail-" + std::to_string(static_cast<int>(m.field)) + "-" + std::to_string(m.index);
  return edit_details(page, now, key, [&](deck::Deck& deck) {
    if (std::string* text = detail(deck, m.field, m.index)) *text = m.text;
  });
}

Effects drop_category(WorkshopPage& page, std::size_t index, core::Moment now) {
  const auto& categories = page.work.details().categories;
  if (index >= categories.size()) return {};
  const std::string id = categories[index].id;
  for (const auto& held : page.work.cards())
    if (held->card.category == id) {
      page.said = say("workshop.category-used");
      return {};
    }
  return edit_details(page, now, "", [&](deck::Deck& deck) {
    deck.categories.erase(deck.categories.begin() + static_cast<std::ptrdiff_t>(index));
  });
}

Effects try_deck(Model& model, WorkshopPage& page) {
  Effects effects = save(page);
  if (has_unfinished(page)) return effects;
  effects.push_back(service::Refresh{});
  effects.push_back(service::BeginSession{page.work.details().id, quiz::Mode::cram, {}});
  model.status.clear();
  return effects;
}

Effects hand_out(Model& model, WorkshopPage& page, bool paper) {
  Effects effects = save(page);
  if (has_unfinished(page)) return effects;
  effects.push_back(service::Refresh{});
  const deck::Deck& details = page.work.details();
  model.dialog = HandOutDialog{details.id, details.title, paper};
  return effects;
}

Effects undo(WorkshopPage& page, core::Moment now, bool forward) {
  page.drafts.clear();
  page.check->renew();
  return edit(page, now, [&](Workshop& work) { forward ? work.redo() : work.undo(); });
}

// Theirs and mine together; what met is asked about first.
Effects take_in(Model& model, WorkshopPage& page, deck::Merge merge, deck::Deck theirs) {
  if (!merge.conflicts.empty()) {
    model.dialog = MergeDialog{std::move(merge), 0, std::move(theirs)};
    return {};
  }
  page.work.replace_all(merge.deck);
  page.base = std::move(theirs);
  page.drafts.clear();
  page.checked = false;
  page.check->renew();
  page.said = say("workshop.merged");
  const bool same = page.work.deck() == page.base;
  if (!same) return {service::SaveDeck{page.path, deck_to_save(page, true)}};
  page.work.set_saved();
  return {};
}

Effects settle(Model& model, WorkshopPage& page, bool mine) {
  auto* dialog = model.dialog ? std::get_if<MergeDialog>(&*model.dialog) : nullptr;
  if (dialog == nullptr) return {};
  auto& cards = dialog->merge.deck.cards;
  const deck::Conflict conflict = dialog->merge.conflicts[dialog->at];
  const auto& wanted = mine ? conflict.mine : conflict.theirs;
  const auto found = std::find_if(cards.begin(), cards.end(),
                                  [&](const deck::Card& card) { return card.id == conflict.card; });
  if (found != cards.end() && !wanted)
    cards.erase(found);
  else if (found != cards.end())
    *found = *wanted;
  if (++dialog->at < dialog->merge.conflicts.size()) return {};
  MergeDialog done = std::move(*dialog);
  model.dialog.reset();
  done.merge.conflicts.clear();
  return take_in(model, page, std::move(done.merge), std::move(done.theirs));
}

Effects in_start(Model& model, const WorkshopMessage& message) {
  if (const auto* open = std::get_if<OpenWorkshopDeck>(&message))
    return {service::OpenDeck{open->path, open->shipped}};
  if (std::holds_alternative<NewDeck>(message)) {
    deck::Deck deck;
    deck.id = "my-deck-" + std::to_string(model.standing.decks.size() + 1);
    deck.title = say("workshop.new-title");
    add_category(deck);
    return {service::BeginDeck{std::move(deck)}};
  }
  auto* page = std::get_if<WorkshopStart>(&model.page);
  const auto* step = std::get_if<StepStart>(&message);
  if (page == nullptr || step == nullptr || model.standing.decks.empty()) return {};
  const auto& decks = model.standing.decks;
  std::ptrdiff_t at = 0;
  for (std::size_t i = 0; i < decks.size(); ++i)
    if (decks[i].file.path == page->selected) at = static_cast<std::ptrdiff_t>(i);
  at = std::clamp<std::ptrdiff_t>(at + step->by, 0, std::ssize(decks) - 1);
  page->selected = decks[static_cast<std::size_t>(at)].file.path;
  return {};
}

Effects in_list(WorkshopPage& page, const WorkshopMessage& message, core::Moment now) {
  return std::visit(
      Overloaded{
          [&](const SelectCard& m) { return select(page, m.id), Effects{}; },
          [&](const StepCard& m) { return step_card(page, m.by); },
          [&](const MarkCard& m) {
            const std::string id = m.id.empty() ? page.work.selected() : m.id;
            page.work.mark(id, !page.work.marked().contains(id));
            return Effects{};
          },
          [&](const MarkShown&) { return page.work.mark_all(listed_cards(page)), Effects{}; },
          [&](const UnmarkAll&) { return page.work.unmark_all(), Effects{}; },
          [&](const FilterTyped& m) { return page.filter.words = m.text, Effects{}; },
          [&](const FilterCategory& m) {
            page.filter.category = page.filter.category == m.category ? "" : m.category;
            return Effects{};
          },
          [&](const FilterProblems&) {
            return page.only_problems = !page.only_problems, Effects{};
          },
          [&](const FocusSearch&) { return page.focus = "workshop-search", Effects{}; },
          [&](const ShowPanel& m) {
            page.panel = page.panel == m.panel ? WorkshopPanel::card : m.panel;
            page.focus.clear();
            return Effects{};
          },
          [&](const AddCard&) { return add_card(page, now); },
          [&](const DuplicateCard&) {
            edit(page, now, [](Workshop& work) { work.duplicate(); });
            return select(page, page.work.selected()), Effects{};
          },
          [&](const EraseCards&) {
            page.drafts.clear();
            return edit(page, now, [](Workshop& work) { work.erase(work.meant()); });
          },
          [&](const MoveCard& m) {
            return edit(page, now, [&](Workshop& work) { work.move(m.by); });
          },
          [](const auto&) { return Effects{}; }},
      message);
}

Effects in_form(WorkshopPage& page, const WorkshopMessage& message, core::Moment now) {
  return std::visit(
      Overloaded{
          [&](const EditField& m) { return edit_field(page, m, now); },
          [&](const SetKind& m) { return set_kind(page, m.kind, now); },
          [&](const SetCategory& m) {
            return edit(page, now, [&](Workshop& w) { w.set_category(w.meant(), m.category); });
          },
          [&](const ToggleForm& m) {
            return edit_card(page, now, "", [&](deck::Card& card) { toggle_form(card, m.form); });
          },
          [&](const DropOption& m) {
            page.drafts.clear();
            return edit_card(page, now, "", [&](deck::Card& card) {
              if (m.index < card.wrong.size())
                card.wrong.erase(card.wrong.begin() + static_cast<std::ptrdiff_t>(m.index));
            });
          },
          [&](const MakeMend& m) { return make_mend(page, m.mend, now); },
          [&](const BulkTagTyped& m) { return page.bulk_tag = m.text, Effects{}; },
          [&](const BulkTag& m) {
            if (page.bulk_tag.empty()) return Effects{};
            return edit(page, now, [&](Workshop& w) { w.set_tag(w.meant(), page.bulk_tag, m.on); });
          },
          [&](const ReplacementTyped& m) {
            (m.with ? page.replacement.with : page.replacement.find) = m.text;
            return Effects{};
          },
          [&](const ReplacementCase&) {
            page.replacement.match_case = !page.replacement.match_case;
            return Effects{};
          },
          [&](const ReplaceNow&) { return replace_now(page, now); },
          [&](const EditDetail& m) { return edit_detail(page, m, now); },
          [&](const AddCategory&) { return edit_details(page, now, "", add_category); },
          [&](const DropCategory& m) { return drop_category(page, m.index, now); },
          [&](const NextColour& m) {
            return edit_details(page, now, "", [&](deck::Deck& deck) {
              if (m.index < deck.categories.size()) next_colour(deck.categories[m.index]);
            });
          },
          [&](const AddSource&) { return edit_details(page, now, "", add_source); },
          [&](const DropSource& m) {
            return edit_details(page, now, "", [&](deck::Deck& deck) {
              if (m.index < deck.sources.size())
                deck.sources.erase(deck.sources.begin() + static_cast<std::ptrdiff_t>(m.index));
            });
          },
          [&](const UndoChange&) { return undo(page, now, false); },
          [&](const RedoChange&) { return undo(page, now, true); },
          [&](const auto&) { return in_list(page, message, now); }},
      message);
}

std::string clock_words(core::Moment now) {
  const std::int64_t minutes = now.utc_ms / core::ms_per_minute + now.offset_minutes;
  char words[8];
  std::snprintf(words, sizeof words, "%02d:%02d", static_cast<int>(minutes / 60 % 24),
                static_cast<int>(minutes % 60));
  return words;
}

} // namespace

Effects update(Model& model, const WorkshopMessage& message, core::Moment now) {
  auto* page = std::get_if<WorkshopPage>(&model.page);
  if (page == nullptr) return in_start(model, message);
  if (std::holds_alternative<SaveDeckNow>(message)) return save(*page);
  if (std::holds_alternative<TryDeck>(message)) return try_deck(model, *page);
  if (const auto* out = std::get_if<HandOutDeck>(&message))
    return hand_out(model, *page, out->paper);
  if (const auto* settled = std::get_if<Settle>(&message))
    return settle(model, *page, settled->mine);
  if (std::holds_alternative<LeaveUnfinished>(message)) {
    const service::SaveDeck last{page->path, deck_to_save(*page, false)};
    model.dialog.reset();
    model.page = WorkshopStart{page->path};
    return {last, service::Refresh{}};
  }
  return in_form(*page, message, now);
}

Effects leave_workshop(Model& model) {
  auto& page = std::get<WorkshopPage>(model.page);
  if (page.work.changed() && has_unfinished(page)) {
    model.dialog = UnfinishedDialog{};
    return {};
  }
  Effects effects;
  if (page.work.changed()) effects = save(page);
  effects.push_back(service::Refresh{});
  model.page = WorkshopStart{page.path};
  return effects;
}

Effects before_closing(Model& model, core::Moment now) {
  if (auto* exam = std::get_if<ExamPage>(&model.page)) return close_exam(*exam, now);
  WorkshopPage* page = open_workshop(model);
  if (page == nullptr || !page->work.changed()) return {};
  if (model.dialog) return {service::SaveDeck{page->path, deck_to_save(*page, false)}};
  if (!has_unfinished(*page)) return save(*page);
  model.dialog = UnfinishedDialog{};
  return {};
}

std::optional<core::Moment> next_tick(const WorkshopPage& page, core::Moment now) {
  if (!page.checked && !page.check->is_looking()) return now;
  std::int64_t at = page.looked_ms + look_every_ms;
  if (page.work.changed() && page.edited_ms != 0) at = std::min(at, page.edited_ms + save_after_ms);
  if (!page.checked) at = std::min(at, now.utc_ms + ask_again_ms);
  return core::Moment{std::max(at, now.utc_ms), now.offset_minutes};
}

Effects workshop_tick(Model& model, core::Moment now) {
  auto& page = std::get<WorkshopPage>(model.page);
  if (!page.checked) page.checked = page.check->advance(page.work, cards_a_turn);
  if (model.dialog) {
    page.looked_ms = now.utc_ms;
    return {};
  }
  if (page.work.changed() && page.edited_ms != 0 && now.utc_ms >= page.edited_ms + save_after_ms) {
    page.edited_ms = 0; // once for each stillness
    return save(page);
  }
  if (now.utc_ms < page.looked_ms + look_every_ms) return {};
  page.looked_ms = now.utc_ms;
  return {service::LookAtDeck{page.path}};
}

Effects came(Model& model, const service::DeckOpened& opened, core::Moment now) {
  WorkshopPage page{
      opened.path,           Workshop(opened.deck),
      opened.deck,           std::make_shared<deck::LiveCheck>(opened.deck, opened.material),
      opened.material.texts, {}};
  page.copy = opened.copy;
  for (const auto& problem : opened.problems)
    page.reading_problems.push_back(deck::describe(problem, opened.path.filename().string()));
  page.looked_ms = now.utc_ms;
  if (!opened.written && !opened.copy) {
    page.panel = WorkshopPanel::deck;
    page.focus = title_field_id;
  }
  model.dialog.reset();
  model.page = std::move(page);
  return {};
}

Effects came(Model& model, const service::DeckSaved& saved, core::Moment now) {
  WorkshopPage* page = open_workshop(model);
  if (page == nullptr || page->path != saved.path) return {service::Refresh{}};
  page->base = deck_to_save(*page, true);
  page->work.set_saved();
  page->copy = false;
  page->saved_at = clock_words(now);
  return {};
}

Effects came(Model& model, const service::DeckChangedOutside& changed) {
  auto* page = std::get_if<WorkshopPage>(&model.page);
  if (page == nullptr || page->path != changed.path) return {};
  return take_in(model, *page, deck::merge(page->base, page->work.deck(), changed.theirs),
                 changed.theirs);
}

WorkshopPage* open_workshop(Model& model) {
  if (auto* page = std::get_if<WorkshopPage>(&model.page)) return page;
  auto* draft = std::get_if<DraftPage>(&model.page);
  return draft == nullptr ? nullptr : draft->into.get();
}

std::string take_cards(WorkshopPage& page, deck::Deck from, core::Moment now) {
  deck::Deck deck = page.work.deck();
  const std::string source = take_source(deck, from);
  for (const deck::Category& category : from.categories)
    if (deck::find_category(deck, category.id) == nullptr) deck.categories.push_back(category);
  for (deck::Card& card : from.cards) {
    if (card.passage) card.passage->source = source;
    for (int n = 2; deck::find_card(deck, card.id) != nullptr; ++n)
      card.id = card.id.substr(0, card.id.rfind('+')) + "+" + std::to_string(n);
    deck.cards.push_back(std::move(card));
  }
  const std::string first = deck.cards[page.work.cards().size()].id;
  edit(page, now, [&](Workshop& work) { work.replace_all(deck); });
  page.check->renew();
  page.filter = {};
  select(page, first);
  return source;
}

Effects find_material(const WorkshopPage& page) {
  return {service::FindMaterial{page.path, page.work.details()}};
}

Effects came(Model& model, const service::MaterialFound& found) {
  auto* page = std::get_if<WorkshopPage>(&model.page);
  if (page == nullptr) return {};
  page->texts = found.material.texts;
  page->check = std::make_shared<deck::LiveCheck>(page->work.deck(), found.material);
  page->checked = false;
  return {};
}

} // namespace entente::screens
