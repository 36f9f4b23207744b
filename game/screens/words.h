#pragma once

// Words and figures as people read them, for every screen. Strings come from assets/strings.

#include "core/time.h"
#include "quiz/queue.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace entente::screens {

using Arguments = std::initializer_list<std::pair<std::string_view, std::string>>;

// The string of the interface, its {names} filled in.
[[nodiscard]] std::string say(std::string_view key, Arguments arguments = {});
// What a part below the window said in English, in the language in use.
[[nodiscard]] std::string retold(std::string_view english);
// "KEY.one" or "KEY.other" by the number, which also fills {n}.
[[nodiscard]] std::string say_count(std::string_view key, std::int64_t n);

[[nodiscard]] std::string number(std::int64_t n);       // "1 240"
[[nodiscard]] std::string decimal(double value);        // "0.5"
[[nodiscard]] std::string percent(double share);        // "74%"
[[nodiscard]] std::string interval(double days);        // "10 min", "4 days", "3 months"
[[nodiscard]] std::string duration(std::int64_t ms);    // "5.4 s", "6 min 12 s"
[[nodiscard]] std::string clock_time(std::int64_t ms);  // "12:03", "1:02:03"
[[nodiscard]] std::string times(double multiplier);     // "×2.5"
[[nodiscard]] std::string short_date(core::Day day);    // "14 Nov"
[[nodiscard]] std::string weekday_name(core::Day day);  // "Friday"
[[nodiscard]] std::string weekday_short(core::Day day); // "Fri"
[[nodiscard]] std::string coming(const quiz::NextDue& next, core::Moment now, core::Day today);

} // namespace entente::screens
