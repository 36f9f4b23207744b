#pragma once

// The words by which a deck file names kinds and forms.

#include "deck/deck.h"

#include <optional>
#include <string_view>

namespace entente::deck {

[[nodiscard]] std::string_view name(AnswerKind kind); // "date" .. "pairs"
[[nodiscard]] std::string_view name(Form form);       // "choice" .. "match"
[[nodiscard]] std::optional<AnswerKind> find_answer_kind(std::string_view name);
[[nodiscard]] std::optional<Form> find_form(std::string_view name);

// All of them, joined with ", ", for messages.
[[nodiscard]] const std::string& answer_kind_names();
[[nodiscard]] const std::string& form_names();

} // namespace entente::deck
