#include "memory/review_log.h"

#include <array>
#include <charconv>
#include <unordered_map>

namespace entente::memory {

namespace {

constexpr std::size_t problems_kept = 1000;
constexpr std::array<std::string_view, 3> columns{"card_id", "review_time", "review_rating"};

std::string quoted(std::string_view text) { return "\"" + std::string(text.substr(0, 60)) + "\""; }

core::Error bad_file(std::string message) {
  return {core::ErrorCode::malformed, std::move(message), "line 1",
          "A review log starts with a line naming its columns: card_id, review_time, "
          "review_rating."};
}

// Takes one line off the front of `text`.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Takes one field off the front of `line`; false when there is none left.
bool take_field(std::string_view& line, bool& more, std::string_view& field) {
  if (!more) return false;
  std::size_t from = 0;
  if (line.starts_with('"')) from = std::min(line.find('"', 1), line.size());
  const std::size_t end = line.find(',', from);
  field = line.substr(0, end);
  more = end != std::string_view::npos;
  line.remove_prefix(more ? end + 1 : line.size());
  if (field.size() > 1 && field.starts_with('"') && field.ends_with('"'))
    field = field.substr(1, field.size() - 2);
  return true;
}

// Where each of `columns` stands in a row.
using Layout = std::array<std::size_t, columns.size()>;

core::Result<Layout> read_header(std::string_view line) {
  Layout layout{};
  layout.fill(std::string_view::npos);
  std::string_view field;
  bool more = true;
  for (std::size_t at = 0; take_field(line, more, field); ++at)
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (field == columns[i]) layout[i] = at;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (layout[i] == std::string_view::npos)
      return bad_file("The column " + quoted(columns[i]) + " is missing.");
  return layout;
}

using Fields = std::array<std::string_view, columns.size()>;

Fields read_fields(std::string_view line, const Layout& layout) {
  Fields fields;
  std::string_view field;
  bool more = true;
  for (std::size_t at = 0; take_field(line, more, field); ++at)
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (layout[i] == at) fields[i] = field;
  return fields;
}

std::optional<std::string> fault(const Fields& fields, std::optional<std::int64_t> time) {
  if (fields[0].empty()) return "card_id is empty.";
  if (!time)
    return "review_time " + quoted(fields[1]) + " is neither milliseconds since 1970 nor ISO 8601.";
  if (fields[2].size() != 1 || fields[2][0] < '1' || fields[2][0] > '4')
    return "review_rating " + quoted(fields[2]) + " is not 1, 2, 3 or 4.";
  return std::nullopt;
}

class Reader {
public:
  Reader(LoadedLog& into, const Layout& layout) : into_(into), layout_(layout) {}

  void row(std::string_view line, std::size_t number) {
    const Fields fields = read_fields(line, layout_);
    const auto time = parse_time(fields[1]);
    if (auto wrong = fault(fields, time)) return skip(number, std::move(*wrong));
    into_.log.reviews.push_back({card(fields[0]), static_cast<Grade>(fields[2][0] - '0'), *time});
  }

private:
  void skip(std::size_t number, std::string message) {
    ++into_.skipped;
    if (into_.problems.size() < problems_kept)
      into_.problems.push_back({number, std::move(message)});
  }

  // Ids are slices of the file, which outlives the reader.
  std::uint32_t card(std::string_view id) {
    const auto [found, added] =
        index_.try_emplace(id, static_cast<std::uint32_t>(into_.log.cards.size()));
    if (added) into_.log.cards.emplace_back(id);
    return found->second;
  }

  LoadedLog& into_;
  const Layout& layout_;
  std::unordered_map<std::string_view, std::uint32_t> index_;
};

// Reads digits of exactly this length.
std::optional<int> take_digits(std::string_view& text, std::size_t length) {
  int value = 0;
  if (text.size() < length) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + length, value);
  if (error != std::errc{} || end != text.data() + length || value < 0) return std::nullopt;
  text.remove_prefix(length);
  return value;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text[0]) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<std::int64_t> take_date(std::string_view& text) {
  const auto year = take_digits(text, 4);
  if (!year || !take(text, "-")) return std::nullopt;
  const auto month = take_digits(text, 2);
  if (!month || !take(text, "-")) return std::nullopt;
  const auto day = take_digits(text, 2);
  if (!day || !core::exists({*year, *month, *day})) return std::nullopt;
  return core::day_of({*year, *month, *day}).number * core::ms_per_day;
}

std::int64_t take_fraction(std::string_view& text) {
  std::int64_t ms = 0;
  if (!take(text, ".,")) return 0;
  for (std::int64_t unit = 100; !text.empty() && text[0] >= '0' && text[0] <= '9'; unit /= 10) {
    ms += unit * (text[0] - '0');
    text.remove_prefix(1);
  }
  return ms;
}

std::optional<std::int64_t> take_clock(std::string_view& text) {
  const auto hour = take_digits(text, 2);
  if (!hour || !take(text, ":")) return std::nullopt;
  const auto minute = take_digits(text, 2);
  if (!minute || *hour > 23 || *minute > 59) return std::nullopt;
  std::int64_t ms = *hour * core::ms_per_hour + *minute * core::ms_per_minute;
  if (!take(text, ":")) return ms;
  const auto second = take_digits(text, 2);
  if (!second || *second > 60) return std::nullopt;
  return ms + *second * core::ms_per_second + take_fraction(text);
}

// Milliseconds to take off for "Z", "+08:00", "+0800", "+08" or nothing.
std::optional<std::int64_t> take_offset(std::string_view& text) {
  if (text.empty() || take(text, "Zz")) return 0;
  const int sign = text[0] == '-' ? -1 : 1;
  if (!take(text, "+-")) return std::nullopt;
  const auto hours = take_digits(text, 2);
  if (!hours || *hours > 23) return std::nullopt;
  take(text, ":");
  const int minutes = text.empty() ? 0 : take_digits(text, 2).value_or(-1);
  if (minutes < 0 || minutes > 59) return std::nullopt;
  return sign * (*hours * core::ms_per_hour + minutes * core::ms_per_minute);
}

std::optional<std::int64_t> parse_iso(std::string_view text) {
  const auto date = take_date(text);
  if (!date || !take(text, "T t")) return std::nullopt;
  const auto clock = take_clock(text);
  if (!clock) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  return *date + *clock - *offset;
}

} // namespace

std::optional<std::int64_t> parse_time(std::string_view text) {
  constexpr std::int64_t year_10000 = 253402300800000;
  std::int64_t ms = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), ms);
  if (error != std::errc{} || end != text.data() + text.size()) {
    const auto iso = parse_iso(text);
    if (!iso) return std::nullopt;
    ms = *iso;
  }
  if (ms < 0 || ms >= year_10000) return std::nullopt;
  return ms;
}

core::Result<LoadedLog> read_review_log(std::string_view csv) {
  if (csv.starts_with("\xEF\xBB\xBF")) csv.remove_prefix(3);
  if (csv.empty()) return bad_file("The file is empty.");
  const auto layout = read_header(take_line(csv));
  if (!layout) return layout.error();
  LoadedLog loaded;
  Reader reader(loaded, *layout);
  for (std::size_t number = 2; !csv.empty(); ++number) {
    const std::string_view line = take_line(csv);
    if (!line.empty()) reader.row(line, number);
  }
  if (loaded.log.reviews.empty() && loaded.skipped > 0)
    return core::Error{core::ErrorCode::malformed,
                       "None of its rows is a review. " + loaded.problems.front().message,
                       "line " + std::to_string(loaded.problems.front().line), ""};
  return loaded;
}

} // namespace entente::memory
