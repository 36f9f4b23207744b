#include "generate/extract.h"

#include "generate/clean.h"
#include "generate/conflicts.h"
#include "generate/cooperation.h"
#include "generate/dates.h"
#include "generate/entities.h"
#include "generate/numbers.h"
#include "generate/quotations.h"

namespace entente::generate {

Article extract(std::string text, const Language& language, const ExtractOptions& options) {
  Article article;
  Facts& facts = article.facts;
  facts.id = options.id;
  article.document = clean(std::move(text), language);
  options.progress(0.2);
  article.marked = pair_quotes(article.document);
  cut_sentences(article.document, article.marked, language);
  options.progress(0.3);
  const auto published =
      options.corrections.document_date ? options.corrections.document_date : options.published;
  DateFinding dates = find_dates(article.document, language, published);
  facts.dates = std::move(dates.dates);
  if (dates.document_date.year != 0) facts.document_date = dates.document_date.value();
  options.progress(0.5);
  EntityFinding entities = find_entities(article.document, language);
  facts.entities = std::move(entities.entities);
  facts.mentions = std::move(entities.mentions);
  correct_names(options.corrections, facts, article.unmatched);
  options.progress(0.7);
  facts.quotes =
      attribute_quotes(article.document, language, article.marked, facts.entities, facts.mentions);
  correct_facts(options.corrections, article.document, facts, article.unmatched);
  options.progress(0.8);
  facts.numbers = find_numbers(article.document, language, facts);
  facts.cooperation = find_cooperation(article.document, language, facts);
  facts.conflicts = find_conflicts(article.document, facts);
  options.progress(1.0);
  return article;
}

} // namespace entente::generate
