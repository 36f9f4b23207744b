// Figures of the memory model: what it predicts of real logs, how well and how fast it is fitted.
//   memory_bench figures LOGS_FOLDER [SYNTHETIC.csv]   losses beside the published ones
//   memory_bench make REVIEWS FILE.csv                 a log of a made-up learner
//   memory_bench fit FILE.csv                          one line of JSON: time of reading the log
//                                                      into a data set and of fitting, memory,
//                                                      losses
//   memory_bench loss FILE.csv PARAMETERS.json         losses of weights fitted elsewhere
//   memory_bench step                                  state updates a second, one core
//   memory_bench scale                                 fits from 10,000 to 10,000,000 reviews
// tests/bench/memory/run does all of it beside the peers.

#include "memory/folds.h"
#include "memory/packed.h"
#include "memory/parameters.h"
#include "memory/weights.h"

#include "core/file.h"
#include "core/random.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>
#include <sys/resource.h>

using namespace entente::memory;
namespace fs = std::filesystem;

namespace {

double seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
double peak_mib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;
}

ReviewLog read(const fs::path& file) {
  const auto bytes = entente::core::read_file(file, 4ULL << 30U);
  auto log = bytes ? read_review_log(*bytes) : entente::core::Result<LoadedLog>(bytes.error());
  if (log) return std::move(log->log);
  std::printf("%s\n", describe(log.error()).c_str());
  std::exit(66);
}

double loss(const Dataset& data, const Parameters& parameters) {
  return evaluate(data, Model{parameters}).log_loss;
}

// ---- made-up logs ----

// Reviews when recall is about 0.9, sometimes late; after a miss once more the same day.
class MadeUpLearner {
public:
  explicit MadeUpLearner(std::uint64_t seed) : random_(seed) {
    Parameters other = defaults(Algorithm::fsrs6);
    for (const auto& [weight, value] : {std::pair(0U, 0.4),
                                        {2U, 3.2},
                                        {3U, 12.0},
                                        {8U, 1.7},
                                        {9U, 0.2},
                                        {11U, 1.6},
                                        {16U, 2.2},
                                        {20U, 0.25}})
      other.weights[weight] = value;
    truth_ = Model{other};
  }

  ReviewLog log(std::size_t reviews) {
    ReviewLog log;
    log.reviews.reserve(reviews + 64);
    while (log.reviews.size() < reviews) card(log);
    log.reviews.resize(reviews);
    return log;
  }

private:
  void card(ReviewLog& log) {
    const auto id = static_cast<std::uint32_t>(log.cards.size());
    log.cards.push_back(std::to_string(id));
    double day = std::floor(random_.unit() * 900);
    Grade grade = random_.below(4) == 0 ? Grade::again : Grade::good;
    State state = truth_.first(grade);
    for (int i = 0; i < 40 && day < 1460; ++i) {
      add(log, id, day, 0, grade);
      if (grade == Grade::again) {
        state = truth_.next(state, 0, Grade::good);
        add(log, id, day, 10, Grade::good);
      }
      double wait = std::max(1.0, std::round(truth_.interval(state, 0.9)));
      if (random_.below(7) == 0) wait += std::floor(wait * random_.unit() * 0.4 + 1);
      const double recall = truth_.retrievability(state, wait);
      grade = random_.unit() >= recall ? Grade::again
              : random_.below(8) == 0  ? Grade::hard
              : random_.below(7) == 0  ? Grade::easy
                                       : Grade::good;
      state = truth_.next(state, wait, grade);
      day += wait;
    }
  }

  static void add(ReviewLog& log, std::uint32_t card, double day, int minutes, Grade grade) {
    log.reviews.push_back({card, grade,
                           static_cast<std::int64_t>(day) * entente::core::ms_per_day +
                               (10 * 60 + minutes) * entente::core::ms_per_minute});
  }

  entente::core::Random random_;
  Model truth_{defaults(Algorithm::fsrs6)};
};

