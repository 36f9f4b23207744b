#include "ui/theme.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

namespace entente::ui {

namespace {

using draw::rgb;

constexpr std::array<const char*, tone_count> tone_names = {
    "none",   "paper",       "surface", "sunken",     "ink",         "ink2",
    "ink3",   "line",        "accent",  "accent_ink", "accent_soft", "focus",
    "right",  "right_soft",  "wrong",   "wrong_soft", "gold",        "gold_soft",
    "indigo", "indigo_soft", "teal",    "teal_soft",  "purple",      "purple_soft",
    "orange", "orange_soft", "on_mark", "veil"};

// In the order of Tone.
using Palette = std::array<std::uint32_t, tone_count - 2>;
constexpr Palette light = {0xFAF7F2, 0xFFFFFF, 0xF2EDE4, 0x1B1F27, 0x5B6270, 0x676B74, 0xE5DED2,
                           0x0B6B63, 0xFFFFFF, 0xDDEFEC, 0x2F6FED, 0x1D7A45, 0xE1F3E8, 0xBF3528,
                           0xFBE6E3, 0x92610B, 0xFAEFD8, 0x4154C4, 0xE6E9FB, 0x0B7672, 0xDBF1EF,
                           0x8A3FA0, 0xF4E6F8, 0xA0580A, 0xFBEBD8, 0xFFFFFF};
constexpr Palette dark = {0x14161B, 0x1D2028, 0x181A21, 0xEEEAE3, 0xA8ADB9, 0x8D93A3, 0x2E323D,
                          0x3FB8AC, 0x08211E, 0x143833, 0x7FA8FF, 0x5FCB8C, 0x14301F, 0xF0796C,
                          0x3A1A17, 0xE3B04B, 0x33290F, 0x93A2FF, 0x20264A, 0x4CC7BF, 0x11322F,
                          0xD193E4, 0x331D3A, 0xEBA553, 0x38260F, 0x0B1512};
constexpr Palette contrast_colors = {
    0x000000, 0x000000, 0x1A1A1A, 0xFFFFFF, 0xFFFFFF, 0xE6E6E6, 0xBFBFBF, 0x5FE3FF, 0x000000,
    0x00313C, 0xFFFF00, 0x6CFF9B, 0x00330F, 0xFF9C91, 0x420000, 0xFFD54A, 0x3A2C00, 0xB6C2FF,
    0x101A5C, 0x66F0E4, 0x003531, 0xF0B8FF, 0x3C0D4A, 0xFFC078, 0x402500, 0x000000};

Theme themed(const char* name, const Palette& palette, draw::Color veil) {
  Theme theme;
  theme.name = name;
  theme.colors.front() = {0, 0, 0, 0};
  for (std::size_t i = 0; i < palette.size(); ++i) theme.colors[i + 1] = rgb(palette[i]);
  theme.colors.back() = veil;
  return theme;
}

Theme make_light() {
  Theme theme = themed("light", light, {40, 30, 10, 92});
  theme.near_shadow = {1, 2, {40, 30, 10, 15}};
  theme.far_shadow = {10, 30, {40, 30, 10, 18}};
  return theme;
}

Theme make_dark() {
  Theme theme = themed("dark", dark, {0, 0, 0, 140});
  theme.near_shadow = {1, 2, {0, 0, 0, 102}};
  theme.far_shadow = {10, 30, {0, 0, 0, 89}};
  return theme;
}

Theme make_contrast() {
  Theme theme = themed("contrast", contrast_colors, {0, 0, 0, 204});
  theme.border = 2;
  return theme;
}

std::string_view trimmed(std::string_view words) {
  while (!words.empty() && (words.front() == ' ' || words.front() == '\t')) words.remove_prefix(1);
  while (!words.empty() && (words.back() == ' ' || words.back() == '\t' || words.back() == '\r'))
    words.remove_suffix(1);
  return words;
}

std::optional<draw::Color> parse_color(std::string_view words) {
  if (words.empty() || words.front() != '#' || (words.size() != 7 && words.size() != 9))
    return std::nullopt;
  std::uint32_t value = 0;
  const char* end = words.data() + words.size();
  if (std::from_chars(words.data() + 1, end, value, 16).ptr != end) return std::nullopt;
  if (words.size() == 7) return rgb(value);
  draw::Color color = rgb(value >> 8U);
  color.a = static_cast<std::uint8_t>(value);
  return color;
}

std::optional<float> parse_number(std::string_view words) {
  float value = 0;
  const char* end = words.data() + words.size();
  if (words.empty() || std::from_chars(words.data(), end, value).ptr != end) return std::nullopt;
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string_view next_word(std::string_view& words) {
  words = trimmed(words);
  const std::size_t end = std::min(words.find(' '), words.size());
  const std::string_view word = words.substr(0, end);
  words.remove_prefix(end);
  return word;
}

bool set_shadow(ThemeShadow& shadow, std::string_view value) {
  const auto dy = parse_number(next_word(value)), blur = parse_number(next_word(value));
  const auto color = parse_color(next_word(value));
  if (!dy || !blur || !color || *blur < 0 || !trimmed(value).empty()) return false;
  shadow = {*dy, *blur, *color};
  return true;
}

bool set(Theme& theme, std::string_view name, std::string_view value) {
  if (name == "name") return theme.name = value, true;
  if (name == "near_shadow") return set_shadow(theme.near_shadow, value);
  if (name == "far_shadow") return set_shadow(theme.far_shadow, value);
  if (name == "border") {
    const auto width = parse_number(value);
    return width && *width > 0 && *width <= 8 ? theme.border = *width, true : false;
  }
  const auto tone = std::find(tone_names.begin() + 1, tone_names.end(), name);
  const auto color = parse_color(value);
  if (tone == tone_names.end() || !color) return false;
  theme.colors[static_cast<std::size_t>(tone - tone_names.begin())] = *color;
  return true;
}

std::string hex(draw::Color color) {
  std::array<char, 10> out{};
  if (color.a == 255)
    std::snprintf(out.data(), out.size(), "#%02X%02X%02X", color.r, color.g, color.b);
  else
    std::snprintf(out.data(), out.size(), "#%02X%02X%02X%02X", color.r, color.g, color.b, color.a);
  return out.data();
}

std::string number(float value) {
  std::array<char, 32> out{};
  return {out.data(), std::to_chars(out.data(), out.data() + out.size(), value).ptr};
}

std::string written(const ThemeShadow& shadow) {
  return number(shadow.dy) + " " + number(shadow.blur) + " " + hex(shadow.color);
}

double luminance(draw::Color color) { // WCAG 2.1, relative luminance
  const auto linear = [](std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

} // namespace

const Theme& light_theme() {
  static const Theme theme = make_light();
  return theme;
}
const Theme& dark_theme() {
  static const Theme theme = make_dark();
  return theme;
}
const Theme& contrast_theme() {
  static const Theme theme = make_contrast();
  return theme;
}

core::Result<Theme> parse_theme(std::string_view text, const std::string& file) {
  Theme theme = light_theme();
  for (int line = 1; !text.empty(); ++line) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view words = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (words.empty() || words.front() == '#') continue;
    const std::size_t equals = words.find('=');
    const bool known =
        equals != std::string_view::npos &&
        set(theme, trimmed(words.substr(0, equals)), trimmed(words.substr(equals + 1)));
    if (!known)
      return core::Error{core::ErrorCode::malformed,
                         "\"" + std::string(words) + "\" is not a theme setting.",
                         file + ":" + std::to_string(line),
                         "Write one NAME = #RRGGBB a line, with the names of the built-in themes."};
  }
  return theme;
}

std::string write_theme(const Theme& theme) {
  std::string out = "# One setting a line: a tone and its colour, as #RRGGBB or #RRGGBBAA.\n";
  out += "name = " + theme.name + "\n";
  for (std::size_t i = 1; i < theme.colors.size(); ++i)
    out += std::string(tone_names[i]) + " = " + hex(theme.colors[i]) + "\n";
  out += "# Down, blur (dp), colour.\n";
  out += "near_shadow = " + written(theme.near_shadow) + "\n";
  out += "far_shadow = " + written(theme.far_shadow) + "\n";
  return out + "border = " + number(theme.border) + "\n";
}

double contrast(draw::Color a, draw::Color b) {
  const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

const std::vector<TextPair>& text_pairs() {
  static const std::vector<TextPair> pairs = [] {
    std::vector<TextPair> all;
    for (const Tone ground : {Tone::paper, Tone::surface, Tone::sunken})
      for (const Tone ink :
           {Tone::ink, Tone::ink2, Tone::ink3, Tone::accent, Tone::right, Tone::wrong, Tone::gold})
        all.push_back({ink, ground});
    for (const Tone soft :
         {Tone::accent_soft, Tone::right_soft, Tone::wrong_soft, Tone::gold_soft, Tone::indigo_soft,
          Tone::teal_soft, Tone::purple_soft, Tone::orange_soft})
      for (const Tone ink : {Tone::ink, Tone::ink2, static_cast<Tone>(static_cast<int>(soft) - 1)})
        all.push_back({ink == Tone::accent_ink ? Tone::accent : ink, soft});
    for (const Tone ground : {Tone::right, Tone::wrong}) all.push_back({Tone::on_mark, ground});
    all.push_back({Tone::accent_ink, Tone::accent});
    return all;
  }();
  return pairs;
}

} // namespace entente::ui
