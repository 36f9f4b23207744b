#pragma once

// Answers to a session's questions, right or wrong, as their forms want them.

#include "quiz/session.h"

#include <algorithm>

namespace entente::tests {

// What a question wants, or something else.
[[nodiscard]] inline quiz::Given given(const quiz::Material& material, const quiz::Asked& asked,
                                       bool right) {
  const quiz::Question& question = asked.question;
  std::vector<std::size_t> places(question.options.size());
  for (std::size_t i = 0; i < places.size(); ++i)
    places[question.options[i].home % places.size()] = i;
  if (!right && !places.empty()) std::ranges::rotate(places, places.begin() + 1);
  switch (question.form) {
  case deck::Form::choice:
    for (std::size_t i = 0; i < question.options.size(); ++i)
      if ((question.options[i].home == 0) == right && quiz::is_offered(question, asked.hints, i))
        return quiz::Chosen{i};
    break;
  case deck::Form::typed:
  case deck::Form::cloze:
    return quiz::Typed{right ? deck::answer_line(material.deck.cards[question.card].answer)
                             : "something else"};
  case deck::Form::flip:
    return right ? quiz::Given(quiz::Flipped{}) : quiz::Given(quiz::DontKnow{});
  case deck::Form::order:
    return quiz::Ordered{places};
  case deck::Form::match:
    return quiz::Matched{places};
  }
  return quiz::DontKnow{};
}

} // namespace entente::tests
