#include "quiz/board.h"

#include "core/random.h"
#include "judge/date.h"
#include "quiz/elapsed.h"
#include "text/unicode.h"

#include <algorithm>

namespace entente::quiz {

namespace {

using deck::AnswerKind;
using Cards = std::vector<std::size_t>;

class Dealer {
public:
  Dealer(const Material& material, const Selection& selection, std::uint64_t seed, core::Moment now)
      : material_(material), random_(seed) {
    for (std::size_t card = 0; card < material.deck.cards.size(); ++card)
      if (may_play(card, selection, now)) pool_.push_back(card);
    random_.shuffle(pool_);
    std::ranges::stable_partition(pool_, [this](std::size_t card) { return seen(card); });
  }

  Cards who_said_it(std::size_t rows) const {
    Cards persons = of_kind(AnswerKind::person);
    std::ranges::stable_sort(persons, std::greater{},
                             [this](std::size_t card) { return mistakes(card); });
    Cards dealt;
    for (const std::size_t card : persons) {
      if (dealt.size() >= rows) break;
      add(dealt, card);
      if (const auto rival = rival_of(card, persons); rival && dealt.size() < rows)
        add(dealt, *rival);
    }
    return several_answers(dealt) ? dealt : with_another_person(dealt, persons);
  }

  // Of the kinds with enough different answers one is drawn, a kind with more cards more often.
  Cards match(std::size_t rows) {
    std::vector<Cards> kinds;
    Cards weights;
    for (const AnswerKind kind : {AnswerKind::date, AnswerKind::number, AnswerKind::person,
                                  AnswerKind::place, AnswerKind::organisation, AnswerKind::text}) {
      Cards cards = no_two_alike(of_kind(kind));
      if (cards.size() < static_cast<std::size_t>(fewest_rows)) continue;
      weights.insert(weights.end(), cards.size(), kinds.size());
      kinds.push_back(std::move(cards));
    }
    if (kinds.empty()) return {};
    Cards cards = kinds[weights[random_.below(static_cast<std::uint32_t>(weights.size()))]];
    cards.resize(std::min(rows, cards.size()));
    return cards;
  }

  // In the order of their dates, any two of which can be told apart.
  Cards timeline(std::size_t rows) const {
    std::vector<std::pair<Stretch, std::size_t>> dealt;
    for (const std::size_t card : of_kind(AnswerKind::date)) {
      const auto stretch = stretch_of(card);
      if (dealt.size() >= rows || !stretch) continue;
      if (std::ranges::none_of(dealt,
                               [&](const auto& other) { return overlap(*stretch, other.first); }))
        dealt.emplace_back(*stretch, card);
    }
    std::ranges::sort(dealt);
    Cards cards;
    for (const auto& [stretch, card] : dealt) cards.push_back(card);
    return cards;
  }

private:
  using Stretch = std::pair<int, int>; // first and last day, as yyyymmdd

  static bool overlap(const Stretch& a, const Stretch& b) {
    return a.first <= b.second && b.first <= a.second;
  }

  std::optional<Stretch> stretch_of(std::size_t card) const {
    const auto& answer = material_.deck.cards[card].answer.text;
    const auto dates = judge::read_dates(answer, material_.deck.language);
    if (dates.empty() || dates.front().from.year == 0) return std::nullopt;
    return Stretch{number_of(dates.front().from, false), number_of(dates.front().to, true)};
  }

  // A day as yyyymmdd; what is not said counts as the first or the last there is.
  static int number_of(const judge::Day& day, bool last) {
    constexpr int first_of_season[] = {3, 6, 9, 12};
    int month = day.month == 0 ? (last ? 12 : 1) : day.month;
    if (month > 20) month = std::min(12, first_of_season[(month - 21) % 4] + (last ? 2 : 0));
    return day.year * 10000 + month * 100 + (day.day == 0 ? (last ? 31 : 1) : day.day);
  }

