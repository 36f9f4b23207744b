#pragma once

// Laws that every laid-out tree keeps, whatever the window and scale.

#include "ui/layout.h"

#include <string>
#include <vector>

namespace entente::tests {

// One sentence for each place where a law is broken: children inside parents, siblings apart (but
// in stacks), text not cut, whole pixels.
[[nodiscard]] std::vector<std::string> broken_laws(const ui::Frame& frame);

} // namespace entente::tests
