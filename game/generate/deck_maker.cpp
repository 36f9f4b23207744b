#include "generate/deck_maker.h"

#include "core/random.h"
#include "deck/source_text.h"
#include "generate/deck_gate.h"
#include "generate/gates.h"
#include "generate/select.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace entente::generate {

namespace {

// The categories of a deck, in their order; the name comes from the language.
constexpr std::array<std::pair<const char*, const char*>, 4> categories = {
    {{"dates", "dates"}, {"speakers", "speakers"}, {"quotes", "quotes"}, {"facts", "areas"}}};

std::string hex(std::uint64_t value, int digits) {
  std::string result;
  for (int i = digits; i-- > 0;)
    result += "0123456789abcdef"[(value >> (4U * static_cast<unsigned>(i))) & 15U];
  return result;
}

// Of what is asked, not of the answer: a corrected speaker or date keeps the learner's history.
std::string card_id(const Candidate& candidate, std::set<std::string>& taken) {
  const std::string anchor = text::comparable(candidate.anchor);
  const std::string id =
      candidate.kind + "-" + hex(core::hash(candidate.kind + '\n' + anchor) >> 24U, 10);
  std::string unique = id;
  for (int n = 2; !taken.insert(unique).second; ++n) unique = id + "-" + std::to_string(n);
  return unique;
}

class Maker {
public:
  Maker(std::string text, const Language& language, const DeckOptions& options)
      : language_(language), options_(options) {
    ExtractOptions extraction;
    extraction.id = options.id;
    extraction.published = options.published;
    extraction.corrections = options.corrections;
    extraction.progress = [&](double share) { options_.progress(0.6 * share); };
    made_.article = extract(std::move(text), language, extraction);
  }

  Generated run() {
    // Ten sentences a card are enough to choose from.
    const Asking asking(made_.article, language_,
                        std::max<std::size_t>(1500, 10 * options_.most_cards));
    std::vector<EventFact> events = dated_events(asking);
    made_.summary.clauses = asking.clauses.size();
    options_.progress(0.7);
    Candidates candidates = ask_all(asking);
    options_.progress(0.85);
    Gates gates(asking);
    Selection selection = select(
        std::move(candidates), [&](Candidate& candidate) { return gates.check(candidate); },
        options_.most_cards);
    options_.progress(0.9);
    Sieved sieved = DeckGate(made_.article.document, language_)
                        .sieve(std::move(selection.kept), std::move(selection.left_out),
                               [&](Candidate& candidate) { return gates.check(candidate); });
    options_.progress(0.97);
    for (const auto& [candidate, reason] : sieved.left_out) drop(candidate, reason);
    made_.article.facts.events = std::move(events);
    describe_deck(sieved.kept);
    paragraphs_ = deck::body_paragraphs(made_.article.document.text);
    for (Candidate& candidate : sieved.kept) add_card(std::move(candidate));
    name_unmatched();
    summarise();
    options_.progress(1.0);
    return std::move(made_);
  }

private:
  void drop(const Candidate& candidate, const std::string& reason) {
    made_.drops.push_back({candidate.kind, candidate.stem, reason,
                           made_.article.document.sentences[candidate.sentence].span});
    count(candidate.kind).dropped++;
  }

  KindCount& count(const std::string& kind) {
    const auto [place, is_new] = counts_.try_emplace(kind);
    if (is_new) place->second.kind = kind;
    return place->second;
  }

  void describe_deck(const std::vector<Candidate>& kept) {
    deck::Deck& deck = made_.deck;
    const Document& document = made_.article.document;
    deck.id = options_.id.empty() ? "text-" + deck::text_hash(document.text) : options_.id;
    deck.language = language_.code;
    deck.title = options_.title.empty() ? headline() : options_.title;
    deck.description = language_.phrases->fill("deck-description", {{"title", deck.title}});
    deck::Source source;
    source.id = "text";
    source.title = deck.title;
    source.date = made_.article.facts.document_date;
    source.file = options_.file;
    deck.sources.push_back(std::move(source));
    for (const auto& [id, colour] : categories) {
      const bool used = std::any_of(kept.begin(), kept.end(),
                                    [name = std::string_view(id)](const Candidate& candidate) {
                                      return candidate.category == name;
                                    });
      if (!used) continue;
      deck::Category category;
      category.id = id;
      category.colour = colour;
      category.name = language_.phrases->fill("category-" + category.id);
      if (category.name.empty()) category.name = capitalised(id);
      deck.categories.push_back(std::move(category));
    }
  }

