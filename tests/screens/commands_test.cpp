#include "screens/model.h"
#include "ui/strings.h"

#include "support/shared.h"

#include <doctest/doctest.h>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace entente;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

ui::Strings english() {
  auto strings =
      ui::Strings::parse(read(tests::root() / "assets/strings/en.strings"), "en.strings", "en");
  REQUIRE(strings);
  return *strings;
}

// Every literal key the screens say.
std::set<std::string> keys_said(const char* call) {
  const std::regex pattern(std::string(R"(\b)") + call + R"re(\("([a-z0-9.-]+)")re");
  std::set<std::string> keys;
  for (const auto& entry : fs::directory_iterator(tests::root() / "game/screens")) {
    const std::string source = read(entry.path());
    for (std::sregex_iterator at(source.begin(), source.end(), pattern), end; at != end; ++at)
      if (!(*at)[1].str().ends_with(".")) keys.insert((*at)[1]);
  }
  return keys;
}

} // namespace

TEST_CASE("no two commands of one scope share a key, and letters are never the only way") {
  CHECK(screens::commands().clashes() == std::vector<std::string>{});
  CHECK(screens::commands().without_second_way() == std::vector<std::string>{});
}

TEST_CASE("every word the screens say is in the English strings") {
  const auto strings = english();
  CHECK(keys_said("say").size() > 50);
  for (const auto& key : keys_said("say")) {
    CAPTURE(key);
    CHECK(strings.has(key));
  }
  for (const auto& key : keys_said("say_count")) {
    CAPTURE(key);
    CHECK(strings.has(key + ".one"));
    CHECK(strings.has(key + ".other"));
  }
  for (const auto& command : screens::commands().all()) {
    CAPTURE(command.label);
    CHECK(strings.has(command.label));
  }
}
