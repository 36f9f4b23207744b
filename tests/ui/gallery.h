#pragma once

// Sample trees for tests: every widget in every state, and two screens of the mock-ups.

#include "ui/node.h"

namespace entente::tests {

[[nodiscard]] ui::Node gallery(float window_dp);
[[nodiscard]] ui::Node charts(float window_dp);
[[nodiscard]] ui::Node today(float window_dp);
[[nodiscard]] ui::Node drill(float window_dp);

} // namespace entente::tests
