#include "ui/charts.h"

#include "draw/shapes.h"
#include "draw/stroke.h"
#include "ui/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <utility>

namespace entente::ui {

namespace {

using draw::Point;
using draw::Rect;

TextStyle axis_style(Tone tone = Tone::ink3, int weight = 400) {
  TextStyle style;
  style.size = 12;
  style.tone = tone;
  style.weight = weight;
  return style;
}

using Follow = std::function<double(float x, float y, float width, float height)>;

// A chart with `count` things to point at, and what is said of the one pointed at.
Build painted(std::string label, float height, Painter painter, const Cursor& cursor = {},
              int count = 0, const std::string& said = "", Follow follow = {}) {
  Node node;
  if (!cursor.id.empty() && count > 0) {
    node.id = cursor.id;
    node.action = cursor.action;
    node.value = said;
    node.style.radius = 8;
    node.range = Range{double(cursor.at.value_or(-1)), 0, double(count - 1), 1, std::move(follow)};
  }
  node.role = Role::chart;
  node.label = std::move(label);
  node.layout.height = height;
  node.painter = std::move(painter);
  return Build(std::move(node));
}

} // namespace

std::string percent(double part) { return plain_number(std::round(part * 1000) / 10) + "%"; }

std::string plain_number(double value) {
  std::array<char, 40> out{};
  std::snprintf(out.data(), out.size(), "%.2f", value);
  std::string words = out.data();
  while (words.ends_with('0')) words.pop_back();
  if (words.ends_with('.')) words.pop_back();
  return words == "-0" ? "0" : words;
}

std::vector<double> ticks(double low, double high, int most) {
  if (!(high > low) || most < 1 || !std::isfinite(high - low)) return {low};
  const double rough = (high - low) / most;
  double step = std::pow(10, std::floor(std::log10(rough)));
  const double unit = step;
  std::vector<double> found;
  for (const double factor : {1.0, 2.0, 5.0, 10.0, 20.0}) {
    step = unit * factor;
    const double first = std::ceil(low / step - 1e-9), last = std::floor(high / step + 1e-9);
    if (last - first + 1 > most) continue;
    for (double i = first; i <= last; ++i) found.push_back(i * step);
    return found;
  }
  return {low};
}

namespace {

// What of a plot can be pointed at.
std::vector<DataPoint> points_of(const Plot& plot) {
  if (!plot.series.empty()) return plot.series.front().points;
  std::vector<DataPoint> points;
  for (const Bubble& bubble : plot.bubbles) points.push_back({bubble.x, bubble.y});
  return points;
}

// What the cursor says, on a ground of its own beside the point it speaks of.
void tip(const Canvas& canvas, const std::string& words, Point at) {
  if (words.empty()) return;
  const TextStyle style = axis_style(Tone::ink, 600);
  const float across = canvas.px(10), wide = canvas.width(words, style) + 2 * across;
  const float high = canvas.px(26), away = canvas.px(10);
  const Rect& all = canvas.rect;
  float x = at.x + away;
  if (x + wide > all.right()) x = at.x - away - wide;
  x = std::max(all.x, std::min(x, all.right() - wide));
  const float y = std::clamp(at.y - high - away, all.y, std::max(all.y, all.bottom() - high));
  draw::fill_bordered(canvas.list, draw::snapped({x, y, wide, high}), canvas.px(7),
                      canvas.color(Tone::surface), std::max(1.F, canvas.px(1)),
                      canvas.color(Tone::ink3));
  canvas.words(words, style, {std::round(x) + across, std::round(y) + canvas.px(5)});
}

// The room of a plot's figures at its left: fixed where it can be pointed at, so that the pointer's
// place can be told without measuring words.
constexpr float axis_dp = 46, axis_end_dp = 6;

bool inside(const Rect& rect, const Point& point) {
  return point.x >= rect.x && point.x < rect.right() && point.y >= rect.y &&
         point.y < rect.bottom();
}

// A plot on its canvas: the axes' room and the way from figures to pixels.
class Plotter {
public:
  Plotter(const Plot& plot, const Canvas& canvas) : plot_(plot), canvas_(canvas) {
    y_ticks_ = ticks(plot.y_low, plot.y_high, plot.y_ticks);
    float widest = 0;
    for (const double y : y_ticks_)
      widest = std::max(widest, canvas.width(plot.y_words(y), axis_style()));
    const Rect& all = canvas.rect;
    const float left = std::max(std::ceil(widest) + canvas.px(10),
                                plot.cursor.id.empty() ? 0.F : canvas.px(axis_dp));
    const float top = canvas.px(8);
    const float bottom = plot.x_labels.empty() ? canvas.px(8) : canvas.px(30);
    room_ = {all.x + left, all.y + top, std::max(1.F, all.width - left - canvas.px(axis_end_dp)),
             std::max(1.F, all.height - top - bottom)};
  }