void make(std::size_t reviews, const char* file) {
  std::FILE* out = std::fopen(file, "w");
  if (out == nullptr) std::exit(73);
  const ReviewLog log = MadeUpLearner(1).log(reviews);
  std::fputs("card_id,review_time,review_rating,review_state,review_duration\n", out);
  for (const Review& review : log.reviews)
    std::fprintf(out, "%s,%lld,%d,2,8000\n", log.cards[review.card].c_str(),
                 static_cast<long long>(review.utc_ms), static_cast<int>(review.grade));
  std::fclose(out);
}

// ---- figures ----

FitOptions fsrs6(double prior = 1) {
  FitOptions options;
  options.algorithm = Algorithm::fsrs6;
  options.prior = prior;
  options.hold_back = false;
  return options;
}

void print(const char* what, double figure, const std::string& aim) {
  std::printf("  %-58s %.6f   %s\n", what, figure, aim.c_str());
}

void training_free(const fs::path& file, int offset_hours, double loss, double rmse) {
  DatasetOptions options = published_options();
  options.offset_minutes = offset_hours * 60;
  const Metrics found = evaluate(dataset(read(file), options), Model{defaults(Algorithm::fsrs6)});
  std::printf("  %-34s %.6f / %.6f   published %.6f / %.6f\n", file.filename().c_str(),
              found.log_loss, found.rmse_bins, loss, rmse);
}

void josh(const fs::path& file) {
  DatasetOptions by_hours;
  by_hours.same_day = SameDay::hours24;
  const Dataset data = dataset(read(file), by_hours);
  print("defaults", loss(data, defaults(Algorithm::fsrs6)), "published 0.458662");
  print("fitted, prior 1", loss(data, fit(data, fsrs6())->parameters), "aim 0.4350");
  print("fitted, no prior", loss(data, fit(data, fsrs6(0))->parameters), "aim 0.4342");
}

void folds(const fs::path& file, int offset_hours) {
  DatasetOptions options;
  options.offset_minutes = offset_hours * 60;
  const Dataset data = dataset(read(file), options);
  for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7})
    for (const double prior : {1.0, 4.0}) {
      FitOptions fitting;
      fitting.algorithm = algorithm;
      fitting.prior = prior;
      const auto split = time_ordered(data, fitting);
      if (!split) continue;
      std::printf("%s, %s, prior %.0f, %zu reviews\n", file.filename().c_str(),
                  std::string(name(algorithm)).c_str(), prior, split->used.targets);
      for (const auto& [what, figures] : {std::pair("defaults", split->current),
                                          {"fitted, kept or not", split->fitted},
                                          {"as used", split->used}})
        std::printf("  %-34s %.5f / %.4f / %.3f\n", what, figures.log_loss, figures.rmse_bins,
                    figures.auc);
    }
}

void same_bits(const Dataset& data) {
  for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7}) {
    FitOptions one = fsrs6();
    one.algorithm = algorithm;
    one.threads = 1;
    FitOptions two = one;
    two.threads = 2;
    const bool same = fit(data, one)->parameters == fit(data, two)->parameters;
    std::printf("  %-58s %s\n", std::string(name(algorithm)).c_str(),
                same ? "same bits on one thread and two" : "DIFFERENT BITS");
  }
}

// Largest difference of the gradient from central differences, as a share of the largest slope.
void gradients(const Dataset& data) {
  std::vector<float> weights(data.reviews(), 0);
  for (const Target& target : data.targets) weights[target.review] = 1;
  for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7}) {
    const Packed packed(data, weights, {algorithm});
    std::vector<double> at = defaults(algorithm).weights;
    for (double& each : at) each += 0.01; // off the bounds
    std::vector<double> slopes(at.size());
    [[maybe_unused]] const double here = packed.loss(at, slopes, 1);
    double largest = 0;
    double off = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
      const double step = 2e-3 * std::max(0.1, std::abs(at[i]));
      std::vector<double> up = at;
      std::vector<double> down = at;
      up[i] += step;
      down[i] -= step;
      const double slope = (packed.loss(up, {}, 1) - packed.loss(down, {}, 1)) / (2 * step);
      largest = std::max(largest, std::abs(slopes[i]));
      off = std::max(off, std::abs(slope - slopes[i]));
    }
    std::printf("  %-58s off by %.2g of the largest\n", std::string(name(algorithm)).c_str(),
                off / largest);
  }
}

