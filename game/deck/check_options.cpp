// Wrong options against what is right and against each other.

#include "deck/check_parts.h"
#include "judge/date.h"
#include "judge/judge.h"
#include "judge/number.h"
#include "judge/person.h"
#include "judge/sets.h"
#include "text/unicode.h"

#include <algorithm>

namespace entente::deck {

namespace {

Card without_option(Card card, std::size_t index) {
  card.wrong.erase(card.wrong.begin() + static_cast<std::ptrdiff_t>(index));
  return card;
}

Mend drop_option(const Card& card, std::size_t index) {
  return {.label = "Delete the wrong option", .card = without_option(card, index)};
}

void check_same(const Card& card, Findings& findings) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < card.wrong.size(); ++i)
    if (!seen.insert(text::comparable(card.wrong[i].text)).second)
      findings.push_back({.fault = Fault::same_options,
                          .card = card.id,
                          .part = {Part::Of::wrong, i},
                          .category = {},
                          .message = "The wrong option " + quoted(card.wrong[i].text) +
                                     " stands twice on this card.",
                          .advice = "Delete one of them.",
                          .mend = drop_option(card, i)});
}

// What a text looks like, whatever the card says it is.
enum class Look { words, date, number, name };

bool has_capitals(std::string_view text) {
  const auto words = words_of(text);
  std::size_t capitals = 0, all = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string word(text.substr(at, end - at));
    at = end + 1;
    if (word.empty()) continue;
    ++all;
    if (text::lower(word.substr(0, 2), "en") != word.substr(0, 2)) ++capitals;
  }
  return all >= 1 && capitals == all && !words.empty();
}

bool has_digit(std::string_view text) {
  return text::ascii_digits(text).find_first_of("0123456789") != std::string::npos;
}

Look look_of(std::string_view text, const std::string& language) {
  const auto dates = judge::read_dates(text, language);
  const auto quantity = judge::read_quantity(text, {.language = language});
  const bool plain_number = !quantity.values.empty() && quantity.rest.empty();
  // "2020" is either: a year only where dates are asked for.
  if (!dates.empty() && !(plain_number && text::code_points(text) < 4)) return Look::date;
  if (!quantity.values.empty() && (has_digit(text) || plain_number)) return Look::number;
  if (!has_digit(text) && has_capitals(text)) return Look::name;
  return Look::words;
}

// A text that is a date or a number is judged as one, whatever the card calls it.
judge::Kind read_kind(const Card& card, const std::string& language) {
  if (card.answer.kind != AnswerKind::text) return judge_kind(card.answer.kind);
  const Look look = look_of(card.answer.text, language);
  return look == Look::date     ? judge::Kind::date
         : look == Look::number ? judge::Kind::number
                                : judge::Kind::text;
}

void check_right(const Card& card, const std::string& language, Findings& findings) {
  if (card.answer.kind == AnswerKind::pairs) return;
  judge::Expected expected{.kind = read_kind(card, language),
                           .answer = answer_line(card.answer),
                           .accepted = card.accepted,
                           .others = {},
                           .refused = {},
                           .language = language};
  for (std::size_t i = 0; i < card.wrong.size(); ++i) {
    const std::string& option = card.wrong[i].text;
    const auto judged = judge::judge(expected, option);
    if (judged.verdict == judge::Verdict::wrong) continue;
    const bool right = judged.verdict == judge::Verdict::right;
    findings.push_back(
        {.fault = right ? Fault::two_right : Fault::close_option,
         .card = card.id,
         .part = {Part::Of::wrong, i},
         .category = {},
         .message = "The wrong option " + quoted(option) +
                    (right ? " is right: it says the same as " : " is within a slip of ") +
                    quoted(expected.answer) + " or a way it is accepted.",
         .advice = right ? "Delete it, or change it to something wrong."
                         : "Change it to something that nobody could mean the answer by.",
         .mend = right ? std::optional(drop_option(card, i)) : std::nullopt});
  }
}

bool may_be(std::string_view text, AnswerKind kind, const std::string& language) {
  const Look look = look_of(text, language);
  switch (kind) {
  case AnswerKind::date:
    return !judge::read_dates(text, language).empty();
  case AnswerKind::number:
    return !judge::read_quantity(text, {.language = language}).values.empty();
  case AnswerKind::person:
    return look != Look::date && look != Look::number && !judge::read_name(text).parts.empty();
  case AnswerKind::place:
  case AnswerKind::organisation:
    return look != Look::date && look != Look::number;
  default:
    return true;
  }
}

std::string kind_words(AnswerKind kind) {
  switch (kind) {
  case AnswerKind::date:
    return "a date";
  case AnswerKind::number:
    return "a number";
  case AnswerKind::person:
    return "a person";
  case AnswerKind::place:
    return "a place";
  case AnswerKind::organisation:
    return "an organisation";
  case AnswerKind::quote:
    return "a quotation";
  default:
    return "words";
  }
}