  bool may_play(std::size_t card, const Selection& selection, core::Moment now) const {
    const memory::CardProgress* progress = find_progress(material_, card);
    return matches(selection, material_.deck.cards[card], progress) &&
           !(progress && is_hidden(*progress, material_.settings, now));
  }

  bool seen(std::size_t card) const { return known_progress(material_, card).state.has_value(); }

  Cards of_kind(AnswerKind kind) const {
    Cards cards;
    for (const std::size_t card : pool_)
      if (material_.deck.cards[card].answer.kind == kind) cards.push_back(card);
    return cards;
  }

  std::string answer(std::size_t card) const {
    return text::comparable(deck::answer_line(material_.deck.cards[card].answer));
  }

  int mistakes(std::size_t card) const {
    int sum = 0;
    for (const auto& [option, times] : known_confusions(material_, card)) sum += times;
    return sum;
  }

  // A card whose answer is the person most often taken for this one's.
  std::optional<std::size_t> rival_of(std::size_t card, const Cards& among) const {
    const Confusions chosen = known_confusions(material_, card);
    const auto most = std::ranges::max_element(
        chosen, {}, [](const auto& option_times) { return option_times.second; });
    if (most == chosen.end()) return std::nullopt;
    const auto rival = std::ranges::find(among, text::comparable(most->first),
                                         [this](std::size_t other) { return answer(other); });
    return rival == among.end() ? std::nullopt : std::optional(*rival);
  }

  static void add(Cards& dealt, std::size_t card) {
    if (std::ranges::find(dealt, card) == dealt.end()) dealt.push_back(card);
  }

  bool several_answers(const Cards& cards) const { return no_two_alike(cards).size() > 1; }

  Cards with_another_person(Cards dealt, const Cards& persons) const {
    const auto other = std::ranges::find_if(persons, [&](std::size_t card) {
      return !dealt.empty() && answer(card) != answer(dealt.front());
    });
    if (other == persons.end()) return {};
    dealt.back() = *other;
    return dealt;
  }

  Cards no_two_alike(const Cards& cards) const {
    std::vector<std::string> answers;
    Cards kept;
    for (const std::size_t card : cards) {
      if (std::ranges::find(answers, answer(card)) != answers.end()) continue;
      answers.push_back(answer(card));
      kept.push_back(card);
    }
    return kept;
  }