  void draw() const {
    grid();
    if (plot_.diagonal) stroke_line({plot_.x_low, plot_.x_low}, {plot_.x_high, plot_.x_high});
    if (plot_.band) band(*plot_.band);
    for (const Reference& reference : plot_.references) level(reference);
    for (const Series& series : plot_.series) line(series);
    for (const Bubble& bubble : plot_.bubbles)
      draw::fill_circle(canvas_.list, at({bubble.x, bubble.y}), canvas_.px(bubble.radius),
                        draw::faded(canvas_.color(Tone::accent), 0.9F));
    for (const XLabel& label : plot_.x_labels) x_label(label);
    names();
    cursor();
  }

private:
  [[nodiscard]] Point at(const DataPoint& point) const {
    const auto part = [](double value, double low, double high) {
      return high > low ? static_cast<float>(std::clamp((value - low) / (high - low), 0.0, 1.0))
                        : 0.F;
    };
    return {room_.x + room_.width * part(point.x, plot_.x_low, plot_.x_high),
            room_.bottom() - room_.height * part(point.y, plot_.y_low, plot_.y_high)};
  }

  [[nodiscard]] std::vector<Point> all(const std::vector<DataPoint>& points) const {
    std::vector<Point> placed;
    for (const DataPoint& point : points) placed.push_back(at(point));
    return placed;
  }

  void cursor() const {
    const auto points = points_of(plot_);
    if (!plot_.cursor.at || *plot_.cursor.at < 0 || *plot_.cursor.at >= std::ssize(points)) return;
    const auto index = static_cast<std::size_t>(*plot_.cursor.at);
    const Point there = at(points[index]);
    const float thick = std::max(1.F, canvas_.px(1));
    canvas_.list.rect({std::round(there.x), room_.y, thick, room_.height},
                      canvas_.color(Tone::ink3));
    draw::fill_circle(canvas_.list, there, canvas_.px(5), canvas_.color(Tone::ink));
    if (index < plot_.notes.size()) tip(canvas_, plot_.notes[index], there);
  }

  void grid() const {
    const float thick = std::max(1.F, canvas_.px(1));
    for (const double y : y_ticks_) {
      const float high = std::round(at({plot_.x_low, y}).y);
      canvas_.list.rect({room_.x, high, room_.width, thick}, canvas_.color(Tone::line));
      canvas_.words(plot_.y_words(y), axis_style(),
                    {room_.x - canvas_.px(10), high - canvas_.px(8)}, text::Align::end);
    }
  }

  void stroke_line(const DataPoint& from, const DataPoint& to) const {
    draw::line(canvas_.list, at(from), at(to),
               {std::max(1.F, 2 * canvas_.scale), canvas_.color(Tone::line)});
  }

  void band(const Band& band) const {
    const std::vector<Point> high = all(band.high), low = all(band.low);
    if (high.size() == low.size() && high.size() > 1)
      draw::fill_band(canvas_.list, high, low, canvas_.color(band.tone));
  }

  void level(const Reference& reference) const {
    const Point from = at({plot_.x_low, reference.y}), to = at({plot_.x_high, reference.y});
    draw::line(canvas_.list, from, to,
               {std::max(1.F, 1.5F * canvas_.scale), canvas_.color(reference.tone), draw::Cap::butt,
                5 * canvas_.scale, 5 * canvas_.scale});
  }

