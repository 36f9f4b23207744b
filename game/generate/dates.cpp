#include "generate/dates.h"

#include "generate/date_values.h"
#include "generate/stems.h"

#include <algorithm>
#include <map>
#include <set>

namespace entente::generate {

namespace {

struct Bits {
  explicit Bits(const Lexicon& lexicon)
      : month(lexicon.class_bit("MONTH")),
        weekday(lexicon.class_bit("WEEKDAY")),
        future(lexicon.class_bit("FUTURE")),
        foreseen(lexicon.class_bit("FORESEEN")),
        past(lexicon.class_bit("PAST")),
        be(lexicon.class_bit("BE")),
        leading(lexicon.class_bit("BEFOREDATE")),
        function(lexicon.class_bit("STOPCAP")),
        comma(lexicon.class_bit("COMMA")),
        dash(lexicon.class_bit("DASH")),
        until(lexicon.class_bit("UNTIL")),
        present(lexicon.class_bit("ISNOW")),
        start(month | weekday) {}
  Classes month, weekday, future, foreseen, past, be, leading, function, comma, dash, until,
      present, start;
};

class DateFinder {
public:
  DateFinder(const Document& document, const Language& language)
      : document_(document), language_(language), bits_(language.lexicon) {
    collect_first();
  }

  DateFinding run(std::optional<PartialDate> published) {
    DateFinding finding;
    if (published) {
      context_.document = *published;
    } else {
      scan();
      context_.document = infer();
    }
    scan();
    finding.dates = std::move(dates_);
    finding.document_date = context_.document;
    return finding;
  }

private:
  // The sentences in order; each line's symbols are copied once.
  void scan() {
    dates_.clear();
    context_.anchor.reset();
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
      const LineRole role = document_.role_of(document_.sentences[s]);
      if (role != LineRole::noise && role != LineRole::repeated && role != LineRole::credit)
        scan_sentence(s, role);
    }
  }

  void scan_sentence(std::size_t index, LineRole role) {
    const Sentence& sentence = document_.sentences[index];
    symbols_.clear();
    base_ = sentence.first_token;
    for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t)
      symbols_.push_back(document_.tokens[t].symbol);
    for (std::size_t at = 0; at < symbols_.size();) {
      const std::size_t next = scan_at(index, at, role);
      at = std::max(next, at + 1);
    }
  }

  // Most words begin no date: the rules' first classes and words are asked in one step.
  [[nodiscard]] bool may_begin(const Symbol& symbol) const {
    return (symbol.classes & first_.any).any() || first_.anything ||
           (symbol.word < first_words_.size() && first_words_[symbol.word]);
  }

  void collect_first() {
    for (const Rule& rule : language_.dates) {
      const Pattern::First& first = rule.pattern.first();
      first_.any |= first.any;
      first_.anything = first_.anything || first.anything;
      for (const std::uint32_t word : first.words) {
        if (word >= first_words_.size()) first_words_.resize(word + 1, false);
        first_words_[word] = true;
      }
    }
  }

  // Tries every rule here; gives the end of the longest match that means a date.
  std::size_t scan_at(std::size_t index, std::size_t at, LineRole role) {
    if (!may_begin(symbols_[at])) return at;
    const Rule* best_rule = nullptr;
    Match best;
    for (const Rule& rule : language_.dates) {
      if (!rule.pattern.may_start(symbols_[at])) continue;
      auto match = rule.pattern.match(symbols_, at);
      if (!match || (best_rule != nullptr && match->end <= best.end) || !is_written(*match))
        continue;
      best = std::move(*match);
      best_rule = &rule;
    }
    if (best_rule == nullptr) return at;
    return take(index, *best_rule, best, role) ? best.end : at;
  }

  // Names of months and weekdays are capitalised, but in languages that have a class SMALLMONTH.
  [[nodiscard]] bool is_written(const Match& match) const {
    if (language_.lexicon.class_bit("SMALLMONTH").any()) return true;
    for (std::size_t i = match.begin; i < match.end; ++i)
      if ((symbols_[i].classes & bits_.start).any() &&
          !(symbols_[i].classes & shape::capital).any())
        return false;
    return true;
  }

  bool take(std::size_t index, const Rule& rule, Match& match, LineRole role) {
    const Sentence& sentence = document_.sentences[index];
    const std::size_t base = sentence.first_token;
    const std::span<const Token> tokens(document_.tokens.data() + base, symbols_.size());
    const DateMatch date_match{rule, match, tokens, document_.text};
    DateContext context = context_;
    context.tense = looks_ahead(match) ? Tense::future : tense(match);
    if (rule.action == "event-day") context.anchor = event_anchor(index, match);
    const auto value = date_value(date_match, context);
    if (!value) return false;
    std::size_t first = match.begin;
    while (first + 1 < match.end && (symbols_[first].classes & bits_.leading).any() &&
           !(symbols_[first].classes & kept_modifiers()).any())
      ++first;
    DateFact fact;
    fact.first_token = base + first;
    fact.end_token = base + match.end;
    fact.span = document_.span_of(fact.first_token, fact.end_token);
    fact.sentence = index;
    fact.value = value->value;
    fact.value2 = value->value2;
    fact.rule = rule.name;
    fact.how = value->how;
    fact.since = base + match.begin > sentence.first_token &&
                 lower_ascii(document_.form(fact.first_token - 1)) == "since";
    dates_.push_back(std::move(fact));
    if (role == LineRole::body) remember(dates_.back());
    return true;
  }

