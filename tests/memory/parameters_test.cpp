#include "memory/parameters.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace entente::memory;

TEST_CASE("weights are read from JSON and from bare numbers") {
  for (const Algorithm algorithm : {Algorithm::fsrs6, Algorithm::fsrs7}) {
    const Parameters expected = defaults(algorithm);
    const std::string array = json(expected.weights);
    const auto whole =
        read_parameters("{\"model\":\"x\",\"parameters\":" + array + ",\"auc\":0.7}");
    REQUIRE(whole);
    CHECK(*whole == expected);
    std::string bare = array.substr(1, array.size() - 2);
    CHECK(*read_parameters(bare, algorithm) == expected);
    for (char& c : bare)
      if (c == ',') c = '\n';
    CHECK(*read_parameters(bare) == expected);
  }
}

TEST_CASE("what is no set of weights says so") {
  const std::string advice =
      " Weights are 21 numbers for FSRS-6 (or 17 or 19 of its older versions) or 34 for FSRS-7.";
  CHECK(describe(read_parameters("1, 2, 3").error()) == "There are 3 weights." + advice);
  CHECK(describe(read_parameters("").error()) == "There are 0 weights." + advice);
  CHECK(describe(read_parameters("{\"parameters\":[1,x]}").error()) ==
        "\"x\" is not a number." + advice);
  CHECK(describe(
            read_parameters(json(defaults(Algorithm::fsrs7).weights), Algorithm::fsrs6).error()) ==
        "These are weights of fsrs7, not of fsrs6." + advice);
  CHECK_FALSE(read_parameters("1 2 nan"));
}
