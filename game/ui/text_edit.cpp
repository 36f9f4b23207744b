#include "ui/text_edit.h"

#include "text/caret.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

constexpr std::size_t undo_steps = 200;

std::size_t before(const std::vector<std::size_t>& boundaries, std::size_t byte) {
  const auto at = std::lower_bound(boundaries.begin(), boundaries.end(), byte);
  return at == boundaries.begin() ? boundaries.front() : *std::prev(at);
}

std::size_t after(const std::vector<std::size_t>& boundaries, std::size_t byte) {
  const auto at = std::upper_bound(boundaries.begin(), boundaries.end(), byte);
  return at == boundaries.end() ? boundaries.back() : *at;
}

bool is_space(std::string_view text, std::size_t begin, std::size_t end) {
  return text.substr(begin, end - begin).find_first_not_of(" \t\n") == std::string_view::npos;
}

std::string cleaned(std::string_view typed, bool multiline) {
  std::string out;
  for (const char c : typed) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '\n' || c == '\t')
      out += multiline && c == '\n' ? '\n' : ' ';
    else if (code >= 0x20 && code != 0x7F)
      out += c;
  }
  return out;
}

} // namespace

TextEdit::TextEdit(std::string text, std::string language) : language_(std::move(language)) {
  now_.text = std::move(text);
  now_.caret = now_.anchor = now_.text.size();
}

std::size_t TextEdit::selection_begin() const { return std::min(now_.caret, now_.anchor); }
std::size_t TextEdit::selection_end() const { return std::max(now_.caret, now_.anchor); }
std::string TextEdit::selected() const {
  return now_.text.substr(selection_begin(), selection_end() - selection_begin());
}

// Letters typed one after another are undone together.
void TextEdit::remember(Step step) {
  if (step != Step::typing || last_ != Step::typing || has_selection()) {
    past_.push_back(now_);
    if (past_.size() > undo_steps) past_.erase(past_.begin());
  }
  future_.clear();
  last_ = step;
}

void TextEdit::replace(std::size_t begin, std::size_t end, std::string_view with) {
  now_.text.replace(begin, end - begin, with);
  // What was typed may have joined the letter before it (an accent): stand after the whole.
  const auto boundaries = text::grapheme_boundaries(now_.text);
  const auto at = std::lower_bound(boundaries.begin(), boundaries.end(), begin + with.size());
  now_.caret = now_.anchor = at == boundaries.end() ? now_.text.size() : *at;
}

void TextEdit::insert(std::string_view typed, bool multiline) {
  const std::string clean = cleaned(typed, multiline);
  if (clean.empty() || !text::is_valid_utf8(clean)) return;
  const bool one = text::grapheme_boundaries(clean).size() == 2 && clean != " ";
  remember(one ? Step::typing : Step::other);
  replace(selection_begin(), selection_end(), clean);
}

bool TextEdit::erase_selection() {
  if (!has_selection()) return false;
  remember(Step::other);
  replace(selection_begin(), selection_end(), "");
  return true;
}

void TextEdit::erase_back() {
  if (erase_selection() || now_.caret == 0) return;
  remember(Step::other);
  replace(before(text::grapheme_boundaries(now_.text), now_.caret), now_.caret, "");
}

void TextEdit::erase_forward() {
  if (erase_selection() || now_.caret == now_.text.size()) return;
  remember(Step::other);
  replace(now_.caret, after(text::grapheme_boundaries(now_.text), now_.caret), "");
}

void TextEdit::erase_word_back() {
  if (!has_selection()) previous_word(true);
  erase_selection();
}

void TextEdit::erase_word_forward() {
  if (!has_selection()) next_word(true);
  erase_selection();
}

void TextEdit::place(std::size_t byte, bool extend) {
  const auto boundaries = text::grapheme_boundaries(now_.text);
  const auto at = std::upper_bound(boundaries.begin(), boundaries.end(), byte);
  now_.caret = at == boundaries.begin() ? 0 : *std::prev(at);
  if (!extend) now_.anchor = now_.caret;
  last_ = Step::none;
}

void TextEdit::select_all() {
  place(0);
  place(now_.text.size(), true);
}

