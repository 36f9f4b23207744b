// The forgetting curve under a graded answer: since the last answer, and as the proposed grade
// would have it.

#include "screens/drill_parts.h"
#include "screens/words.h"
#include "ui/charts.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;

namespace {

constexpr int points_a_piece = 40;

// Recall over `days` from a state, starting at x = from.
void add_piece(std::vector<DataPoint>& points, const memory::Model& model,
               const memory::State& state, double from, double days) {
  for (int i = 0; i <= points_a_piece; ++i) {
    const double share = static_cast<double>(i) / points_a_piece;
    const double t = days * share * share; // close together where forgetting is fastest
    points.push_back({from + t, model.retrievability(state, t)});
  }
}

} // namespace

Build curve_view(Frame& frame, const quiz::Revealed& revealed) {
  const auto& chosen = revealed.previews[static_cast<std::size_t>(revealed.outcome.proposed) - 1];
  if (!chosen.after.state) return Build();
  const auto& material = std::get<DrillPage>(frame.model.page).session.material();
  const memory::Model model(material.parameters);
  const auto before =
      std::get<DrillPage>(frame.model.page).session.progress(revealed.asked.question.card);
  Plot plot;
  plot.label = say("curve.label");
  plot.height = 120;
  plot.x_high = std::max(chosen.days, 0.01);
  Series line;
  line.label = say("curve.label");
  line.width = 2.5F;
  if (before.state) {
    const double past = std::max(0.01, core::days_between(before.last_answer, revealed.at));
    plot.x_low = -past;
    add_piece(line.points, model, *before.state, -past, past);
  }
  add_piece(line.points, model, *chosen.after.state, 0, plot.x_high);
  double low = 1;
  for (const auto& point : line.points) low = std::min(low, point.y);
  plot.y_low = std::clamp(low - 0.1, 0.0, 0.8);
  plot.y_ticks = 2;
  if (before.state)
    plot.x_labels.push_back({plot.x_low, short_date(core::study_day(before.last_answer)), false});
  plot.x_labels.push_back({0, say("curve.today"), true});
  plot.x_labels.push_back({plot.x_high,
                           chosen.days >= 1 ? short_date(core::study_day(chosen.due))
                                            : say("curve.later", {{"time", interval(chosen.days)}}),
                           false});
  plot.references.push_back(
      {material.settings.wanted_recall,
       say("curve.wanted", {{"recall", percent(material.settings.wanted_recall)}}), Tone::gold});
  plot.series.push_back(std::move(line));
  return chart(std::move(plot));
}

} // namespace entente::screens
