#include "exchange/archive.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <zip.h>
#include <zstd.h>

namespace entente::exchange {

using core::Error;
using core::ErrorCode;

struct Archive::Inside {
  zip_t* zip = nullptr;
  std::string name;
  std::uintmax_t unpacked = 0;

  Inside() = default;
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;
  ~Inside() {
    if (zip != nullptr) zip_discard(zip);
  }
};

namespace {

Error too_large(std::string where, std::uintmax_t most) {
  return {ErrorCode::too_large, "It unpacks to more than " + std::to_string(most >> 20U) + " MB.",
          std::move(where), "Leave out large files and try again."};
}

std::string message_of(zip_error_t* error) {
  std::string message = zip_error_strerror(error);
  zip_error_fini(error);
  return message;
}

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

} // namespace

core::Result<Archive> Archive::open(std::string_view bytes, const std::string& name) {
  auto inside = std::make_shared<Inside>();
  inside->name = name;
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source != nullptr) inside->zip = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (inside->zip == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return Error{ErrorCode::malformed, "It is no whole zip file (" + message_of(&error) + ").",
                 name, "Take it from its source again."};
  }
  const auto count = zip_get_num_entries(inside->zip, 0);
  if (count > static_cast<zip_int64_t>(max_members))
    return Error{ErrorCode::too_large, "It holds " + std::to_string(count) + " files.", name,
                 "At most " + std::to_string(max_members) + " are read."};
  return Archive(std::move(inside));
}

bool Archive::has(const std::string& member) const {
  return zip_name_locate(inside_->zip, member.c_str(), 0) >= 0;
}

std::vector<std::string> Archive::members() const {
  std::vector<std::string> names;
  const auto count = static_cast<zip_uint64_t>(zip_get_num_entries(inside_->zip, 0));
  for (zip_uint64_t i = 0; i < count; ++i)
    if (const char* name = zip_get_name(inside_->zip, i, 0)) names.emplace_back(name);
  return names;
}

core::Result<std::string> Archive::read(const std::string& member, std::uintmax_t most) {
  const std::string where = inside_->name + "/" + member;
  const auto place = zip_name_locate(inside_->zip, member.c_str(), 0);
  if (place < 0) return Error{ErrorCode::not_found, "It is not in the file.", where, ""};
  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index(inside_->zip, static_cast<zip_uint64_t>(place), 0));
  if (!file)
    return Error{ErrorCode::unsupported,
                 std::string("It cannot be unpacked: ") + zip_strerror(inside_->zip) + ".", where,
                 "A password must be taken off first."};
  std::string bytes;
  std::array<char, 65536> part{};
  for (;;) {
    const auto got = zip_fread(file.get(), part.data(), part.size());
    if (got < 0)
      return Error{ErrorCode::malformed, "It is damaged.", where, "Take it from its source again."};
    if (got == 0) return bytes;
    bytes.append(part.data(), static_cast<std::size_t>(got));
    inside_->unpacked += static_cast<std::uintmax_t>(got);
    if (bytes.size() > most) return too_large(where, most);
    if (inside_->unpacked > max_unpacked_bytes) return too_large(inside_->name, max_unpacked_bytes);
  }
}

core::Result<std::string> write_archive(const std::vector<Member>& members) {
  zip_error_t error;
  zip_error_init(&error);
  const auto failed = [&] {
    return Error{ErrorCode::too_large, "The zip cannot be made: " + message_of(&error) + ".", "",
                 ""};
  };
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  if (target == nullptr) return failed();
  zip_t* zip = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (zip == nullptr) {
    zip_source_free(target);
    return failed();
  }
  zip_source_keep(target); // closing the zip would take its bytes along
  for (const Member& member : members) {
    zip_source_t* source = zip_source_buffer(zip, member.bytes.data(), member.bytes.size(), 0);
    const auto place = zip_file_add(zip, member.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (place < 0) {
      zip_source_free(source);
      continue;
    }
    // The same bytes whenever it is made: 1980-01-01.
    zip_file_set_dostime(zip, static_cast<zip_uint64_t>(place), 0, 0x21, 0);
  }
  if (zip_close(zip) != 0) {
    zip_error_set(&error, zip_error_code_zip(zip_get_error(zip)), 0);
    zip_discard(zip);
    zip_source_free(target);
    return failed();
  }
  std::string bytes;
  zip_stat_t stat;
  zip_stat_init(&stat);
  if (zip_source_open(target) == 0 && zip_source_stat(target, &stat) == 0) {
    bytes.resize(stat.size);
    if (zip_source_read(target, bytes.data(), stat.size) < 0) bytes.clear();
    zip_source_close(target);
  }
  zip_source_free(target);
  return bytes;
}

bool looks_like_archive(std::string_view bytes) { return bytes.starts_with("PK"); }

core::Result<std::string> unpack_zstd(std::string_view bytes, const std::string& where,
                                      std::uintmax_t most) {
  const std::unique_ptr<ZSTD_DStream, decltype(&ZSTD_freeDStream)> stream(ZSTD_createDStream(),
                                                                          &ZSTD_freeDStream);
  ZSTD_DCtx_setParameter(stream.get(), ZSTD_d_windowLogMax, 27); // 128 MB of memory
  std::string out;
  std::array<char, 65536> part{};
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  for (std::size_t left = 1; left != 0 || in.pos < in.size;) {
    ZSTD_outBuffer to{part.data(), part.size(), 0};
    const std::size_t before = in.pos;
    left = ZSTD_decompressStream(stream.get(), &to, &in);
    const bool stuck = in.pos == before && to.pos == 0;
    if (ZSTD_isError(left) || (stuck && left != 0))
      return Error{ErrorCode::malformed,
                   "It cannot be unpacked (" +
                       std::string(ZSTD_isError(left) ? ZSTD_getErrorName(left) : "cut short") +
                       ").",
                   where, "Take it from its source again."};
    out.append(part.data(), to.pos);
    if (out.size() > most) return too_large(where, most);
    if (stuck) break;
  }
  return out;
}

std::optional<std::string> safe_name(std::string_view name) {
  const bool bad =
      name.empty() || name.size() > 200 || name.front() == '.' ||
      name.find_first_of("/\\:*?\"<>|") != std::string_view::npos || !text::is_valid_utf8(name) ||
      std::ranges::any_of(name, [](char c) { return static_cast<unsigned char>(c) < 0x20; });
  return bad ? std::nullopt : std::optional(std::string(name));
}

} // namespace entente::exchange
