// When? A clause with one time in it, words spoken on a day, a thing planned for a day, a thing
// dated in passing, and how long one event lay before another.

#include "generate/clause_wording.h"
#include "generate/date_wording.h"

#include "core/random.h"

#include <algorithm>
#include <map>
#include <set>

namespace entente::generate {

namespace {

class TimeAsker {
public:
  explicit TimeAsker(const Asking& asking)
      : asking_(asking),
        lexicon_(asking.language.lexicon),
        event_(lexicon_.class_bit("EVENTHEAD")),
        cue_(lexicon_.class_bit("SAY") | lexicon_.class_bit("CALL") | lexicon_.class_bit("VIEW")),
        mid_(lexicon_.class_bit("MID")),
        linking_(lexicon_.class_bit("EVENTLINK")),
        planned_(lexicon_.class_bit("PLANNED")) {
    for (const Clause& clause : asking_.clauses)
      for (std::size_t p = 0; p < clause.pieces.size(); ++p)
        if (clause.pieces[p].dates.size() == 1)
          told_.emplace(asking_.facts.dates[clause.pieces[p].dates[0]].value,
                        statement(asking_, clause, {p}));
    for (const Conflict& conflict : asking_.facts.conflicts) contested_.insert(conflict.other);
  }

  void run(Candidates& found) const {
    for (const Clause& clause : asking_.clauses) ask_clause(clause, found);
    for (const QuoteFact& quote : asking_.facts.quotes)
      if (quote.entity != nobody && quote.sure) ask_spoken(quote, found);
    for (std::size_t d = 0; d < asking_.facts.dates.size(); ++d) ask_planned(d, found);
  }

private:
  [[nodiscard]] const DateFact& date(std::size_t d) const { return asking_.facts.dates[d]; }
  [[nodiscard]] std::string lower(std::size_t t) const {
    return lower_ascii(asking_.document.form(t));
  }

  void ask_clause(const Clause& clause, Candidates& found) const {
    std::vector<std::size_t> times;
    for (std::size_t p = 0; p < clause.pieces.size(); ++p)
      if (clause.pieces[p].is_time()) times.push_back(p);
    if (times.size() != 1) return;
    const Piece& piece = clause.pieces[times[0]];
    if (const std::size_t before = linked_piece(clause, times[0]); before != nobody) {
      ask_noun(clause, clause.pieces[before], piece, found);
      return;
    }
    if (is_misattached(clause, times[0])) return;
    if (piece.dates.size() > 1) {
      ask_several(clause, times[0], found);
    } else {
      ask_one(clause, times[0], found);
      if (date(piece.dates[0]).how == "event") ask_how_long(clause, times[0], found);
    }
  }

  // "following US sanctions in March": the month is that of the sanctions.
  [[nodiscard]] std::size_t linked_piece(const Clause& clause, std::size_t time) const {
    if (time == 0 || clause.pieces[time].leads) return nobody;
    for (std::size_t p = time; p-- > 0;)
      if (asking_.document.tokens[clause.pieces[p].first].is(linking_)) return p;
    return nobody;
  }

  // "condemned the attack on May 3": of which of the two is that the day? "has fallen in March".
  [[nodiscard]] bool is_misattached(const Clause& clause, std::size_t time) const {
    const std::string prep = lower(clause.pieces[time].first);
    if ((clause.auxiliary == "has" || clause.auxiliary == "have") && prep != "since") return true;
    if (time == 0 || clause.pieces[time].leads || clause.verb == nullptr) return false;
    const bool reacts = (lexicon_.find(clause.verb->base).classes & cue_).any();
    const Piece& before = clause.pieces[time - 1];
    for (std::size_t t = before.first; reacts && t < before.end; ++t)
      if (asking_.document.tokens[t].is(event_)) return true;
    return false;
  }

  // ---- kinds

  [[nodiscard]] static std::string grain_name(const std::string& value) {
    switch (grain_of(value)) {
    case Grain::day:
      return "day";
    case Grain::month:
      return "month";
    case Grain::year:
      return "year";
    case Grain::decade:
      return "decade";
    case Grain::quarter:
    case Grain::season:
    case Grain::half:
      return "period";
    default:
      return {};
    }
  }

