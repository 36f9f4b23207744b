#include "quiz/question.h"

#include "core/random.h"
#include "text/unicode.h"

#include <algorithm>
#include <cassert>
#include <set>

namespace entente::quiz {

namespace {

using deck::Card;
using deck::Form;

int times(const Confusions& chosen, const std::string& option) {
  const auto found = chosen.find(option);
  return found == chosen.end() ? 0 : found->second;
}

// Wrong options fit to be shown: once each, and none that reads like a right one.
std::vector<Option> wrong_options(const Card& card) {
  std::set<std::string> seen = {text::comparable(deck::answer_line(card.answer))};
  for (const std::string& accepted : card.accepted) seen.insert(text::comparable(accepted));
  std::vector<Option> options;
  for (std::size_t i = 0; i < card.wrong.size(); ++i)
    if (seen.insert(text::comparable(card.wrong[i].text)).second)
      options.push_back({card.wrong[i].text, card.wrong[i].reason, i + 1});
  return options;
}

std::vector<Option> choice_options(const Card& card, const Confusions& chosen, int shown,
                                   core::Random& random) {
  std::vector<Option> options = wrong_options(card);
  random.shuffle(options);
  std::ranges::stable_sort(options, std::greater{},
                           [&](const Option& option) { return times(chosen, option.text); });
  const auto wrong_shown = static_cast<std::size_t>(std::max(1, shown - 1));
  if (options.size() > wrong_shown) options.resize(wrong_shown);
  options.push_back({deck::answer_line(card.answer), "", 0});
  random.shuffle(options);
  return options;
}

bool same_texts(const std::vector<Option>& a, const std::vector<std::string>& b) {
  return std::ranges::equal(a, b, {}, &Option::text);
}

// Shuffled, and never already as they belong unless all of them read the same.
std::vector<Option> mixed(const std::vector<std::string>& items, core::Random& random) {
  std::vector<Option> options;
  for (std::size_t i = 0; i < items.size(); ++i) options.push_back({items[i], "", i});
  random.shuffle(options);
  if (options.size() > 1 && same_texts(options, items))
    std::ranges::rotate(options, options.begin() + 1);
  return options;
}

std::vector<std::string> rights(const std::vector<deck::Pair>& pairs) {
  std::vector<std::string> texts;
  for (const deck::Pair& pair : pairs) texts.push_back(pair.right);
  return texts;
}

std::string first_character(const std::string& line) {
  const auto bounds = text::grapheme_boundaries(line);
  return bounds.size() < 2 ? "" : line.substr(0, bounds[1]);
}

std::size_t option_at_home(const Question& question, std::size_t home) {
  const auto found = std::ranges::find(question.options, home, &Option::home);
  return static_cast<std::size_t>(found - question.options.begin());
}

// Wrong options go one by one until two options are left.
void add_removals(Question& question, core::Random& random) {
  std::vector<std::size_t> wrong;
  for (std::size_t i = 0; i < question.options.size(); ++i)
    if (question.options[i].home != 0) wrong.push_back(i);
  random.shuffle(wrong);
  for (std::size_t i = 0; i + 1 < wrong.size(); ++i)
    question.hints.push_back(
        {Hint::Kind::removes_option, question.options[wrong[i]].text, wrong[i]});
}

// All but the last two, which would give the rest away.
void add_places(Question& question) {
  for (std::size_t home = 0; home + 2 < question.options.size(); ++home) {
    const std::size_t at = option_at_home(question, home);
    std::string text = question.options[at].text;
    if (!question.lefts.empty()) text = question.lefts[home] + " – " + text;
    question.hints.push_back({Hint::Kind::places_item, std::move(text), at});
  }
}

void add_hints(Question& question, const Card& card, core::Random& random) {
  if (!card.hint.empty()) question.hints.push_back({Hint::Kind::author, card.hint, 0});
  switch (question.form) {
  case Form::choice:
    return add_removals(question, random);
  case Form::order:
  case Form::match:
    return add_places(question);
  case Form::typed:
  case Form::flip:
  case Form::cloze:
    break;
  }
  std::string first = first_character(deck::answer_line(card.answer));
  if (!first.empty()) question.hints.push_back({Hint::Kind::first_letter, std::move(first), 0});
}

} // namespace

Question make_question(const deck::Deck& deck, std::size_t card_index, Form form,
                       const Confusions& chosen, const Settings& settings, std::uint64_t seed) {
  const Card& card = deck.cards[card_index];
  core::Random random(seed);
  Question question;
  question.card = card_index;
  question.card_id = card.id;
  question.form = form;
  question.prompt = card.prompt;
  if (form == Form::choice)
    question.options = choice_options(card, chosen, settings.options_shown, random);
  if (form == Form::order) question.options = mixed(card.answer.items, random);
  if (form == Form::match) {
    question.options = mixed(rights(card.answer.pairs), random);
    for (const deck::Pair& pair : card.answer.pairs) question.lefts.push_back(pair.left);
  }
  if (form == Form::cloze && card.cloze) {
    question.before = card.cloze->before;
    question.after = card.cloze->after;
  }
  add_hints(question, card, random);
  return question;
}

std::size_t right_option(const Question& question) {
  assert(question.form == Form::choice);
  return option_at_home(question, 0);
}

bool is_offered(const Question& question, int hints, std::size_t option) {
  const auto given = std::min(static_cast<std::size_t>(std::max(hints, 0)), question.hints.size());
  return std::none_of(question.hints.begin(), question.hints.begin() + static_cast<long>(given),
                      [option](const Hint& hint) {
                        return hint.kind == Hint::Kind::removes_option && hint.option == option;
                      });
}

} // namespace entente::quiz
