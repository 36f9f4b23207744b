#include "service/background.h"

#include "service/bring_in.h"
#include "service/deck_exchange.h"

#include <algorithm>
#include <set>

namespace entente::service {

Background::Background(Desk& desk, std::filesystem::path folder, std::function<void()> ready)
    : desk_(desk), folder_(std::move(folder)), worker_(std::move(ready)) {}

Background::~Background() {
  all_.request_stop();
  for (auto& [deck, planned] : planned_) planned.stop.request_stop();
}

void Background::post(std::stop_source stop, std::function<Came(const std::stop_token&)> work) {
  worker_.post([stop = std::move(stop), work = std::move(work)](const std::stop_token& closing) {
    std::stop_source own = stop;
    const std::stop_callback too(closing, [&own] { own.request_stop(); });
    return work(own.get_token());
  });
}

Background::Came Background::failure(const core::Error& error, const char* what) {
  if (error.code == core::ErrorCode::cancelled) return std::nullopt;
  return Failed{error, what};
}

void Background::plan(PlanRequest request) {
  Planned& newest = planned_[request.deck];
  if (newest.key == request.key) return;
  newest.stop.request_stop(); // of the one before, which nobody wants any more
  newest = {request.key, {}};
  post(newest.stop, [request = std::move(request)](const std::stop_token& stop) -> Came {
    auto made = plan_seminar(request, stop);
    if (!made) return failure(made.error(), "plan the seminar");
    return std::move(*made);
  });
}

void Background::plan_seminars() {
  for (const DeckFile& file : desk_.library().files())
    if (file.deck != nullptr && !file.other_version)
      if (auto request = desk_.plan_request(file.id)) plan(std::move(*request));
}

void Background::refit(const Standing& standing) {
  std::set<memory::Algorithm> used{desk_.settings().algorithm};
  for (const DeckStanding& deck : standing.decks)
    if (deck.choices.algorithm) used.insert(*deck.choices.algorithm);
  for (const auto algorithm : used) {
    const auto last = standing.fits.find(algorithm);
    std::int64_t& asked = fitted_at_[algorithm];
    if (last != standing.fits.end()) asked = std::max(asked, last->second.answers);
    if (!standing.writable || !refit_is_due(standing.counted, asked)) continue;
    asked = standing.counted;
    const RefitRequest request{folder_, algorithm, desk_.settings().quiz.day_start_minutes};
    post(all_, [request](const std::stop_token& stop) -> Came {
      auto fitted = service::refit(request, stop);
      if (!fitted) return failure(fitted.error(), "learn from your answers");
      if (!*fitted) return std::nullopt;
      return std::move(**fitted);
    });
  }
}

void Background::measure_workload(const std::string& deck) {
  auto request = desk_.workload_request(deck);
  if (!request) return;
  post(all_, [request = std::move(*request)](const std::stop_token& stop) -> Came {
    auto measured = service::measure_workload(request, stop);
    if (!measured) return failure(measured.error(), "measure the workload");
    return std::move(*measured);
  });
}

void Background::come(SeminarPlan plan, std::vector<Result>& results) {
  const auto newest = planned_.find(plan.deck);
  if (newest == planned_.end() || newest->second.key.seminar != plan.seminar) return; // overtaken
  if (const auto kept = desk_.keep_plan(plan); !kept)
    results.push_back(Failed{kept.error(), "keep the forecast"});
  results.push_back(SeminarPlanned{std::move(plan)});
}

void Background::import(const std::filesystem::path& path) {
  post(all_, [path](const std::stop_token&) -> Came {
    return ImportedFile{path, import_file(path, {})};
  });
}

void Background::import(const std::string& title, const std::string& text,
                        const exchange::Separators& separators) {
  post(all_, [=](const std::stop_token&) -> Came {
    const auto* format = exchange::find_format("quizlet");
    return ImportedFile{{}, exchange::read(*format, {text, title, title, separators})};
  });
}

void Background::come(ImportedFile file, std::vector<Result>& results) {
  if (!file.read) {
    results.push_back(Failed{file.read.error(), "bring the deck in"});
    return;
  }
  auto done = bring_in(desk_, std::move(*file.read));
  if (done)
    results.push_back(std::move(*done));
  else
    results.push_back(Failed{done.error(), "bring the deck in"});
}

std::vector<Result> Background::take(bool in_session) {
  std::vector<Result> results;
  for (Came& came : worker_.take()) {
    if (!came) continue;
    if (auto* plan = std::get_if<SeminarPlan>(&*came)) come(std::move(*plan), results);
    if (auto* fit = std::get_if<history::ParameterSet>(&*came)) fitted_.push_back(std::move(*fit));
    if (auto* file = std::get_if<ImportedFile>(&*came)) come(std::move(*file), results);
    if (auto* failed = std::get_if<Failed>(&*came)) results.push_back(std::move(*failed));
    if (auto* load = std::get_if<Workload>(&*came))
      results.push_back(WorkloadMeasured{std::move(*load)});
  }
  if (in_session) return results;
  for (const history::ParameterSet& fit : std::exchange(fitted_, {}))
    if (const auto adopted = desk_.adopt(fit); !adopted)
      results.push_back(Failed{adopted.error(), "save what was learned from your answers"});
  return results;
}

} // namespace entente::service