  // "last May" and "mid-June" keep what tells which.
  [[nodiscard]] Classes kept_modifiers() const {
    return language_.lexicon.class_bit("MID") | language_.lexicon.class_bit("NUMERAL") |
           language_.lexicon.class_bit("KEPTMOD");
  }

  void remember(const DateFact& fact) {
    if (const auto date = read_date(fact.value); date && (date->has_day() || date->month == 0))
      context_.anchor = date;
  }

  // "until April", "before the summer": a month or season still to come, whatever is told.
  [[nodiscard]] bool looks_ahead(const Match& match) const {
    const auto is = [&](std::size_t i) { return (symbols_[i].classes & bits_.until).any(); };
    const bool weekday =
        std::any_of(symbols_.begin() + static_cast<std::ptrdiff_t>(match.begin),
                    symbols_.begin() + static_cast<std::ptrdiff_t>(match.end),
                    [&](const Symbol& symbol) { return (symbol.classes & bits_.weekday).any(); });
    return !weekday && (is(match.begin) || (match.begin > 0 && is(match.begin - 1)));
  }

  // The nearer of the words that look ahead or back decides; a comma between parts.
  [[nodiscard]] Tense tense(const Match& match) const {
    std::size_t future = far_away, past = far_away;
    bool present = false;
    for (std::size_t i = 0; i < symbols_.size(); ++i) {
      const std::size_t distance = distance_to(match, i);
      if (is_future(i)) future = std::min(future, distance);
      if (is_past(i)) past = std::min(past, distance);
      present =
          present || ((symbols_[i].classes & bits_.present).any() && distance < 2 * over_comma);
    }
    if (future == far_away && past == far_away) return present ? Tense::present : Tense::unknown;
    return future <= past ? Tense::future : Tense::past;
  }

  [[nodiscard]] std::size_t distance_to(const Match& match, std::size_t i) const {
    const std::size_t first = std::min(i, match.begin), last = std::max(i, match.begin);
    std::size_t distance = last - first;
    for (std::size_t t = first; t < last; ++t)
      if ((symbols_[t].classes & bits_.comma).any()) distance += over_comma;
    return distance;
  }

  [[nodiscard]] bool is_future(std::size_t i) const {
    if ((symbols_[i].classes & bits_.future).any()) return true;
    return (symbols_[i].classes & bits_.be).any() && i + 1 < symbols_.size() &&
           symbols_[i + 1].word == to_word();
  }

  // "is to be held" looks ahead for all its "held".
  [[nodiscard]] bool is_past(std::size_t i) const {
    const bool infinitive = i > 0 && symbols_[i - 1].word == be_word();
    if (infinitive) return false;
    if ((symbols_[i].classes & bits_.past).any()) return true;
    const std::string_view form = document_.form(base_ + i);
    return form.size() > 4 && form.ends_with("ed") && (symbols_[i].classes & shape::word).any() &&
           !(symbols_[i].classes & (shape::capital | bits_.future)).any();
  }

  [[nodiscard]] std::uint32_t to_word() const { return language_.lexicon.find("to").id; }

  [[nodiscard]] std::uint32_t be_word() const { return language_.lexicon.find("be").id; }

  // Content words of a stretch, stemmed, names included.
  [[nodiscard]] std::set<std::string> content(std::size_t first, std::size_t end) const {
    std::set<std::string> words;
    for (std::size_t t = first; t < end; ++t) {
      const Token& token = document_.tokens[t];
      if (token.is(shape::word) && !token.is(bits_.function))
        words.insert(stem(lower_ascii(document_.form(t))));
    }
    return words;
  }

  // "A day before Lavrov and Blinken met": the day of the sentence that tells of it.
  [[nodiscard]] std::optional<PartialDate> event_anchor(std::size_t index,
                                                        const Match& match) const {
    const Sentence& sentence = document_.sentences[index];
    std::size_t first = sentence.first_token + match.end - 1;
    std::size_t end = first;
    while (end < sentence.end_token && !document_.tokens[end].is(bits_.comma)) ++end;
    const auto clause = content(first, end);
    std::size_t best = 1; // two words at least have to be shared
    std::optional<PartialDate> day;
    for (const DateFact& fact : dates_) {
      const Sentence& told = document_.sentences[fact.sentence];
      const auto date = read_date(fact.value);
      if (!date || !date->has_day() || document_.role_of(told) != LineRole::body) continue;
      const auto words = content(told.first_token, told.end_token);
      const auto shared = static_cast<std::size_t>(std::count_if(
          clause.begin(), clause.end(), [&](const std::string& w) { return words.contains(w); }));
      if (shared > best) {
        best = shared;
        day = date;
      }
    }
    return day;
  }

