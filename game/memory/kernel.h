#pragma once

// Loss and gradient of cards packed side by side. Compiled twice: for any machine, and for those
// with AVX2 and FMA (kernel_avx2.cpp); replay.cpp chooses at run time.

#include "memory/model.h"

#include <cstddef>

namespace entente::memory {

inline constexpr std::size_t lane_count = 8;

// Reviews of lane_count cards side by side, step by step; shorter cards are padded at the end by
// grade 3 at 0 days with no weight. Arrays hold steps * lane_count values.
struct LaneGroup {
  const float* elapsed; // days since the card's last review; 0 at the first
  const float* grades;  // 1..4
  const float* weights; // of the review's prediction in the loss; 0: not a target
  std::size_t steps;
};

// What a step leaves behind, three values a lane (stability, fast, difficulty); may be null.
struct LaneOutput {
  float* states = nullptr;
  float* recall = nullptr; // retrievability before the review; 1 at the first
};

// Cards side by side; `count` is a multiple of lane_count.
struct CardLanes {
  const float* stability;
  const float* fast;
  const float* difficulty;
  const float* elapsed; // days since the last answer, now
  std::size_t count;
};

// What a review now would be worth later: recall after `horizon` days more.
struct Prospect {
  float horizon;     // days
  float relearn;     // days from a miss to the Good that ends it
  float recalled[3]; // shares of Hard, Good and Easy among right answers
};

struct Worth {     // left and reviewed may both be null
  float* recall;   // now
  float* left;     // at the horizon, if not reviewed
  float* reviewed; // at the horizon, expected over the four grades, if reviewed now
};

struct Kernel {
  // Adds the weighted loss to *loss and its derivatives to gradient[]. tape: at least
  // tape_bytes(steps) bytes, aligned to 32.
  void (*gradient)(Algorithm, const double* weights, const LaneGroup*, std::size_t groups,
                   std::byte* tape, double* loss, double* gradient);
  // The loss alone (loss may be null), and what each step leaves (output may be null, else one for
  // each group).
  void (*replay)(Algorithm, const double* weights, const LaneGroup*, std::size_t groups,
                 const LaneOutput* output, double* loss);
  std::size_t (*tape_bytes)(Algorithm, std::size_t steps);
  void (*outlook)(Algorithm, const double* weights, const CardLanes&, const Prospect&,
                  const Worth&);
};

[[nodiscard]] const Kernel& kernel_for_any_machine();
[[nodiscard]] const Kernel* kernel_for_avx2(); // null where this build has none
[[nodiscard]] const Kernel& kernel();          // the best this machine runs

} // namespace entente::memory
