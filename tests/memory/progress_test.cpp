#include "memory/progress.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace entente::memory;
using entente::core::Moment;
using entente::core::ms_per_day;

namespace {

const Model model{defaults(Algorithm::fsrs7)};

Moment at_day(double day) { return {std::llround(day * static_cast<double>(ms_per_day)), 0}; }
CardProgress answered(CardProgress progress, double day, Grade grade) {
  return apply(std::move(progress), {at_day(day), grade}, model);
}

} // namespace

TEST_CASE("the first answer starts a card") {
  const CardProgress card = answered({}, 10, Grade::good);
  REQUIRE(card.state);
  CHECK(*card.state == model.first(Grade::good));
  CHECK(card.first_seen == at_day(10));
  CHECK(card.last_answer == at_day(10));
  CHECK(card.answers == 1);
  CHECK(card.lapses == 0);
  CHECK_FALSE(card.owed);
  const double days = entente::core::days_between(card.last_answer, card.due);
  CHECK(days == doctest::Approx(4.7777247).epsilon(1e-4));
}

TEST_CASE("a wanted recall moves the due moment only") {
  const Answer answer{at_day(0), Grade::good};
  const CardProgress loose = apply({}, answer, model, {0.8});
  const CardProgress tight = apply({}, answer, model, {0.95});
  CHECK(loose.due.utc_ms > tight.due.utc_ms);
  CHECK(loose.state == tight.state);
}

TEST_CASE("missing what was known for a day is a lapse and steps a form back") {
  CardProgress card = answered({}, 0, Grade::good);
  card = answered(card, 5, Grade::again);
  CHECK(card.lapses == 1);
  CHECK(card.missed_forms == 1);
  CHECK(card.owed);
  card = answered(card, 5.01, Grade::again); // missing it again at once is the same lapse
  CHECK(card.lapses == 1);
  CHECK(card.missed_forms == 1);
  card = answered(card, 5.02, Grade::hard);
  CHECK(card.missed_forms == 0);
  CHECK_FALSE(card.owed);
  CHECK(card.answers == 4);
}

TEST_CASE("a card never known has no lapses") {
  CardProgress card = answered({}, 0, Grade::again);
  card = answered(card, 1, Grade::again);
  CHECK(card.lapses == 0);
  CHECK(card.missed_forms == 0);
  CHECK(card.owed);
}

TEST_CASE("a repeat on the same day is a real review") {
  const CardProgress once = answered({}, 0, Grade::good);
  const CardProgress twice = answered(once, 0.01, Grade::good);
  CHECK(twice.state->stability > once.state->stability);
  CHECK(twice.first_seen == once.first_seen);
}

TEST_CASE("a clock set back counts as no time") {
  const CardProgress card = answered({}, 3, Grade::good);
  const CardProgress back = answered(card, 2, Grade::good);
  CHECK(*back.state == model.next(*card.state, 0, Grade::good));
}
