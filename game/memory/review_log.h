#pragma once

// Review logs of any program as values: CSV in, columns found by the names in the first line.

#include "core/result.h"
#include "memory/model.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::memory {

struct Review {
  std::uint32_t card = 0; // index into ReviewLog::cards
  Grade grade = Grade::good;
  std::int64_t utc_ms = 0;
};

struct ReviewLog {
  std::vector<std::string> cards; // ids as the file writes them, by first appearance
  std::vector<Review> reviews;    // in the file's order
};

struct LogProblem {
  std::size_t line = 0; // 1 is the first
  std::string message;  // what is wrong with it; the row is skipped

  bool operator==(const LogProblem&) const = default;
};

struct LoadedLog {
  ReviewLog log;
  std::vector<LogProblem> problems; // the first thousand
  std::size_t skipped = 0;          // rows, all of them
};

// Columns card_id, review_time (milliseconds since 1970 or ISO 8601, UTC where no offset is given),
// review_rating (1..4); others are ignored. Rows are cut at commas; a field may be in double
// quotes. Errors: malformed (no header, a column missing, rows but none usable).
[[nodiscard]] core::Result<LoadedLog> read_review_log(std::string_view csv);

// "2024-03-29T20:32:32.250+00:00" or "1711744352250"; none when it is neither.
[[nodiscard]] std::optional<std::int64_t> parse_time(std::string_view text);

} // namespace entente::memory
