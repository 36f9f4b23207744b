#pragma once

// One <card>. Internal to deck/.

#include "deck/reading.h"

#include <optional>

namespace entente::deck {

// Nothing when the card cannot be used: it has been reported and the caller keeps it as it stands.
[[nodiscard]] std::optional<Card> read_card(Reading& reading, const Element& element);

} // namespace entente::deck
