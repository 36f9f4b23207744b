#pragma once

// What was typed is held against one answer after another, and is the same each time.

#include <optional>
#include <string>
#include <string_view>

namespace entente::judge {

// read(text), or the result of the call before when that was for the same text. Each `read` (a
// lambda's type) has a memory of its own, in each thread. Valid until the next call with it.
template <typename Read> const auto& remember_last(std::string_view text, Read read) {
  thread_local std::string of;
  thread_local std::optional<decltype(read(text))> result;
  if (!result || of != text) {
    result.reset();
    of = text;
    result = read(text);
  }
  return *result;
}

} // namespace entente::judge
