#pragma once

// Whole files in and out. Writing goes to a temporary name beside the target, is synced and
// renamed, so that a reader sees the old file or the new one and a full disk loses nothing.

#include "core/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace entente::core {

// Errors: not_found, not_readable, too_large (over max_bytes; checked before reading).
[[nodiscard]] Result<std::string> read_file(const std::filesystem::path& path,
                                            std::uintmax_t max_bytes);

// Errors: not_writable; the old file is then untouched and no temporary file is left.
[[nodiscard]] Status write_file(const std::filesystem::path& path, std::string_view bytes);

} // namespace entente::core
