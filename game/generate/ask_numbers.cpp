// How many, how much, by how much. Wrong options: other counts of the article, then scaled ones in
// the same dress ("almost 8 per cent" for "almost 18 per cent").

#include "generate/clause_wording.h"

#include "core/random.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace entente::generate {

namespace {

class NumberAsker {
public:
  explicit NumberAsker(const Asking& asking)
      : asking_(asking),
        lexicon_(asking.language.lexicon),
        change_(lexicon_.class_bit("CHANGE")),
        pair_(lexicon_.class_bit("PAIRWORD")),
        numeral_(lexicon_.class_bit("NUMERAL")),
        approximate_(lexicon_.class_bit("APPROX")) {}

  void run(Candidates& found) const {
    for (std::size_t n = 0; n < asking_.facts.numbers.size(); ++n) {
      const NumberFact& number = asking_.facts.numbers[n];
      if (!is_askable(number)) continue;
      const auto at = std::lower_bound(
          asking_.clauses.begin(), asking_.clauses.end(), number.sentence,
          [](const Clause& clause, std::size_t sentence) { return clause.sentence < sentence; });
      // The better question first; the plain one stands in when that is dropped.
      for (auto it = at; it != asking_.clauses.end() && it->sentence == number.sentence; ++it)
        if (ask_in_clause(number, *it, found)) break;
      ask_alone(number, found);
    }
  }

private:
  [[nodiscard]] std::string lower(std::size_t t) const {
    return lower_ascii(asking_.document.form(t));
  }

  [[nodiscard]] bool is_askable(const NumberFact& number) const {
    if (number.value.empty() || number.counts.starts_with("-")) return false; // "14-year-old"
    const std::string before =
        number.first_token > 0 ? lower(number.first_token - 1) : std::string();
    if (before == "one" || before == "of" || before == "the" || before == "number") {
      if (number.unit.empty() && (before == "one" || before == "the")) return false;
    }
    for (const std::string_view word : split(number.counts, ' '))
      if ((lexicon_.find(lower_ascii(word)).classes & pair_).any()) return false;
    return true;
  }

  // End of the counted noun: "Chinese nuclear plants", not what is told of them.
  [[nodiscard]] std::size_t noun_end(const NumberFact& number) const {
    const std::size_t sentence_end = asking_.document.sentences[number.sentence].end_token;
    std::size_t end = number.end_token;
    while (end < sentence_end && end < number.end_token + 5 && is_noun_part(end)) ++end;
    return end;
  }

  [[nodiscard]] bool is_noun_part(std::size_t t) const {
    const Token& word = asking_.document.tokens[t];
    const std::string form = lower(t);
    if (form == "-" && word.is(shape::glued)) return true;
    if (!word.is(shape::word) || word.is(shape::number)) return false;
    for (const char* stop :
         {"PREP", "CONJ", "BE", "HAVE", "MODAL", "PRONOUN", "DET", "ADVERB", "DO"})
      if (word.is(lexicon_.class_bit(stop))) return false;
    // "reactors planned", "ports leading": a participle behind the noun tells of it.
    const VerbForms* verb = lexicon_.verb(form);
    if (verb == nullptr || word.is(shape::capital)) return true;
    return form == verb->base || (form == verb->third && form.size() > 3);
  }

  [[nodiscard]] std::string noun_of(const NumberFact& number) const {
    return asking_.wording.plain(number.end_token, noun_end(number));
  }

  // The number as it is asked for, without a preposition that stands before it.
  [[nodiscard]] std::size_t begin_of(const NumberFact& number) const {
    std::size_t first = number.first_token;
    while (first + 1 < number.end_token && (lower(first) == "at" || lower(first) == "to") &&
           lower(first + 1) != "least" && lower(first + 1) != "most")
      ++first;
    return first;
  }

  bool ask_in_clause(const NumberFact& number, const Clause& clause, Candidates& found) const {
    const std::size_t begin = begin_of(number);
    for (std::size_t p = 0; p < clause.pieces.size(); ++p) {
      const Piece& piece = clause.pieces[p];
      if (piece.is_time() || begin < piece.first || number.end_token > piece.end) continue;
      if (begin == piece.first || begin == piece.inside) return ask_piece(number, clause, p, found);
      return false;
    }
    if (begin == clause.subject_first) return ask_subject(number, clause, found);
    return false;
  }

