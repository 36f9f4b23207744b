#pragma once

// The day a deck is to be known: setting it, and telling how it went.

#include "service/effects.h"

#include <optional>
#include <string>
#include <variant>

namespace entente::screens {

// Changes hold at once, so that what they bring can be seen; leaving by Escape takes them back.
struct SeminarDialog {
  std::string deck;
  std::optional<service::Seminar> before;
};

struct OpenSeminar {
  std::string deck;
};
struct SetSeminarDays {
  int days = 1; // from today
};
struct SetSeminarMinutes {
  int minutes = service::least_seminar_minutes; // a day
};
struct ToggleDayOff {
  int weekday = 0; // 0 = Monday
};
struct DropSeminar {};
struct ShowLeftCards { // those there is no time for
  std::string deck;
};
struct TellHowItWent {
  std::string deck;
  std::optional<double> known; // share; none: rather not say
};
using SeminarMessage = std::variant<OpenSeminar, SetSeminarDays, SetSeminarMinutes, ToggleDayOff,
                                    DropSeminar, ShowLeftCards, TellHowItWent>;

} // namespace entente::screens