  [[nodiscard]] std::string template_for(const Piece& piece, const std::string& value) const {
    const std::string grain = grain_name(value);
    if (grain.empty()) return {};
    if (piece.leads && date(piece.dates[0]).how == "event") return "when-" + grain;
    const std::string prep = lower(piece.first);
    if (prep == "since" || prep == "until" || prep == "by") return "when-" + prep;
    const bool plain = piece.first == piece.inside || prep == "on" || prep == "in" ||
                       prep == "at" || prep == "during" || prep == "late" || prep == "early";
    return plain ? "when-" + grain : std::string();
  }

  void ask_one(const Clause& clause, std::size_t time, Candidates& found) const {
    const Piece& piece = clause.pieces[time];
    const DateFact& fact = date(piece.dates[0]);
    if (!fact.value2.empty() || !names_something(asking_, clause, {time}, true)) return;
    std::string body = inverted(asking_, clause, shortened(asking_, clause, {time}, 24));
    if (body.ends_with(" back")) body.resize(body.size() - 5); // "back on 1 May"
    if (count_words(body) < 4) return;
    Candidate candidate = dated(fact, "when", clause.sentence);
    candidate.anchor = statement(asking_, clause, {time});
    candidate.stem = asking_.phrases.fill(template_for(piece, fact.value), {{"turned", body}});
    candidate.explanation = asking_.phrases.fill(
        "when-explanation", {{"statement", capitalised(statement(asking_, clause, {time}))},
                             {"date", candidate.answer.text}});
    candidate.worth = fact.how == "anchored" ? 45 : 75;
    found.push_back(std::move(candidate));
  }

  void ask_several(const Clause& clause, std::size_t time, Candidates& found) const {
    const Piece& piece = clause.pieces[time];
    if (lower(piece.first) != "in" && lower(piece.first) != "on") return;
    if (!names_something(asking_, clause, {time}, true)) return;
    Candidate candidate = several(piece, clause.sentence);
    candidate.anchor = statement(asking_, clause, {time});
    candidate.stem =
        asking_.phrases.fill("when-several", {{"turned", inverted(asking_, clause, {time})}});
    candidate.explanation = asking_.phrases.fill(
        "when-explanation",
        {{"statement", capitalised(statement(asking_, clause, {time}))},
         {"date", joined(candidate.answer.items, asking_.phrases.fill("and"))}});
    if (!candidate.answer.items.empty()) found.push_back(std::move(candidate));
  }

  // "To which months does the article date US sanctions on Russia?"
  void ask_noun(const Clause& clause, const Piece& noun, const Piece& time,
                Candidates& found) const {
    if (first_entity(asking_, noun) == nobody) return;
    std::size_t end = time.first;
    const std::string words = asking_.wording.plain(noun.inside, end);
    if (count_words(words) < 2 || count_words(words) > 12) return;
    const bool one = time.dates.size() == 1;
    Candidate candidate =
        one ? dated(date(time.dates[0]), "when", clause.sentence) : several(time, clause.sentence);
    if (!one && candidate.answer.items.empty()) return;
    candidate.anchor = words;
    const std::string grain = one ? grain_name(date(time.dates[0]).value) : "several";
    candidate.stem = asking_.phrases.fill("dates-noun-" + grain, {{"noun", words}});
    candidate.explanation = asking_.phrases.fill(
        "noun-explanation",
        {{"noun", words},
         {"date", one ? candidate.answer.text
                      : joined(candidate.answer.items, asking_.phrases.fill("and"))}});
    candidate.worth = 55;
    found.push_back(std::move(candidate));
  }