  [[nodiscard]] std::string headline() const {
    const Document& document = made_.article.document;
    for (const Line& line : document.lines)
      if (line.role == LineRole::headline) return tidy(document.words(line.span));
    return options_.id.empty() ? std::string("Text") : options_.id;
  }

  void add_card(Candidate candidate) {
    const std::string id = card_id(candidate, taken_);
    const auto* fixed = correction_of(id);
    if (fixed != nullptr && fixed->verb == "drop") {
      drop(candidate, "dropped by a correction");
      return;
    }
    deck::Card card = card_of(candidate, id);
    if (fixed != nullptr) {
      card.answer.text = fixed->value;
      std::erase_if(card.wrong,
                    [&](const deck::WrongOption& option) { return option.text == fixed->value; });
    }
    const Span sentence = made_.article.document.sentences[candidate.sentence].span;
    const int paragraph = paragraph_of(sentence);
    card.passage = deck::Passage{"text", paragraph};
    made_.origins.push_back({card.id, candidate.kind, sentence, paragraph});
    covered_.insert(candidate.sentence);
    count(candidate.kind).kept++;
    made_.deck.cards.push_back(std::move(card));
  }

  // The last correction of a card's own.
  const Correction* correction_of(const std::string& id) {
    const Correction* found = nullptr;
    for (const Correction& item : options_.corrections.items)
      if ((item.verb == "drop" || item.verb == "answer") && item.what == id) {
        found = &item;
        used_.insert(item.line);
      }
    return found;
  }

  void name_unmatched() {
    for (const Correction& item : options_.corrections.items)
      if ((item.verb == "drop" || item.verb == "answer") && !used_.contains(item.line))
        made_.article.unmatched.push_back(item.line);
  }

  [[nodiscard]] int paragraph_of(Span sentence) const {
    const auto after = std::upper_bound(
        paragraphs_.begin(), paragraphs_.end(), sentence.begin,
        [](std::size_t at, const deck::Paragraph& paragraph) { return at < paragraph.begin; });
    if (after == paragraphs_.begin()) return 0;
    const auto index = static_cast<std::size_t>(after - paragraphs_.begin()) - 1;
    return sentence.begin < paragraphs_[index].end ? static_cast<int>(index) + 1 : 0;
  }

  void summarise() {
    const Article& article = made_.article;
    Summary& summary = made_.summary;
    summary.dates = article.facts.dates.size();
    summary.quotations = article.facts.quotes.size();
    summary.numbers = article.facts.numbers.size();
    summary.cooperation = article.facts.cooperation.size();
    for (const Entity& entity : article.facts.entities)
      summary.persons += entity.kind == EntityKind::person;
    for (const Sentence& sentence : article.document.sentences)
      summary.sentences += article.document.role_of(sentence) == LineRole::body;
    for (const std::size_t sentence : covered_)
      summary.covered +=
          article.document.role_of(article.document.sentences[sentence]) == LineRole::body;
    for (auto& [kind, counted] : counts_) summary.kinds.push_back(counted);
  }

  const Language& language_;
  const DeckOptions& options_;
  Generated made_;
  std::map<std::string, KindCount> counts_;
  std::set<std::string> taken_, used_;
  std::set<std::size_t> covered_;
  std::vector<deck::Paragraph> paragraphs_;
};

} // namespace

Generated make_deck(std::string text, const Language& language, const DeckOptions& options) {
  return Maker(std::move(text), language, options).run();
}

} // namespace entente::generate
