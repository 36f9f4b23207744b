#pragma once

// How one deck is followed: its memory model, its wanted recall, and the work these bring.

#include "memory/model.h"

#include <optional>
#include <string>
#include <variant>

namespace entente::screens {

struct MemoryDialog {
  std::string deck;
};

struct OpenMemory {
  std::string deck;
};
struct SetDeckModel {
  std::optional<memory::Algorithm> algorithm; // none: as in the settings
};
struct SetDeckRecall {
  std::optional<double> wanted; // none: as in the settings
};
using MemoryMessage = std::variant<OpenMemory, SetDeckModel, SetDeckRecall>;

} // namespace entente::screens
