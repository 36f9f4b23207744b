#pragma once

// The plots of Progress, each as a chart and as a table of the same figures.

#include "screens/parts.h"
#include "ui/charts.h"

namespace entente::screens {

struct Figures {
  ui::Build chart;
  ui::ChartTable table;
  bool empty = false; // nothing to show yet
};

using Cursors = std::function<ui::Cursor(const std::string& chart)>;

[[nodiscard]] Figures recall_figures(const service::Statistics& all, const Cursors& cursors);
[[nodiscard]] Figures calibration_figures(const service::Statistics& all, const Cursors& cursors);
[[nodiscard]] Figures coming_figures(const service::Statistics& all, int days,
                                     const Cursors& cursors);
[[nodiscard]] Figures time_figures(const service::Statistics& all, const Cursors& cursors);
[[nodiscard]] Figures stability_figures(const service::Statistics& all, const Cursors& cursors);
[[nodiscard]] Figures retrievability_figures(const service::Statistics& all,
                                             const Cursors& cursors);
// Days with answers, as many weeks as fit in the width.
[[nodiscard]] Figures calendar_figures(const std::vector<history::DayCount>& days, core::Day today,
                                       int weeks, const ui::Cursor& cursor);
// One card's recall from its first answer on, and as it will fade.
[[nodiscard]] ui::Build story_chart(const service::CardStory& story, core::Moment now,
                                    const ui::Cursor& cursor);

} // namespace entente::screens