void figures(const fs::path& logs, const char* synthetic) {
  const fs::path demo = logs / "ts-fsrs-demo_revlog.csv";
  const fs::path other = logs / "py-fsrs_review_logs_josh.csv";
  if (!fs::exists(demo) || !fs::exists(other)) {
    std::printf("The two real logs are not in %s: skipped.\n", logs.c_str());
  } else {
    std::printf("Training-free evaluation, log loss / RMSE(bins)\n");
    training_free(demo, 8, 0.323374, 0.086791);
    training_free(other, -7, 0.447190, 0.076214);
    std::printf("josh by the rule of 24 hours, FSRS-6, mean log loss (published fit: 0.438675)\n");
    josh(other);
    DatasetOptions days;
    const Dataset data = dataset(read(other), days);
    std::printf("Threads\n");
    same_bits(data);
    std::printf(
        "Gradient against central differences of a loss in single precision (in double, and "
        "section B of the published vectors: tests/memory/kernel_test.cpp)\n");
    gradients(data);
    std::printf("Time-ordered, five folds, unweighted, log loss / RMSE(bins) / AUC\n");
    folds(demo, 8);
    folds(other, -7);
    std::printf("published reference (demo; josh):\n"
                "  FSRS-6 defaults        .34686 / .0829 / .736    .44170 / .0625 / .675\n"
                "  FSRS-6 Adam, recency   .33488 / .0615 / .755    .43848 / .0402 / .676\n"
                "  FSRS-6 L-BFGS, prior 4 .33158 / .0578 / .761    .43493 / .0339 / .680\n"
                "  FSRS-7 defaults        .33646 / .0671 / .744    .44332 / .0673 / .670\n"
                "  FSRS-7 Adam, recency   .33194 / .0627 / .760    .44541 / .0607 / .665\n"
                "  FSRS-7 L-BFGS, prior 4 .32913 / .0611 / .763    .43394 / .0462 / .681\n");
  }
  if (synthetic == nullptr) return;
  const Dataset made = dataset(read(synthetic), {});
  std::printf("Synthetic log, %zu reviews, FSRS-6, unweighted\n", made.reviews());
  print("defaults", loss(made, defaults(Algorithm::fsrs6)), "");
  print("fitted", loss(made, fit(made, fsrs6())->parameters), "aim 0.33730 on the shared log");
}

// ---- beside the peers ----

// The peer leaves outliers out and counts newer reviews more.
DatasetOptions as_the_peer() {
  DatasetOptions options = published_options();
  options.order = Order::time;
  return options;
}

void print_losses(const Dataset& plain, const Dataset& peer, const Parameters& a,
                  const Parameters& b) {
  std::printf("\"loss\":%.6f,\"loss_as_the_peer\":%.6f", loss(plain, a), loss(peer, b));
}

void fit_file(const char* file) {
  const double start = seconds();
  const ReviewLog log = read(file);
  const Dataset data = dataset(log, {});
  const double read_at = seconds();
  const double cpu_before = cpu_seconds();
  const Fit found = *fit(data, fsrs6());
  const double done = seconds();
  const double cpu = cpu_seconds() - cpu_before;
  const double mib = peak_mib();
  const Dataset peer = dataset(log, as_the_peer());
  FitOptions weighted = fsrs6();
  weighted.recency = Recency::cubic;
  const Fit like_peer = *fit(peer, weighted);
  std::printf("{\"reviews\":%zu,\"targets\":%zu,\"read\":%.3f,\"seconds\":%.3f,\"cpu\":%.3f,"
              "\"mib\":%.1f,\"evaluations\":%d,",
              data.reviews(), data.targets.size(), read_at - start, done - read_at, cpu, mib,
              found.evaluations);
  print_losses(data, peer, found.parameters, like_peer.parameters);
  std::printf("}\n");
}

