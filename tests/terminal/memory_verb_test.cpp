// The memory verbs, end to end: the program itself where it matters, in-process elsewhere.

#include "terminal/verbs.h"

#include "support/shared.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/wait.h>

using namespace entente::terminal;

namespace {

struct Call {
  int code = 0;
  std::string out, err;
};

Call call(const std::vector<std::string>& words, bool terminal = false, bool interrupted = false) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Context context{in, out, err, [] { return entente::core::Moment{}; }, "/nowhere"};
  context.err_is_terminal = terminal;
  context.interrupted = [interrupted] { return interrupted; };
  Call result;
  result.code = run(words, context, [](const WindowRequest&) { return exit_good; });
  result.out = out.str();
  result.err = err.str();
  return result;
}

// Runs the program; standard output only.
Call program(const std::string& words) {
  const std::string line = entente::tests::binary().string() + " " + words + " 2>/dev/null";
  Call result;
  FILE* pipe = ::popen(line.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::array<char, 4096> some{};
  while (const std::size_t n = std::fread(some.data(), 1, some.size(), pipe))
    result.out.append(some.data(), n);
  result.code = WEXITSTATUS(::pclose(pipe));
  return result;
}

class File {
public:
  explicit File(const std::string& content) {
    std::string name = (std::filesystem::temp_directory_path() / "entente-log-XXXXXX").string();
    const int handle = ::mkstemp(name.data());
    REQUIRE(handle >= 0);
    path_ = name;
    std::ofstream(path_) << content;
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { std::filesystem::remove(path_); }
  [[nodiscard]] std::string path() const { return path_.string(); }

private:
  std::filesystem::path path_;
};

const char* header = "card_id,review_time,review_rating\n";

// Cards remembered after a short while and forgotten after a long one.
std::string small_log() {
  std::string log = header;
  for (long long card = 0; card < 90; ++card) {
    const long long day = 86400000;
    const long long start = (card % 30) * day + 43200000;
    const long long wait = 1 + card % 9;
    const auto row = [&](long long at, int grade) {
      log += std::to_string(card) + "," + std::to_string(at) + "," + std::to_string(grade) + "\n";
    };
    row(start, 3);
    row(start + wait * day, wait > 6 ? 1 : 3);
    row(start + 2 * wait * day, 3);
  }
  return log;
}

double number(const std::string& json, const std::string& key) {
  const std::size_t at = json.find("\"" + key + "\":");
  REQUIRE(at != std::string::npos);
  return std::strtod(json.c_str() + at + key.size() + 3, nullptr);
}

} // namespace

TEST_CASE("replay prints a line a review, the published states among them") {
  const File log(std::string(header) + "a,0,1\na,0,3\na,86400000,3\na,345600000,3\n"
                                       "a,1036800000,3\na,2851200000,3\n");
  const Call six = program("memory replay " + log.path() + " --model fsrs6");
  CHECK(six.code == 0);
  std::istringstream lines(six.out);
  std::string line;
  std::getline(lines, line);
  CHECK(line == "card,time,retrievability,stability,fast,difficulty,interval");
  std::getline(lines, line);
  CHECK(line == "a,0,,0.212,0,6.4133,0.212");
  std::string last;
  while (std::getline(lines, line)) last = line;
  CHECK(last.starts_with("a,2851200000,"));
  CHECK(last.find(",53.6269") != std::string::npos); // A12
  CHECK(last.find(",6.35748") != std::string::npos);
  const Call seven = program("memory replay " + log.path());
  CHECK(seven.out.find(",25.985") != std::string::npos); // H, first history
  CHECK(seven.out.find(",700.5") != std::string::npos);
}

TEST_CASE("evaluate and fit print the agreed JSON") {
  const File log(small_log());
  for (const std::string verb : {"evaluate", "fit"}) {
    const Call result = program("memory " + verb + " " + log.path() + " --model fsrs6 --json");
    CHECK(result.code == 0);
    CHECK(result.out.starts_with("{\"model\":\"fsrs6\",\"parameters\":["));
    CHECK(number(result.out, "reviews") == 270);
    CHECK(number(result.out, "log_loss") > 0);
    CHECK(number(result.out, "rmse_bins") >= 0);
    CHECK(number(result.out, "auc") > 0.5);
  }
  const Call fitted = program("memory fit " + log.path() + " --model fsrs6 --json");
  CHECK(number(fitted.out, "targets") == 180);
  const File weights(fitted.out);
  const Call judged = program("memory evaluate " + log.path() + " --filter none --weights none " +
                              "--order time --json --parameters " + weights.path());
  CHECK(number(judged.out, "log_loss") == doctest::Approx(number(fitted.out, "log_loss")));
}

TEST_CASE("evaluate reproduces the published figures") {
  ENTENTE_NEEDS_SHARED("data/reviews");
  const auto logs = entente::tests::shared_folder() / "data/reviews";
  const Call demo = program("memory evaluate " + (logs / "ts-fsrs-demo_revlog.csv").string() +
                            " --model fsrs6 --time-zone +08:00 --day-start 04:00 --json");
  CHECK(number(demo.out, "log_loss") == doctest::Approx(0.323374).epsilon(1e-6));
  CHECK(number(demo.out, "rmse_bins") == doctest::Approx(0.086791).epsilon(1e-5));
  const Call josh = program("memory evaluate " + (logs / "py-fsrs_review_logs_josh.csv").string() +
                            " --model fsrs6 --time-zone -07:00 --json");
  CHECK(number(josh.out, "log_loss") == doctest::Approx(0.447190).epsilon(1e-6));
  CHECK(number(josh.out, "rmse_bins") == doctest::Approx(0.076214).epsilon(1e-5));
}

TEST_CASE("fit reaches the published target by the rule of 24 hours") {
  ENTENTE_NEEDS_SHARED("data/reviews");
  const auto log = entente::tests::shared_folder() / "data/reviews/py-fsrs_review_logs_josh.csv";
  const Call fitted =
      program("memory fit " + log.string() + " --model fsrs6 --same-day 24h --json");
  CHECK(number(fitted.out, "targets") == 5329);
  CHECK(number(fitted.out, "log_loss") <= 0.4350);
  CHECK(fitted.out.find("\"kept\":") != std::string::npos);
}

TEST_CASE("a bad row is named by line and skipped; a bad file exits 65") {
  const File log(small_log() + "x,never,3\n");
  const Call named = call({"memory", "evaluate", log.path(), "--json"});
  CHECK(named.code == exit_good);
  CHECK(named.err == log.path() +
                         ", line 272: review_time \"never\" is neither milliseconds since 1970 nor "
                         "ISO 8601. The row is skipped.\n");
  const File bad("a,b\n1,2\n");
  for (const char* verb : {"replay", "fit", "evaluate"}) {
    const Call refused = call({"memory", verb, bad.path()});
    CHECK(refused.code == exit_bad_data);
    CHECK(refused.out.empty());
    CHECK(refused.err ==
          "entente: " + bad.path() +
              ", line 1: The column \"card_id\" is missing. A review log starts with "
              "a line naming its columns: card_id, review_time, review_rating.\n");
  }
  CHECK(program("memory evaluate " + bad.path()).code == 65);
}

TEST_CASE("what is missing or says nothing is told apart") {
  CHECK(call({"memory", "fit", "/nowhere/log.csv"}).code == exit_no_input);
  const File once(std::string(header) + "a,0,3\n");
  const Call nothing = call({"memory", "evaluate", once.path()});
  CHECK(nothing.code == exit_bad_data);
  CHECK(nothing.err == "entente: " + once.path() +
                           ": No card in it was reviewed on two days, so nothing is predicted.\n");
  const File few(std::string(header) + "a,0,3\na,345600000,3\n");
  const Call filtered = call({"memory", "evaluate", few.path()});
  CHECK(filtered.code == exit_bad_data);
  CHECK(filtered.err.find("--filter none") != std::string::npos);
  CHECK(call({"memory", "evaluate", few.path(), "--filter", "none"}).code == exit_good);
  const File wrong("1,2,3");
  const Call weights = call({"memory", "replay", once.path(), "--parameters", wrong.path()});
  CHECK(weights.code == exit_bad_data);
  CHECK(weights.err.find("There are 3 weights.") != std::string::npos);
}

TEST_CASE("wrong words are usage errors") {
  const File log(small_log());
  CHECK(call({"memory"}).code == exit_usage);
  CHECK(call({"memory", "fit"}).code == exit_usage);
  CHECK(call({"memory", "fit", log.path(), "--model", "sm2"}).code == exit_usage);
  CHECK(call({"memory", "fit", log.path(), "--time-zone", "Berlin"}).code == exit_usage);
  CHECK(call({"memory", "fit", log.path(), "--day-start", "25:00"}).code == exit_usage);
  CHECK(call({"memory", "fit", log.path(), "--same-day", "never"}).code == exit_usage);
}

TEST_CASE("Ctrl-C stops a fit cleanly, and the bar is for terminals only") {
  const File log(small_log());
  const Call stopped = call({"memory", "fit", log.path()}, false, true);
  CHECK(stopped.code == exit_interrupted);
  CHECK(stopped.out.empty());
  CHECK(stopped.err == "entente: Fitting was stopped.\n");
  const Call plain = call({"memory", "fit", log.path()});
  CHECK(plain.err.empty());
  const Call drawn = call({"memory", "fit", log.path()}, true);
  CHECK(drawn.err.find("\r[") != std::string::npos);
  CHECK(drawn.err.ends_with("\r")); // wiped
  CHECK(drawn.out == plain.out);
}

TEST_CASE("a time-ordered evaluation fits to each prefix, or takes the named weights") {
  const File log(small_log());
  const Call fitted = call({"memory", "evaluate", log.path(), "--time-ordered", "--json"});
  CHECK(fitted.code == exit_good);
  CHECK(number(fitted.out, "targets") == 150); // five sixths
}
