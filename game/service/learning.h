#pragma once

// What the worker does with a learner's answers: fits the model to them, and measures what a wanted
// recall would cost. It reads the history through an opening of its own.

#include "history/history.h"
#include "memory/review_log.h"
#include "memory/workload.h"
#include "quiz/material.h"
#include "service/seminar.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace entente::service {

// Is it time to fit again? After a twentieth more answers, but no sooner than after 32, and not
// before there are enough to learn from.
[[nodiscard]] bool refit_is_due(std::int64_t answers, std::int64_t fitted_on);

// Answers that count, as a review log; times are local, so that days are the learner's own. A card
// that was reset is another card from then on. rows: all kinds, oldest first.
[[nodiscard]] memory::ReviewLog review_log_of(std::span<const history::Row> rows);

struct RefitRequest {
  std::filesystem::path folder; // of the history
  memory::Algorithm algorithm = memory::Algorithm::fsrs7;
  int day_start_minutes = core::default_day_start_minutes;
};
// Weights to be used from now on: the fitted ones where they predict the newest fifth of the
// answers better, having learned from the rest, else the published ones. None when there is too
// little to learn from. Errors: cancelled, and those of reading the history.
[[nodiscard]] core::Result<std::optional<history::ParameterSet>> refit(const RefitRequest& request,
                                                                       std::stop_token stop = {});

struct WorkloadCurve {
  memory::Algorithm algorithm = memory::Algorithm::fsrs7;
  std::vector<memory::Workload> points; // by rising wanted recall
};
struct Workload {
  std::string deck;
  int days = 90; // simulated
  int cards = 0;
  std::vector<WorkloadCurve> curves; // one a model
};
struct WorkloadRequest {
  std::filesystem::path folder;
  std::shared_ptr<const quiz::Material> material;
  std::vector<memory::Parameters> parameters; // one of each model
  Pace pace;
  core::Moment now;
};
[[nodiscard]] core::Result<Workload> measure_workload(const WorkloadRequest& request,
                                                      std::stop_token stop = {});

} // namespace entente::service