void loss_of(const char* file, const char* parameters) {
  const auto text = entente::core::read_file(parameters, 1U << 20U);
  const auto weights =
      text ? read_parameters(*text) : entente::core::Result<Parameters>(text.error());
  if (!weights) std::exit(65);
  const ReviewLog log = read(file);
  std::printf("{");
  print_losses(dataset(log, {}), dataset(log, as_the_peer()), *weights, *weights);
  std::printf("}\n");
}

void step() {
  const Dataset data = dataset(MadeUpLearner(2).log(400000), {});
  const std::vector<float> none(data.reviews(), 0);
  PackOptions options;
  options.whole = true;
  std::string line = "{";
  for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7}) {
    options.algorithm = algorithm;
    const Packed packed(data, none, options);
    std::vector<float> states(packed.steps() * lane_count * 3);
    std::vector<float> recall(packed.steps() * lane_count);
    const auto weights = defaults(algorithm).weights;
    double bulk = 1e9;
    double bare = 1e9;
    for (int round = 0; round < 7; ++round) {
      const double before = seconds();
      packed.replay(weights, states, recall);
      bulk = std::min(bulk, seconds() - before);
    }
    const Model model{defaults(algorithm)};
    double sum = 0;
    for (int round = 0; round < 3; ++round) {
      const double before = seconds();
      State state;
      for (int i = 0; i < 200000; ++i) {
        if (i % 10 == 0) state = model.first(Grade::good);
        state = model.next(state, 1 + i % 7, static_cast<Grade>(1 + (i * 7 + (i >> 3)) % 4));
      }
      bare = std::min(bare, seconds() - before);
      sum += state.stability;
    }
    char part[200];
    std::snprintf(part, sizeof part, "%s\"%s_bulk\":%.0f,\"%s_single\":%.0f",
                  line.size() > 1 ? "," : "", name(algorithm).data(),
                  static_cast<double>(data.reviews()) / bulk, name(algorithm).data(),
                  sum > 0 ? 200000 / bare : 0);
    line += part;
  }
  std::printf("%s}\n", line.c_str());
}

void scale() {
  std::printf(
      "   reviews  algorithm  seconds   cpu s  evaluations  ns a review of one with gradient  "
      "peak MiB\n");
  for (const std::size_t reviews : {10'000UL, 100'000UL, 1'000'000UL, 10'000'000UL})
    for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7}) {
      const Dataset data = dataset(MadeUpLearner(1).log(reviews), {});
      FitOptions options = fsrs6();
      options.algorithm = algorithm;
      const double before = seconds();
      const double cpu_before = cpu_seconds();
      const auto found = fit(data, options);
      const double took = seconds() - before;
      const double cpu = cpu_seconds() - cpu_before;
      // Most steps are on a sample: what grows is a step over all.
      std::vector<float> weights(data.reviews(), 0);
      for (const Target& target : data.targets) weights[target.review] = 1;
      const Packed packed(data, weights, {algorithm});
      std::vector<double> slopes(found->fitted.weights.size());
      const double one_before = cpu_seconds();
      for (int i = 0; i < 3; ++i) [[maybe_unused]]
        const double loss = packed.loss(found->fitted.weights, slopes, 1);
      const double one = (cpu_seconds() - one_before) / 3;
      std::printf("%10zu  %-9s %8.3f %7.2f %12d %33.1f  %8.0f\n", reviews,
                  std::string(name(algorithm)).c_str(), took, cpu, found->evaluations,
                  one / static_cast<double>(reviews) * 1e9, peak_mib());
      std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 1 ? argv[1] : "";
  if (what == "figures" && argc > 2) return figures(argv[2], argc > 3 ? argv[3] : nullptr), 0;
  if (what == "make" && argc > 3) return make(std::strtoul(argv[2], nullptr, 10), argv[3]), 0;
  if (what == "fit" && argc > 2) return fit_file(argv[2]), 0;
  if (what == "loss" && argc > 3) return loss_of(argv[2], argv[3]), 0;
  if (what == "step") return step(), 0;
  if (what == "scale") return scale(), 0;
  std::fputs("figures LOGS [SYNTHETIC] | make N FILE | fit FILE | loss FILE PARAMETERS | step | "
             "scale\n",
             stderr);
  return 64;
}
