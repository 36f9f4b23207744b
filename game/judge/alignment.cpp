#include "judge/alignment.h"

#include <algorithm>
#include <cstdint>

namespace entente::judge {

namespace {

using Tokens = std::vector<Token>;

// Words compared in full; a table of this many cells takes about two milliseconds.
constexpr std::size_t most_words = 160;

int weight(const Token& token) { return is_small(token.plain) ? 2 : 5; }

int replace_cost(const Token& expected, const Token& typed, Likeness likeness) {
  switch (likeness.kind) {
  case Likeness::Kind::same:
    return 0;
  case Likeness::Kind::accent:
  case Likeness::Kind::typo:
    return 1;
  case Likeness::Kind::other:
    break;
  }
  // A small word for a small word is a slip; a small one for a content word is two faults.
  const bool alike = is_small(expected.plain) == is_small(typed.plain);
  return weight(expected) + weight(typed) - (alike ? 1 : 0);
}

enum class Move : std::uint8_t { pair, missing, extra };

struct Table {
  Table(const Tokens& expected, const Tokens& typed)
      : e(expected),
        t(typed),
        width(typed.size() + 1),
        cost((e.size() + 1) * width),
        move(cost.size()),
        likenesses(cost.size()) {}

  std::size_t at(std::size_t i, std::size_t j) const { return i * width + j; }

  void fill_cell(std::size_t i, std::size_t j) {
    int best = 1 << 20;
    Move how = Move::missing;
    const auto offer = [&](int price, Move by) {
      if (price < best) best = price, how = by;
    };
    if (i > 0 && j > 0) {
      const Likeness found = likeness(e[i - 1], t[j - 1]);
      likenesses[at(i, j)] = found;
      offer(cost[at(i - 1, j - 1)] + replace_cost(e[i - 1], t[j - 1], found), Move::pair);
    }
    if (i > 0) offer(cost[at(i - 1, j)] + weight(e[i - 1]), Move::missing);
    if (j > 0) offer(cost[at(i, j - 1)] + weight(t[j - 1]), Move::extra);
    cost[at(i, j)] = i + j == 0 ? 0 : best;
    move[at(i, j)] = how;
  }

  const Tokens& e;
  const Tokens& t;
  std::size_t width;
  std::vector<int> cost;
  std::vector<Move> move;
  std::vector<Likeness> likenesses;
};

std::vector<Pairing> trace(const Table& table) {
  std::vector<Pairing> result;
  std::size_t i = table.e.size();
  std::size_t j = table.t.size();
  while (i + j > 0) {
    const Move move = table.move[table.at(i, j)];
    Pairing pairing;
    if (move == Move::pair) pairing.likeness = table.likenesses[table.at(i, j)];
    if (move != Move::extra) pairing.expected = &table.e[--i];
    if (move != Move::missing) pairing.typed = &table.t[--j];
    result.push_back(pairing);
  }
  std::reverse(result.begin(), result.end());
  return result;
}

std::vector<Pairing> side_by_side(const Tokens& expected, const Tokens& typed) {
  std::vector<Pairing> result;
  for (std::size_t i = 0; i < std::max(expected.size(), typed.size()); ++i) {
    Pairing pairing;
    if (i < expected.size()) pairing.expected = &expected[i];
    if (i < typed.size()) pairing.typed = &typed[i];
    if (pairing.expected != nullptr && pairing.typed != nullptr)
      pairing.likeness = likeness(expected[i], typed[i]);
    result.push_back(pairing);
  }
  return result;
}

} // namespace

std::vector<Pairing> align(const Tokens& expected, const Tokens& typed) {
  if (expected.size() > most_words || typed.size() > most_words)
    return side_by_side(expected, typed);
  Table table(expected, typed);
  for (std::size_t i = 0; i <= expected.size(); ++i)
    for (std::size_t j = 0; j <= typed.size(); ++j) table.fill_cell(i, j);
  return trace(table);
}

} // namespace entente::judge
