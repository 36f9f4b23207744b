// People's slips with the verdict a fair teacher would give. Every fifth pair was kept aside while
// the judge was built; both figures are printed, with the misses of the others by name.

#include "judge/pairs.h"

#include <doctest/doctest.h>

#include <cstdio>

using namespace entente::judge;

namespace {

struct Tally {
  int good = 0, all = 0;
  void print(const char* what) const {
    std::printf("%s: %d of %d (%.1f %%)\n", what, good, all, all == 0 ? 0.0 : 100.0 * good / all);
  }
};

} // namespace

TEST_CASE("pairs of our own: what a fair teacher says") {
  Tally built;
  Tally aside;
  for (const auto& pair : entente::tests::read_pairs()) {
    const Judgement judged = judge(pair.expected, pair.typed);
    const bool good = name(judged.verdict) == pair.wanted;
    Tally& tally = pair.kept_aside ? aside : built;
    ++tally.all;
    tally.good += good ? 1 : 0;
    if (good || pair.kept_aside) continue;
    std::printf("%s wanted %s: [%s] [%s] got %s (%s)\n", pair.kind.c_str(), pair.wanted.c_str(),
                pair.expected.answer.c_str(), pair.typed.c_str(),
                std::string(name(judged.verdict)).c_str(), judged.reason.c_str());
  }
  built.print("pairs built with");
  aside.print("pairs kept aside");
  CHECK(built.all + aside.all > 700);
  CHECK(100 * built.good >= 99 * built.all);
  CHECK(100 * aside.good >= 90 * aside.all);
}

// The table of what peers get wrong, each with the verdict it calls for ("yes" takes right and
// almost).
TEST_CASE("the pairs that peers fail") {
  struct Probe {
    Kind kind;
    const char *answer, *typed;
    bool yes;
  };
  const Probe probes[] = {
      {Kind::date, "14 March 2023", "15 March 2023", false},
      {Kind::date, "14 March 2023", "March 14, 2023", true},
      {Kind::date, "14 March 2023", "2023-03-14", true},
      {Kind::date, "1994", "1995", false},
      {Kind::date, "1994", "2004", false},
      {Kind::number, "$4.5 billion", "$45 billion", false},
      {Kind::place, "Iran", "Iraq", false},
      {Kind::text, "Iran", "Iraq", false},
      {Kind::text, "unilateral", "bilateral", false},
      {Kind::text, "accelerate", "decelerate", false},
      {Kind::person, "António Guterres", "Antonio Guterres", true},
      {Kind::person, "António Guterres", "Guterres", true},
      {Kind::person, "Angela Merkel", "Angela Merkle", true},
      {Kind::person, "Ban Ki-moon", "ban ki moon", true},
      {Kind::quote, "We won’t back down", "We won't back down", true},
      {Kind::text, "trade and investment", "trade  and investment", true},
      {Kind::text, "trade and investment", "investment and trade", true},
      {Kind::set, "trade; investment", "investment and trade", true},
      {Kind::text, "legally binding", "not legally binding", false},
      {Kind::person, "Владимир", "Дмитрий", false},
      {Kind::text, "Владимир", "Дмитрий", false},
  };
  for (const Probe& probe : probes) {
    CAPTURE(probe.answer);
    CAPTURE(probe.typed);
    const auto judged = judge({.kind = probe.kind, .answer = probe.answer}, probe.typed);
    CHECK((judged.verdict != Verdict::wrong) == probe.yes);
  }
}
