#include "deck/workshop.h"

#include "text/unicode.h"

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace entente::deck {

namespace {

constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

HeldCard held(Card card) { return std::make_shared<const Held>(std::move(card)); }

std::string all_words(const Card& card) {
  std::string words = card.prompt + '\n' + answer_line(card.answer);
  const auto add = [&](const std::string& more) {
    if (!more.empty()) words += '\n' + more;
  };
  for (const std::string& way : card.accepted) add(way);
  for (const WrongOption& option : card.wrong) {
    add(option.text);
    add(option.reason);
  }
  if (card.cloze) add(card.cloze->before + card.cloze->after);
  add(card.explanation);
  add(card.hint);
  for (const std::string& tag : card.tags) add(tag);
  add(card.id);
  return words;
}

std::vector<std::string> split_words(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

// `find` folded must be of the same length as in the text, which holds for ASCII; others match as
// they are.
bool same_letter(char a, char b, bool match_case) {
  if (match_case) return a == b;
  return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

bool replace_in(std::string& text, const Replacement& replacement) {
  const auto same = [&](char a, char b) { return same_letter(a, b, replacement.match_case); };
  bool any = false;
  for (auto at = text.begin();;) {
    at = std::search(at, text.end(), replacement.find.begin(), replacement.find.end(), same);
    if (at == text.end()) return any;
    const auto offset = at - text.begin();
    text.replace(static_cast<std::size_t>(offset), replacement.find.size(), replacement.with);
    at = text.begin() + offset + static_cast<std::ptrdiff_t>(replacement.with.size());
    any = true;
  }
}

// Ids, categories and the words for machines stay as they are.
bool replace_in(Card& card, const Replacement& replacement) {
  bool any = false;
  const auto in = [&](std::string& text) { any = replace_in(text, replacement) || any; };
  in(card.prompt);
  if (card.cloze) in(card.cloze->before), in(card.cloze->after);
  in(card.answer.text);
  for (std::string& item : card.answer.items) in(item);
  for (Pair& pair : card.answer.pairs) in(pair.left), in(pair.right);
  for (std::string& way : card.accepted) in(way);
  for (WrongOption& option : card.wrong) in(option.text), in(option.reason);
  in(card.explanation);
  in(card.hint);
  for (std::string& tag : card.tags) in(tag);
  return any;
}

std::shared_ptr<const Deck> without_cards(Deck deck) {
  deck.cards.clear();
  return std::make_shared<const Deck>(std::move(deck));
}

} // namespace

Held::Held(Card of) : card(std::move(of)), folded(text::comparable(all_words(card))) {}

Workshop::Workshop(const Deck& deck) : details_(without_cards(deck)) {
  cards_.reserve(deck.cards.size());
  for (const Card& card : deck.cards) cards_.push_back(held(card));
  if (!cards_.empty()) selected_ = cards_.front()->card.id;
}

Deck Workshop::deck() const {
  Deck deck = *details_;
  deck.cards.reserve(cards_.size());
  for (const HeldCard& card : cards_) deck.cards.push_back(card->card);
  return deck;
}

std::optional<std::size_t> Workshop::index_of(const std::string& id) const {
  for (std::size_t i = 0; i < cards_.size(); ++i)
    if (cards_[i]->card.id == id) return i;
  return std::nullopt;
}

const Card* Workshop::find(const std::string& id) const {
  const auto at = index_of(id);
  return at ? &cards_[*at]->card : nullptr;
}

std::vector<std::size_t> Workshop::matching(const CardFilter& filter) const {
  const auto words = split_words(text::comparable(filter.words));
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    const Held& card = *cards_[i];
    if (!filter.category.empty() && card.card.category != filter.category) continue;
    if (filter.only && !filter.only->contains(card.card.id)) continue;
    if (std::all_of(words.begin(), words.end(), [&](const std::string& word) {
          return card.folded.find(word) != std::string::npos;
        }))
      found.push_back(i);
  }
  return found;
}

void Workshop::select(const std::string& id) {
  selected_ = id;
  if (done_ > 0) steps_[done_ - 1].key.clear(); // typing there begins a new step
}

void Workshop::mark(const std::string& id, bool on) {
  if (on)
    marked_.insert(id);
  else
    marked_.erase(id);
}

void Workshop::mark_all(const std::vector<std::size_t>& cards) {
  for (const std::size_t i : cards) marked_.insert(cards_[i]->card.id);
}

std::set<std::string> Workshop::meant() const {
  if (!marked_.empty()) return marked_;
  return selected_.empty() ? std::set<std::string>{} : std::set<std::string>{selected_};
}

std::string Workshop::free_id(const std::string& category) const {
  std::set<std::string> taken;
  for (const HeldCard& card : cards_) taken.insert(card->card.id);
  // An id once used in this session is not used again: undo could bring its card back.
  for (const Step& step : steps_)
    for (const HeldCard& card : step.before) taken.insert(card->card.id);
  for (std::size_t n = cards_.size() + 1;; ++n) {
    char number[24];
    std::snprintf(number, sizeof number, "-%03zu", n);
    std::string id = (category.empty() ? "card" : category) + number;
    if (!taken.contains(id)) return id;
  }
}

std::string Workshop::add(Card card) {
  card.id = free_id(card.category);
  card.place = {};
  const std::string id = card.id;
  auto cards = cards_;
  const auto at = index_of(selected_);
  cards.insert(at ? cards.begin() + static_cast<std::ptrdiff_t>(*at) + 1 : cards.end(),
               held(std::move(card)));
  commit(std::move(cards), details_, id);
  return id;
}

void Workshop::duplicate() {
  if (const Card* card = find(selected_)) add(*card);
}

void Workshop::erase(const std::set<std::string>& ids) {
  auto cards = cards_;
  const auto at = index_of(selected_);
  std::erase_if(cards, [&](const HeldCard& card) { return ids.contains(card->card.id); });
  if (cards.size() == cards_.size()) return;
  std::string selected = selected_;
  if (ids.contains(selected_) || selected_.empty())
    selected = cards.empty() ? "" : cards[std::min(at.value_or(0), cards.size() - 1)]->card.id;
  for (const std::string& id : ids) marked_.erase(id);
  commit(std::move(cards), details_, selected);
}

void Workshop::move(int by) {
  const auto at = index_of(selected_);
  if (!at) return;
  const auto last = static_cast<std::ptrdiff_t>(cards_.size()) - 1;
  const auto to = std::clamp(static_cast<std::ptrdiff_t>(*at) + by, std::ptrdiff_t{0}, last);
  auto cards = cards_;
  const HeldCard card = cards[*at];
  cards.erase(cards.begin() + static_cast<std::ptrdiff_t>(*at));
  cards.insert(cards.begin() + to, card);
  commit(std::move(cards), details_, selected_);
}

void Workshop::change(const Card& card, const std::string& key) {
  change_each({card.id}, [&](Card& old) { old = card; }, key.empty() ? key : card.id + '/' + key);
}

void Workshop::set_category(const std::set<std::string>& ids, const std::string& category) {
  change_each(ids, [&](Card& card) { card.category = category; });
}

void Workshop::set_tag(const std::set<std::string>& ids, const std::string& tag, bool on) {
  change_each(ids, [&](Card& card) {
    const auto found = std::find(card.tags.begin(), card.tags.end(), tag);
    if (on && found == card.tags.end()) card.tags.push_back(tag);
    if (!on && found != card.tags.end()) card.tags.erase(found);
  });
}

std::size_t Workshop::replace(const Replacement& replacement, const std::set<std::string>& ids) {
  if (replacement.find.empty()) return 0;
  std::size_t count = 0;
  change_each(ids, [&](Card& card) { count += replace_in(card, replacement) ? 1U : 0U; });
  return count;
}

void Workshop::set_details(Deck details, const std::string& key) {
  details.cards.clear();
  if (details == *details_) return;
  commit(cards_, std::make_shared<const Deck>(std::move(details)), selected_,
         key.empty() ? key : "/" + key);
}

// Cards that did not change stay the very same, so that nothing kept about them is lost.
void Workshop::replace_all(const Deck& deck) {
  std::vector<HeldCard> cards;
  for (const Card& card : deck.cards) {
    const auto at = index_of(card.id);
    cards.push_back(at && cards_[*at]->card == card ? cards_[*at] : held(card));
  }
  const std::string selected = find(selected_) ? selected_ : "";
  commit(std::move(cards), without_cards(deck), selected);
}

template <typename Change>
void Workshop::change_each(const std::set<std::string>& ids, Change change,
                           const std::string& key) {
  auto cards = cards_;
  bool any = false;
  for (HeldCard& each : cards) {
    if (!ids.contains(each->card.id)) continue;
    Card card = each->card;
    change(card);
    if (card == each->card) continue;
    each = held(std::move(card));
    any = true;
  }
  if (any) commit(std::move(cards), details_, selected_, key);
}

void Workshop::commit(std::vector<HeldCard> cards, std::shared_ptr<const Deck> details,
                      std::string selected, const std::string& key) {
  const auto [own, others] =
      std::mismatch(cards_.begin(), cards_.end(), cards.begin(), cards.end());
  const auto at = static_cast<std::size_t>(own - cards_.begin());
  std::size_t tail = 0;
  while (tail < cards_.size() - at && tail < cards.size() - at &&
         cards_[cards_.size() - 1 - tail] == cards[cards.size() - 1 - tail])
    ++tail;
  const auto end = static_cast<std::ptrdiff_t>(tail);
  Step step{at,
            {own, cards_.end() - end},
            {others, cards.end() - end},
            details_,
            details,
            selected_,
            selected,
            key};
  if (step.before == step.after && details_ == details) return;
  steps_.resize(done_);
  if (saved_ > done_) saved_ = nowhere;
  Step* last = steps_.empty() ? nullptr : &steps_.back();
  const bool joins = !key.empty() && last && last->key == key && saved_ != done_ &&
                     last->at == step.at && last->after == step.before;
  if (joins) {
    last->after = step.after;
    last->details_after = step.details_after;
  } else {
    steps_.push_back(std::move(step));
    ++done_;
  }
  cards_ = std::move(cards);
  details_ = std::move(details);
  selected_ = std::move(selected);
}

void Workshop::splice(std::size_t at, std::size_t count, const std::vector<HeldCard>& with) {
  const auto begin = cards_.begin() + static_cast<std::ptrdiff_t>(at);
  cards_.insert(cards_.erase(begin, begin + static_cast<std::ptrdiff_t>(count)), with.begin(),
                with.end());
}

void Workshop::undo() {
  if (!can_undo()) return;
  Step& step = steps_[--done_];
  step.key.clear();
  splice(step.at, step.after.size(), step.before);
  details_ = step.details_before;
  selected_ = step.selected_before;
}

void Workshop::redo() {
  if (!can_redo()) return;
  const Step& step = steps_[done_++];
  splice(step.at, step.before.size(), step.after);
  details_ = step.details_after;
  selected_ = step.selected_after;
}

void Workshop::set_saved() {
  saved_ = done_;
  if (done_ > 0) steps_[done_ - 1].key.clear();
}

} // namespace entente::deck
