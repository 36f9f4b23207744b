#include "service/drafting.h"

#include "generate/deck_maker.h"
#include "text/unicode.h"

#include <algorithm>

namespace entente::service {

namespace {

using generate::Span;

void add_spans(const generate::Facts& facts, std::vector<FactSpan>& spans) {
  const auto add = [&](const Span& span, FactKind kind) {
    spans.push_back({span.begin, span.end, kind});
  };
  for (const auto& quote : facts.quotes) add(quote.span, FactKind::quote);
  for (const auto& date : facts.dates) add(date.span, FactKind::date);
  for (const auto& area : facts.cooperation) add(area.span, FactKind::area);
  for (const auto& number : facts.numbers) add(number.span, FactKind::number);
  for (const auto& mention : facts.mentions)
    if (mention.entity < facts.entities.size() &&
        facts.entities[mention.entity].kind == generate::EntityKind::person)
      add(mention.span, FactKind::person);
}

// Of two that overlap the one that begins first, or was added first, stays.
std::vector<FactSpan> apart(std::vector<FactSpan> spans) {
  std::stable_sort(spans.begin(), spans.end(),
                   [](const FactSpan& a, const FactSpan& b) { return a.begin < b.begin; });
  std::vector<FactSpan> kept;
  for (const FactSpan& span : spans)
    if (span.begin < span.end && (kept.empty() || span.begin >= kept.back().end))
      kept.push_back(span);
  return kept;
}

std::vector<DraftSentence> sentences_of(const generate::Generated& made) {
  std::vector<DraftSentence> all;
  const auto& document = made.article.document;
  for (const auto& sentence : document.sentences) {
    if (document.role_of(sentence) != generate::LineRole::body) continue;
    const bool asked =
        std::any_of(made.origins.begin(), made.origins.end(), [&](const generate::Origin& origin) {
          return origin.sentence.touches(sentence.span);
        });
    all.push_back({sentence.span.begin, sentence.span.end, asked});
  }
  return all;
}

} // namespace

core::Result<TextDraft> draft_from(std::string text, const std::string& name,
                                   const std::filesystem::path& assets) {
  if (!text::is_valid_utf8(text))
    return core::Error{core::ErrorCode::malformed, "The text is not UTF-8.", name,
                       "Save it as UTF-8 and try again."};
  const auto language = generate::load_language(assets, "en");
  if (!language) return language.error();
  generate::DeckOptions options;
  options.id = name;
  const auto made = generate::make_deck(std::move(text), *language, options);
  TextDraft draft;
  draft.text = made.article.document.text;
  draft.deck = made.deck;
  draft.deck.cards.clear();
  for (std::size_t i = 0; i < made.deck.cards.size(); ++i)
    draft.cards.push_back({made.deck.cards[i], made.origins[i].kind, made.origins[i].sentence.begin,
                           made.origins[i].sentence.end});
  std::stable_sort(draft.cards.begin(), draft.cards.end(),
                   [](const DraftCard& a, const DraftCard& b) { return a.kind < b.kind; });
  add_spans(made.article.facts, draft.facts);
  draft.facts = apart(std::move(draft.facts));
  draft.sentences = sentences_of(made);
  for (const auto& line : made.article.document.lines)
    if (line.role != generate::LineRole::noise && line.role != generate::LineRole::repeated)
      draft.paragraphs.push_back({line.span.begin, line.span.end, line.paragraph});
  return draft;
}

} // namespace entente::service
