#pragma once

// Plain English for times and counts in the terminal.

#include "core/time.h"
#include "quiz/queue.h"

#include <cstdint>
#include <string>

namespace entente::terminal {

// "in 10 min", "in 3 h", "in 4 days", "in 5 months", "in 2 years".
[[nodiscard]] std::string in_time(double days);
[[nodiscard]] std::string duration(std::int64_t ms); // "42 s", "6 min 12 s"
[[nodiscard]] std::string count(int n, const std::string& one, const std::string& many);
// "4 cards in 10 min, then 14 tomorrow"; empty when nothing will come.
[[nodiscard]] std::string coming(const quiz::NextDue& next, core::Moment now, core::Day today);

} // namespace entente::terminal
