#include "support/shared.h"

#include <cstdio>
#include <cstdlib>

namespace entente::tests {

std::filesystem::path root() { return ENTENTE_ROOT; }
std::filesystem::path binary() { return ENTENTE_BINARY; }

std::filesystem::path shared_folder() {
  if (const char* named = std::getenv("ENTENTE_SHARED")) return named;
  return root().parent_path() / "shared";
}

bool has_shared(const std::string& relative) {
  std::error_code ignored;
  return std::filesystem::exists(shared_folder() / relative, ignored);
}

void skip(const std::string& reason) {
  const auto* test = doctest::getContextOptions()->currentTest;
  std::printf("skipped: %s: %s\n", test != nullptr ? test->m_name : "?", reason.c_str());
}

} // namespace entente::tests
