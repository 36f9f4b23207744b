#include "memory/review_log.h"

#include <doctest/doctest.h>

using namespace entente::memory;

TEST_CASE("columns are found by name, other columns are ignored") {
  const auto loaded = read_review_log("review_time,x,review_rating,card_id\r\n"
                                      "1505056139212,9,3,a\r\n"
                                      "2017-09-10T15:08:59.212Z,9,1,\"b\"\r\n"
                                      "1505145731763,9,4,a\n");
  REQUIRE(loaded);
  CHECK(loaded->problems.empty());
  CHECK(loaded->log.cards == std::vector<std::string>{"a", "b"});
  REQUIRE(loaded->log.reviews.size() == 3);
  CHECK(loaded->log.reviews[0].utc_ms == loaded->log.reviews[1].utc_ms);
  CHECK(loaded->log.reviews[1].grade == Grade::again);
  CHECK(loaded->log.reviews[2].card == 0);
}

TEST_CASE("bad rows are named by line and skipped") {
  const auto loaded = read_review_log("card_id,review_time,review_rating\n"
                                      "a,1505056139212,3\n"
                                      "a,yesterday,3\n"
                                      "\n"
                                      "a,1505056139213,5\n"
                                      ",1505056139213,3\n"
                                      "a,1505056139213\n");
  REQUIRE(loaded);
  CHECK(loaded->log.reviews.size() == 1);
  CHECK(loaded->skipped == 4);
  CHECK(loaded->problems ==
        std::vector<LogProblem>{
            {3, "review_time \"yesterday\" is neither milliseconds since 1970 nor ISO 8601."},
            {5, "review_rating \"5\" is not 1, 2, 3 or 4."},
            {6, "card_id is empty."},
            {7, "review_rating \"\" is not 1, 2, 3 or 4."}});
}

TEST_CASE("a file that is no review log says so") {
  const char* advice =
      " A review log starts with a line naming its columns: card_id, review_time, review_rating.";
  CHECK(describe(read_review_log("").error()) ==
        std::string("line 1: The file is empty.") + advice);
  CHECK(describe(read_review_log("card_id,review_time\na,1\n").error()) ==
        std::string("line 1: The column \"review_rating\" is missing.") + advice);
  CHECK(
      describe(read_review_log("card_id,review_time,review_rating\na,b,3\n").error()) ==
      "line 2: None of its rows is a review. review_time \"b\" is neither milliseconds since 1970 "
      "nor ISO 8601.");
  CHECK(read_review_log(std::string(5000, '\0')).error().code ==
        entente::core::ErrorCode::malformed);
}

TEST_CASE("times with and without offsets") {
  const auto utc = parse_time("2024-03-29T20:32:32.250Z");
  CHECK(utc == 1711744352250);
  CHECK(parse_time("1711744352250") == utc);
  CHECK(parse_time("2024-03-29T20:32:32.250000+00:00") == utc);
  CHECK(parse_time("2024-03-29 13:32:32.25-0700") == utc);
  CHECK(parse_time("2024-03-30T04:32:32,250+08") == utc);
  CHECK(parse_time("2024-03-29T20:32:32.250") == utc);
  CHECK(parse_time("2024-03-29T20:32") == 1711744320000);
  for (const char* bad : {"", "2024-02-30T00:00Z", "2024-03-29", "-5", "2024-03-29T25:00Z",
                          "2024-03-29T20:32:32Zx", "99999999999999999999", "2024-03-29T20:32+8"})
    CHECK_FALSE(parse_time(bad));
}
