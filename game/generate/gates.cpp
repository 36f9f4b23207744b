#include "generate/gates.h"

#include "judge/judge.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>

namespace entente::generate {

namespace {

constexpr std::size_t longest_stem = 34; // words; quotations in it not counted
constexpr std::size_t longest_quotation = 60;
constexpr std::size_t most_spare = 4;

judge::Kind judged_as(deck::AnswerKind kind) {
  using enum deck::AnswerKind;
  switch (kind) {
  case date:
    return judge::Kind::date;
  case number:
    return judge::Kind::number;
  case person:
    return judge::Kind::person;
  case place:
    return judge::Kind::place;
  case organisation:
    return judge::Kind::organisation;
  case quote:
    return judge::Kind::quote;
  case set:
    return judge::Kind::set;
  case sequence:
    return judge::Kind::sequence;
  default:
    return judge::Kind::text;
  }
}

judge::Expected expected_of(const Candidate& candidate) {
  judge::Expected expected;
  expected.kind = judged_as(candidate.answer.kind);
  expected.answer = deck::answer_line(candidate.answer);
  expected.accepted = candidate.accepted;
  return expected;
}

std::string folded(std::string_view text) { return text::comparable(text); }

// Whole words of `part` in `whole`, both folded.
bool holds_words(const std::string& whole, const std::string& part) {
  if (part.empty()) return false;
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  for (std::size_t at = whole.find(part); at != std::string::npos; at = whole.find(part, at + 1)) {
    const bool starts = at == 0 || !is_letter(whole[at - 1]) || !is_letter(part[0]);
    const std::size_t end = at + part.size();
    const bool ends = end == whole.size() || !is_letter(whole[end]) || !is_letter(part.back());
    if (starts && ends) return true;
  }
  return false;
}

bool balanced(std::string_view text, std::string_view open, std::string_view close) {
  const auto count = [&](std::string_view mark) {
    std::size_t n = 0;
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, at + mark.size()))
      ++n;
    return n;
  };
  return count(open) == count(close);
}

std::string without_quotations(const std::string& stem) {
  std::string result;
  for (std::size_t at = 0; at < stem.size();) {
    const std::size_t open = std::min(stem.find("\u201C", at), stem.size());
    result += stem.substr(at, open - at);
    const std::size_t close = stem.find("\u201D", open);
    if (close == std::string::npos) break;
    at = close + 3;
  }
  return result;
}

bool is_similar_length(const std::string& a, const std::string& b) {
  const auto longer = static_cast<double>(std::max(a.size(), b.size()));
  const auto shorter = static_cast<double>(std::max<std::size_t>(1, std::min(a.size(), b.size())));
  return longer / shorter <= 2.0 || longer - shorter <= 12;
}

} // namespace

std::string Gates::check_stem(const Candidate& candidate) const {
  const std::string& stem = candidate.stem;
  if (stem.empty()) return "the language has no wording for it";
  if (!balanced(stem, "\u201C", "\u201D") || !balanced(stem, "(", ")"))
    return "a quotation mark or bracket is left open";
  if (!stem.ends_with("?") && !stem.ends_with(".") && !stem.ends_with("\u201D"))
    return "the question has no end";
  const std::string outside = without_quotations(stem);
  if (count_words(outside) > longest_stem) return "the question is too long";
  if (count_words(stem) > longest_quotation) return "the quotation is too long";
  if (stem.find("\u2026") != std::string::npos && candidate.kind == "quote")
    return "the quotation is itself cut";
  return {};
}

std::string Gates::check_answer(const Candidate& candidate) const {
  const std::string answer = folded(deck::answer_line(candidate.answer));
  if (answer.empty()) return "there is no answer";
  const std::string stem = folded(candidate.stem);
  if (holds_words(stem, answer)) return "the question holds its answer";
  if (candidate.asks_for_name)
    for (const std::string& form : candidate.accepted)
      if (holds_words(stem, folded(form))) return "the question holds its answer";
  const bool literal = candidate.answer.kind == deck::AnswerKind::quote ||
                       candidate.answer.kind == deck::AnswerKind::number;
  if (!literal || candidate.derived) return {};
  const Span sentence = asking_.document.sentences[candidate.sentence].span;
  const std::string source = folded(tidy(asking_.document.words(sentence)));
  return source.find(answer) == std::string::npos ? "its sentence does not hold the answer"
                                                  : std::string();
}

void Gates::keep_accepted(Candidate& candidate) const {
  judge::Expected plain = expected_of(candidate);
  std::vector<std::string> kept;
  for (const std::string& form : candidate.accepted) {
    const bool known = form.empty() || form == plain.answer ||
                       std::find(kept.begin(), kept.end(), form) != kept.end();
    if (!known) kept.push_back(form);
  }
  candidate.accepted = std::move(kept);
}

// An option must be wrong for the judge, and look like the answer and unlike the other options.
void Gates::choose_options(Candidate& candidate) const {
  const judge::Expected expected = expected_of(candidate);
  const std::string answer = folded(expected.answer);
  const std::string stem = folded(candidate.stem);
  std::vector<std::string> taken;
  std::vector<Distractor> chosen;
  for (const Distractor& option : candidate.pool) {
    if (chosen.size() == options_wanted + most_spare) break;
    const std::string form = folded(option.text);
    const bool known = std::any_of(taken.begin(), taken.end(), [&](const std::string& other) {
      return other == form || holds_words(other, form) || holds_words(form, other);
    });
    const bool never = std::any_of(candidate.never.begin(), candidate.never.end(),
                                   [&](const std::string& word) { return folded(word) == form; });
    if (form.empty() || known || never || form == answer || holds_words(answer, form) ||
        holds_words(form, answer) || !is_similar_length(option.text, expected.answer))
      continue;
    if (candidate.asks_for_name && holds_words(stem, form)) continue;
    if (judge::judge(expected, option.text).verdict != judge::Verdict::wrong) continue;
    taken.push_back(form);
    chosen.push_back(option);
  }
  const std::size_t first = std::min(chosen.size(), options_wanted);
  const auto cut = chosen.begin() + static_cast<std::ptrdiff_t>(first);
  candidate.spare.assign(cut, chosen.end());
  chosen.erase(cut, chosen.end());
  candidate.pool = std::move(chosen);
}

std::string Gates::check(Candidate& candidate) {
  if (std::string reason = check_stem(candidate); !reason.empty()) return reason;
  if (std::string reason = check_answer(candidate); !reason.empty()) return reason;
  keep_accepted(candidate);
  if (judge::judge(expected_of(candidate), deck::answer_line(candidate.answer)).verdict !=
      judge::Verdict::right)
    return "the judge does not read the answer";
  if (!candidate.without_options) {
    choose_options(candidate);
    if (candidate.pool.size() < options_wanted && !candidate.may_lack_options)
      return "too few good wrong options";
    if (candidate.pool.size() < options_wanted) {
      candidate.pool.clear();
      candidate.forms = {deck::Form::typed, deck::Form::flip};
      candidate.spare.clear();
    }
  } else {
    candidate.pool.clear();
  }
  if (!stems_.insert(folded(candidate.stem)).second) return "another card asks the same";
  return {};
}

} // namespace entente::generate
