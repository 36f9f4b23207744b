// Runs a fuzz target over every file of a folder, so that found inputs stay tested without clang.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::size_t replay(const std::filesystem::path& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    std::printf("%s\n", entry.path().filename().c_str());
    std::fflush(stdout); // the name must be out before a crash
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    ++count;
  }
  return count;
}

} // namespace

int main(int count, char** words) {
  std::size_t files = 0;
  std::error_code ignored;
  for (int i = 1; i < count; ++i)
    if (std::filesystem::is_directory(words[i], ignored)) files += replay(words[i]);
  std::printf("%zu files\n", files);
  return files == 0 ? 1 : 0; // an empty corpus would pass in silence
}