// The deck knows the option as an answer, and never as one of this kind.
std::optional<AnswerKind> known_otherwise(const KnownKinds& known, const std::string& option,
                                          AnswerKind kind) {
  const auto found = known.find(text::comparable(option));
  if (found == known.end() || found->second.contains(kind)) return std::nullopt;
  const auto clear = [](AnswerKind other) {
    return other == AnswerKind::date || other == AnswerKind::number ||
           other == AnswerKind::person || other == AnswerKind::place ||
           other == AnswerKind::organisation;
  };
  // Places act ("Moscow said"), so they and organisations take each other's part.
  const auto acts = [](AnswerKind other) {
    return other == AnswerKind::place || other == AnswerKind::organisation;
  };
  for (const AnswerKind other : found->second)
    if (!clear(other) || (acts(other) && acts(kind))) return std::nullopt;
  return *found->second.begin();
}

void report_kind(const Card& card, std::size_t index, const std::string& what, Findings& findings) {
  findings.push_back({.fault = Fault::other_kind,
                      .card = card.id,
                      .part = {Part::Of::wrong, index},
                      .category = {},
                      .message = "The wrong option " + quoted(card.wrong[index].text) + " is " +
                                 what + ", but the answer " + quoted(answer_line(card.answer)) +
                                 " is not.",
                      .advice = "Put something of the answer's own kind in its place.",
                      .mend = std::nullopt});
}

std::string look_words(Look look) {
  return look == Look::date     ? "a date"
         : look == Look::number ? "a number"
         : look == Look::name   ? "a name"
                                : "words";
}

// Of cards whose kind says little: the answer and every other option look alike, this one does not.
bool stands_apart(const Card& card, std::size_t index, const std::string& language) {
  const Look own = look_of(card.wrong[index].text, language);
  const Look right = look_of(answer_line(card.answer), language);
  if (own == right) return false;
  const bool telling =
      own == Look::date || own == Look::number || right == Look::date || right == Look::number;
  if (!telling) return false;
  for (std::size_t i = 0; i < card.wrong.size(); ++i)
    if (i != index && look_of(card.wrong[i].text, language) == own) return false;
  return true;
}

bool is_of_words(AnswerKind kind) {
  return kind == AnswerKind::text || kind == AnswerKind::quote || kind == AnswerKind::set ||
         kind == AnswerKind::sequence;
}

// An item of a list of people that is a date.
std::optional<Look> odd_item(const Card& card, const std::string& option,
                             const std::string& language) {
  std::set<Look> right;
  for (const std::string& item : card.answer.items) right.insert(look_of(item, language));
  for (const std::string& item : judge::items_of(option)) {
    const Look look = look_of(item, language);
    if ((look == Look::date || look == Look::number) && !right.contains(look)) return look;
  }
  return std::nullopt;
}

// "The largest" beside "the second-largest", "none" beside "two".
bool counts_in_words(std::string_view option, std::string_view answer) {
  static const std::set<std::string> amounts = {"none",      "all",      "half",     "most",
                                                "dozens",    "hundreds", "several",  "many",
                                                "thousands", "millions", "billions", "few"};
  const auto right = content_words(answer);
  const Words words = words_of(option);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return amounts.contains(word) || right.contains(word);
  });
}

void check_kinds(const Card& card, const std::string& language, const KnownKinds& known,
                 Findings& findings) {
  const AnswerKind kind = card.answer.kind;
  const std::string answer = answer_line(card.answer);
  const bool answer_fits = may_be(answer, kind, language);
  for (std::size_t i = 0; i < card.wrong.size(); ++i) {
    const std::string& option = card.wrong[i].text;
    if (kind == AnswerKind::set || kind == AnswerKind::sequence) {
      if (const auto look = odd_item(card, option, language))
        report_kind(card, i, look_words(*look), findings);
    } else if (is_of_words(kind) || !answer_fits) {
      const Look look = look_of(option, language);
      if (stands_apart(card, i, language)) report_kind(card, i, look_words(look), findings);
    } else if (!may_be(option, kind, language)) {
      if (kind == AnswerKind::number && counts_in_words(option, answer)) continue;
      findings.push_back({.fault = Fault::other_kind,
                          .card = card.id,
                          .part = {Part::Of::wrong, i},
                          .category = {},
                          .message = "The wrong option " + quoted(option) + " is not " +
                                     kind_words(kind) + ", as the answer is.",
                          .advice = "Put " + kind_words(kind) + " in its place.",
                          .mend = std::nullopt});
    } else if (const auto other = known_otherwise(known, option, kind)) {
      report_kind(card, i, kind_words(*other), findings);
    }
  }
}

} // namespace

void check_options(const Card& card, const std::string& language, const KnownKinds& known,
                   Findings& findings) {
  if (card.wrong.empty()) return;
  check_right(card, language, findings);
  check_same(card, findings);
  check_kinds(card, language, known, findings);
}

} // namespace entente::deck
