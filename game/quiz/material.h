#pragma once

// All a session is made from, as one value: the deck, what is known of this learner, the numbers of
// the day. The service reads it from files and history; nothing here knows where it came from.

#include "deck/deck.h"
#include "memory/model.h"
#include "memory/progress.h"
#include "quiz/settings.h"

#include <map>
#include <optional>
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

// One more ruling: the last one about a text counts, whatever its case and Unicode form.
void rule(Variants& variants, const std::string& text, bool accepted);

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
  // Of recall that people are shown, never of what is scheduled or kept (memory/forecast.h).
  double shift = 0;
  // The cards a seminar's plan wants today, by id, in its order: these are then what is due and
  // what is new, whatever their due days and the daily limit say. None: there is no plan.
  std::optional<std::vector<std::string>> planned;
  // How many cards come on each study day, of all the learner's decks.
  std::map<core::Day, int> load = {};
};

// Null: never heard of.
[[nodiscard]] const memory::CardProgress* find_progress(const Material& material, std::size_t card);
// An empty one with the card's ids when never heard of.
[[nodiscard]] memory::CardProgress known_progress(const Material& material, std::size_t card);
[[nodiscard]] Confusions known_confusions(const Material& material, std::size_t card);
// Recall predicted for a moment; none before the first answer.
[[nodiscard]] std::optional<double> predicted_recall(const memory::CardProgress& progress,
                                                     const memory::Model& model,
                                                     const Settings& settings, core::Moment now);

// How sure the learner was before seeing the answer.
enum class Certainty { low, middle, high };

} // namespace entente::quiz
