// Pasted text: term, separator, definition, separator, next card. Quizlet's default is a tab and a
// line break; the teacher may name others.

#include "deck/markup.h"
#include "exchange/deck_builder.h"
#include "exchange/delimited.h"
#include "exchange/formats.h"
#include "exchange/losses.h"

#include <algorithm>

namespace entente::exchange {

namespace {

// The pieces between separators, with the offset of each.
struct Piece {
  std::string_view text;
  std::size_t offset = 0;
};

std::vector<Piece> split(std::string_view text, std::string_view separator) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    pieces.push_back({text.substr(at, end - at), at});
    at = end + separator.size();
  }
  return pieces;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Counts lines from where it last stood: pieces come in order.
class LineCount {
public:
  explicit LineCount(std::string_view text) : text_(text) {}
  int at(std::size_t offset) {
    const auto passed = text_.substr(seen_, offset - seen_);
    line_ += static_cast<int>(std::ranges::count(passed, '\n'));
    seen_ = offset;
    return line_;
  }

private:
  std::string_view text_;
  std::size_t seen_ = 0;
  int line_ = 1;
};

core::Error no_separator(const Incoming& incoming) {
  return {core::ErrorCode::malformed, "No card holds the separator between term and definition.",
          deck::at_place(incoming.name, {1, 1}),
          "Name the separators used: a tab and a line break are taken when none are named."};
}

std::string without(std::string words, const std::string& separator, bool& changed) {
  if (separator.empty()) return words;
  for (std::size_t at; (at = words.find(separator)) != std::string::npos; changed = true)
    words.replace(at, separator.size(), " ");
  return words;
}

} // namespace

core::Result<Imported> read_quizlet(const Incoming& incoming) {
  const auto text = utf8_text(incoming.bytes, incoming.name);
  if (!text) return text.error();
  const auto& [term, card_end] = incoming.separators;
  if (term.empty() || card_end.empty())
    return core::Error{core::ErrorCode::usage, "A separator is empty.", "",
                       "Name at least one character."};
  if (text->find(term) == std::string_view::npos) return no_separator(incoming);
  Imported imported;
  DeckBuilder builder(incoming.title, imported.report);
  LineCount lines(*text);
  for (const Piece& piece : split(*text, card_end)) {
    if (is_blank(piece.text)) continue;
    const std::string where = "line " + std::to_string(lines.at(piece.offset));
    const std::size_t middle = piece.text.find(term);
    if (middle == std::string_view::npos) {
      imported.report.dropped("text without a separator",
                              "A line break within a definition looks like a new card: choose "
                              "another separator between cards, such as an empty line.",
                              where);
      continue;
    }
    deck::Card card;
    card.prompt = std::string(piece.text.substr(0, middle));
    card.answer.text = std::string(piece.text.substr(middle + term.size()));
    builder.add(std::move(card), where);
  }
  imported.deck = builder.take();
  return imported;
}

core::Result<Exported> write_quizlet(const Outgoing& outgoing) {
  Exported exported;
  const auto& [term, card_end] = outgoing.separators;
  report_deck_losses(outgoing.deck, false, "Pasted text", exported.report);
  for (const deck::Card& card : outgoing.deck.cards) {
    report_losses(card, {}, "Pasted text", exported.report);
    bool changed = false;
    const auto plain = [&](const std::string& words) {
      return without(without(words, card_end, changed), term, changed);
    };
    exported.bytes += plain(card.prompt) + term + plain(deck::answer_line(card.answer)) + card_end;
    if (changed)
      exported.report.changed("separator within a card", "A space stands for it.", card.id);
  }
  return exported;
}

} // namespace entente::exchange
