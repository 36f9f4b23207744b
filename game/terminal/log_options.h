#pragma once

// Options that verbs on review logs share, and the progress bar of long work.

#include "core/result.h"
#include "memory/dataset.h"
#include "terminal/verbs.h"

#include <optional>
#include <string>

namespace entente::terminal {

// As typed; the empty ones were not.
struct LogOptions {
  std::string log;
  std::string model; // fsrs6 or fsrs7
  std::string parameters;
  std::string time_zone = "+00:00";
  std::string day_start = "04:00";
  std::string same_day = "calendar";
  std::string filter, order, weights;
};

void add_log_options(CLI::App& verb, LogOptions& options);
void add_target_options(CLI::App& verb, LogOptions& options);
void add_order_option(CLI::App& verb, LogOptions& options); // fits are in time order always

// REQUIRES: values that the options' checks let through.
[[nodiscard]] memory::DatasetOptions dataset_options(const LogOptions& options,
                                                     memory::DatasetOptions otherwise);

// The named weights, or the defaults of the named model (FSRS-7 when none is named).
[[nodiscard]] core::Result<memory::Parameters> weights(const LogOptions& options);

// Reads the log, naming each bad row on the error stream.
[[nodiscard]] core::Result<memory::ReviewLog> read_log(const LogOptions& options, Context& context);

// One line on the error stream, drawn over itself; nothing where that is no terminal.
class ProgressBar {
public:
  explicit ProgressBar(Context& context) : context_(context) {}
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar(); // wipes the line
  void show(double fraction);

private:
  Context& context_;
  int drawn_ = -1; // tenths of a percent
};

} // namespace entente::terminal
