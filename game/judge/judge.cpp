#include "judge/judge.h"

#include "judge/date.h"
#include "judge/finding.h"
#include "judge/number.h"
#include "judge/opposites.h"
#include "judge/person.h"
#include "judge/phrase.h"
#include "judge/place.h"
#include "judge/sets.h"
#include "judge/tokens.h"
#include "judge/words.h"
#include "text/surely_differ.h"
#include "text/unicode.h"

#include <algorithm>
#include <unordered_set>

namespace entente::judge {

namespace {

constexpr std::size_t most_bytes = 4096;
constexpr int most_marks = 16; // combining marks in a row

bool same(std::string_view a, std::string_view b) {
  return !text::surely_differ(a, b) && text::comparable(a) == text::comparable(b);
}

bool among(const std::vector<std::string>& ways, std::string_view typed) {
  return std::any_of(ways.begin(), ways.end(),
                     [typed](const std::string& way) { return same(way, typed); });
}

// Normalising a pile of marks takes time that grows with its square, so this looks before it.
bool too_long(std::string_view typed) {
  if (typed.size() > most_bytes) return true;
  int marks = 0;
  for (const char32_t c : text::to_utf32(typed)) {
    marks = text::char_class(c) == text::CharClass::mark ? marks + 1 : 0;
    if (marks > most_marks) return true;
  }
  return false;
}

Finding compare_texts(std::string_view way, std::string_view typed) {
  if (same_entity(way, typed)) return right(reason::short_name);
  return compare_phrases(way, typed, Strictness::text);
}

// An answer that does not read as its kind (a role for a person, "the day before" for a date) is
// judged as a text.
Finding compare_date(const Expected& expected, std::string_view way, std::string_view typed) {
  if (read_dates(way, expected.language).empty()) return compare_texts(way, typed);
  return judge_date(way, typed, expected.language);
}

Finding compare_number(const Expected& expected, std::string_view way, std::string_view typed) {
  if (auto finding = judge_number(way, typed, expected.language)) return std::move(*finding);
  return compare_texts(way, typed);
}

Finding compare_person(std::string_view way, std::string_view typed) {
  if (read_name(way).parts.empty()) return compare_texts(way, typed);
  return judge_person(way, typed);
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// Two to four words, each with a capital: a name, as far as can be told.
bool looks_like_name(std::string_view item) {
  const auto words = tokens(item);
  return words.size() >= 2 && words.size() <= 4 && !has_digit(item) &&
         std::all_of(words.begin(), words.end(),
                     [](const Token& word) { return text::lower(word.text, "en") != word.text; });
}

// The deck's other answers, to be asked about item after item; made ready at the first asking.
class Others {
public:
  explicit Others(const std::vector<std::string>& all) : all_(all) {}
  bool hold(std::string_view typed) {
    if (comparable_.empty())
      for (const std::string& other : all_)
        if (other.size() <= longest_item) comparable_.insert(text::comparable(other));
    return comparable_.contains(text::comparable(typed));
  }

private:
  static constexpr std::size_t longest_item = 512; // bytes; what is longer is no item of a set
  const std::vector<std::string>& all_;
  std::unordered_set<std::string> comparable_;
};

// Items have no kind of their own: the kindest fitting reading counts.
Finding compare_item(const Expected& expected, Others& others, std::string_view item,
                     std::string_view typed) {
  Finding best = compare_texts(item, typed);
  const auto offer = [&best](Finding finding) {
    if (better(finding, best)) best = std::move(finding);
  };
  if (best.verdict == Verdict::right) return best;
  if (has_digit(item)) {
    offer(compare_date(expected, item, typed));
    offer(compare_number(expected, item, typed));
  } else if (looks_like_name(item)) {
    offer(compare_person(item, typed));
  }
  // What belongs to another card is no slip.
  const bool strict = best.verdict == Verdict::right && !best.loose;
  if (!strict && others.hold(typed)) return wrong(reason::other_of_deck);
  return best;
}

Finding compare(const Expected& expected, std::string_view way, std::string_view typed) {
  Others others(expected.others);
  const JudgeItem judge_item = [&](std::string_view item, std::string_view said) {
    return compare_item(expected, others, item, said);
  };
  switch (expected.kind) {
  case Kind::date:
    return compare_date(expected, way, typed);
  case Kind::number:
    return compare_number(expected, way, typed);
  case Kind::person:
    return compare_person(way, typed);
  case Kind::place:
    return judge_entity(Entity::place, way, typed);
  case Kind::organisation:
    return judge_entity(Entity::organisation, way, typed);
  case Kind::quote:
    return compare_phrases(way, typed, Strictness::quote);
  case Kind::text:
    return compare_texts(way, typed);
  case Kind::set:
    return judge_set(way, typed, judge_item);
  case Kind::sequence:
    return judge_sequence(way, typed, judge_item);
  }
  return wrong(reason::other_answer);
}

// "Putin (Russia)": what stands before a remark in brackets at the end; empty when there is none.
// A bracket with a number or another choice in it is no remark.
std::string_view before_remark(Kind kind, std::string_view typed) {
  if (kind == Kind::quote || kind == Kind::text || kind == Kind::set || kind == Kind::sequence)
    return {};
  const std::size_t open = typed.find('(');
  if (open == std::string_view::npos || open == 0) return {};
  for (const Token& token : tokens(readable(typed.substr(open))))
    if (token.is_number || is_negation(token.plain) || is_conjunction(token.plain)) return {};
  return typed.substr(0, open);
}

// Time for leniency's sake: so many bytes of answers, together with what was typed against each,
// are looked at closely; long texts count more, as comparing them takes more than their length.
// What is typed as an answer stands is found whatever their number.
class Work {
public:
  explicit Work(std::size_t most) : most_(most) {}
  bool allows(std::string_view answer, std::string_view typed) {
    const std::size_t bytes = answer.size() + typed.size();
    done_ += bytes + bytes * bytes / 250;
    return done_ <= most_;
  }
  // Another card with nearly the same answer: the two are compared in full.
  void charge_pair(std::string_view other, std::string_view answer) {
    done_ += full_comparison * (other.size() + answer.size());
  }

private:
  static constexpr std::size_t full_comparison = 12; // times a look at an unlike answer
  std::size_t most_, done_ = 0;
};

constexpr std::size_t work_on_variants = 3U * 1024;

// What the other answers of a deck may cost, by how closely they are looked at.
struct OthersWork {
  explicit OthersWork(Kind kind)
      : close(kind == Kind::text || kind == Kind::quote ? 4U * 1024 : 18U * 1024) {}
  Work same{64U * 1024};    // is it the same but for its writing?
  Work glances{56U * 1024}; // texts that are nothing like what was typed are passed at one
  Work close;
};

// Of answer and accepted ways, the kindest finding.
Finding compare_all(const Expected& expected, std::string_view typed) {
  Finding best = compare(expected, expected.answer, typed);
  const auto offer = [&best](Finding finding) {
    if (better(finding, best)) best = std::move(finding);
  };
  Work work(work_on_variants);
  for (const std::string& way : expected.accepted)
    if (work.allows(way, typed)) offer(compare(expected, way, typed));
  if (best.verdict == Verdict::wrong)
    if (const auto bare = before_remark(expected.kind, typed); !readable(bare).empty())
      offer(compare(expected, expected.answer, bare));
  return best;
}

bool is_strictly_right(const Finding& finding) {
  return finding.verdict == Verdict::right && !finding.loose;
}

Finding belongs_to(const Expected& expected, const std::string& other) {
  const bool person = expected.kind == Kind::person;
  return wrong(person ? reason::other_person : reason::other_of_deck,
               "\"" + text::clean(other) + "\" is another answer of this deck.");
}

// Nothing lenient could be found between them.
bool far_apart(Kind kind, const std::string& other, std::string_view typed) {
  if (kind != Kind::text && kind != Kind::quote) return false;
  return !may_fit(other, typed) && (kind == Kind::quote || !same_entity(other, typed));
}

// What was typed, made ready once for all the answers it is held against.
struct Said {
  std::string_view typed;
  std::string comparable;
  [[nodiscard]] bool is(std::string_view answer, Work& work) const {
    if (text::surely_differ(answer, typed)) return false;
    if (!work.allows(answer, "")) return answer == typed;
    return text::comparable(answer) == comparable;
  }
};

// The finding after another answer of the deck had its say: leniency ends where that one is meant,
// or may be meant as well.
Finding against(const Expected& expected, const std::string& other, const Said& said,
                const Finding& finding, OthersWork& work) {
  if (said.is(other, work.same)) return belongs_to(expected, other);
  const std::string_view typed = said.typed;
  if (expected.kind == Kind::set || expected.kind == Kind::sequence) return finding;
  if (!work.glances.allows(other, typed) || far_apart(expected.kind, other, typed)) return finding;
  if (!work.close.allows(other, typed)) return finding;
  const Finding theirs = compare(expected, other, typed);
  if (theirs.verdict == Verdict::wrong) return finding;
  if (rank(theirs.verdict) > rank(finding.verdict) || is_strictly_right(theirs))
    return theirs.verdict == Verdict::right || finding.verdict != Verdict::wrong
               ? belongs_to(expected, other)
               : finding;
  if (theirs.verdict != finding.verdict || theirs.distance > finding.distance) return finding;
  return wrong(reason::shared_name, "\"" + text::clean(other) + "\" may be meant as well.");
}

Finding weigh_others(const Expected& expected, std::string_view typed, Finding finding) {
  if (is_strictly_right(finding)) return finding;
  OthersWork work(expected.kind);
  const Said said{typed, text::comparable(typed)};
  for (const std::string& other : expected.others) {
    Finding after = against(expected, other, said, finding, work);
    if (after.verdict == finding.verdict && after.reason == finding.reason) continue;
    // Another card may have the very same answer.
    if (same(other, expected.answer)) continue;
    work.close.charge_pair(other, expected.answer);
    if (!is_strictly_right(compare_all(expected, other))) return after;
  }
  return finding;
}

Judgement judgement(Finding finding) {
  return {.verdict = finding.verdict,
          .reason = std::string(finding.reason),
          .detail = std::move(finding.detail),
          .difference = std::move(finding.difference),
          .share = finding.share};
}

bool shows_difference(Kind kind) {
  return kind == Kind::quote || kind == Kind::set || kind == Kind::sequence;
}

Finding find(const Expected& expected, std::string_view typed) {
  if (too_long(typed)) return wrong(reason::too_long, "That is longer than any answer.");
  if (same(expected.answer, typed)) return right(reason::exact);
  if (among(expected.refused, typed)) return wrong(reason::refused, "This was refused before.");
  if (among(expected.accepted, typed)) return right(reason::variant);
  if (readable(typed).empty()) return wrong(reason::empty);
  return weigh_others(expected, typed, compare_all(expected, typed));
}

} // namespace

std::string_view name(Verdict verdict) {
  switch (verdict) {
  case Verdict::right:
    return "right";
  case Verdict::almost:
    return "almost";
  case Verdict::wrong:
    break;
  }
  return "wrong";
}

std::string marked(const WordDifference& difference) {
  using Mark = WordDifference::Mark;
  switch (difference.mark) {
  case Mark::missing:
    return "+ " + difference.expected;
  case Mark::extra:
    return "− " + difference.typed;
  case Mark::replaced:
    return difference.typed + " → " + difference.expected;
  case Mark::same:
    break;
  }
  return difference.expected;
}

Judgement judge(const Expected& expected, std::string_view typed) {
  Finding finding = find(expected, typed);
  if (!shows_difference(expected.kind)) finding.difference.clear();
  return judgement(std::move(finding));
}

} // namespace entente::judge
