#include "generate/clause_wording.h"

#include <algorithm>

namespace entente::generate {

namespace {

bool is_out(const LeftOut& out, std::size_t index) {
  return std::find(out.begin(), out.end(), index) != out.end();
}

bool is_named(EntityKind kind) { return kind != EntityKind::role; }

bool has_name(const Asking& asking, std::size_t first, std::size_t end) {
  for (std::size_t t = first; t < end; ++t) {
    const std::size_t mention = asking.wording.mention_at(t);
    if (mention != nobody &&
        is_named(asking.facts.entities[asking.facts.mentions[mention].entity].kind))
      return true;
  }
  return false;
}

bool says_where(const Asking& asking, const Piece& piece) {
  const std::string prep = lower_ascii(asking.document.form(piece.first));
  return (prep == "in" || prep == "at" || prep == "near" || prep == "during") &&
         has_name(asking, piece.inside, piece.end);
}

// Said of something left out: a last "and", a comma.
std::string without_tail(std::string text) {
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view tail : {",", " and", " or", " -", ":"})
      if (text.ends_with(tail)) {
        text.resize(text.size() - tail.size());
        cut = true;
      }
    while (text.ends_with(' ')) text.pop_back();
  }
  return text;
}

std::string lower_lead(const Asking& asking, const Piece& piece, std::string text) {
  if (asking.wording.mention_at(piece.first) == nobody && !text.empty() && text[0] >= 'A' &&
      text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

std::string pieces(const Asking& asking, const Clause& clause, const LeftOut& out) {
  std::string result, leads;
  for (std::size_t p = 0; p < clause.pieces.size(); ++p) {
    const Piece& piece = clause.pieces[p];
    if (is_out(out, p) || is_told_from_today(asking, piece)) continue;
    if (piece.leads && !piece.is_time() && !says_where(asking, piece)) continue;
    // "in the Arctic and on …": the "and" stays where what it joins does.
    const bool joins = p + 1 < clause.pieces.size() && !is_out(out, p + 1) && !piece.leads;
    const std::string plain = asking.wording.plain(piece.first, piece.end);
    const std::string words = joins ? plain : without_tail(plain);
    if (words.empty()) continue;
    if (piece.leads) {
      leads += " " + lower_lead(asking, piece, words);
    } else {
      const bool glued = asking.document.tokens[piece.first].is(shape::glued);
      result += (glued ? "" : " ") + words;
    }
  }
  return without_tail(result + leads);
}

} // namespace

bool is_told_from_today(const Asking& asking, const Piece& piece) {
  return std::any_of(piece.dates.begin(), piece.dates.end(),
                     [&](std::size_t date) { return asking.facts.dates[date].how == "anchored"; });
}

std::string inverted(const Asking& asking, const Clause& clause, const LeftOut& out) {
  return clause.auxiliary + " " + clause.subject +
         (clause.turned.empty() ? "" : " " + clause.turned) + pieces(asking, clause, out);
}

std::string predicate(const Asking& asking, const Clause& clause, const LeftOut& out) {
  return clause.finite + pieces(asking, clause, out);
}

std::string statement(const Asking& asking, const Clause& clause, const LeftOut& out) {
  return clause.subject + " " + predicate(asking, clause, out);
}

std::string anchor(const Asking& asking, const Clause& clause, std::size_t asked) {
  LeftOut out;
  for (std::size_t p = 0; p < clause.pieces.size(); ++p)
    if (p == asked || clause.pieces[p].is_time()) out.push_back(p);
  return statement(asking, clause, out);
}

LeftOut shortened(const Asking& asking, const Clause& clause, LeftOut out, std::size_t most_words) {
  for (std::size_t p = clause.pieces.size(); p-- > 1;) {
    if (count_words(inverted(asking, clause, out)) <= most_words) break;
    const Piece& piece = clause.pieces[p];
    const bool first_behind = clause.pieces[p - 1].leads;
    if (!is_out(out, p) && !piece.leads && !piece.is_time() && !first_behind) out.push_back(p);
  }
  return out;
}

bool names_something(const Asking& asking, const Clause& clause, const LeftOut& out,
                     bool with_subject) {
  if (with_subject &&
      (!clause.actors.empty() || has_name(asking, clause.subject_first, clause.subject_end)))
    return true;
  for (std::size_t p = 0; p < clause.pieces.size(); ++p)
    if (!is_out(out, p) && has_name(asking, clause.pieces[p].first, clause.pieces[p].end))
      return true;
  return false;
}

std::size_t entity_of(const Asking& asking, const Piece& piece) {
  std::size_t first = piece.inside;
  const Classes det = asking.language.lexicon.class_bit("DET");
  if (first < piece.end && asking.document.tokens[first].is(det)) ++first;
  const std::size_t mention = first < piece.end ? asking.wording.mention_at(first) : nobody;
  if (mention == nobody) return nobody;
  const Mention& named = asking.facts.mentions[mention];
  return named.end_token == piece.end && !named.possessive ? named.entity : nobody;
}

std::size_t first_entity(const Asking& asking, const Piece& piece) {
  for (std::size_t t = piece.inside; t < piece.end; ++t)
    if (const std::size_t mention = asking.wording.mention_at(t); mention != nobody)
      return asking.facts.mentions[mention].entity;
  return nobody;
}

} // namespace entente::generate
