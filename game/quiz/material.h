#pragma once

// All a session is made from, as one value: the deck, what is known of this learner, the numbers of
// the day. The service reads it from files and history; nothing here knows where it came from.

#include "deck/deck.h"
#include "memory/model.h"
#include "memory/progress.h"
#include "quiz/settings.h"

#include <map>
#include <string>
#include <vector>

namespace entente::quiz {

// Which wrong options were chosen for one card, and how often.
using Confusions = std::map<std::string, int>;

// Ways to say an answer that this learner has declared right or wrong.
struct Variants {
  std::vector<std::string> accepted, refused;
  bool operator==(const Variants&) const = default;
};

struct Learner { // each by card id; a card without an entry was never answered
  std::map<std::string, memory::CardProgress> progress;
  std::map<std::string, Confusions> confusions;
  std::map<std::string, Variants> variants;
};

struct Material {
  deck::Deck deck;
  Learner learner;
  Settings settings;
  memory::Parameters parameters = memory::defaults(memory::Algorithm::fsrs7);
};

// How sure the learner was before seeing the answer.
enum class Certainty { low, middle, high };

} // namespace entente::quiz
