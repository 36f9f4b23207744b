#include "quiz/grading.h"

#include "deck/judged_as.h"
#include "text/unicode.h"

#include <algorithm>
#include <set>

namespace entente::quiz {

namespace {

using deck::AnswerKind;
using deck::Form;
using judge::Verdict;
using memory::Grade;

constexpr std::int64_t think_ms = 3000;
constexpr std::int64_t read_ms_a_character = 1000 / 15;
constexpr std::int64_t type_ms_a_character = 1000 / 4;

bool is_recognition(Form form) {
  return form == Form::choice || form == Form::order || form == Form::match;
}

bool is_written(Form form) { return form == Form::typed || form == Form::cloze; }

// Every option exactly once.
bool is_permutation_of_options(const Question& question, std::vector<std::size_t> options) {
  if (options.size() != question.options.size()) return false;
  std::ranges::sort(options);
  for (std::size_t i = 0; i < options.size(); ++i)
    if (options[i] != i) return false;
  return true;
}

struct Fits {
  const Question& question;
  int hints;
  bool operator()(const Chosen& given) const {
    return question.form == Form::choice && given.option < question.options.size() &&
           is_offered(question, hints, given.option);
  }
  bool operator()(const Typed& given) const {
    return is_written(question.form) && !text::clean(given.text).empty();
  }
  bool operator()(const Flipped&) const { return question.form == Form::flip; }
  bool operator()(const Ordered& given) const {
    return question.form == Form::order && is_permutation_of_options(question, given.options);
  }
  bool operator()(const Matched& given) const {
    return question.form == Form::match && is_permutation_of_options(question, given.options);
  }
  bool operator()(const DontKnow&) const { return true; }
};

// Pairs typed out are a set of lines.
judge::Kind kind_of(AnswerKind kind) {
  return kind == AnswerKind::pairs ? judge::Kind::set : deck::judge_kind(kind);
}

// The card's own wrong options and the other cards' answers of the same kind; nothing that is
// also a way to say this answer.
std::vector<std::string> others(const deck::Deck& deck, const deck::Card& card) {
  std::set<std::string> right(card.accepted.begin(), card.accepted.end());
  right.insert(deck::answer_line(card.answer));
  std::set<std::string> found;
  for (const deck::WrongOption& wrong : card.wrong) found.insert(wrong.text);
  for (const deck::Card& other : deck.cards)
    if (other.answer.kind == card.answer.kind) found.insert(deck::answer_line(other.answer));
  std::vector<std::string> result;
  std::ranges::set_difference(found, right, std::back_inserter(result));
  return result;
}

// The deck's ways, the learner's rulings of earlier, and those of this session.
Variants variants_of(const Material& material, const deck::Card& card, const Variants& rulings) {
  Variants all;
  if (const auto own = material.learner.variants.find(card.id);
      own != material.learner.variants.end())
    all = own->second;
  for (const std::string& text : rulings.accepted) rule(all, text, true);
  for (const std::string& text : rulings.refused) rule(all, text, false);
  return all;
}

judge::Judgement judge_typed(const Material& material, const deck::Card& card,
                             const std::string& typed, const Variants& rulings) {
  judge::Expected expected;
  expected.kind = kind_of(card.answer.kind);
  expected.answer = deck::answer_line(card.answer);
  expected.accepted = card.accepted;
  expected.others = others(material.deck, card);
  expected.language = material.deck.language;
  Variants own = variants_of(material, card, rulings);
  expected.accepted.insert(expected.accepted.end(), own.accepted.begin(), own.accepted.end());
  expected.refused = std::move(own.refused);
  return judge::judge(expected, typed);
}

judge::Judgement verdict(bool right, std::string reason) {
  judge::Judgement result;
  result.verdict = right ? Verdict::right : Verdict::wrong;
  result.reason = std::move(reason);
  result.share = right ? 1 : 0;
  return result;
}

double share_in_place(const Question& question, const std::vector<std::size_t>& options) {
  std::size_t in_place = 0;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const Option& here = question.options[options[i]];
    const auto belongs = std::ranges::find(question.options, i, &Option::home);
    if (belongs != question.options.end() && belongs->text == here.text) ++in_place;
  }
  return options.empty() ? 1 : double(in_place) / double(options.size());
}

// Two neighbours swapped among four or more items is almost right; two of three is not.
bool one_swap(const Question& question, const std::vector<std::size_t>& options) {
  if (options.size() < 4) return false;
  std::vector<std::size_t> off;
  for (std::size_t i = 0; i < options.size(); ++i)
    if (question.options[options[i]].home != i) off.push_back(i);
  return off.size() == 2 && off[1] == off[0] + 1;
}

judge::Judgement judge_places(const Question& question, const std::vector<std::size_t>& options,
                              bool forgive_swap) {
  judge::Judgement result;
  result.share = share_in_place(question, options);
  const bool right = result.share == 1;
  const bool almost = !right && forgive_swap && one_swap(question, options);
  result.verdict = right ? Verdict::right : almost ? Verdict::almost : Verdict::wrong;
  result.reason = right ? "exact" : almost ? "two swapped" : "order";
  return result;
}

struct Judge {
  const Material& material;
  const deck::Card& card;
  const Question& question;
  const Variants& rulings;
  judge::Judgement operator()(const Chosen& given) const {
    const bool right = question.options[given.option].home == 0;
    return verdict(right, right ? "exact" : "other option");
  }
  judge::Judgement operator()(const Typed& given) const {
    return judge_typed(material, card, given.text, rulings);
  }
  judge::Judgement operator()(const Flipped&) const { return verdict(true, "self-judged"); }
  judge::Judgement operator()(const Ordered& given) const {
    return judge_places(question, given.options, true);
  }
  judge::Judgement operator()(const Matched& given) const {
    judge::Judgement result = judge_places(question, given.options, false);
    if (result.verdict == Verdict::wrong) result.reason = "pairs";
    return result;
  }
  judge::Judgement operator()(const DontKnow& given) const {
    return verdict(false, given.time_up ? "time up" : "not known");
  }
};

Grade lowered(Grade grade, int steps) {
  return static_cast<Grade>(std::max(int(Grade::hard), int(grade) - steps));
}

std::size_t shown_characters(const Question& question) {
  std::size_t sum = text::code_points(question.prompt) + text::code_points(question.before) +
                    text::code_points(question.after);
  for (const Option& option : question.options) sum += text::code_points(option.text);
  for (const std::string& left : question.lefts) sum += text::code_points(left);
  return sum;
}

} // namespace