  void line(const Series& series) const {
    const std::vector<Point> points = all(series.points);
    if (points.empty()) return;
    draw::Stroke stroke{series.width * canvas_.scale, canvas_.color(series.tone)};
    if (series.dashed) {
      stroke.dash = 4 * canvas_.scale;
      stroke.gap = 5 * canvas_.scale;
      stroke.cap = draw::Cap::butt;
    }
    if (points.size() > 1) draw::polyline(canvas_.list, points, stroke);
    if (series.end_dot || points.size() == 1)
      draw::fill_circle(canvas_.list, points.back(), canvas_.px(5), stroke.color);
  }

  // ---- the names of levels and lines, each where it covers least of what is drawn

  void names() const {
    std::vector<Point> ink = drawn_points();
    std::vector<Rect> taken;
    for (const Reference& reference : plot_.references) {
      const float high = at({plot_.x_low, reference.y}).y;
      std::vector<Point> anchors;
      for (const float part : {1.F, 0.F, 0.75F, 0.5F, 0.25F})
        anchors.push_back({room_.x + part * room_.width, high});
      name(reference.words, axis_style(reference.tone), anchors, ink, taken);
    }
    for (const Reference& reference : plot_.references)
      walk({room_.x, at({0, reference.y}).y}, {room_.right(), at({0, reference.y}).y}, ink);
    for (const Series& series : plot_.series) {
      if (!series.dashed || series.label.empty()) continue;
      std::vector<Point> anchors = all(series.points);
      std::ranges::reverse(anchors);
      name(series.label, axis_style(Tone::ink2), anchors, ink, taken);
    }
  }

  void name(const std::string& words, const TextStyle& style, const std::vector<Point>& anchors,
            const std::vector<Point>& ink, std::vector<Rect>& taken) const {
    const float wide = canvas_.width(words, style), high = canvas_.px(16);
    std::optional<Rect> best;
    std::size_t least = 0;
    for (const Point& anchor : anchors)
      for (const float down : {-canvas_.px(20), canvas_.px(5)}) {
        const float x = std::clamp(anchor.x - wide / 2, room_.x,
                                   std::max(room_.x, room_.right() - wide - canvas_.px(4)));
        const Rect rect{x, anchor.y + down, wide, high};
        const std::size_t over = covered(rect, ink, taken);
        if (best && over >= least) continue;
        best = rect;
        least = over;
      }
    if (!best) return;
    taken.push_back(*best);
    canvas_.words(words, style, {best->x, best->y});
  }

  [[nodiscard]] std::size_t covered(const Rect& rect, const std::vector<Point>& ink,
                                    const std::vector<Rect>& taken) const {
    constexpr std::size_t never = 10'000; // over another name, or outside
    std::size_t count = 0;
    for (const Point& point : ink) count += inside(rect, point) ? 1U : 0U;
    for (const Rect& other : taken)
      if (rect.x < other.right() && other.x < rect.right() && rect.y < other.bottom() &&
          other.y < rect.bottom())
        count += never;
    if (rect.y < canvas_.rect.y || rect.bottom() > room_.bottom()) count += never;
    return count;
  }

  // Points of all lines, a few pixels apart.
  [[nodiscard]] std::vector<Point> drawn_points() const {
    std::vector<Point> ink;
    for (const Series& series : plot_.series) {
      const std::vector<Point> points = all(series.points);
      for (std::size_t i = 0; i + 1 < points.size(); ++i) walk(points[i], points[i + 1], ink);
    }
    return ink;
  }

  void walk(Point from, Point to, std::vector<Point>& ink) const {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const int steps = 1 + static_cast<int>(length / canvas_.px(4));
    for (int i = 0; i <= steps; ++i) {
      const float part = static_cast<float>(i) / static_cast<float>(steps);
      ink.push_back({from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)});
    }
  }

  void x_label(const XLabel& label) const {
    const TextStyle style =
        axis_style(label.strong ? Tone::gold : Tone::ink3, label.strong ? 600 : 400);
    const float half = canvas_.width(label.words, style) / 2;
    const float x = std::clamp(at({label.at, plot_.y_low}).x, room_.x + half,
                               std::max(room_.x + half, canvas_.rect.right() - half));
    canvas_.words(label.words, style, {x, room_.bottom() + canvas_.px(12)}, text::Align::centre);
  }

