// What happened on a day, and in what order things happened: whole statements are the options.

#include "generate/clause_wording.h"
#include "generate/date_wording.h"

#include <algorithm>
#include <map>

namespace entente::generate {

namespace {

constexpr std::size_t longest_event = 18; // words

struct Event {
  std::string words, value;
  std::size_t sentence = 0;
  Grain grain = Grain::day;
  bool derived = false;
};

class EventAsker {
public:
  explicit EventAsker(const Asking& asking) : asking_(asking) { collect(); }

  void run(Candidates& found) const {
    std::map<std::string, std::size_t> on_date;
    for (const Event& event : events_) ++on_date[event.value];
    for (std::size_t e = 0; e < events_.size(); ++e)
      if (on_date[events_[e].value] == 1) ask_what(e, found);
    ask_order(found);
  }

private:
  void collect() {
    for (const Clause& clause : asking_.clauses) {
      std::size_t time = nobody, times = 0;
      for (std::size_t p = 0; p < clause.pieces.size(); ++p)
        if (clause.pieces[p].is_time()) {
          time = p;
          ++times;
        }
      if (times != 1 || clause.pieces[time].dates.size() != 1 || !clause.past) continue;
      if (clause.auxiliary == "has" || clause.auxiliary == "have") continue;
      const DateFact& date = asking_.facts.dates[clause.pieces[time].dates[0]];
      const std::string prep = lower_ascii(asking_.document.form(clause.pieces[time].first));
      const bool linked = prep == "since" || prep == "until" || prep == "by" || prep == "for" ||
                          prep == "from" || prep == "before" || prep == "after" ||
                          prep == "between";
      if (linked || !date.value2.empty() || !names_something(asking_, clause, {time}, true))
        continue;
      if (is_after_event(clause, time)) continue;
      Event event{capitalised(statement(asking_, clause, {time})), date.value, clause.sentence,
                  grain_of(date.value), date.how != "explicit"};
      if (count_words(event.words) >= 4 && count_words(event.words) <= longest_event)
        events_.push_back(std::move(event));
    }
  }

  [[nodiscard]] bool is_after_event(const Clause& clause, std::size_t time) const {
    const Classes link = asking_.language.lexicon.class_bit("EVENTLINK");
    for (std::size_t p = 0; p < time; ++p)
      if (!clause.pieces[p].leads && asking_.document.tokens[clause.pieces[p].first].is(link))
        return true;
    return false;
  }

  [[nodiscard]] static bool asks_grain(Grain grain) {
    return grain == Grain::day || grain == Grain::month || grain == Grain::year;
  }

  void ask_what(std::size_t index, Candidates& found) const {
    const Event& event = events_[index];
    if (!asks_grain(event.grain)) return;
    Candidate candidate;
    candidate.kind = "happened";
    candidate.category = "dates";
    candidate.sentence = event.sentence;
    candidate.anchor = event.words;
    const std::string date = date_words(asking_.phrases, event.value);
    candidate.stem = asking_.phrases.fill(
        event.grain == Grain::day ? "happened-day" : "happened-in", {{"date", date}});
    candidate.answer.text = event.words;
    for (const Event& other : events_) {
      if (candidate.pool.size() == 8) break;
      if (other.value != event.value && other.sentence != event.sentence &&
          !other.value.starts_with(event.value) && !event.value.starts_with(other.value))
        candidate.pool.push_back(
            {other.words, asking_.phrases.fill(
                              "why-then", {{"date", date_words(asking_.phrases, other.value)}})});
    }
    candidate.explanation =
        asking_.phrases.fill("happened-explanation", {{"statement", event.words}, {"date", date}});
    candidate.forms = {deck::Form::choice, deck::Form::flip};
    candidate.derived = true;
    candidate.worth = 35;
    found.push_back(std::move(candidate));
  }

  // Three to five events, each surely before the next.
  void ask_order(Candidates& found) const {
    std::vector<Event> line = events_;
    std::erase_if(line, [](const Event& event) { return !asks_grain(event.grain); });
    std::stable_sort(line.begin(), line.end(),
                     [](const Event& a, const Event& b) { return a.value < b.value; });
    std::vector<Event> chosen;
    for (Event& event : line) {
      const bool later = chosen.empty() || (event.value > chosen.back().value &&
                                            !event.value.starts_with(chosen.back().value));
      if (later && count_words(event.words) <= 14) chosen.push_back(std::move(event));
      if (chosen.size() == 5) break;
    }
    if (chosen.size() < 3) return;
    Candidate candidate;
    candidate.kind = "order";
    candidate.category = "dates";
    candidate.sentence = chosen.front().sentence;
    candidate.anchor = "order";
    candidate.stem = asking_.phrases.fill("order");
    candidate.answer.kind = deck::AnswerKind::sequence;
    std::string dates;
    for (const Event& event : chosen) {
      candidate.answer.items.push_back(event.words);
      dates += (dates.empty() ? "" : "; ") + date_words(asking_.phrases, event.value);
    }
    candidate.explanation = asking_.phrases.fill("order-explanation", {{"dates", dates}});
    candidate.forms = {deck::Form::order, deck::Form::flip};
    candidate.without_options = true;
    candidate.derived = true;
    candidate.worth = 50;
    found.push_back(std::move(candidate));
  }

  const Asking& asking_;
  std::vector<Event> events_;
};

} // namespace

std::vector<EventFact> dated_events(const Asking& asking) {
  std::vector<EventFact> events;
  for (const Clause& clause : asking.clauses)
    for (std::size_t p = 0; p < clause.pieces.size(); ++p)
      if (clause.pieces[p].dates.size() == 1)
        events.push_back({statement(asking, clause, {p}),
                          asking.facts.dates[clause.pieces[p].dates[0]].value,
                          asking.document.span_of(clause.first, clause.end), clause.sentence});
  return events;
}

void ask_events(const Asking& asking, Candidates& found) { EventAsker(asking).run(found); }

} // namespace entente::generate
