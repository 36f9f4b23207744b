#pragma once

// The learner's settings and their file: one `name = value` a line, so that a person may edit it.
// A line that cannot be read is reported and left out; the rest holds.

#include "core/result.h"
#include "memory/model.h"
#include "quiz/settings.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace entente::service {

enum class ThemeChoice { light, dark, contrast };

inline constexpr double least_scale = 0.75;
inline constexpr double most_scale = 3.0;

struct Settings {
  quiz::Settings quiz;
  memory::Algorithm algorithm = memory::Algorithm::fsrs7;
  ThemeChoice theme = ThemeChoice::light;
  double scale = 0; // of the interface; 0 = the desktop's own
  bool sound = true;
  bool motion = true;
  std::string language = "en";

  bool operator==(const Settings&) const = default;
};

[[nodiscard]] std::string_view name(ThemeChoice theme); // "light", "dark", "contrast"

struct SettingsReading {
  Settings settings;
  std::vector<core::Error> problems; // where = FILE:LINE
};

[[nodiscard]] SettingsReading parse_settings(std::string_view text, const std::string& file);
[[nodiscard]] std::string write_settings(const Settings& settings);

// A missing file gives the defaults.
[[nodiscard]] SettingsReading load_settings(const std::filesystem::path& folder);
[[nodiscard]] core::Status save_settings(const std::filesystem::path& folder,
                                         const Settings& settings);

} // namespace entente::service
