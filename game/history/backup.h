#pragma once

// One copy a day in backups/, thinned as it ages.

#include "core/result.h"
#include "core/time.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace entente::history {

// How many are kept: of the last days, the newest of the last weeks (Monday to Sunday) and months.
struct Keep {
  int days = 7;
  int weeks = 4;
  int months = 12;
};

// Makes today's copy (local calendar day) of the history in `folder` unless it is there, then thins
// the older ones. Gives its path, none when there was nothing to do. Opens the file for itself, so
// it may run on another thread beside an open History.
// Errors: not_writable; malformed when the history is damaged: no copy is made, the older ones
// stay, and the next opening sets the file aside.
[[nodiscard]] core::Result<std::optional<std::filesystem::path>>
back_up_daily(const std::filesystem::path& folder, core::Moment now, Keep keep = {});

// Which of these days stay. `days` in any order; never empty unless `days` is.
[[nodiscard]] std::vector<core::Day> kept(std::vector<core::Day> days, Keep keep = {});

} // namespace entente::history
