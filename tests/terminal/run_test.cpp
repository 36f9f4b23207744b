#include "terminal/verbs.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace entente::terminal;

namespace {

struct Call {
  int code = 0;
  std::string out, err;
  std::vector<std::string> decks; // what the window was asked to open
};

Call call(const std::vector<std::string>& words) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Call result;
  result.code = run(words, Context{in, out, err, [] { return entente::core::Moment{}; }, "/data"},
                    [&](const WindowRequest& request) {
                      for (const auto& deck : request.decks) result.decks.push_back(deck.string());
                      return exit_good;
                    });
  result.out = out.str();
  result.err = err.str();
  return result;
}

} // namespace

TEST_CASE("without a verb the window opens, with the decks named") {
  CHECK(call({}).code == exit_good);
  CHECK(call({"a.xml", "b.xml"}).decks == std::vector<std::string>{"a.xml", "b.xml"});
}

TEST_CASE("--data moves the user's folder, before or after the verb") {
  CHECK(call({"where"}).out.starts_with("data /data\n"));
  CHECK(call({"--data", "/else", "where"}).out.starts_with("data /else\n"));
  CHECK(call({"where", "--data", "/else"}).out.starts_with("data /else\n"));
}

TEST_CASE("help and version are good, wrong words are not") {
  CHECK(call({"--help"}).code == exit_good);
  CHECK(call({"--version"}).out.starts_with("entente "));
  const Call wrong = call({"--colour"});
  CHECK(wrong.code == exit_usage);
  CHECK(wrong.err.find("--colour") != std::string::npos);
}
