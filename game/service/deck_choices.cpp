#include "service/deck_choices.h"

#include "core/file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace entente::service {

namespace {

constexpr std::uintmax_t most_bytes = 1024 * 1024;
constexpr const char* file_name = "choices";
constexpr std::array<std::string_view, 7> weekdays = {"mon", "tue", "wed", "thu",
                                                      "fri", "sat", "sun"};

template <typename Number> std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<double> share(std::string_view text) {
  const auto value = number<double>(text);
  return value && *value >= 0 && *value <= 1 ? value : std::nullopt;
}

std::string_view trim(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!(text = trim(text)).empty()) {
    const auto end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

std::string plain(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.4g", value);
  return text;
}

std::string words(const SeminarForecast& forecast) {
  std::string text = core::iso(core::civil(forecast.made));
  for (const memory::Forecast& each : {forecast.without, forecast.with_plan})
    for (const double figure : {each.expected, each.low, each.high}) text += " " + plain(figure);
  return text;
}

// DATE and six shares.
std::optional<SeminarForecast> read_forecast(std::span<const std::string_view> text) {
  if (text.size() != 7) return std::nullopt;
  const auto made = read_date(text[0]);
  std::array<double, 6> figures{};
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto figure = share(text[i + 1]);
    if (!figure) return std::nullopt;
    figures[i] = *figure;
  }
  if (!made) return std::nullopt;
  return SeminarForecast{
      *made, {figures[0], figures[1], figures[2]}, {figures[3], figures[4], figures[5]}};
}

// DATE, "went" and a share or "unsaid", and where there was a forecast all of it.
std::optional<PastSeminar> read_past(std::span<const std::string_view> text) {
  if (text.size() < 2) return std::nullopt;
  PastSeminar past;
  const auto date = read_date(text[0]);
  if (!date) return std::nullopt;
  past.date = *date;
  if (text[1] != "unsaid" && !(past.known = share(text[1]))) return std::nullopt;
  if (text.size() == 2) return past;
  past.forecast = read_forecast(text.subspan(2));
  return past.forecast ? std::optional(past) : std::nullopt;
}

std::string words(const PastSeminar& past) {
  std::string text = core::iso(core::civil(past.date));
  text += " " + (past.known ? plain(*past.known) : std::string("unsaid"));
  return past.forecast ? text + " " + words(*past.forecast) : text;
}

bool read_days_off(std::string_view text, Seminar& seminar) {
  std::array<bool, 7> off{};
  for (const std::string_view word : words_of(text)) {
    const auto day = std::ranges::find(weekdays, word);
    if (day == weekdays.end()) return false;
    off[static_cast<std::size_t>(day - weekdays.begin())] = true;
  }
  seminar.off = off;
  return true;
}

std::string days_off(const Seminar& seminar) {
  std::string text;
  for (std::size_t i = 0; i < weekdays.size(); ++i)
    if (seminar.off[i]) text += (text.empty() ? "" : " ") + std::string(weekdays[i]);
  return text;
}

template <typename Value, typename Read> bool take(std::optional<Value>& into, const Read& read) {
  if (!read) return false;
  into = *read;
  return true;
}

bool read_minutes(std::string_view text, Seminar& seminar) {
  const auto minutes = number<int>(text);
  if (!minutes || *minutes < least_seminar_minutes || *minutes > most_seminar_minutes) return false;
  seminar.minutes_a_day = *minutes;
  return true;
}

bool read_wanted(std::string_view text, DeckChoices& choices) {
  const auto wanted = number<double>(text);
  if (!wanted || *wanted < 0.7 || *wanted > 0.99) return false;
  choices.wanted_recall = wanted;
  return true;
}

std::optional<memory::Algorithm> algorithm_of(std::string_view text) {
  for (const auto algorithm : {memory::Algorithm::fsrs6, memory::Algorithm::fsrs7})
    if (memory::name(algorithm) == text) return algorithm;
  return std::nullopt;
}

// False: not a value of that name.
bool assign(DeckChoices& choices, std::string_view name, std::string_view value) {
  if (name == "seminar") {
    const auto date = read_date(value);
    if (date) choices.seminar = Seminar{*date};
    return date.has_value();
  }
  if (name == "minutes a day") return choices.seminar && read_minutes(value, *choices.seminar);
  if (name == "days off") return choices.seminar && read_days_off(value, *choices.seminar);
  if (name == "forecast") return take(choices.forecast, read_forecast(words_of(value)));
  if (name == "model") return take(choices.algorithm, algorithm_of(value));
  if (name == "wanted recall") return read_wanted(value, choices);
  if (name != "past") return false;
  const auto past = read_past(words_of(value));
  if (past) choices.past.push_back(*past);
  return past.has_value();
}

std::string section(const DeckChoices& choices) {
  std::string text;
  const auto line = [&text](const char* name, const std::string& value) {
    text += std::string(name) + " = " + value + "\n";
  };
  if (choices.seminar) {
    line("seminar", core::iso(core::civil(choices.seminar->date)));
    line("minutes a day", std::to_string(choices.seminar->minutes_a_day));
    if (const auto off = days_off(*choices.seminar); !off.empty()) line("days off", off);
  }
  if (choices.forecast) line("forecast", words(*choices.forecast));
  if (choices.algorithm) line("model", std::string(memory::name(*choices.algorithm)));
  if (choices.wanted_recall) line("wanted recall", plain(*choices.wanted_recall));
  for (const PastSeminar& past : choices.past) line("past", words(past));
  return text;
}

core::Error unread(const std::string& where) {
  return {core::ErrorCode::malformed, "This line about a deck cannot be read.", where,
          "It is left out; set it again in the window."};
}

} // namespace

std::optional<core::Day> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number<int>(text.substr(0, 4));
  const auto month = number<int>(text.substr(5, 2));
  const auto day = number<int>(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const core::CivilDate date{*year, *month, *day};
  if (!core::exists(date)) return std::nullopt;
  return core::day_of(date);
}

ChoicesReading parse_choices(std::string_view text, const std::string& file) {
  ChoicesReading reading;
  DeckChoices* deck = nullptr;
  for (int number = 1; !text.empty(); ++number) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    if (line.size() > 2 && line.front() == '[' && line.back() == ']') {
      deck = &reading.choices[std::string(line.substr(1, line.size() - 2))];
      continue;
    }
    const auto equals = line.find('=');
    if (deck == nullptr || equals == std::string_view::npos ||
        !assign(*deck, trim(line.substr(0, equals)), trim(line.substr(equals + 1))))
      reading.problems.push_back(unread(file + ":" + std::to_string(number)));
  }
  return reading;
}

std::string write_choices(const ChoicesByDeck& choices) {
  std::string text =
      "# What you have chosen for single decks. The window writes this file anew when you change "
      "it.\n";
  for (const auto& [deck, chosen] : choices)
    if (chosen != DeckChoices{}) text += "\n[" + deck + "]\n" + section(chosen);
  return text;
}

ChoicesReading load_choices(const std::filesystem::path& folder) {
  const auto file = folder / file_name;
  const auto bytes = core::read_file(file, most_bytes);
  if (bytes) return parse_choices(*bytes, file.string());
  ChoicesReading reading;
  if (bytes.error().code != core::ErrorCode::not_found) reading.problems.push_back(bytes.error());
  return reading;
}

core::Status save_choices(const std::filesystem::path& folder, const ChoicesByDeck& choices) {
  std::error_code ignored; // write_file says what is wrong with the folder
  std::filesystem::create_directories(folder, ignored);
  return core::write_file(folder / file_name, write_choices(choices));
}

} // namespace entente::service
