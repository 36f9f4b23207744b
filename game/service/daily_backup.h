#pragma once

// The day's copy of the history, made on a thread of its own while the learner goes on.

#include "core/error.h"
#include "core/time.h"

#include <filesystem>
#include <future>
#include <optional>

namespace entente::service {

class DailyBackup {
public:
  explicit DailyBackup(std::filesystem::path data) : data_(std::move(data)) {}

  // Begins today's copy (local calendar day) unless this was done today or one is being made.
  void begin(core::Moment now);
  void wait() const;
  // What went wrong, said once; none while it is being made.
  [[nodiscard]] std::optional<core::Error> take_problem();

private:
  std::filesystem::path data_;
  std::optional<core::Day> begun_;
  std::future<std::optional<core::Error>> copy_; // its end is waited for when this goes
};

} // namespace entente::service