  // A quotation with a day beside its verb.
  void ask_spoken(const QuoteFact& quote, Candidates& found) const {
    const Sentence& sentence = asking_.document.sentences[quote.sentence];
    std::vector<std::size_t> dates;
    for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t)
      if (const std::size_t d = asking_.wording.date_at(t); d != nobody) dates.push_back(d);
    if (dates.empty() || quote.close > sentence.end_token) return;
    // The one between the verb and the words, or the only one.
    std::size_t nearest = nobody;
    for (const std::size_t d : dates)
      if (date(d).first_token < quote.open && quote.open - date(d).first_token <= 6) nearest = d;
    if (nearest == nobody && dates.size() == 1) nearest = dates[0];
    if (nearest == nobody || date(nearest).how == "event") return;
    if (date(nearest).first_token > quote.open && date(nearest).first_token < quote.close) return;
    const std::size_t before = date(nearest).first_token;
    if (before > 0 && lower(before - 1) != "in" && lower(before - 1) != "on" &&
        date(nearest).rule != "weekday" && date(nearest).rule != "day-word")
      return;
    const std::string grain = grain_name(date(nearest).value);
    const std::string words = tidy(trimmed(asking_.document.words(quote.span)));
    if (grain.empty() || count_words(words) < 3 || count_words(words) > 30) return;
    const std::string name = tidy(asking_.facts.entities[quote.entity].name);
    Candidate candidate = dated(date(nearest), "when", quote.sentence);
    candidate.anchor = "spoken " + words;
    candidate.stem = asking_.phrases.fill("spoken-" + grain, {{"name", name}, {"words", words}});
    candidate.milder = {asking_.phrases.fill("spoken-" + grain + "-bare", {{"words", words}})};
    if (const std::string begun = beginning(words); !begun.empty())
      candidate.milder.insert(
          candidate.milder.begin(),
          {asking_.phrases.fill("spoken-" + grain, {{"name", name}, {"words", begun}}),
           asking_.phrases.fill("spoken-" + grain + "-bare", {{"words", begun}})});
    candidate.explanation = asking_.phrases.fill(
        "spoken-explanation",
        {{"name", capitalised(name)}, {"words", words}, {"date", candidate.answer.text}});
    candidate.worth = 50;
    found.push_back(std::move(candidate));
  }

  // "the tour of Europe planned for mid-June"
  void ask_planned(std::size_t d, Candidates& found) const {
    const DateFact& fact = date(d);
    std::size_t t = fact.first_token;
    while (t > 0 && asking_.document.tokens[t - 1].is(mid_ | shape::mark)) --t;
    if (t < 2 || lower(t - 1) != "for" || !asking_.document.tokens[t - 2].is(planned_)) return;
    const std::size_t begin = asking_.document.sentences[fact.sentence].first_token;
    const std::size_t end = t - 2;
    std::size_t first = end;
    while (first > begin && !asking_.document.tokens[first - 1].is(
                                lexicon_.class_bit("COMMA") | lexicon_.class_bit("BE") |
                                lexicon_.class_bit("HAVE") | lexicon_.class_bit("SUBORDINATE")))
      --first;
    const std::string noun = asking_.wording.plain(first, end);
    if (count_words(noun) < 2 || count_words(noun) > 12 || !names(first, end)) return;
    Candidate candidate = dated(fact, "when", fact.sentence);
    candidate.anchor = noun;
    candidate.stem = asking_.phrases.fill("planned", {{"noun", noun}, {"planned", lower(t - 2)}});
    candidate.explanation = asking_.phrases.fill(
        "planned-explanation",
        {{"noun", capitalised(noun)}, {"planned", lower(t - 2)}, {"date", candidate.answer.text}});
    candidate.worth = 60;
    found.push_back(std::move(candidate));
  }

  [[nodiscard]] bool names(std::size_t first, std::size_t end) const {
    for (std::size_t t = first; t < end; ++t)
      if (asking_.wording.mention_at(t) != nobody) return true;
    return false;
  }

  void ask_how_long(const Clause& clause, std::size_t time, Candidates& found) const {
    const Piece& piece = clause.pieces[time];
    std::size_t link = piece.first;
    while (link < piece.end && lower(link) != "before" && lower(link) != "after") ++link;
    if (link >= piece.end || link < piece.first + 2) return;
    const std::string amount = asking_.wording.plain(piece.first, link);
    const auto& spans = asking_.phrases.list("SPAN");
    const std::string unit = lower(link - 1);
    Candidate candidate;
    candidate.kind = "how-long";
    candidate.category = "dates";
    candidate.sentence = clause.sentence;
    candidate.anchor = statement(asking_, clause, {time});
    candidate.stem = asking_.phrases.fill(
        "how-long",
        {{"link", lower(link)},
         {"event", asking_.wording.plain(link + 1, piece.end)},
         {"turned", inverted(asking_, clause, shortened(asking_, clause, {time}, 16))}});
    candidate.answer.text = asking_.phrases.fill("span-one", {{"unit", unit}});
    candidate.accepted = {lower_ascii(amount), asking_.phrases.fill("span-digit", {{"unit", unit}}),
                          "the " + unit + " " + lower(link)};
    for (const std::string& span : spans)
      candidate.pool.push_back(
          {span, asking_.phrases.fill("why-span", {{"span", candidate.answer.text}})});
    candidate.explanation = asking_.phrases.fill(
        "how-long-explanation", {{"statement", capitalised(statement(asking_, clause, {time}))},
                                 {"when", lower_ascii(amount) + " " + lower(link) + " " +
                                              asking_.wording.plain(link + 1, piece.end)}});
    candidate.derived = true;
    candidate.worth = 65;
    found.push_back(std::move(candidate));
  }

