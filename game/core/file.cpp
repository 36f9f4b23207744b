#include "core/file.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace entente::core {

namespace {

// Closes on leaving scope.
class Descriptor {
public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(); }
  [[nodiscard]] int get() const { return number_; }
  int close() {
    const int result = number_ >= 0 ? ::close(number_) : 0;
    number_ = -1;
    return result;
  }

private:
  int number_;
};

Error read_error(const std::filesystem::path& path, int code) {
  if (code == ENOENT || code == ENOTDIR)
    return {ErrorCode::not_found, "There is no such file.", path.string(), "Check the name."};
  return {ErrorCode::not_readable, std::string("It cannot be read: ") + std::strerror(code) + ".",
          path.string(), "Check its permissions."};
}

Error write_error(const std::filesystem::path& path, int code) {
  return {ErrorCode::not_writable,
          std::string("It cannot be written: ") + std::strerror(code) + ".", path.string(),
          code == ENOSPC || code == EDQUOT ? "Free some space and save again."
                                           : "Choose another place or check the permissions."};
}

Error too_large(const std::filesystem::path& path, std::uintmax_t most) {
  constexpr std::uintmax_t megabyte = std::uintmax_t{1} << 20U;
  const std::string size = most % megabyte == 0 ? std::to_string(most / megabyte) + " MB"
                                                : std::to_string(most) + " bytes";
  return {ErrorCode::too_large, "The file is larger than " + size + ".", path.string(),
          "Split it into smaller files."};
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// A rename is durable only once its folder is synced.
void sync_folder(const std::filesystem::path& folder) {
  const Descriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (handle.get() >= 0) ::fsync(handle.get());
}

mode_t mode_of(const std::filesystem::path& path) {
  struct stat info{};
  return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 0777 : 0644;
}

Result<std::string> read_open(int file, const std::filesystem::path& path,
                              std::uintmax_t max_bytes) {
  std::string bytes;
  char block[65536];
  for (;;) {
    const ssize_t got = ::read(file, block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return read_error(path, errno);
    if (got == 0) return bytes;
    bytes.append(block, static_cast<std::size_t>(got));
    if (bytes.size() > max_bytes) return too_large(path, max_bytes);
  }
}

} // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uintmax_t max_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) return read_error(path, errno);
  struct stat info{};
  if (::fstat(file.get(), &info) == 0 && S_ISREG(info.st_mode) &&
      static_cast<std::uintmax_t>(info.st_size) > max_bytes)
    return too_large(path, max_bytes);
  return read_open(file.get(), path, max_bytes);
}

Status write_file(const std::filesystem::path& path, std::string_view bytes) {
  // Through a link the target is replaced, not the link itself.
  std::error_code ignored;
  const std::filesystem::path target =
      std::filesystem::is_symlink(path, ignored) ? std::filesystem::canonical(path, ignored) : path;
  std::string temporary = target.string() + ".XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (file.get() < 0) return write_error(path, errno);
  const bool good = ::fchmod(file.get(), mode_of(target)) == 0 && write_all(file.get(), bytes) &&
                    ::fsync(file.get()) == 0 && file.close() == 0 &&
                    ::rename(temporary.c_str(), target.c_str()) == 0;
  if (!good) {
    const int code = errno;
    ::unlink(temporary.c_str());
    return write_error(path, code);
  }
  sync_folder(target.parent_path().empty() ? "." : target.parent_path());
  return Done{};
}

} // namespace entente::core