  // A dateline, else the latest year the text names that is not said of the future, with the latest
  // month and day named in it.
  [[nodiscard]] PartialDate infer() {
    for (const DateFact& fact : dates_) {
      const Sentence& sentence = document_.sentences[fact.sentence];
      const auto date = read_date(fact.value);
      if (date && document_.role_of(sentence) == LineRole::dateline) return *date;
    }
    PartialDate guess{latest_year(), 0, 0};
    if (guess.year == 0) return guess;
    context_.document = guess;
    scan();
    if (const auto line = city_dateline()) return after_all_told(*line);
    return latest_in(guess.year);
  }

  [[nodiscard]] int latest_year() {
    int told = 0, foreseen = 0;
    for (const DateFact& fact : dates_) {
      if (fact.how != "explicit" || fact.value.size() < 4) continue;
      const auto date = read_date(fact.value.substr(0, 4));
      if (!date) continue;
      int& latest = is_foreseen(fact) ? foreseen : told;
      latest = std::max(latest, date->year);
    }
    if (told != 0) return told;
    return foreseen;
  }

  [[nodiscard]] bool is_foreseen(const DateFact& fact) {
    const Sentence& sentence = document_.sentences[fact.sentence];
    const std::string before = fact.first_token > sentence.first_token
                                   ? lower_ascii(document_.form(fact.first_token - 1))
                                   : std::string();
    if (before == "by" || before == "until") return true;
    symbols_.clear();
    base_ = sentence.first_token;
    for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t)
      symbols_.push_back(document_.tokens[t].symbol);
    Match match;
    match.begin = fact.first_token - sentence.first_token;
    const bool conditional = std::any_of(symbols_.begin(), symbols_.end(), [&](const Symbol& s) {
      return (s.classes & bits_.foreseen).any();
    });
    return conditional || tense(match) == Tense::future;
  }

  // "WASHINGTON, May 3 (Reuters) —" at the head of the story.
  [[nodiscard]] std::optional<PartialDate> city_dateline() const {
    constexpr std::size_t head_tokens = 12;
    for (const DateFact& fact : dates_) {
      const Sentence& sentence = document_.sentences[fact.sentence];
      if (document_.lines[sentence.line].paragraph > 1) break;
      if (fact.end_token >= sentence.end_token) continue;
      if (fact.first_token > sentence.first_token + 5) continue;
      const bool opens =
          fact.first_token == sentence.first_token && fact.how == std::string("explicit");
      if (opens && sentence.line <= 2 && document_.tokens[fact.end_token].is(shape::capital))
        return read_date(fact.value);
      const std::size_t end = std::min(sentence.end_token, sentence.first_token + head_tokens);
      for (std::size_t t = fact.end_token; t < end; ++t)
        if (document_.tokens[t].is(bits_.dash)) {
          const auto date = read_date(fact.value);
          if (date && date->has_day()) return date;
        }
    }
    return std::nullopt;
  }

  // "March 14 —" over a story that tells of August 2023: the March after it.
  [[nodiscard]] PartialDate after_all_told(PartialDate line) {
    for (const DateFact& fact : dates_) {
      const auto date = read_date(fact.value);
      if (!date || fact.how != "explicit" || date->year != line.year || is_foreseen(fact)) continue;
      if (date->month > line.month) {
        ++line.year;
        return line;
      }
    }
    return line;
  }

  [[nodiscard]] PartialDate latest_in(int year) {
    PartialDate latest{year, 0, 0};
    for (const DateFact& fact : dates_) {
      const auto date = read_date(fact.value);
      if (!date || date->year != year || date->month == 0 || is_foreseen(fact)) continue;
      if (date->month > latest.month) latest = {year, date->month, 0};
    }
    return latest;
  }

  static constexpr std::size_t over_comma = 6;
  static constexpr std::size_t far_away = static_cast<std::size_t>(-1);

  const Document& document_;
  const Language& language_;
  Bits bits_;
  DateContext context_;
  std::vector<DateFact> dates_;
  std::vector<Symbol> symbols_; // of the sentence at hand
  std::size_t base_ = 0;        // its first token
  Pattern::First first_;        // of all rules; the words as a table
  std::vector<bool> first_words_;
};

} // namespace

DateFinding find_dates(const Document& document, const Language& language,
                       std::optional<PartialDate> published) {
  return DateFinder(document, language).run(published);
}

} // namespace entente::generate
