#pragma once

// Settings: each change is saved at once.

#include "service/effects.h"

#include <string>
#include <variant>

namespace entente::screens {

struct SettingsPage {};

struct ChangeSettings { // to be saved
  service::Settings settings;
};
struct ChangeNumber { // a row of quiz::settings_table()
  std::string name;
  double value = 0;
};
using SettingsMessage = std::variant<ChangeSettings, ChangeNumber>;

} // namespace entente::screens
