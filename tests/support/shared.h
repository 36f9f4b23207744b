#pragma once

// The material that lies beside a checkout but not in it. Tests that need it skip by name where it
// is absent.

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace entente::tests {

[[nodiscard]] std::filesystem::path root();   // the checkout
[[nodiscard]] std::filesystem::path binary(); // the program under test
// ENTENTE_SHARED, or ../shared beside the checkout.
[[nodiscard]] std::filesystem::path shared_folder();
[[nodiscard]] bool has_shared(const std::string& relative);
// Prints "skipped: TEST: REASON".
void skip(const std::string& reason);

} // namespace entente::tests

// In a test case: leaves it, saying why, where shared/RELATIVE is absent.
#define ENTENTE_NEEDS_SHARED(relative)                                                             \
  do {                                                                                             \
    if (!entente::tests::has_shared(relative)) {                                                   \
      entente::tests::skip(std::string("shared/") + (relative) + " is not there");                 \
      return;                                                                                      \
    }                                                                                              \
  } while (false)
