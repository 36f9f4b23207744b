#pragma once

// The window: opens it, runs the loop, closes it.

#include "core/result.h"
#include "core/time.h"

#include <filesystem>
#include <vector>

namespace entente::app {

struct Options {
  std::filesystem::path data;
  std::vector<std::filesystem::path> decks; // to add to the list
  core::Clock clock;
};

// Until the window is closed. Errors: not_found when there is no display; those of the history.
[[nodiscard]] core::Status run(const Options& options);

} // namespace entente::app