  const Plot& plot_;
  const Canvas& canvas_;
  std::vector<double> y_ticks_;
  Rect room_;
};

// Lines across the room at round figures; a figure without words has no line.
void paint_levels(const Bars& bars, const Canvas& canvas, const Rect& room, double highest) {
  if (!bars.y_words) return;
  for (const double level : ticks(0, highest, 3)) {
    const std::string words = bars.y_words(level);
    if (words.empty()) continue;
    const float part = highest > 0 ? static_cast<float>(level / highest) : 0;
    const float y = std::round(room.bottom() - part * room.height);
    canvas.list.rect({room.x, y, room.width, std::max(1.F, canvas.px(1))},
                     canvas.color(Tone::line));
    canvas.words(words, axis_style(), {room.x - canvas.px(10), y - canvas.px(8)}, text::Align::end);
  }
}

double highest_of(const Bars& bars) {
  double highest = bars.y_high;
  if (bars.y_high <= 0)
    for (const Bar& bar : bars.bars) highest = std::max(highest, bar.value);
  return highest;
}

// What the words over and under the bars, and the figures beside them, leave.
Rect bars_room(const Bars& bars, const Canvas& canvas) {
  const auto any = [&](auto part) {
    return std::ranges::any_of(bars.bars, [part](const Bar& bar) { return !(bar.*part).empty(); });
  };
  const float left = bars.y_words ? canvas.px(axis_dp) : 0;
  const float top = canvas.px(any(&Bar::over) ? 24 : bars.y_words ? 8 : 0);
  const float bottom = canvas.px(any(&Bar::under) ? 24 : bars.y_words ? 8 : 0);
  const Rect& all = canvas.rect;
  return {all.x + left, all.y + top, std::max(1.F, all.width - left),
          std::max(1.F, all.height - top - bottom)};
}

Rect paint_bar(const Bars& bars, std::size_t i, const Canvas& canvas, const Rect& room,
               double highest) {
  const Bar& bar = bars.bars[i];
  const float step = (room.width + canvas.px(bars.gap)) /
                     static_cast<float>(std::max<std::size_t>(1, bars.bars.size()));
  const float x = std::round(room.x + step * static_cast<float>(i));
  const float next = std::round(room.x + step * static_cast<float>(i + 1));
  const double part = highest > 0 ? std::clamp(bar.value / highest, 0.0, 1.0) : 0;
  const float high = std::round(room.height * static_cast<float>(part));
  const Rect rect{x, room.bottom() - high, std::max(1.F, next - x - canvas.px(bars.gap)), high};
  const float radius = std::min({canvas.px(bars.radius), rect.width / 2, high / 2});
  if (high > 0)
    draw::fill_rounded(canvas.list, rect, radius,
                       canvas.color(bar.strong ? Tone::accent : Tone::accent_soft));
  const float middle = rect.centre().x;
  canvas.words(bar.over, axis_style(Tone::ink2), {middle, rect.y - canvas.px(20)},
               text::Align::centre);
  const float half = canvas.width(bar.under, axis_style(Tone::ink)) / 2;
  canvas.words(bar.under, axis_style(Tone::ink),
               {std::max(middle, room.x + half), room.bottom() + canvas.px(6)},
               text::Align::centre);
  return rect;
}

void paint_bars(const Bars& bars, const Canvas& canvas) {
  if (bars.bars.empty()) return;
  const Rect room = bars_room(bars, canvas);
  const double highest = highest_of(bars);
  paint_levels(bars, canvas, room, highest);
  std::optional<Rect> pointed;
  for (std::size_t i = 0; i < bars.bars.size(); ++i) {
    const Rect rect = paint_bar(bars, i, canvas, room, highest);
    if (bars.cursor.at && std::cmp_equal(*bars.cursor.at, i)) pointed = rect;
  }
  if (!pointed) return;
  draw::stroke_rounded(canvas.list, draw::expanded(*pointed, canvas.px(1)), canvas.px(bars.radius),
                       std::max(1.F, canvas.px(1.5F)), canvas.color(Tone::ink));
  tip(canvas, bars.bars[static_cast<std::size_t>(*bars.cursor.at)].note,
      {pointed->centre().x, pointed->y});
}

// How full a square is, in five steps that can be told apart.
float strength(double part) {
  if (!(part > 0)) return 0;
  if (part < 0.25) return 0.28F;
  if (part < 0.5) return 0.5F;
  return part < 0.75 ? 0.75F : 1.F;
}

void paint_day(const Calendar& calendar, std::size_t day, const Rect& cell, const Canvas& canvas) {
  const float full = strength(calendar.days[day]);
  const bool coming = calendar.today >= 0 && static_cast<int>(day) > calendar.today;
  draw::Color color =
      full > 0 ? draw::faded(canvas.color(Tone::accent), full) : canvas.color(Tone::sunken);
  if (coming) color = draw::faded(color, 0.45F);
  draw::fill_rounded(canvas.list, cell, canvas.px(4), color);
  if (static_cast<int>(day) == calendar.today)
    draw::stroke_rounded(canvas.list, draw::expanded(cell, canvas.px(2)), canvas.px(6),
                         canvas.px(1.5F), canvas.color(Tone::accent));
}

// How the columns lie in so many dp: those without room are hidden, the newest kept, and the rest
// spread over the width.
struct Columns {
  std::size_t hidden = 0;
  float apart = 0; // dp
};
Columns columns_of(const Calendar& calendar, float width) {
  const auto first = static_cast<std::size_t>(std::clamp(calendar.first_weekday, 0, 6));
  const std::size_t columns = (calendar.days.size() + first + 6) / 7;
  const auto room = static_cast<std::size_t>(
      std::max(1.F, std::floor((width + calendar.step_x - calendar.cell) / calendar.step_x)));
  const std::size_t shown = std::min(columns, room);
  const float spread = shown > 1 ? (width - calendar.cell) / static_cast<float>(shown - 1) : 0;
  return {columns - shown, shown > 1 ? std::min(1.15F * calendar.step_x, spread) : calendar.step_x};
}

void paint_calendar(const Calendar& calendar, const Canvas& canvas) {
  const auto first = static_cast<std::size_t>(std::clamp(calendar.first_weekday, 0, 6));
  const auto [hidden, apart_dp] = columns_of(calendar, canvas.rect.width / canvas.scale);
  const float apart = apart_dp * canvas.scale;
  std::optional<Rect> pointed;
  for (std::size_t i = 0; i < calendar.days.size(); ++i) {
    const std::size_t column = (i + first) / 7, line = (i + first) % 7;
    if (column < hidden) continue;
    const Rect cell{canvas.rect.x + static_cast<float>(column - hidden) * apart,
                    canvas.rect.y + static_cast<float>(line) * calendar.step_y * canvas.scale,
                    calendar.cell * canvas.scale, calendar.high * canvas.scale};
    paint_day(calendar, i, draw::snapped(cell), canvas);
    if (calendar.cursor.at && std::cmp_equal(*calendar.cursor.at, i)) pointed = cell;
  }
  if (!pointed) return;
  draw::stroke_rounded(canvas.list, draw::expanded(*pointed, canvas.px(2)), canvas.px(5),
                       std::max(1.F, canvas.px(1.5F)), canvas.color(Tone::ink));
  if (calendar.note) tip(canvas, calendar.note(*calendar.cursor.at), pointed->centre());
}

} // namespace

