#include "terminal/verbs.h"

#include <doctest/doctest.h>

#include <iterator>
#include <sstream>
#include <string>
#include <vector>

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

TEST_CASE("whatever the bytes, as many lines come out as go in") {
  const std::string marks = [] {
    std::string text = "e";
    for (int i = 0; i < 17; ++i) text += "\u0301";
    return text;
  }();
  const std::string lines[] = {"\xEF\xBB\xBF"
                               "date\t1994\t1994",
                               "Date \t1994\t1994\r",
                               "text\tx\t" + std::string(5000, 'y'),
                               "quote\tx\t" + marks,
                               std::string("text\tx\t\0\0", 9),
                               "text\tx\t\xFF\xC3\x28",
                               "person\t\tx",
                               "set\t;;;\t;;",
                               "number\t4\t",
                               "date\t\t\t\t",
                               "\t\t\t\t\t\t\t",
                               "organization\tNATO\tNato"};
  std::string input;
  for (const std::string& line : lines) input += line + "\n";
  input += "text\tno line feed at the end\tno line feed at the end";
  std::istringstream out(judged(input));
  std::vector<std::string> found;
  for (std::string line; std::getline(out, line);) found.push_back(line);
  REQUIRE(found.size() == std::size(lines) + 1);
  for (const std::string& line : found) {
    CAPTURE(line);
    CHECK(line.find('\t') != std::string::npos);
    CHECK(line.find('\t') == line.rfind('\t'));
    CHECK(line.back() != '\t');
  }
  CHECK(found[0] == "right\texact");
  CHECK(found[1] == "right\texact");
  CHECK(found[2] == "wrong\ttoo long");
  CHECK(found[3] == "wrong\ttoo long");
  CHECK(found[8] == "wrong\tempty");
  CHECK(found[11].starts_with("right\t"));
  CHECK(found.back() == "right\texact");
}
