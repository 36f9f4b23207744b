#pragma once

// Weights as text: what `fit --json` writes, or bare numbers from elsewhere.

#include "core/result.h"
#include "memory/model.h"

#include <optional>
#include <string>
#include <string_view>

namespace entente::memory {

// Takes the numbers of the JSON array after "parameters", or of the whole text where there is no
// such name, divided by commas or white space; 17, 19 or 21 of them are FSRS-6, 34 are FSRS-7.
// Errors: malformed (another count, not a number, weights of the other algorithm than `wanted`).
[[nodiscard]] core::Result<Parameters> read_parameters(std::string_view text,
                                                       std::optional<Algorithm> wanted = {});

// "[0.212,1.2931,...]"
[[nodiscard]] std::string json(const std::vector<double>& weights);

} // namespace entente::memory
