#pragma once

// What goes on beside the window: plans for seminars, fits, measured workloads. Asked for on the
// main thread, done by the worker, taken back on the main thread.

#include "exchange/format.h"
#include "service/effects.h"
#include "service/worker.h"

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace entente::service {

class Background {
public:
  // `ready` is called on the worker's thread when there is something to take.
  Background(Desk& desk, std::filesystem::path folder, std::function<void()> ready);
  ~Background(); // stops what runs

  // Plans made anew for every seminar to come whose plan is out of date.
  void plan_seminars();
  // A fit of each model in use, where the answers have grown enough since the last one.
  void refit(const Standing& standing);
  void measure_workload(const std::string& deck);
  // Another program's file, read by the worker and put on the desk when it comes.
  void import(const std::filesystem::path& path);
  // Pasted text.
  void import(const std::string& title, const std::string& text,
              const exchange::Separators& separators);

  // Fitted weights and plans that came are taken in at the desk. In a session no weights change.
  [[nodiscard]] std::vector<Result> take(bool in_session);
  [[nodiscard]] bool idle() { return worker_.idle(); }
  void hold(bool held) { worker_.hold(held); } // until something more urgent is done

private:
  struct ImportedFile {
    std::filesystem::path path;
    core::Result<exchange::Imported> read;
  };
  using Came = std::optional<
      std::variant<SeminarPlan, history::ParameterSet, Workload, ImportedFile, Failed>>;
  struct Planned {
    PlanKey key;
    std::stop_source stop;
  };

  // What a person is told of work that failed; nothing where it was only stopped.
  [[nodiscard]] static Came failure(const core::Error& error, const char* what);
  void post(std::stop_source stop, std::function<Came(const std::stop_token&)> work);
  void plan(PlanRequest request);
  void come(SeminarPlan plan, std::vector<Result>& results);
  void come(ImportedFile file, std::vector<Result>& results);

  Desk& desk_;
  std::filesystem::path folder_;
  std::map<std::string, Planned> planned_;              // the newest request of each deck
  std::map<memory::Algorithm, std::int64_t> fitted_at_; // answers when a fit was last asked for
  std::vector<history::ParameterSet> fitted_;           // to be taken in between sessions
  std::stop_source all_;
  Worker<Came> worker_;
};

} // namespace entente::service
