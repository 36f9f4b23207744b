#include "support/shared.h"
#include "ui/charts.h"

#include <rapidcheck.h>

using namespace entente::ui;

TEST_CASE("ticks are round numbers") {
  CHECK(ticks(0, 100, 6) == std::vector<double>{0, 20, 40, 60, 80, 100});
  CHECK(ticks(0, 18, 4) == std::vector<double>{0, 5, 10, 15});
  CHECK(ticks(0, 1, 6).size() == 6);
  CHECK(ticks(3, 3, 4) == std::vector<double>{3});
}

TEST_CASE("ticks lie inside, are few and evenly apart") {
  CHECK(rc::check([] {
    const double low = *rc::gen::inRange(-100000, 100000) / 7.0;
    const double high = low + *rc::gen::inRange(1, 1000000) / 13.0;
    const int most = *rc::gen::inRange(2, 12);
    const auto found = ticks(low, high, most);
    RC_ASSERT(!found.empty() && found.size() <= static_cast<std::size_t>(most));
    const double slack = (high - low) * 1e-6;
    for (const double tick : found) RC_ASSERT(tick >= low - slack && tick <= high + slack);
    for (std::size_t i = 2; i < found.size(); ++i)
      RC_ASSERT(std::abs((found[i] - found[i - 1]) - (found[1] - found[0])) < slack);
  }));
}

TEST_CASE("figures are written without needless digits") {
  CHECK(percent(0.9) == "90%");
  CHECK(percent(0.875) == "87.5%");
  CHECK(plain_number(3) == "3");
  CHECK(plain_number(-0.001) == "0");
  CHECK(plain_number(2.5) == "2.5");
}

TEST_CASE("a chart can be read as a table") {
  Plot plot;
  plot.label = "Recall";
  plot.x_labels = {{0, "Sun"}};
  plot.series = {{"plan", {{0, 0.71}, {1, 0.8}}}};
  CHECK(table_of(plot).rows ==
        std::vector<std::vector<std::string>>{{"plan", "Sun", "71%"}, {"plan", "1", "80%"}});
  CHECK(table_of(Bars{"Cards", {{18, "18", "Sun"}}}).rows ==
        std::vector<std::vector<std::string>>{{"Sun", "18"}});
  CHECK(chart(plot).node().label == "Recall");
}
