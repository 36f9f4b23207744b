// Complete the words: one word or the last few of a quotation are left out. Wrong words come from
// the language's groups of words of one kind, in the same form, so that every option reads well.

#include "generate/ask.h"
#include "generate/people.h"

#include <algorithm>
#include <optional>

namespace entente::generate {

namespace {

constexpr std::size_t fewest_words = 4, longest_quotation = 34; // words
constexpr std::size_t longest_clause_gap = 4, longest_noun_gap = 2;

struct Gap {
  std::size_t first = 0, end = 0; // tokens
  std::size_t word = 0;           // the one that options change
  int score = 0;
};

class QuotationAsker {
public:
  explicit QuotationAsker(const Asking& asking)
      : asking_(asking),
        lexicon_(asking.language.lexicon),
        comma_(lexicon_.class_bit("COMMA")),
        modal_(lexicon_.class_bit("MODAL")),
        before_noun_(lexicon_.class_bit("DET") | lexicon_.class_bit("PREP")) {}

  void run(Candidates& found) const {
    for (const QuoteFact& quote : asking_.facts.quotes)
      if (quote.entity != nobody && quote.sure && is_asked(quote)) ask(quote, found);
  }

private:
  [[nodiscard]] static bool is_asked(const QuoteFact& quote) {
    return (quote.kind == "speech" || quote.kind == "fragment") && !quote.speaker.empty();
  }

  void ask(const QuoteFact& quote, Candidates& found) const {
    const auto [first, end] = asked_part(quote);
    if (end - first < fewest_words || end - first > longest_quotation) return;
    const auto gap = best_gap(first, end);
    if (!gap) return;
    Candidate candidate;
    candidate.kind = "quote";
    candidate.category = "quotes";
    candidate.anchor = words_of(asking_.document, first, end);
    candidate.sentence = sentence_of(quote, gap->word);
    const std::string before = words_of(asking_.document, first, gap->first);
    const std::string after = words_of(asking_.document, gap->end, end);
    const bool glued = gap->end < end && asking_.document.tokens[gap->end].is(shape::glued);
    const std::string tail = (glued || after.empty() ? "" : " ") + after;
    const std::string speaker = tidy(asking_.facts.entities[quote.entity].name);
    candidate.stem =
        asking_.phrases.fill("quote-gap", {{"name", speaker}, {"before", before}, {"after", tail}});
    candidate.milder = {
        asking_.phrases.fill("quote-gap-bare", {{"before", before}, {"after", tail}})};
    candidate.cloze = deck::Card::Cloze{before + " ", tail};
    candidate.answer.kind = deck::AnswerKind::quote;
    candidate.answer.text = words_of(asking_.document, gap->first, gap->end);
    candidate.pool = options(*gap);
    candidate.explanation = asking_.phrases.fill(
        "quote-explanation", {{"name", capitalised(speaker)}, {"words", candidate.anchor}});
    candidate.worth = 40;
    found.push_back(std::move(candidate));
  }

  // A short quotation whole; of a long one the sentence that can be asked best is its first.
  [[nodiscard]] std::pair<std::size_t, std::size_t> asked_part(const QuoteFact& quote) const {
    const std::size_t first = quote.open + 1;
    const std::size_t close = std::min(quote.close, asking_.document.tokens.size());
    if (close - first <= longest_quotation) return {first, strip_end(first, close)};
    for (std::size_t s = quote.sentence; s < asking_.document.sentences.size(); ++s) {
      const Sentence& sentence = asking_.document.sentences[s];
      const std::size_t begin = std::max(sentence.first_token, first);
      const std::size_t end = std::min(sentence.end_token, close);
      if (begin >= close) break;
      if (end - begin <= longest_quotation && best_gap(begin, strip_end(begin, end)))
        return {begin, strip_end(begin, end)};
    }
    return {first, first};
  }

  [[nodiscard]] std::size_t strip_end(std::size_t first, std::size_t end) const {
    while (end > first && asking_.document.tokens[end - 1].is(shape::mark)) --end;
    return end;
  }

  [[nodiscard]] std::size_t sentence_of(const QuoteFact& quote, std::size_t token) const {
    std::size_t s = quote.sentence;
    while (s + 1 < asking_.document.sentences.size() &&
           asking_.document.sentences[s + 1].first_token <= token)
      ++s;
    return s;
  }

