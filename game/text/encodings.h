#pragma once

// Bytes in other encodings than UTF-8, to UTF-8 (ICU behind it).

#include <optional>
#include <string>
#include <string_view>

namespace entente::text {

struct EncodingGuess {
  std::string name;   // "windows-1251", "UTF-16LE"
  int confidence = 0; // 0 to 100
};

// By byte order mark, else by the statistics of the bytes; nothing when no encoding fits.
[[nodiscard]] std::optional<EncodingGuess> guess_encoding(std::string_view bytes);

// Nothing when ICU does not know the encoding or the bytes break it.
[[nodiscard]] std::optional<std::string> decode(std::string_view bytes,
                                                const std::string& encoding);

} // namespace entente::text
