#pragma once

// All cards of a selection with their answers, forwards and back. Nothing is recorded.

#include "quiz/queue.h"

namespace entente::quiz {

class ReadThrough {
public:
  ReadThrough(const Material& material, const Selection& selection)
      : cards_(reading_order(material, selection)) {}

  [[nodiscard]] bool is_empty() const { return cards_.empty(); }
  [[nodiscard]] std::size_t size() const { return cards_.size(); }
  [[nodiscard]] std::size_t position() const { return at_; } // 0-based
  // Index into deck.cards. REQUIRES: !is_empty().
  [[nodiscard]] std::size_t card() const { return cards_[at_]; }
  void forward() { go(at_ + 1); }
  void back() { at_ -= at_ > 0 ? 1 : 0; }
  void go(std::size_t position) {
    if (position < cards_.size()) at_ = position;
  }

private:
  std::vector<std::size_t> cards_;
  std::size_t at_ = 0;
};

} // namespace entente::quiz
