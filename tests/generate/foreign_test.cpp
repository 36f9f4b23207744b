// Texts in no language of the rules.

#include "generate/foreign.h"
#include "language.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <tuple>

using namespace entente;
using namespace entente::generate;
using namespace entente::tests;

TEST_CASE(
    "texts in other scripts keep their quotations and numbers, and it is said what is not done") {
  const std::tuple<const char*, const char*, const char*, const char*> texts[] = {
      {"Cyrillic", "Мост\nМинистр сказала: «Мы построим мост за 12 месяцев». Живут люди.\n",
       "Мы построим мост за 12 месяцев", "12"},
      {"Chinese", "桥梁\n市长王明说：“我们将在2022年完成大桥。”该市有40万人口。\n",
       "我们将在2022年完成大桥", "40"},
      {"Arabic", "الجسر\nقالت الوزيرة: «سنبني الجسر في 12 شهرا». يعيش 40000 شخص في المدينة.\n",
       "سنبني الجسر", "40000"}};
  for (const auto& [script, text, quoted, number] : texts) {
    CAPTURE(script);
    const Article article = extract(text);
    CHECK(find_quote(article, quoted) != nullptr);
    CHECK(std::any_of(article.facts.numbers.begin(), article.facts.numbers.end(),
                      [&](const NumberFact& fact) { return fact.value == number; }));
    CHECK(what_is_foreign(article.document, english()).find(script) != std::string::npos);
  }
  const Article english_text = extract("The bridge\nThe bridge was built in 1903 by the town.\n");
  CHECK(what_is_foreign(english_text.document, english()).empty());
}
