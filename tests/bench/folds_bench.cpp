// Time-ordered five-fold splits of two real logs, for both models, beside the published reference
// table. Usage: folds_bench [FOLDER OF THE LOGS]

#include "memory/folds.h"

#include "core/file.h"

#include <cstdio>
#include <filesystem>
#include <string>

using namespace entente::memory;

namespace {

void print(const char* what, const Metrics& metrics) {
  std::printf("  %-34s %.5f / %.4f / %.3f\n", what, metrics.log_loss, metrics.rmse_bins,
              metrics.auc);
}

void print_log(const std::filesystem::path& folder, const char* file, int offset_hours) {
  const auto bytes = entente::core::read_file(folder / file, 1U << 30U);
  if (!bytes) {
    std::printf("%s: %s\n", file, describe(bytes.error()).c_str());
    return;
  }
  const auto loaded = read_review_log(*bytes);
  if (!loaded) return;
  DatasetOptions options;
  options.offset_minutes = offset_hours * 60;
  const Dataset data = dataset(loaded->log, options);
  for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7}) {
    for (const double prior : {1.0, 4.0}) {
      FitOptions fitting;
      fitting.algorithm = algorithm;
      fitting.prior = prior;
      const auto split = time_ordered(data, fitting);
      if (!split) continue;
      std::printf("%s, %s, prior %.0f, %zu reviews\n", file, std::string(name(algorithm)).c_str(),
                  prior, split->used.targets);
      print("defaults", split->current);
      print("fitted, kept or not", split->fitted);
      print("as used", split->used);
    }
  }
}

} // namespace

int main(int argc, char** argv) {
  const std::filesystem::path folder = argc > 1 ? argv[1] : "../shared/data/reviews";
  std::printf("log loss / RMSE(bins) / AUC, fitted to each prefix, unweighted\n");
  print_log(folder, "ts-fsrs-demo_revlog.csv", 8);
  print_log(folder, "py-fsrs_review_logs_josh.csv", -7);
  std::printf("published reference (demo; josh):\n"
              "  FSRS-6 defaults        .34686 / .0829 / .736    .44170 / .0625 / .675\n"
              "  FSRS-6 Adam, recency   .33488 / .0615 / .755    .43848 / .0402 / .676\n"
              "  FSRS-6 L-BFGS, prior 4 .33158 / .0578 / .761    .43493 / .0339 / .680\n"
              "  FSRS-7 defaults        .33646 / .0671 / .744    .44332 / .0673 / .670\n"
              "  FSRS-7 Adam, recency   .33194 / .0627 / .760    .44541 / .0607 / .665\n"
              "  FSRS-7 L-BFGS, prior 4 .32913 / .0611 / .763    .43394 / .0462 / .681\n");
}
