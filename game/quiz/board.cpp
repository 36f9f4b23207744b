#include "quiz/board.h"

#include "core/random.h"
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

private:
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

// The board's cards as one card of pairs, so that it is asked as any match is.
Question board_question(const Material& material, const Cards& cards, std::uint64_t seed) {
  deck::Deck deck;
  deck::Card card;
  card.answer.kind = AnswerKind::pairs;
  for (const std::size_t index : cards) {
    const deck::Card& content = material.deck.cards[index];
    card.answer.pairs.push_back({content.prompt, deck::answer_line(content.answer)});
  }
  deck.cards.push_back(std::move(card));
  Question question = make_question(deck, 0, deck::Form::match, {}, material.settings, seed);
  question.hints.clear();
  return question;
}

} // namespace

std::optional<Board> make_board(const Material& material, Game game, const Selection& selection,
                                int rows, std::uint64_t seed, core::Moment now) {
  Dealer dealer(material, selection, seed, now);
  const auto wanted = static_cast<std::size_t>(std::max(rows, fewest_rows));
  Board board;
  board.game = game;
  board.cards = game == Game::match ? dealer.match(wanted) : dealer.who_said_it(wanted);
  if (board.cards.size() < static_cast<std::size_t>(fewest_rows)) return std::nullopt;
  board.question = board_question(material, board.cards, seed);
  board.shown = now;
  return board;
}

namespace {

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
  const auto* matched = std::get_if<Matched>(&given);
  const std::string right = deck::answer_line(material.deck.cards[card].answer);
  const bool same = matched && board.question.options[matched->options[row]].text == right;
  revealed.outcome.right_answer = right;
  revealed.outcome.judgement.verdict = same ? judge::Verdict::right : judge::Verdict::wrong;
  revealed.outcome.judgement.reason = same ? "exact" : matched ? "pairs" : "not known";
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
  const auto* matched = std::get_if<Matched>(&given);
  for (std::size_t i = 0; i < board.cards.size(); ++i) {
    const Revealed revealed = row_revealed(material, board, i, given, now);
    const memory::Grade grade = revealed.outcome.proposed;
    Answered row = row_of(revealed, Mode::games, grade);
    row.given_line = matched ? board.question.options[matched->options[i]].text : "";
    row.taken_ms /= static_cast<std::int64_t>(board.cards.size());
    row.points = points({row.right, row.recall, false, 0, streak});
    streak = row.points.streak;
    row.before = known_progress(material, row.card);
    row.after = revealed.previews[static_cast<std::size_t>(grade) - 1].after;
    rows.push_back(std::move(row));
  }
  return rows;
}

} // namespace entente::quiz