  const Material& material_;
  core::Random random_;
  Cards pool_;
};

Cards deal(Dealer& dealer, Game game, std::size_t rows) {
  switch (game) {
  case Game::match:
    return dealer.match(rows);
  case Game::timeline:
    return dealer.timeline(rows);
  case Game::who_said_it:
    break;
  }
  return dealer.who_said_it(rows);
}

// The board's cards as one card of pairs or a sequence, so that it is asked as any such card is.
Question board_question(const Material& material, Game game, const Cards& cards,
                        std::uint64_t seed) {
  const bool ordered = game == Game::timeline;
  deck::Deck deck;
  deck::Card card;
  card.answer.kind = ordered ? AnswerKind::sequence : AnswerKind::pairs;
  for (const std::size_t index : cards) {
    const deck::Card& content = material.deck.cards[index];
    card.answer.items.push_back(content.prompt);
    card.answer.pairs.push_back({content.prompt, deck::answer_line(content.answer)});
  }
  deck.cards.push_back(std::move(card));
  Question question = make_question(deck, 0, ordered ? deck::Form::order : deck::Form::match, {},
                                    material.settings, seed);
  question.hints.clear();
  return question;
}

} // namespace

std::string_view name(Game game) {
  switch (game) {
  case Game::who_said_it:
    return "who-said-it";
  case Game::match:
    return "match";
  case Game::timeline:
    break;
  }
  return "timeline";
}

std::optional<Board> make_board(const Material& material, Game game, const Selection& selection,
                                int rows, std::uint64_t seed, core::Moment now) {
  Dealer dealer(material, selection, seed, now);
  const auto wanted = static_cast<std::size_t>(std::max(rows, fewest_rows));
  Board board;
  board.game = game;
  board.cards = deal(dealer, game, wanted);
  if (board.cards.size() < static_cast<std::size_t>(fewest_rows)) return std::nullopt;
  board.question = board_question(material, game, board.cards, seed);
  board.shown = now;
  return board;
}

namespace {

// What was put in a card's row, as index into the options; none when it is not known.
std::optional<std::size_t> put_in(const Given& given, std::size_t row) {
  if (const auto* matched = std::get_if<Matched>(&given)) return matched->options[row];
  if (const auto* ordered = std::get_if<Ordered>(&given)) return ordered->options[row];
  return std::nullopt;
}

bool is_right(const Material& material, const Board& board, std::size_t row, const Given& given) {
  const auto option = put_in(given, row);
  if (!option) return false;
  const Option& put = board.question.options[*option];
  return board.game == Game::timeline
             ? put.home == row
             : put.text == deck::answer_line(material.deck.cards[board.cards[row]].answer);
}

// What the history keeps: what was joined to the card, or the place it was given.
std::string put_line(const Board& board, std::size_t row, const Given& given) {
  if (const auto* matched = std::get_if<Matched>(&given))
    return board.question.options[matched->options[row]].text;
  const auto* ordered = std::get_if<Ordered>(&given);
  if (ordered == nullptr) return "";
  for (std::size_t place = 0; place < ordered->options.size(); ++place)
    if (board.question.options[ordered->options[place]].home == row)
      return std::to_string(place + 1);
  return "";
}

// The board's question as one of its cards lives it.
Revealed row_revealed(const Material& material, const Board& board, std::size_t row,
                      const Given& given, core::Moment now) {
  const std::size_t card = board.cards[row];
  const memory::CardProgress before = known_progress(material, card);
  const memory::Model model(material.parameters);
  Revealed revealed;
  revealed.asked.question = board.question;
  Question& question = revealed.asked.question;
  question.card = card;
  question.card_id = material.deck.cards[card].id;
  question.first_sight = !before.state;
  question.recall = predicted_recall(before, model, material.settings, board.shown);
  revealed.asked.shown = board.shown;
  revealed.given = given;
  revealed.at = now;
  revealed.previews = previews(before, now, model, material.settings);
  const std::string right = deck::answer_line(material.deck.cards[card].answer);
  const bool known = put_in(given, row).has_value();
  const bool same = is_right(material, board, row, given);
  const char* wrong = board.game == Game::timeline ? "order" : "pairs";
  revealed.outcome.right_answer = right;
  revealed.outcome.judgement.verdict = same ? judge::Verdict::right : judge::Verdict::wrong;
  revealed.outcome.judgement.reason = same ? "exact" : known ? wrong : "not known";
  revealed.outcome.judgement.share = same ? 1 : 0;
  const auto share_of_time =
      elapsed_ms(board.shown, now) / static_cast<std::int64_t>(board.cards.size());
  revealed.outcome.proposed =
      propose(question, revealed.outcome.judgement.verdict, 0, share_of_time);
  return revealed;
}

} // namespace

std::vector<Answered> settle_board(const Material& material, const Board& board, const Given& given,
                                   core::Moment now, int streak) {
  std::vector<Answered> rows;
  DueTally tally(material.load, material.settings);
  for (std::size_t i = 0; i < board.cards.size(); ++i) {
    const Revealed revealed = row_revealed(material, board, i, given, now);
    const memory::Grade grade = revealed.outcome.proposed;
    Answered row = row_of(revealed, Mode::games, grade);
    row.given_line = put_line(board, i, given);
    row.taken_ms /= static_cast<std::int64_t>(board.cards.size());
    row.points = points({row.right, row.recall, false, 0, streak});
    streak = row.points.streak;
    row.before = known_progress(material, row.card);
    row.after = revealed.previews[static_cast<std::size_t>(grade) - 1].after;
    settle_day(tally, row);
    rows.push_back(std::move(row));
  }
  return rows;
}

} // namespace entente::quiz
