#include "service/daily_backup.h"

#include "history/backup.h"

namespace entente::service {

namespace {

std::optional<core::Error> made(const std::filesystem::path& data, core::Moment now) {
  const auto copy = history::back_up_daily(data, now);
  if (copy) return std::nullopt;
  core::Error problem = copy.error();
  problem.message = "Today's backup of the history was not made. " + problem.message;
  return problem;
}

bool is_ready(const std::future<std::optional<core::Error>>& copy) {
  return copy.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
}

} // namespace

void DailyBackup::begin(core::Moment now) {
  const core::Day today = core::study_day(now, 0);
  if (begun_ == today || (copy_.valid() && !is_ready(copy_))) return;
  begun_ = today;
  copy_ = std::async(std::launch::async, made, data_, now);
}

void DailyBackup::wait() const {
  if (copy_.valid()) copy_.wait();
}

std::optional<core::Error> DailyBackup::take_problem() {
  return copy_.valid() && is_ready(copy_) ? copy_.get() : std::nullopt;
}

} // namespace entente::service
