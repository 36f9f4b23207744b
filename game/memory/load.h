#pragma once

// Kind to people: due days spread within the range an interval may move in, easy days, a backlog
// dealt out by what each review gains, leeches noticed.

#include "core/time.h"
#include "memory/fuzz.h"
#include "memory/study.h"

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace entente::memory {

// How much of an ordinary day's load each weekday takes, Monday first: 1 ordinary, 0 as little as
// can be.
using EasyDays = std::array<double, 7>;
inline constexpr EasyDays no_easy_days{1, 1, 1, 1, 1, 1, 1};

// Cards already due on a day.
using Load = std::function<int(core::Day)>;

// The day a card answered today comes again: within its interval's fuzz range, where the load is
// least for what the weekday takes; the nearest to the interval among equals. Intervals under two
// and a half days are not moved.
[[nodiscard]] core::Day spread_due(core::Day today, double interval, const Load& load,
                                   const EasyDays& easy_days = no_easy_days);

// A backlog dealt out over days of so many cards: what gains most a second first, measured by
// recall `horizon` days from now. Every card of the study comes once, but for those answered within
// the last half day; the last of `cards_a_day` repeats. REQUIRES: it is above 0.
[[nodiscard]] std::vector<std::vector<std::uint32_t>>
deal_backlog(const Study& study, const Model& model, std::span<const std::size_t> cards_a_day,
             double horizon = 30);

enum class LeechAdvice { none, other_form, edit };

// After a lapse: the one that reaches the threshold asks for another form of question, and every
// half threshold after it for an edit of the card.
[[nodiscard]] LeechAdvice leech_advice(int lapses, int threshold = 8);

} // namespace entente::memory
