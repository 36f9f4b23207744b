#pragma once

// The bytes of a file before anything parses them: is this UTF-8 text that XML allows?

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace entente::deck {

struct ByteFault {
  std::size_t offset = 0;
  std::string message; // without a full stop: the caller may add where it stands
  std::string advice;
};

// UTF-16 and UTF-32 by their marks or zero bytes, bytes that are not UTF-8, control characters.
[[nodiscard]] std::optional<ByteFault> find_byte_fault(std::string_view bytes);

// What the XML declaration names, when it is not UTF-8 (or its part, ASCII).
[[nodiscard]] std::optional<ByteFault> find_declared_encoding_fault(std::string_view bytes);

} // namespace entente::deck