  // "South Korea evacuated about 80 people in X", "at two plants", "rose 18 per cent in Y"
  bool ask_piece(const NumberFact& number, const Clause& clause, std::size_t p,
                 Candidates& found) const {
    const Piece& piece = clause.pieces[p];
    if (piece.leads || !names_something(asking_, clause, {}, true)) return false;
    // "a ceremony for reactors at two plants": the count hangs on a noun before it.
    const bool hangs = p > 0 && piece.prepositional() && clause.pieces[p - 1].prepositional() &&
                       !clause.pieces[p - 1].is_time() && !clause.pieces[p - 1].leads;
    if (hangs) return false;
    const std::string noun = noun_of(number);
    const std::string rest = asking_.wording.plain(noun_end(number), piece.end);
    LeftOut out = {p};
    // "… a day before A met B": an event told by another makes the question too long.
    for (std::size_t time = 0; time < clause.pieces.size(); ++time)
      if (clause.pieces[time].leads && clause.pieces[time].is_time() &&
          clause.pieces[time].end - clause.pieces[time].first > 6)
        out.push_back(time);
    const std::string turned = inverted(asking_, clause, out);
    std::string stem;
    const bool changes =
        clause.verb != nullptr && (lexicon_.find(clause.verb->base).classes & change_).any();
    if (!number.unit.empty() && changes && noun.empty()) {
      stem = asking_.phrases.fill("by-how-much", {{"turned", turned}});
    } else if (is_money(number.unit) && noun.empty()) {
      stem = asking_.phrases.fill("how-much", {{"turned", turned}, {"prep", preposition(piece)}});
    } else if (number.unit.empty() && !noun.empty()) {
      const std::string prep = begin_of(number) == piece.first ? std::string() : preposition(piece);
      stem = asking_.phrases.fill("how-many", {{"prep", prep},
                                               {"many", prep.empty() ? "How many" : "how many"},
                                               {"noun", noun},
                                               {"turned", turned},
                                               {"rest", rest.empty() ? "" : " " + rest}});
    }
    if (stem.empty()) return false;
    add(number, stem, anchor(asking_, clause, p) + " " + noun, 55, found);
    found.back().explanation = asking_.phrases.fill(
        "statement-explanation", {{"statement", capitalised(statement(asking_, clause, {}))}});
    return true;
  }

  static bool is_money(std::string_view unit) {
    return unit == "$" || unit == "\u20AC" || unit == "\u00A3" || unit == "\u00A5";
  }

  [[nodiscard]] std::string preposition(const Piece& piece) const {
    return piece.prepositional() ? capitalised(lower(piece.first)) + " " : std::string();
  }

  // "Nine members reached agreement": how many members reached agreement?
  bool ask_subject(const NumberFact& number, const Clause& clause, Candidates& found) const {
    const std::string noun = asking_.wording.plain(number.end_token, clause.subject_end);
    if (noun.empty() || !number.unit.empty()) return false;
    const std::string did = predicate(asking_, clause, {});
    if (count_words(did) < 3) return false;
    add(number, asking_.phrases.fill("how-many-did", {{"noun", noun}, {"did", did}}), noun + did,
        55, found);
    return true;
  }

