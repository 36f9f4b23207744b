#include "generate/numbers.h"

#include <algorithm>

namespace entente::generate {

namespace {

class NumberFinder {
public:
  NumberFinder(const Document& document, const Language& language, const Facts& facts)
      : document_(document),
        facts_(facts),
        numeral_(bit(language, "NUMERAL")),
        scale_(bit(language, "SCALE")),
        approximate_(bit(language, "APPROX")),
        unit_(bit(language, "UNITWORD")),
        money_(bit(language, "MONEY")),
        stop_(bit(language, "PREP") | bit(language, "CONJ") | bit(language, "BE") |
              bit(language, "HAVE") | bit(language, "MODAL") | bit(language, "PRONOUN") |
              bit(language, "SAY") | bit(language, "DET") | bit(language, "ADVERB") |
              bit(language, "VERB")),
        time_(bit(language, "UNIT") | bit(language, "MONTH")) {}

  std::vector<NumberFact> run() {
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
      const LineRole role = document_.role_of(document_.sentences[s]);
      if (role == LineRole::body || role == LineRole::standfirst) scan(s);
    }
    return std::move(numbers_);
  }

private:
  static Classes bit(const Language& language, const char* name) {
    return language.lexicon.class_bit(name);
  }
  [[nodiscard]] const Token& token(std::size_t t) const { return document_.tokens[t]; }

  void scan(std::size_t index) {
    const Sentence& sentence = document_.sentences[index];
    for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t)
      if (is_quantity(t)) t = take(index, t, sentence.end_token) - 1;
  }

  [[nodiscard]] bool is_quantity(std::size_t t) const {
    const Token& number = token(t);
    const bool digits = number.is(shape::number) &&
                        !number.is(shape::clock | shape::iso | shape::slashed | shape::decade);
    const bool word = number.is(numeral_) && number.number >= 2;
    return (digits || word) && !in_date(t) && !in_name(t);
  }

  [[nodiscard]] bool in_date(std::size_t t) const {
    const auto after = std::upper_bound(
        facts_.dates.begin(), facts_.dates.end(), t,
        [](std::size_t at, const DateFact& date) { return at < date.first_token; });
    return after != facts_.dates.begin() && t < std::prev(after)->end_token;
  }

  // "G7", "Flight 370", "page 3": part of a name.
  [[nodiscard]] bool in_name(std::size_t t) const {
    const bool opens = t + 1 < document_.tokens.size() && !token(t + 1).is(shape::glued) &&
                       (t == 0 || document_.form(t - 1) == "." || is_line_start(t));
    if (token(t).is(shape::capital) && !opens) return true;
    return t > 0 && token(t - 1).is(shape::capital) && token(t - 1).is(shape::word) &&
           !token(t - 1).is(stop_ | approximate_) &&
           token(t - 1).span.end + 1 == token(t).span.begin;
  }

  [[nodiscard]] bool is_line_start(std::size_t t) const {
    const auto at =
        std::lower_bound(document_.line_tokens.begin(), document_.line_tokens.end(), t,
                         [](const auto& line, std::size_t token) { return line.first < token; });
    return at != document_.line_tokens.end() && at->first == t;
  }

  std::size_t take(std::size_t index, std::size_t at, std::size_t sentence_end) {
    NumberFact fact;
    fact.sentence = index;
    std::size_t first = at, end = at + 1;
    if (first > 0 && token(first - 1).is(money_)) fact.unit = document_.form(--first);
    while (end < sentence_end && token(end).is(scale_)) ++end;
    fact.value = std::string(document_.words(document_.span_of(at, end)));
    if (end + 1 < sentence_end && document_.form(end) == "per" &&
        document_.form(end + 1) == "cent") {
      fact.unit = "%";
      end += 2;
    } else if (end < sentence_end && token(end).is(unit_)) {
      const std::string_view unit = document_.form(end);
      fact.unit = unit == "percent" ? "%" : unit;
      ++end;
    }
    while (first > document_.sentences[index].first_token && token(first - 1).is(approximate_))
      --first;
    fact.counts = counted(end, sentence_end);
    fact.first_token = first;
    fact.end_token = end;
    fact.span = document_.span_of(first, end);
    numbers_.push_back(std::move(fact));
    return end;
  }

  // The noun phrase behind the number: up to the first word that cannot be part of one.
  [[nodiscard]] std::string counted(std::size_t at, std::size_t sentence_end) const {
    std::size_t end = at;
    while (end < sentence_end && end - at < 6 && is_noun_part(end)) ++end;
    return end == at ? std::string() : std::string(document_.words(document_.span_of(at, end)));
  }

  [[nodiscard]] bool is_noun_part(std::size_t t) const {
    const Token& word = token(t);
    const std::string_view form = document_.form(t);
    if (form == "-" && word.is(shape::glued)) return true;
    return word.is(shape::word) && !word.is(stop_ | numeral_);
  }

  const Document& document_;
  const Facts& facts_;
  Classes numeral_, scale_, approximate_, unit_, money_, stop_, time_;
  std::vector<NumberFact> numbers_;
};

} // namespace

std::vector<NumberFact> find_numbers(const Document& document, const Language& language,
                                     const Facts& facts) {
  return NumberFinder(document, language, facts).run();
}

} // namespace entente::generate
