#pragma once

// Reading Steps from the log.

#include "history/derived.h"

namespace entente::history {

inline constexpr const char* all_steps =
    "SELECT number, kind, deck, card, utc_ms, offset_minutes, given, counts, detail FROM log";
// Those not taken back.
inline constexpr const char* standing_steps =
    "SELECT number, kind, deck, card, utc_ms, offset_minutes, given, counts, detail FROM log "
    "WHERE number NOT IN (SELECT number FROM derived_undone)";

// Into `step`, whose strings keep their room.
void read_step(const Statement& row, Step& step);

} // namespace entente::history
