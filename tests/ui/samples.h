#pragma once

// Parts that the sample trees share.

#include "ui/widgets.h"

namespace entente::tests {

[[nodiscard]] const ui::CommandTable& commands();
[[nodiscard]] ui::Build framed(float window_dp, const char* title, ui::Build page);
[[nodiscard]] ui::Build category(const char* words, ui::Hue hue, draw::Icon icon, double part,
                                 const char* value);
[[nodiscard]] ui::Build seminar_chart();
[[nodiscard]] ui::Build weeks_chart();
[[nodiscard]] ui::Build coming_chart();
[[nodiscard]] ui::Build recall_chart();
[[nodiscard]] ui::Build honest_chart();

} // namespace entente::tests