namespace {

// The point nearest to the pointer, by what is along the axis.
Follow follow_points(const Plot& plot) {
  return [points = points_of(plot), low = plot.x_low, high = plot.x_high](float x, float,
                                                                          float width, float) {
    const double part = (x - axis_dp) / std::max(1.F, width - axis_dp - axis_end_dp);
    const double at = low + part * (high - low);
    const auto nearest = std::ranges::min_element(
        points, {}, [at](const DataPoint& point) { return std::abs(point.x - at); });
    return static_cast<double>(nearest - points.begin());
  };
}

Follow follow_bars(std::size_t count, float left) {
  return [count, left](float x, float, float width, float) {
    return std::floor((x - left) / std::max(1.F, width - left) * static_cast<float>(count));
  };
}

Follow follow_days(const Calendar& calendar) {
  return
      [first = calendar.first_weekday, step_y = calendar.step_y, columns = [calendar](float width) {
        return columns_of(calendar, width);
      }](float x, float y, float width, float) {
        const auto [hidden, apart] = columns(width);
        const float column = std::floor(x / apart) + static_cast<float>(hidden);
        const float line = std::clamp(std::floor(y / step_y), 0.F, 6.F);
        return static_cast<double>(column * 7 + line) - first;
      };
}

template <class Notes> std::string said(const Cursor& cursor, int count, Notes note) {
  return cursor.at && *cursor.at >= 0 && *cursor.at < count ? note(*cursor.at) : "";
}

} // namespace