  // The rarer kind of word, late in the quotation.
  [[nodiscard]] std::optional<Gap> best_gap(std::size_t first, std::size_t end) const {
    std::optional<Gap> best;
    for (std::size_t t = first + 1; t < end; ++t) {
      if (asking_.document.tokens[t].is(shape::capital) || replacements(t).size() < 3) continue;
      Gap gap = widened(first, end, t);
      gap.score = static_cast<int>(10 * (t - first) / (end - first)) +
                  static_cast<int>(std::min<std::size_t>(asking_.document.form(t).size(), 10)) +
                  (t + 1 == end ? 4 : 0);
      if (!best || gap.score > best->score) best = gap;
    }
    return best;
  }

  // The last word takes its clause or its adjective along: "we will respond", "third nation".
  [[nodiscard]] Gap widened(std::size_t first, std::size_t end, std::size_t t) const {
    Gap gap{t, t + 1, t, 0};
    if (t + 1 != end) return gap;
    for (std::size_t n = 1; n <= longest_clause_gap && t >= first + n; ++n)
      if (asking_.document.tokens[t - n].is(comma_)) {
        gap.first = t - n + 1;
        return gap;
      }
    for (std::size_t n = 1; n <= longest_noun_gap && t > first + n; ++n)
      if (asking_.document.tokens[t - n].is(shape::capital)) {
        return gap;
      } else if (asking_.document.tokens[t - n].is(before_noun_)) {
        gap.first = t - n + 1;
        return gap;
      }
    return gap;
  }

  // Words that could stand for the token, in its form.
  [[nodiscard]] std::vector<std::string> replacements(std::size_t t) const {
    const std::string form = lower_ascii(asking_.document.form(t));
    const VerbForms* verb = lexicon_.verb(form);
    const Use use = verb == nullptr || form != verb->base ? Use::open : use_of(t);
    std::vector<std::string> words;
    if (use != Use::verb) words = asking_.phrases.group_of(form);
    if (!words.empty()) return use == Use::unclear ? std::vector<std::string>{} : words;
    if (verb != nullptr && use != Use::noun && use != Use::unclear)
      for (const std::string& base : asking_.phrases.group_of(verb->base + "_"))
        if (std::string other = same_form(*verb, form, base.substr(0, base.size() - 1));
            !other.empty())
          words.push_back(std::move(other));
    if (words.empty() && form.ends_with('s'))
      for (const std::string& other : asking_.phrases.group_of(form.substr(0, form.size() - 1)))
        words.push_back(plural(other));
    return words;
  }

  // Is a word that may be noun or verb ("work") one or the other here?
  enum class Use { open, noun, verb, unclear };
  [[nodiscard]] Use use_of(std::size_t t) const {
    const Token& before = asking_.document.tokens[t - 1];
    const std::string form = lower_ascii(asking_.document.form(t - 1));
    if (form == "to" || before.is(modal_) || form == "not" || form == "we" || form == "you" ||
        form == "they" || form == "i")
      return Use::verb;
    return before.is(before_noun_ | shape::possessive) ? Use::noun : Use::unclear;
  }

  [[nodiscard]] std::string same_form(const VerbForms& verb, const std::string& form,
                                      const std::string& base) const {
    const VerbForms* other = lexicon_.verb(base);
    if (other == nullptr || other->base != base) return {};
    if (form == verb.gerund) return other->gerund;
    if (form == verb.third) return other->third;
    if (form == verb.past) return other->past;
    if (form == verb.participle) return other->participle;
    return base;
  }

  static std::string plural(const std::string& noun) {
    const bool consonant_y =
        noun.size() > 2 && noun.ends_with('y') &&
        std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos;
    if (consonant_y) return noun.substr(0, noun.size() - 1) + "ies";
    for (const std::string_view hiss : {"s", "x", "ch", "sh"})
      if (noun.ends_with(hiss)) return noun + "es";
    return noun + "s";
  }

  [[nodiscard]] std::vector<Distractor> options(const Gap& gap) const {
    std::vector<Distractor> pool;
    const std::string before = words_of(asking_.document, gap.first, gap.word);
    const std::string article = before.empty() && gap.first > 0
                                    ? lower_ascii(asking_.document.form(gap.first - 1))
                                    : std::string();
    for (const std::string& word : replacements(gap.word)) {
      if ((article == "a" && is_vowel(word)) || (article == "an" && !is_vowel(word))) continue;
      const std::string text = before.empty() ? word : before + " " + word;
      pool.push_back({text, asking_.phrases.fill("why-not-quoted", {{"words", text}})});
    }
    return pool;
  }

  static bool is_vowel(std::string_view word) {
    return std::string_view("aeiou").find(word[0]) != std::string_view::npos;
  }

  const Asking& asking_;
  const Lexicon& lexicon_;
  Classes comma_, modal_, before_noun_;
};

} // namespace

void ask_quotations(const Asking& asking, Candidates& found) { QuotationAsker(asking).run(found); }

} // namespace entente::generate
