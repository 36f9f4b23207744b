// Cards against each other: duplicates, answers that another card tells, the longest option.

#include "deck/check_parts.h"
#include "judge/date.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace entente::deck {

namespace {

constexpr double near = 0.72; // likeness from which two questions are one
constexpr double telling_share = 0.5,
                 telling_share_of_three =
                     0.3;              // of a question's words, in a prompt that has its answer
constexpr std::size_t most_same = 200; // a word in more cards than this tells nothing
// How seldom so many right answers would be the longest by chance.
constexpr double by_chance = 0.001;
constexpr std::size_t fewest_for_longest = 5;

struct Looked {
  const Card* card = nullptr;
  std::string question;          // comparable
  std::set<std::string> content; // of the question
  std::string answer;            // one key for all that say the same
  struct Told {
    Words words;
    std::set<std::string> content;
  };
  std::vector<Told> told; // prompt, hint, cloze: what the card shows before it is answered
};

// Dates written in different ways are one answer; the items of a set have no order.
std::string answer_key(const Card& card, const std::string& language) {
  if (card.answer.kind == AnswerKind::date)
    if (const auto dates = judge::read_dates(card.answer.text, language); !dates.empty())
      return judge::describe(dates.front());
  if (card.answer.kind != AnswerKind::set) return text::comparable(answer_line(card.answer));
  std::set<std::string> items;
  for (const std::string& item : card.answer.items) items.insert(text::comparable(item));
  std::string key;
  for (const std::string& item : items) key += item + "; ";
  return key;
}

Looked look_at(const Card& card, const std::string& language) {
  Looked looked{&card,
                text::comparable(asked(card)),
                content_words(asked(card)),
                answer_key(card, language),
                {}};
  const auto tell = [&](const std::string& text) {
    if (!text.empty()) looked.told.push_back({words_of(text), content_words(text)});
  };
  tell(card.prompt);
  tell(card.hint);
  if (card.cloze) tell(card.cloze->before + " … " + card.cloze->after);
  return looked;
}

class Across {
public:
  explicit Across(const Deck& deck) : deck_(deck) {
    for (const Card& card : deck.cards) looked_.push_back(look_at(card, deck.language));
    for (std::size_t i = 0; i < looked_.size(); ++i)
      for (const Looked::Told& told : looked_[i].told)
        for (const std::string& word : told.content)
          if (auto& cards = with_word_[word]; cards.empty() || cards.back() != i)
            cards.push_back(i);
  }

  Findings run() {
    find_duplicates();
    for (std::size_t i = 0; i < looked_.size(); ++i) find_telling(i);
    check_longest();
    check_categories();
    return std::move(findings_);
  }

private:
  void find_duplicates() {
    std::unordered_map<std::string, std::size_t> questions;
    std::unordered_map<std::string, std::vector<std::size_t>> answers;
    for (std::size_t i = 0; i < looked_.size(); ++i) {
      const Looked& own = looked_[i];
      const auto [first, is_new] = questions.emplace(own.question, i);
      auto& same = answers[own.answer];
      if (!is_new && !own.question.empty())
        report_duplicate(own, looked_[first->second]);
      else if (const Looked* other = nearest(own, same))
        report_near(own, *other);
      if (same.size() < most_same) same.push_back(i);
    }
  }

  [[nodiscard]] const Looked* nearest(const Looked& own,
                                      const std::vector<std::size_t>& same) const {
    const Looked* best = nullptr;
    double most = 0;
    for (const std::size_t i : same)
      if (const double alike = alikeness(own, looked_[i]); alike > most)
        most = alike, best = &looked_[i];
    return most >= near ? best : nullptr;
  }
  // A question that only adds words to another asks the same.
  static double alikeness(const Looked& a, const Looked& b) {
    const double shared = likeness(a.content, b.content);
    const auto& small = a.content.size() < b.content.size() ? a.content : b.content;
    const auto& large = a.content.size() < b.content.size() ? b.content : a.content;
    const bool within =
        small.size() >= 3 && std::includes(large.begin(), large.end(), small.begin(), small.end());
    return within && shared >= 0.5 ? std::max(shared, near) : shared;
  }

  void report_duplicate(const Looked& own, const Looked& first) {
    const bool same = own.answer == first.answer;
    findings_.push_back(
        {Fault::duplicate,
         own.card->id,
         {Part::Of::prompt},
         {},
         "The card asks the same as " + first.card->id +
             (same ? "."
                   : ", with another answer: " + quoted(answer_line(own.card->answer)) + " and " +
                         quoted(answer_line(first.card->answer)) + "."),
         same ? "Delete one of the two." : "Say in each question what makes it differ.",
         same ? std::optional(
                    Mend{"Delete this card; " + first.card->id + " stays", {}, own.card->id, {}})
              : std::nullopt,
         first.card->id});
  }
  void report_near(const Looked& own, const Looked& other) {
    findings_.push_back(
        {Fault::near_duplicate,
         own.card->id,
         {Part::Of::prompt},
         {},
         "The card asks nearly the same as " + other.card->id + ", with the same answer.",
         "Delete one of the two, or ask something else.",
         std::nullopt,
         other.card->id});
  }