Build chart(Plot plot) {
  const int count = static_cast<int>(points_of(plot).size());
  const std::string words = said(plot.cursor, count, [&](int i) {
    return i < std::ssize(plot.notes) ? plot.notes[static_cast<std::size_t>(i)] : "";
  });
  const std::string label = plot.label;
  const float height = plot.height;
  const Cursor cursor = plot.cursor;
  Follow follow = follow_points(plot);
  return painted(
      label, height, [plot = std::move(plot)](Canvas& canvas) { Plotter(plot, canvas).draw(); },
      cursor, count, words, std::move(follow));
}

Build chart(Bars bars) {
  const int count = static_cast<int>(bars.bars.size());
  const std::string words =
      said(bars.cursor, count, [&](int i) { return bars.bars[static_cast<std::size_t>(i)].note; });
  const std::string label = bars.label;
  const float height = bars.height;
  const Cursor cursor = bars.cursor;
  const float left = bars.y_words ? axis_dp : 0;
  return painted(
      label, height, [bars = std::move(bars)](Canvas& canvas) { paint_bars(bars, canvas); }, cursor,
      count, words, follow_bars(static_cast<std::size_t>(count), left));
}

Build chart(Calendar calendar) {
  const int count = static_cast<int>(calendar.days.size());
  const std::string words = said(calendar.cursor, count, [&](int i) {
    return calendar.note ? calendar.note(i) : std::string();
  });
  const std::string label = calendar.label;
  const float height = 6 * calendar.step_y + calendar.high;
  const Cursor cursor = calendar.cursor;
  Follow follow = follow_days(calendar);
  return painted(
      label, height,
      [calendar = std::move(calendar)](Canvas& canvas) { paint_calendar(calendar, canvas); },
      cursor, count, words, std::move(follow));
}

ChartTable table_of(const Plot& plot) {
  ChartTable figures;
  for (const Series& series : plot.series)
    for (const DataPoint& point : series.points) {
      const auto named = std::find_if(plot.x_labels.begin(), plot.x_labels.end(),
                                      [&](const XLabel& l) { return l.at == point.x; });
      figures.rows.push_back({series.label,
                              named != plot.x_labels.end() ? named->words : plain_number(point.x),
                              plot.y_words(point.y)});
    }
  return figures;
}

ChartTable table_of(const Bars& bars) {
  ChartTable figures;
  for (const Bar& bar : bars.bars) figures.rows.push_back({bar.under, plain_number(bar.value)});
  return figures;
}

namespace {

Build table_row(const std::vector<std::string>& cells, bool head) {
  Build line = row().role(Role::row).padding({0, 6}).border(Tone::line, {0, 0, 0, 1}).gap(12);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    Build words = say(cells[i]).small();
    if (head) std::move(words).bold().mute();
    if (i > 0) std::move(words).text_align(text::Align::end);
    line.add(column(std::move(words)).role(Role::cell).label(cells[i]).flex(i == 0 ? 1.6F : 1));
  }
  return line;
}

} // namespace

Build table(const ChartTable& figures) {
  Build built = column().role(Role::table);
  if (!figures.head.empty()) built.add(table_row(figures.head, true));
  for (const auto& cells : figures.rows) built.add(table_row(cells, false));
  return built;
}

} // namespace entente::ui
