#pragma once

// Charts: lines with bands and references, bubbles, bars, a calendar of days. Each is a node with a
// label, and can be read as a table too. Axes have round ticks; the colours are the theme's, and
// nothing is told by colour alone (dashes, words, positions).

#include "ui/build.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace entente::ui {

// Round numbers (1, 2 or 5 times a power of ten apart) inside [low, high], at most `most`.
[[nodiscard]] std::vector<double> ticks(double low, double high, int most);

using Words = std::function<std::string(double)>;
[[nodiscard]] std::string percent(double part);       // 0.9 -> "90%"
[[nodiscard]] std::string plain_number(double value); // up to two decimals, none when whole

struct DataPoint {
  double x = 0, y = 0;
};

struct Series {
  std::string label;
  std::vector<DataPoint> points;
  Tone tone = Tone::accent;
  float width = 3; // dp
  bool dashed = false;
  bool end_dot = false;
};

struct Band { // a range around a line; as many points in both, in order of x
  std::vector<DataPoint> low, high;
  Tone tone = Tone::accent_soft;
};

struct Reference { // a level to compare with
  double y = 0;
  std::string words;
  Tone tone = Tone::gold;
};

struct Bubble {
  double x = 0, y = 0;
  float radius = 5; // dp
};

struct XLabel {
  double at = 0;
  std::string words;
  bool strong = false;
};

// What of a chart is looked at, under the pointer or by the arrow keys: one of its points, in words
// beside it.
struct Cursor {
  std::string id;        // of the node; empty: the chart cannot be pointed at
  std::optional<int> at; // index of a point, bar or day
  int action = -1;       // gets the index as its number, NaN when the pointer leaves
};

struct Plot {
  std::string label; // what it shows, for those who cannot see it
  double x_low = 0, x_high = 1, y_low = 0, y_high = 1;
  Words y_words = percent;
  int y_ticks = 4;
  std::vector<XLabel> x_labels;
  std::vector<Series> series;
  std::optional<Band> band;
  std::vector<Reference> references;
  std::vector<Bubble> bubbles;
  bool diagonal = false;          // y = x, for predicted against actual
  float height = 190;             // dp
  std::vector<std::string> notes; // of each point of the first series, else of each bubble
  Cursor cursor;
};
[[nodiscard]] Build chart(Plot plot);

struct Bar {
  double value = 0;
  std::string over, under; // words above and below
  bool strong = false;     // today
  std::string note;        // what the cursor says of it
};
struct Bars {
  std::string label;
  std::vector<Bar> bars;
  float gap = 5;      // dp
  float radius = 4;   // dp
  float height = 150; // dp
  double y_high = 0;  // 0 = the highest bar
  Words y_words;      // of the axis at the left; none: no axis
  Cursor cursor;
};
[[nodiscard]] Build chart(Bars bars);

// One square a day, seven a column, oldest first; 0..1 each.
struct Calendar {
  std::string label;
  std::vector<double> days;
  int first_weekday = 0;                                   // of the first day; 0 = the top row
  int today = -1;                                          // index; later ones are faint
  float cell = 14, high = 13, step_x = 20, step_y = 16.5F; // dp
  std::function<std::string(int)> note;                    // what the cursor says of a day
  Cursor cursor;
};
[[nodiscard]] Build chart(Calendar calendar);

// The same figures to be read.
struct ChartTable {
  std::vector<std::string> head;
  std::vector<std::vector<std::string>> rows;
};
[[nodiscard]] ChartTable table_of(const Plot& plot);
[[nodiscard]] ChartTable table_of(const Bars& bars);
[[nodiscard]] Build table(const ChartTable& figures);

} // namespace entente::ui