  // Another card's question says the answer, about the same thing.
  void find_telling(std::size_t index) {
    const Looked& own = looked_[index];
    const Words answer = words_of(answer_line(own.card->answer));
    std::set<std::string> subject = own.content;
    for (const std::string& word : content_words(answer_line(own.card->answer)))
      subject.erase(word);
    if (answer.empty() || subject.size() < 2) return;
    for (const std::size_t i : candidates(answer, index)) {
      const Looked& other = looked_[i];
      if (other.answer == own.answer) continue;
      if (std::none_of(other.told.begin(), other.told.end(), [&](const Looked::Told& told) {
            return holds(told.words, answer) && is_about(subject, told);
          }))
        continue;
      findings_.push_back({Fault::given_away,
                           own.card->id,
                           {Part::Of::answer},
                           {},
                           "The question of " + other.card->id + " tells the answer " +
                               quoted(answer_line(own.card->answer)) + ".",
                           "Reword that question so that it does not say so.",
                           std::nullopt,
                           other.card->id});
      return;
    }
  }

  // Words that many cards have count for little.
  [[nodiscard]] bool is_about(const std::set<std::string>& subject,
                              const Looked::Told& told) const {
    double all = 0, shared = 0;
    int words = 0;
    for (const std::string& word : subject) {
      const auto found = with_word_.find(word);
      const std::size_t cards = found == with_word_.end() ? 1 : found->second.size();
      const double weight = std::log1p(static_cast<double>(looked_.size()) / double(cards)) -
                            std::log(2.0); // 0 for a word in every card
      all += weight;
      if (!told.content.contains(word)) continue;
      shared += weight;
      ++words;
    }
    return (words >= 2 && shared >= telling_share * all) ||
           (words >= 3 && shared >= telling_share_of_three * all);
  }

  // Cards that show the rarest word of the answer.
  [[nodiscard]] std::vector<std::size_t> candidates(const Words& answer, std::size_t own) const {
    const std::vector<std::size_t>* rarest = nullptr;
    for (const std::string& word : content_words_of(answer)) {
      const auto found = with_word_.find(word);
      if (found == with_word_.end()) return {};
      if (!rarest || found->second.size() < rarest->size()) rarest = &found->second;
    }
    if (!rarest || rarest->size() > most_same) return {};
    std::vector<std::size_t> others = *rarest;
    std::erase(others, own);
    return others;
  }
  static std::set<std::string> content_words_of(const Words& words) {
    std::string joined;
    for (const std::string& word : words) joined += word + " ";
    return content_words(joined);
  }

  void check_longest() {
    std::size_t asked_as_choice = 0, longest = 0;
    double expected = 0;
    for (const Card& card : deck_.cards) {
      if (card.wrong.size() < 2) continue;
      ++asked_as_choice;
      expected += 1.0 / static_cast<double>(card.wrong.size() + 1);
      if (is_longest(card)) ++longest;
    }
    if (asked_as_choice < fewest_for_longest) return;
    const double chance = expected / static_cast<double>(asked_as_choice);
    const double share = static_cast<double>(longest) / static_cast<double>(asked_as_choice);
    if (share < 0.6 || tail(asked_as_choice, longest, chance) > by_chance) return;
    findings_.push_back({Fault::longest_right,
                         {},
                         {},
                         {},
                         "The longest option is right on " + std::to_string(longest) + " of " +
                             std::to_string(asked_as_choice) + " cards.",
                         "Shorten right answers, or lengthen wrong options, on some of them.",
                         std::nullopt});
  }
  static bool is_longest(const Card& card) {
    const std::size_t own = text::code_points(answer_line(card.answer));
    return std::all_of(card.wrong.begin(), card.wrong.end(), [&](const WrongOption& option) {
      return text::code_points(option.text) < own;
    });
  }
  // P(at least k of n) of a binomial.
  static double tail(std::size_t n, std::size_t k, double p) {
    double sum = 0;
    for (std::size_t i = k; i <= n; ++i)
      sum += std::exp(std::lgamma(double(n) + 1) - std::lgamma(double(i) + 1) -
                      std::lgamma(double(n - i) + 1) + double(i) * std::log(p) +
                      double(n - i) * std::log1p(-p));
    return sum;
  }

  void check_categories() {
    std::unordered_set<std::string> used;
    for (const Card& card : deck_.cards) used.insert(card.category);
    for (const Category& category : deck_.categories)
      if (!used.contains(category.id))
        findings_.push_back({Fault::empty_category,
                             {},
                             {},
                             category.id,
                             "The category " + quoted(category.name) + " has no cards.",
                             "Delete it, or put cards into it.",
                             Mend{"Delete the category", {}, {}, category.id}});
  }

  const Deck& deck_;
  std::vector<Looked> looked_;
  std::unordered_map<std::string, std::vector<std::size_t>> with_word_;
  Findings findings_;
};

} // namespace

std::vector<Finding> check_across(const Deck& deck) { return Across(deck).run(); }

} // namespace entente::deck
