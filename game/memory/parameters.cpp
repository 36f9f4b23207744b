#include "memory/parameters.h"

#include <charconv>
#include <cmath>
#include <cstdio>

namespace entente::memory {

namespace {

core::Error malformed(std::string message) {
  return {
      core::ErrorCode::malformed, std::move(message), "",
      "Weights are 21 numbers for FSRS-6 (or 17 or 19 of its older versions) or 34 for FSRS-7."};
}

// The array after the name, or all of the text.
std::string_view array_in(std::string_view text) {
  constexpr std::string_view name = "\"parameters\"";
  const std::size_t named = text.find(name);
  if (named != std::string_view::npos) text.remove_prefix(named + name.size());
  const std::size_t open = text.find('[');
  if (open == std::string_view::npos) return text;
  const std::size_t close = text.find(']', open);
  return text.substr(open + 1, close == std::string_view::npos ? close : close - open - 1);
}

core::Result<std::vector<double>> numbers(std::string_view text) {
  constexpr std::string_view between = ", \t\r\n";
  std::vector<double> found;
  for (;;) {
    const std::size_t start = text.find_first_not_of(between);
    if (start == std::string_view::npos) return found;
    text.remove_prefix(start);
    const std::string_view word = text.substr(0, text.find_first_of(between));
    double value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc{} || end != word.data() + word.size() || !std::isfinite(value))
      return malformed("\"" + std::string(word.substr(0, 40)) + "\" is not a number.");
    found.push_back(value);
    text.remove_prefix(word.size());
  }
}

std::optional<Algorithm> algorithm_of(std::size_t count) {
  if (count == 17 || count == 19 || count == 21) return Algorithm::fsrs6;
  if (count == 34) return Algorithm::fsrs7;
  return std::nullopt;
}

} // namespace

core::Result<Parameters> read_parameters(std::string_view text, std::optional<Algorithm> wanted) {
  auto weights = numbers(array_in(text));
  if (!weights) return weights.error();
  const auto algorithm = algorithm_of(weights->size());
  if (!algorithm) return malformed("There are " + std::to_string(weights->size()) + " weights.");
  if (wanted && *wanted != *algorithm)
    return malformed("These are weights of " + std::string(name(*algorithm)) + ", not of " +
                     std::string(name(*wanted)) + ".");
  return clipped({*algorithm, *std::move(weights)});
}

std::string json(const std::vector<double>& weights) {
  std::string text = "[";
  for (const double weight : weights) {
    char number[32];
    std::snprintf(number, sizeof number, "%s%.9g", text.size() > 1 ? "," : "", weight);
    text += number;
  }
  return text + "]";
}

} // namespace entente::memory
