#include "terminal/verbs.h"

#include <doctest/doctest.h>

#include <sstream>

using namespace entente::terminal;

namespace {

std::string judged(const std::string& input) {
  std::istringstream in(input);
  std::ostringstream out;
  std::ostringstream err;
  const int code = run({"judge", "--batch"},
                       Context{in, out, err, [] { return entente::core::Moment{}; }, "/data"},
                       [](const WindowRequest&) { return exit_software; });
  CHECK(code == exit_good);
  return out.str();
}

} // namespace

TEST_CASE("one line out for each in, also for empty and unreadable ones") {
  CHECK(judged("") == "");
  CHECK(judged("\nnonsense\ncolour\tred\tred\n") ==
        "wrong\tunreadable line\nwrong\tunreadable line\nwrong\tunknown kind\n");
}

TEST_CASE("dates, other answers and accepted variants are understood") {
  CHECK(judged("date\t14 March 2023\t2023-03-14\n").starts_with("right\t"));
  CHECK(judged("date\t14 March 2023\t15 March 2023\n").starts_with("wrong\t"));
  CHECK(judged("place\tIran\tIraq\tIraq|Syria\n").starts_with("wrong\t"));
  CHECK(judged("text\ta moon station\tlunar base\t\tlunar base|moon base\r\n")
            .starts_with("right\t"));
}
