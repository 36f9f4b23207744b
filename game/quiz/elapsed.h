#pragma once

// Within quiz/: time passed between two moments, never negative, since a clock may be set back.

#include "core/time.h"

#include <algorithm>

namespace entente::quiz {

[[nodiscard]] inline std::int64_t elapsed_ms(core::Moment from, core::Moment to) {
  return std::max<std::int64_t>(0, to.utc_ms - from.utc_ms);
}

} // namespace entente::quiz