bool fits(const Question& question, int hints, const Given& given) {
  return std::visit(Fits{question, hints}, given);
}

bool counts_as_right(const Outcome& outcome) {
  return (outcome.judgement.verdict != Verdict::wrong) != outcome.overruled;
}

Outcome grade(const Material& material, const Question& question, const Given& given, int hints,
              std::int64_t taken_ms, const Variants& rulings) {
  const deck::Card& card = material.deck.cards[question.card];
  Outcome outcome;
  outcome.judgement = std::visit(Judge{material, card, question, rulings}, given);
  outcome.self_judged = std::holds_alternative<Flipped>(given);
  outcome.right_answer = deck::answer_line(card.answer);
  if (const auto* chosen = std::get_if<Chosen>(&given))
    outcome.why_wrong = question.options[chosen->option].reason;
  outcome.proposed =
      propose(question, outcome.judgement.verdict, hints, taken_ms, typed_characters(given));
  return outcome;
}

Grade propose(const Question& question, Verdict verdict, int hints, std::int64_t taken_ms,
              std::size_t typed_characters) {
  if (verdict == Verdict::wrong) return Grade::again;
  if (verdict == Verdict::almost) return Grade::hard;
  const bool recognised = is_recognition(question.form);
  if (recognised && question.first_sight) return Grade::hard;
  const std::int64_t expected = expected_ms(question, typed_characters);
  const bool slow = double(taken_ms) > slow_factor * double(expected);
  const bool fast = double(taken_ms) < fast_factor * double(expected);
  if (is_written(question.form) && fast && hints == 0 && !question.first_sight &&
      question.asked_before == 0)
    return Grade::easy;
  return lowered(Grade::good, hints + (slow ? 1 : 0));
}

std::int64_t expected_ms(const Question& question, std::size_t typed_characters) {
  return think_ms + static_cast<std::int64_t>(shown_characters(question)) * read_ms_a_character +
         static_cast<std::int64_t>(typed_characters) * type_ms_a_character;
}

std::size_t typed_characters(const Given& given) {
  const auto* typed = std::get_if<Typed>(&given);
  return typed ? text::code_points(typed->text) : 0;
}

std::string given_line(const Question& question, const Given& given) {
  const auto text = [&](std::size_t option) { return question.options[option].text; };
  if (const auto* chosen = std::get_if<Chosen>(&given)) return text(chosen->option);
  if (const auto* typed = std::get_if<Typed>(&given)) return typed->text;
  const auto* ordered = std::get_if<Ordered>(&given);
  const auto* matched = std::get_if<Matched>(&given);
  if (!ordered && !matched) return "";
  const std::vector<std::size_t>& options = ordered ? ordered->options : matched->options;
  std::string line;
  for (std::size_t i = 0; i < options.size(); ++i) {
    if (i > 0) line += "; ";
    line += (matched ? question.lefts[i] + " – " : "") + text(options[i]);
  }
  return line;
}

} // namespace entente::quiz
