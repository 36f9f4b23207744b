#pragma once

// Persons, countries and organisations as answers: how they are named, accepted and told apart.

#include "generate/ask.h"

#include <string>
#include <vector>

namespace entente::generate {

// "Russian Foreign Minister" out of "his greets Russian Foreign Minister"; empty when it is no
// office.
[[nodiscard]] std::string clean_role(const Asking& asking, const std::string& role);

[[nodiscard]] deck::Answer name_answer(const Entity& entity);
// Further right ways to say it: surname, short forms, office and name.
[[nodiscard]] std::vector<std::string> accepted_names(const Asking& asking, std::size_t entity);

// Others of the article who might be the answer, of the same kind first; the reason says what they
// really are or said. `except` are never offered.
[[nodiscard]] std::vector<Distractor> other_names(const Asking& asking, std::size_t entity,
                                                  const std::vector<std::size_t>& except);

} // namespace entente::generate
