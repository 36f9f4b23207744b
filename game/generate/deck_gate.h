#pragma once

// The last gate: the cards together, looked at by the deck check as a teacher's would be. What it
// finds is mended where the question can tell less or another wrong option will do; else a card
// goes, with its reason.

#include "deck/check.h"
#include "generate/candidate.h"
#include "generate/document.h"
#include "generate/rules.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace entente::generate {

// What the learner sees of a candidate.
[[nodiscard]] deck::Card card_of(const Candidate& candidate, std::string id);

struct Sieved {
  std::vector<Candidate> kept;
  std::vector<std::pair<Candidate, std::string>> left_out;
};

class DeckGate {
public:
  // Texts of more than `longest_text` bytes are not searched for quotations again.
  DeckGate(const Document& document, const Language& language);

  // `kept` are the chosen questions; of `others`, not chosen because a chosen one asks the same,
  // some take the place of what goes. `check` is the gate of a single question.
  [[nodiscard]] Sieved sieve(std::vector<Candidate> kept,
                             std::vector<std::pair<Candidate, std::string>> others,
                             const std::function<std::string(Candidate&)>& check) const;

  static constexpr std::size_t longest_text = 2'000'000;

private:
  [[nodiscard]] deck::CheckMaterial material() const;

  const Document& document_;
  const Language& language_;
};

} // namespace entente::generate
