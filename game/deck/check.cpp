#include "deck/check.h"

#include "deck/check_parts.h"
#include "text/unicode.h"

#include <algorithm>
#include <unordered_map>

namespace entente::deck {

namespace {

struct FaultWords {
  Fault fault;
  Weight weight;
  std::string_view name, why;
};

constexpr FaultWords fault_words[] = {
    {Fault::two_right, Weight::wrong, "two-right",
     "Whoever chooses it is marked wrong for a right answer."},
    {Fault::close_option, Weight::wrong, "close-option",
     "Whoever types it is told “almost”, whoever chooses it “wrong”."},
    {Fault::same_options, Weight::wrong, "same-options",
     "Two options that read the same cannot both be right: one may leave them out."},
    {Fault::other_kind, Weight::wrong, "other-kind",
     "An option of another kind can be left out without knowing anything."},
    {Fault::length, Weight::doubtful, "length",
     "The option that stands out by its length is chosen without knowing."},
    {Fault::grammar, Weight::doubtful, "grammar",
     "The question's own grammar says which option it is."},
    {Fault::given_away, Weight::doubtful, "given-away",
     "Whoever reads there needs not know the answer here."},
    {Fault::longest_right, Weight::doubtful, "longest-right",
     "Learners find out that the longest option is right, and stop reading."},
    {Fault::duplicate, Weight::wrong, "duplicate",
     "The same question comes twice, and each learns apart from the other."},
    {Fault::near_duplicate, Weight::doubtful, "near-duplicate",
     "Nearly the same question comes twice, and one gives away the other."},
    {Fault::quote, Weight::wrong, "quote", "Learners would learn words that nobody said."},
    {Fault::impossible_date, Weight::wrong, "impossible-date",
     "Nobody can answer it, and as an option it gives itself away."},
    {Fault::date_order, Weight::wrong, "date-order",
     "The right order would be marked wrong, or a time means nothing."},
    {Fault::speaker, Weight::doubtful, "speaker",
     "An option that the text does not support is left out at a glance; an answer would be wrong."},
    {Fault::empty_category, Weight::doubtful, "empty-category",
     "Learners see a category in which there is nothing to learn."},
    {Fault::no_explanation, Weight::doubtful, "no-explanation",
     "After a wrong answer nothing says why; that is when learners read."},
    {Fault::image, Weight::wrong, "image", "The card is asked without its picture."},
    {Fault::passage, Weight::wrong, "passage", "“Show in the text” would show nothing."}};

const FaultWords& words_of_fault(Fault fault) {
  return *std::find_if(std::begin(fault_words), std::end(fault_words),
                       [&](const FaultWords& words) { return words.fault == fault; });
}

KnownKinds known_kinds(const Deck& deck) {
  KnownKinds known;
  for (const Card& card : deck.cards) {
    if (!card.answer.text.empty())
      known[text::comparable(card.answer.text)].insert(card.answer.kind);
    for (const std::string& way : card.accepted)
      known[text::comparable(way)].insert(card.answer.kind);
  }
  return known;
}

} // namespace

std::string_view name(Fault fault) { return words_of_fault(fault).name; }
std::string_view why_it_matters(Fault fault) { return words_of_fault(fault).why; }
Weight weight(Fault fault) { return words_of_fault(fault).weight; }

struct CardCheck::Inside {
  std::string language;
  KnownKinds known;
  std::map<std::string, SourceWords> sources;
  std::function<std::string(const std::string&)> image_fault;

  [[nodiscard]] const SourceWords* source_of(const Card& card) const {
    const auto found = card.passage ? sources.find(card.passage->source) : sources.end();
    if (found != sources.end()) return &found->second;
    return sources.size() == 1 ? &sources.begin()->second : nullptr;
  }
};

CardCheck::CardCheck(const Deck& deck, CheckMaterial material)
    : inside_(std::make_unique<Inside>(
          Inside{deck.language, known_kinds(deck), {}, std::move(material.image_fault)})) {
  for (const auto& [id, words] : material.texts)
    if (!words.empty()) inside_->sources.emplace(id, SourceWords(words));
}
CardCheck::~CardCheck() = default;
CardCheck::CardCheck(CardCheck&&) noexcept = default;
CardCheck& CardCheck::operator=(CardCheck&&) noexcept = default;

std::vector<Finding> CardCheck::operator()(const Card& card) const {
  Findings findings;
  check_options(card, inside_->language, inside_->known, findings);
  check_shape(card, findings);
  check_own_words(card, findings);
  check_dates(card, findings);
  if (const SourceWords* source = inside_->source_of(card)) check_source(card, *source, findings);
  if (!card.image.empty() && inside_->image_fault)
    if (const std::string fault = inside_->image_fault(card.image); !fault.empty())
      findings.push_back({Fault::image,
                          card.id,
                          {Part::Of::image},
                          {},
                          fault,
                          "Put a PNG or JPEG of this name beside the deck.",
                          std::nullopt});
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.fault < b.fault; });
  return findings;
}

std::vector<Finding> check_deck(const Deck& deck, const CheckMaterial& material) {
  const CardCheck check(deck, material);
  std::unordered_map<std::string, Findings> by_card;
  Findings of_deck;
  for (Finding& finding : check_across(deck))
    (finding.card.empty() ? of_deck : by_card[finding.card]).push_back(std::move(finding));
  Findings all;
  for (const Card& card : deck.cards) {
    for (Finding& finding : check(card)) all.push_back(std::move(finding));
    for (Finding& finding : by_card[card.id]) all.push_back(std::move(finding));
  }
  std::move(of_deck.begin(), of_deck.end(), std::back_inserter(all));
  return all;
}

Deck mended(Deck deck, const Mend& mend) {
  if (mend.card)
    for (Card& card : deck.cards)
      if (card.id == mend.card->id) card = *mend.card;
  std::erase_if(deck.cards, [&](const Card& card) {
    return !mend.drop_card.empty() && card.id == mend.drop_card;
  });
  std::erase_if(deck.categories, [&](const Category& category) {
    return !mend.drop_category.empty() && category.id == mend.drop_category;
  });
  return deck;
}

} // namespace entente::deck