  // No clause could be read: asked only when the noun says enough by itself.
  void ask_alone(const NumberFact& number, Candidates& found) const {
    if (!number.unit.empty()) return;
    const std::string noun = noun_of(number);
    const bool telling =
        noun.find('-') != std::string::npos || count_words(noun) > 2 ||
        std::any_of(noun.begin(), noun.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (count_words(noun) < 2 || !noun.ends_with('s') || !telling) return;
    add(number, asking_.phrases.fill("how-many-mentioned", {{"noun", noun}}), noun, 25, found);
    found.back().explanation = asking_.phrases.fill(
        "number-explanation", {{"number", found.back().answer.text}, {"noun", noun}});
  }

  void add(const NumberFact& number, const std::string& stem, const std::string& anchor, int worth,
           Candidates& found) const {
    Candidate candidate;
    candidate.kind = "how-many";
    candidate.category = "facts";
    candidate.sentence = number.sentence;
    candidate.anchor = anchor;
    candidate.stem = capitalised(stem);
    candidate.answer.kind = deck::AnswerKind::number;
    candidate.answer.text = words_of(asking_.document, begin_of(number), number.end_token);
    if (in_words(number)) candidate.answer.text = lower_ascii(candidate.answer.text);
    candidate.accepted = {plain_number(number)};
    candidate.pool = options(number, candidate.answer.text);
    candidate.worth = worth;
    found.push_back(std::move(candidate));
  }

  // Without "almost" and "about".
  [[nodiscard]] std::string plain_number(const NumberFact& number) const {
    std::size_t first = begin_of(number);
    while (first + 1 < number.end_token && asking_.document.tokens[first].is(approximate_)) ++first;
    return words_of(asking_.document, first, number.end_token);
  }

  [[nodiscard]] std::vector<Distractor> options(const NumberFact& number,
                                                const std::string& answer) const {
    std::vector<Distractor> pool;
    const bool worded = in_words(number);
    const auto value =
        worded ? std::optional<long long>(lexicon_.find(lower_ascii(number.value)).number)
               : read_digits(number.value);
    if (!value || *value <= 0) return pool;
    for (const NumberFact& other : asking_.facts.numbers) {
      if (pool.size() >= 2) break;
      const bool same_dress =
          other.unit == number.unit && other.value != number.value && worded == in_words(other);
      const std::string noun = noun_of(other);
      if (!same_dress || noun.empty() || noun.starts_with("-") ||
          other.value.find(' ') != std::string::npos)
        continue;
      const std::string text =
          dressed(answer, number.value, worded ? lower_ascii(other.value) : other.value);
      if (!text.empty() && is_near(other, *value))
        pool.push_back({text, asking_.phrases.fill("why-number", {{"noun", noun}})});
    }
    for (const long long other : scaled(*value)) {
      const std::string words = worded ? numeral_words(other) : with_commas(other, number.value);
      if (!words.empty())
        pool.push_back(
            {dressed(answer, number.value, words), asking_.phrases.fill("why-no-number")});
    }
    return pool;
  }

  [[nodiscard]] bool in_words(const NumberFact& number) const {
    return (lexicon_.find(lower_ascii(number.value)).classes & numeral_).any();
  }

  [[nodiscard]] bool is_near(const NumberFact& other, long long value) const {
    const auto word = lexicon_.find(lower_ascii(other.value));
    const auto number = (word.classes & numeral_).any() ? std::optional<long long>(word.number)
                                                        : read_digits(other.value);
    return number && *number > 0 && *number < value * 20 && value < *number * 20;
  }

  static std::optional<long long> read_digits(const std::string& text) {
    std::string digits;
    for (const char c : text) {
      if (c == ',') continue;
      if (c == '.') return {};
      if (c < '0' || c > '9') break;
      digits += c;
    }
    long long value = 0;
    if (digits.empty() || digits.size() > 15) return {};
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }

  // The answer with another number in the place of its own.
  static std::string dressed(const std::string& answer, const std::string& from,
                             const std::string& to) {
    std::string head = from.substr(0, from.find(' '));
    auto at = answer.find(head);
    if (at == std::string::npos) at = answer.find(head = lower_ascii(head));
    if (at == std::string::npos) return {};
    std::string word = to.substr(0, to.find(' '));
    if (at == 0 && head[0] >= 'A' && head[0] <= 'Z') word = capitalised(word);
    return answer.substr(0, at) + word + answer.substr(at + head.size());
  }

  // Slips of the size that people make, none of them zero.
  static std::vector<long long> scaled(long long value) {
    std::vector<long long> near;
    if (value <= 4) {
      near = {value + 1, value + 2, value - 1, value * 2, value + 4};
    } else if (value <= 12) {
      near = {value - 2, value + 3, value - 1, value * 2, value + 1};
    } else if (value < 100) {
      near = {value + 10, value - 10, value * 2, value / 2, value + 5};
    } else {
      near = {value * 2, value / 2, value * 3 / 2, value * 10, value * 3};
    }
    if (value >= 10 && value % 10 == 0)
      for (long long& other : near) other = other / 10 * 10;
    std::erase_if(near, [&](long long other) { return other < 1 || other == value; });
    if (!near.empty())
      std::rotate(near.begin(),
                  near.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(value) * 7 %
                                                             near.size()),
                  near.end());
    return near;
  }

  [[nodiscard]] std::string numeral_words(long long value) const {
    const auto& names = asking_.phrases.list("NUMERALNAME");
    return value >= 1 && static_cast<std::size_t>(value) <= names.size()
               ? names[static_cast<std::size_t>(value) - 1]
               : std::string();
  }

  static std::string with_commas(long long value, const std::string& like) {
    std::string digits = std::to_string(value);
    const bool wants = like.find(',') != std::string::npos || (value >= 10000);
    for (std::size_t at = digits.size(); wants && at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
  }

  const Asking& asking_;
  const Lexicon& lexicon_;
  Classes change_, pair_, numeral_, approximate_;
};

} // namespace

void ask_numbers(const Asking& asking, Candidates& found) { NumberAsker(asking).run(found); }

} // namespace entente::generate