  // ---- answers and wrong options

  // "mid", "early", "late" before a month or year.
  [[nodiscard]] std::string part_of(const DateFact& fact) const {
    if (grain_name(fact.value) == "day") return {};
    for (std::size_t t = fact.first_token; t + 3 > fact.first_token && t > 0; --t)
      if (asking_.document.tokens[t - 1].is(mid_)) return lower(t - 1);
    return {};
  }

  [[nodiscard]] std::string worded(const std::string& value, const std::string& part) const {
    const std::string words = date_words(asking_.phrases, value);
    if (words.empty() || part.empty()) return words;
    return part + (part == "mid" ? "-" : " ") + words;
  }

  [[nodiscard]] Candidate dated(const DateFact& fact, const char* kind,
                                std::size_t sentence) const {
    Candidate candidate;
    candidate.kind = kind;
    candidate.category = "dates";
    candidate.sentence = sentence;
    candidate.derived = fact.how != "explicit";
    candidate.answer.kind = deck::AnswerKind::date;
    const std::string part = part_of(fact);
    candidate.answer.text = worded(fact.value, part);
    for (const std::string& form : accepted_dates(asking_.phrases, fact.value))
      candidate.accepted.push_back(part.empty() ? form : part + (part == "mid" ? "-" : " ") + form);
    for (const std::string& other : contested_)
      candidate.never.push_back(date_words(asking_.phrases, other));
    fill_pool(candidate, fact.value, part);
    return candidate;
  }

  void fill_pool(Candidate& candidate, const std::string& value, const std::string& part) const {
    const Grain grain = grain_of(value);
    std::set<std::string> used = {value};
    const auto add = [&](const std::string& other, const std::string& reason) {
      if (used.insert(other).second) candidate.pool.push_back({worded(other, part), reason});
    };
    std::size_t from_text = 0;
    for (const DateFact& other : asking_.facts.dates) {
      if (from_text >= 2) break;
      if (grain_of(other.value) != grain || used.contains(other.value) ||
          contested_.contains(other.value))
        continue;
      add(other.value, reason_of(other.value));
      ++from_text;
    }
    std::vector<std::string> near = near_dates(value);
    if (!near.empty())
      std::rotate(near.begin(),
                  near.begin() + static_cast<std::ptrdiff_t>(core::hash(value) % near.size()),
                  near.end());
    for (const std::string& other : near) add(other, asking_.phrases.fill("why-no-date"));
  }

  [[nodiscard]] std::string reason_of(const std::string& value) const {
    const auto told = told_.find(value);
    if (told == told_.end() || count_words(told->second) > 22)
      return asking_.phrases.fill("why-other-date");
    return asking_.phrases.fill("why-date", {{"event", told->second}});
  }

  [[nodiscard]] Candidate several(const Piece& piece, std::size_t sentence) const {
    Candidate candidate;
    candidate.kind = "when";
    candidate.category = "dates";
    candidate.sentence = sentence;
    candidate.answer.kind = deck::AnswerKind::set;
    std::vector<PartialDate> months;
    for (const std::size_t d : piece.dates) {
      const auto value = read_date(date(d).value);
      if (!value || value->month == 0 || value->has_day()) return {};
      months.push_back(*value);
      candidate.answer.items.push_back(month_of(*value));
    }
    for (const int by : {1, -2, 2, 4}) {
      std::string text;
      for (const PartialDate& month : months)
        text += (text.empty() ? "" : "; ") + month_of(add_months(month, by));
      candidate.pool.push_back({text, asking_.phrases.fill("why-no-date")});
    }
    candidate.worth = 60;
    return candidate;
  }

  [[nodiscard]] std::string month_of(const PartialDate& date) const {
    const auto& names = asking_.phrases.list("MONTHNAME");
    return date.month <= names.size() ? names[date.month - 1] : std::string();
  }

  const Asking& asking_;
  const Lexicon& lexicon_;
  Classes event_, cue_, mid_, linking_, planned_;
  std::map<std::string, std::string> told_; // value -> what happened then
  std::set<std::string> contested_;
};

} // namespace

void ask_times(const Asking& asking, Candidates& found) { TimeAsker(asking).run(found); }

} // namespace entente::generate
