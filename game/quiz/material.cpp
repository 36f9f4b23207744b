#include "quiz/material.h"

#include "text/unicode.h"

#include <utility>

namespace entente::quiz {

void rule(Variants& variants, const std::string& text, bool accepted) {
  const auto same = [wanted = text::comparable(text)](const std::string& known) {
    return text::comparable(known) == wanted;
  };
  std::erase_if(variants.accepted, same);
  std::erase_if(variants.refused, same);
  (accepted ? variants.accepted : variants.refused).push_back(text);
}

const memory::CardProgress* find_progress(const Material& material, std::size_t card) {
  const auto& known = material.learner.progress;
  const auto found = known.find(material.deck.cards[card].id);
  return found == known.end() ? nullptr : &found->second;
}

memory::CardProgress known_progress(const Material& material, std::size_t card) {
  if (const memory::CardProgress* known = find_progress(material, card)) return *known;
  memory::CardProgress fresh;
  fresh.deck = material.deck.id;
  fresh.card = material.deck.cards[card].id;
  return fresh;
}

Confusions known_confusions(const Material& material, std::size_t card) {
  const auto& known = material.learner.confusions;
  const auto found = known.find(material.deck.cards[card].id);
  return found == known.end() ? Confusions() : found->second;
}

std::optional<double> predicted_recall(const memory::CardProgress& progress,
                                       const memory::Model& model, const Settings& settings,
                                       core::Moment now) {
  if (!progress.state) return std::nullopt;
  const double days = model.elapsed(progress.last_answer, now, settings.day_start_minutes);
  return model.retrievability(*progress.state, days);
}

} // namespace entente::quiz