void TextEdit::select_word(std::size_t byte) {
  const auto words = text::word_boundaries(now_.text, language_);
  const std::size_t end = after(words, byte);
  place(before(words, std::max<std::size_t>(end, 1)));
  place(end, true);
}

void TextEdit::previous(bool extend) {
  if (has_selection() && !extend) return place(selection_begin());
  place(before(text::grapheme_boundaries(now_.text), now_.caret), extend);
}

void TextEdit::next(bool extend) {
  if (has_selection() && !extend) return place(selection_end());
  place(after(text::grapheme_boundaries(now_.text), now_.caret), extend);
}

void TextEdit::previous_word(bool extend) {
  const auto words = text::word_boundaries(now_.text, language_);
  std::size_t at = now_.caret, begin = before(words, at);
  while (begin > 0 && is_space(now_.text, begin, at)) {
    at = begin;
    begin = before(words, at);
  }
  place(begin, extend);
}

void TextEdit::next_word(bool extend) {
  const auto words = text::word_boundaries(now_.text, language_);
  std::size_t at = now_.caret, end = after(words, at);
  while (end < now_.text.size() && is_space(now_.text, at, end)) {
    at = end;
    end = after(words, at);
  }
  place(end, extend);
}

void TextEdit::first(bool extend) { place(0, extend); }
void TextEdit::last(bool extend) { place(now_.text.size(), extend); }

// The nearest caret on the same line; past its end, the neighbour in reading order.
void TextEdit::horizontally(const text::Text& set, bool extend, bool to_right) {
  if (has_selection() && !extend) {
    const text::Caret a = text::caret_at(set, now_.caret), b = text::caret_at(set, now_.anchor);
    return place((a.x > b.x) == to_right ? a.byte : b.byte);
  }
  const text::Caret here = text::caret_at(set, now_.caret);
  const text::Caret* best = nullptr;
  for (const text::Caret& caret : set.carets) {
    const float step = to_right ? caret.x - here.x : here.x - caret.x;
    if (caret.line != here.line || caret.byte == here.byte || step < 0.01F) continue;
    if (best == nullptr || step < std::abs(best->x - here.x)) best = &caret;
  }
  if (best != nullptr) return place(best->byte, extend);
  const bool forward =
      to_right == (text::base_direction(now_.text) == text::Direction::left_to_right);
  forward ? next(extend) : previous(extend);
}

void TextEdit::left(const text::Text& set, bool extend) { horizontally(set, extend, false); }
void TextEdit::right(const text::Text& set, bool extend) { horizontally(set, extend, true); }

void TextEdit::vertically(const text::Text& set, bool extend, int lines) {
  const text::Caret here = text::caret_at(set, now_.caret);
  const int line = here.line + lines;
  if (line < 0) return first(extend);
  if (line >= static_cast<int>(set.lines.size())) return last(extend);
  const text::Line& target = set.lines[static_cast<std::size_t>(line)];
  place(text::hit_test(set, here.x, (target.top + target.bottom) / 2), extend);
}

void TextEdit::up(const text::Text& set, bool extend) { vertically(set, extend, -1); }
void TextEdit::down(const text::Text& set, bool extend) { vertically(set, extend, 1); }

void TextEdit::line_start(const text::Text& set, bool extend) {
  const text::Caret here = text::caret_at(set, now_.caret);
  place(set.lines[static_cast<std::size_t>(here.line)].begin, extend);
}

void TextEdit::line_end(const text::Text& set, bool extend) {
  const text::Caret here = text::caret_at(set, now_.caret);
  std::size_t end = set.lines[static_cast<std::size_t>(here.line)].end;
  if (end > 0 && end < now_.text.size() &&
      (now_.text[end - 1] == '\n' || now_.text[end - 1] == ' '))
    --end; // before the space at which the line was broken
  place(end, extend);
}

void TextEdit::undo() {
  if (past_.empty()) return;
  future_.push_back(std::move(now_));
  now_ = std::move(past_.back());
  past_.pop_back();
  last_ = Step::none;
}

void TextEdit::redo() {
  if (future_.empty()) return;
  past_.push_back(std::move(now_));
  now_ = std::move(future_.back());
  future_.pop_back();
  last_ = Step::none;
}

} // namespace entente::ui
