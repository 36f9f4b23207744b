#pragma once

// Zip files in memory, with limits: what a member says of its size is not believed.

#include "core/result.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

inline constexpr std::uintmax_t max_member_bytes = std::uintmax_t{256} << 20U;
inline constexpr std::uintmax_t max_unpacked_bytes = std::uintmax_t{768} << 20U; // all together
inline constexpr std::size_t max_members = 50'000;

class Archive {
public:
  // `bytes` must outlive it. Errors: malformed, too_large (members).
  [[nodiscard]] static core::Result<Archive> open(std::string_view bytes, const std::string& name);

  [[nodiscard]] bool has(const std::string& member) const;
  [[nodiscard]] std::vector<std::string> members() const;
  // Errors, with `where` as NAME/MEMBER: not_found, malformed, too_large, unsupported (a password).
  [[nodiscard]] core::Result<std::string> read(const std::string& member,
                                               std::uintmax_t most = max_member_bytes);

private:
  struct Inside;
  explicit Archive(std::shared_ptr<Inside> inside) : inside_(std::move(inside)) {}
  std::shared_ptr<Inside> inside_;
};

struct Member {
  std::string name, bytes;
};
// Errors: too_large (over the size of a zip).
[[nodiscard]] core::Result<std::string> write_archive(const std::vector<Member>& members);

[[nodiscard]] bool looks_like_archive(std::string_view bytes);

// Errors, with `where`: malformed, too_large.
[[nodiscard]] core::Result<std::string> unpack_zstd(std::string_view bytes,
                                                    const std::string& where,
                                                    std::uintmax_t most = max_member_bytes);

// A file's name that stays where it is put: no folders, no drive, not hidden. Nothing for others.
[[nodiscard]] std::optional<std::string> safe_name(std::string_view name);

} // namespace entente::exchange
