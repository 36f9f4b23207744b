#include "service/settings.h"

#include "core/file.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <functional>
#include <optional>
#include <span>
#include <sstream>
#include <utility>

namespace entente::service {

namespace {

constexpr std::uintmax_t most_bytes = 64 * 1024;

std::optional<double> number(std::string_view text) {
  if (text == "on") return 1;
  if (text == "off") return 0;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string plain(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", value);
  return text;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

// A setting outside quiz/: how it is written, and how a value is taken (false: not one of its
// values).
struct OwnSetting {
  std::string_view name;
  std::function<std::string(const Settings&)> write;
  std::function<bool(Settings&, std::string_view)> read;
};

template <typename Enum>
bool read_name(Enum& into, std::string_view text, std::span<const Enum> values,
               std::string_view (*name_of)(Enum)) {
  for (const Enum value : values) {
    if (name_of(value) != text) continue;
    into = value;
    return true;
  }
  return false;
}

bool read_switch(bool& into, std::string_view text) {
  if (text != "on" && text != "off") return false;
  into = text == "on";
  return true;
}

bool read_scale(double& into, std::string_view text) {
  const auto value = number(text);
  if (!value || (*value != 0 && (*value < least_scale || *value > most_scale))) return false;
  into = *value;
  return true;
}

bool read_language(std::string& into, std::string_view text) {
  if (text.empty() || text.size() > 16) return false;
  into = text;
  return true;
}

// How much of an ordinary day's load a weekday takes, as it is written.
constexpr std::pair<std::string_view, double> day_shares[] = {
    {"full", quiz::full_day}, {"less", quiz::less_day}, {"none", quiz::no_day}};

std::string days_text(const memory::EasyDays& days) {
  std::string text;
  for (const double share : days)
    for (const auto& [word, value] : day_shares)
      if (share == value) text += (text.empty() ? "" : " ") + std::string(word);
  return text;
}

bool read_days(memory::EasyDays& into, std::string_view text) {
  std::istringstream words{std::string(text)};
  memory::EasyDays days{};
  std::size_t count = 0;
  for (std::string word; words >> word; ++count) {
    const auto* found =
        std::ranges::find(day_shares, word, [](const auto& each) { return each.first; });
    if (count == days.size() || found == std::end(day_shares)) return false;
    days[count] = found->second;
  }
  if (count != days.size()) return false;
  into = days;
  return true;
}

std::string on_off(bool value) { return value ? "on" : "off"; }

constexpr ThemeChoice themes[] = {ThemeChoice::light, ThemeChoice::dark, ThemeChoice::contrast};
constexpr memory::Algorithm algorithms[] = {memory::Algorithm::fsrs6, memory::Algorithm::fsrs7};

const std::vector<OwnSetting>& own_settings() {
  static const std::vector<OwnSetting> table = {
      {"theme", [](const Settings& s) { return std::string(name(s.theme)); },
       [](Settings& s, std::string_view v) {
         return read_name<ThemeChoice>(s.theme, v, themes, name);
       }},
      {"model", [](const Settings& s) { return std::string(memory::name(s.algorithm)); },
       [](Settings& s, std::string_view v) {
         return read_name<memory::Algorithm>(s.algorithm, v, algorithms, memory::name);
       }},
      {"scale", [](const Settings& s) { return plain(s.scale); },
       [](Settings& s, std::string_view v) { return read_scale(s.scale, v); }},
      {"sound", [](const Settings& s) { return on_off(s.sound); },
       [](Settings& s, std::string_view v) { return read_switch(s.sound, v); }},
      {"motion", [](const Settings& s) { return on_off(s.motion); },
       [](Settings& s, std::string_view v) { return read_switch(s.motion, v); }},
      {"language", [](const Settings& s) { return s.language; },
       [](Settings& s, std::string_view v) { return read_language(s.language, v); }},
      {"easy_days", [](const Settings& s) { return days_text(s.quiz.easy_days); },
       [](Settings& s, std::string_view v) { return read_days(s.quiz.easy_days, v); }},
  };
  return table;
}

core::Status assign_number(Settings& settings, std::string_view key, std::string_view text) {
  const auto value = number(text);
  if (!value)
    return core::Error{core::ErrorCode::malformed, "\"" + std::string(text) + "\" is not a number.",
                       "", "Write a number."};
  return quiz::assign(settings.quiz, key, *value);
}

core::Status assign(Settings& settings, std::string_view key, std::string_view text) {
  for (const OwnSetting& own : own_settings()) {
    if (own.name != key) continue;
    if (own.read(settings, text)) return core::Done{};
    return core::Error{core::ErrorCode::malformed,
                       "\"" + std::string(text) + "\" is no value of \"" + std::string(key) + "\".",
                       "", "The default is used."};
  }
  return assign_number(settings, key, text);
}

void read_line(std::string_view line, const std::string& where, SettingsReading& reading) {
  line = trim(line);
  if (line.empty() || line.front() == '#') return;
  const auto equals = line.find('=');
  if (equals == std::string_view::npos) {
    reading.problems.push_back(
        {core::ErrorCode::malformed, "This line has no \"=\".", where, "Write \"name = value\"."});
    return;
  }
  const auto done =
      assign(reading.settings, trim(line.substr(0, equals)), trim(line.substr(equals + 1)));
  if (done) return;
  core::Error error = done.error();
  error.where = where;
  reading.problems.push_back(std::move(error));
}

} // namespace

std::string_view name(ThemeChoice theme) {
  switch (theme) {
  case ThemeChoice::light:
    return "light";
  case ThemeChoice::dark:
    return "dark";
  case ThemeChoice::contrast:
    return "contrast";
  }
  return "light";
}

SettingsReading parse_settings(std::string_view text, const std::string& file) {
  SettingsReading reading;
  for (int line = 1; !text.empty(); ++line) {
    const auto end = text.find('\n');
    read_line(text.substr(0, end), file + ":" + std::to_string(line), reading);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return reading;
}

std::string write_settings(const Settings& settings) {
  std::string text =
      "# Entente's settings. The window writes this file anew when you change one.\n";
  for (const OwnSetting& own : own_settings())
    text += std::string(own.name) + " = " + own.write(settings) + "\n";
  for (const quiz::Setting& setting : quiz::settings_table()) {
    const double value = quiz::value_of(settings.quiz, setting);
    const bool is_switch = std::holds_alternative<bool quiz::Settings::*>(setting.field);
    text +=
        std::string(setting.name) + " = " + (is_switch ? on_off(value != 0) : plain(value)) + "\n";
  }
  return text;
}

SettingsReading load_settings(const std::filesystem::path& folder) {
  const auto file = folder / "settings";
  const auto bytes = core::read_file(file, most_bytes);
  if (bytes) return parse_settings(*bytes, file.string());
  SettingsReading reading;
  if (bytes.error().code != core::ErrorCode::not_found) reading.problems.push_back(bytes.error());
  return reading;
}

core::Status save_settings(const std::filesystem::path& folder, const Settings& settings) {
  std::error_code ignored; // write_file says what is wrong with the folder
  std::filesystem::create_directories(folder, ignored);
  return core::write_file(folder / "settings", write_settings(settings));
}

} // namespace entente::service
