#include "service/statistics.h"

#include <cstdio>

namespace entente::service {

namespace {

std::string figure(double value) {
  char out[40];
  std::snprintf(out, sizeof out, "%.6g", value);
  return out;
}

// RFC 4180.
std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + '"';
}

class Lines {
public:
  void add(const char* plot, const std::string& of, double value, const std::string& low = "",
           const std::string& high = "", const std::string& count = "") {
    text_ += std::string(plot) + ',' + quoted(of) + ',' + figure(value) + ',' + low + ',' + high +
             ',' + count + "\r\n";
  }
  [[nodiscard]] const std::string& text() const { return text_; }

private:
  std::string text_ = "plot,of,figure,low,high,count\r\n";
};

std::string date(core::Day day) { return core::iso(core::civil(day)); }

void add_bins(Lines& lines, const char* plot, const std::vector<CardBin>& bins) {
  for (const CardBin& bin : bins)
    lines.add(plot, "cards", bin.cards, figure(bin.low), figure(bin.high));
}

void add_work(Lines& lines, const Statistics& all) {
  for (const ComingDay& day : all.coming) {
    lines.add("coming-reviews", date(day.day), day.reviews);
    lines.add("coming-new", date(day.day), day.fresh);
    lines.add("coming-minutes", date(day.day), day.minutes);
  }
  for (const auto& day : all.days) {
    lines.add("answers", date(day.day), day.answers);
    lines.add("minutes", date(day.day),
              static_cast<double>(day.taken_ms) / static_cast<double>(core::ms_per_minute));
  }
}

} // namespace

std::string to_csv(const Statistics& all) {
  Lines lines;
  for (const RecallPoint& point : all.recall) {
    lines.add("recall-measured", date(point.last), point.recalled.share, figure(point.recalled.low),
              figure(point.recalled.high), std::to_string(point.asked));
    lines.add("recall-promised", date(point.last), point.promised, "", "",
              std::to_string(point.asked));
  }
  for (const auto& point : all.calibration)
    lines.add("calibration", figure(point.predicted), point.actual, figure(point.low),
              figure(point.high), std::to_string(point.count));
  add_work(lines, all);
  add_bins(lines, "stability-days", all.stability);
  add_bins(lines, "retrievability", all.retrievability);
  for (const CategoryFigures& each : all.categories)
    lines.add("category", each.deck + "/" + each.name, each.recalled.share,
              figure(each.recalled.low), figure(each.recalled.high), std::to_string(each.asked));
  for (const HardCard& card : all.hard) lines.add("lapses", card.prompt, card.lapses);
  for (const MixedUp& pair : all.mixed_up)
    lines.add("mixed-up", pair.prompt + ": " + pair.option, pair.times);
  return lines.text();
}

} // namespace entente::service
