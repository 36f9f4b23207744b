#include "draw/draw_list.h"
#include "draw/icons.h"
#include "draw/shapes.h"
#include "draw/stroke.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace entente;
using namespace entente::draw;

namespace {

class Nothing : public text::GlyphSource {
public:
  text::GlyphBitmap raster(const text::GlyphKey&) override { return {}; }
};

struct Fixture {
  Nothing source;
  text::GlyphAtlas atlas{source, 64};
  DrawList list{atlas};
};

float area(const DrawList& list) {
  float sum = 0;
  const auto at = [&](std::size_t i) {
    const Vertex& v = list.vertices()[list.indices()[i]];
    return Point{v.x, v.y};
  };
  for (std::size_t i = 0; i < list.indices().size(); i += 3)
    sum += std::abs(cross(at(i + 1) - at(i), at(i + 2) - at(i))) / 2;
  return sum;
}

} // namespace

TEST_CASE_FIXTURE(Fixture, "shapes without pictures are one batch") {
  list.rect({0, 0, 10, 10}, rgb(0xFF0000));
  fill_rounded(list, {20, 20, 100, 50}, 12, rgb(0x00FF00));
  for (int i = 0; i < icon_count; ++i)
    icon(list, static_cast<Icon>(i), {50, 50}, 24, rgb(0x0000FF));
  REQUIRE(list.batches().size() == 1);
  CHECK(list.batches()[0].first == 0);
  CHECK(list.batches()[0].count == list.indices().size());
}

TEST_CASE_FIXTURE(Fixture, "what is large and solid has batches without texture") {
  list.rect({0, 0, 1000, 1000}, rgb(0xFF0000));
  fill_rounded(list, {20, 20, 400, 300}, 12, rgb(0x00FF00));
  REQUIRE(list.batches().size() == 2);
  CHECK(list.batches()[0].texture == no_texture); // both, less the second one's fringe
  CHECK(list.batches()[1].texture == atlas_texture);
  for (std::uint32_t i = 0; i < list.batches()[0].count; ++i)
    CHECK(list.vertices()[list.indices()[i]].color.a == 255);
  list.clear();
  list.push_opacity(0.5F);
  list.rect({0, 0, 1000, 1000}, rgb(0xFF0000));
  list.pop_opacity();
  list.rect({0, 0, 1000, 1000}, Color{0, 0, 0, 254});
  REQUIRE(list.batches().size() == 1);
  CHECK(list.batches()[0].texture == atlas_texture);
}

TEST_CASE_FIXTURE(Fixture, "every icon draws inside its square") {
  for (int i = 0; i < icon_count; ++i) {
    CAPTURE(i);
    list.clear();
    icon(list, static_cast<Icon>(i), {100, 100}, 24, rgb(0));
    CHECK(!list.indices().empty());
    for (const Vertex& v : list.vertices()) {
      CHECK(std::abs(v.x - 100) <= 13);
      CHECK(std::abs(v.y - 100) <= 13);
    }
  }
}

TEST_CASE_FIXTURE(Fixture, "a picture between shapes makes three batches that cover all indices") {
  list.rect({0, 0, 10, 10}, rgb(0));
  list.picture(7, {0, 0, 20, 20}, {0, 0, 40, 40});
  list.rect({0, 0, 10, 10}, rgb(0));
  REQUIRE(list.batches().size() == 3);
  CHECK(list.batches()[1].texture == 7);
  std::uint32_t next = 0;
  for (const Batch& batch : list.batches()) {
    CHECK(batch.first == next);
    next += batch.count;
  }
  CHECK(next == list.indices().size());
}

TEST_CASE_FIXTURE(Fixture, "clipping keeps exactly what lies inside") {
  list.push_clip({5, 5, 20, 10});
  list.rect({0, 0, 100, 100}, rgb(0));
  CHECK(area(list) == doctest::Approx(200));
  for (const std::uint32_t i : list.indices()) {
    CHECK(list.vertices()[i].x >= 5);
    CHECK(list.vertices()[i].x <= 25);
    CHECK(list.vertices()[i].y <= 15);
  }
}

TEST_CASE_FIXTURE(Fixture, "clips nest, and what lies outside costs nothing") {
  list.push_clip({0, 0, 50, 50});
  list.push_clip({40, 40, 50, 50});
  CHECK(list.clip() == Rect{40, 40, 10, 10});
  CHECK(!list.visible({0, 0, 30, 30}));
  list.rect({0, 0, 30, 30}, rgb(0));
  CHECK(list.vertices().empty());
  list.pop_clip();
  list.rect({0, 0, 30, 30}, rgb(0));
  CHECK(area(list) == doctest::Approx(900));
}

TEST_CASE_FIXTURE(Fixture, "a clipped picture keeps its texels in place") {
  list.push_clip({10, 0, 5, 20});
  list.picture(1, {0, 0, 20, 20}, {0, 0, 200, 200});
  for (const std::uint32_t i : list.indices()) {
    const Vertex& v = list.vertices()[i];
    CHECK(v.u == doctest::Approx(v.x * 10));
    CHECK(v.v == doctest::Approx(v.y * 10));
  }
}

TEST_CASE_FIXTURE(Fixture, "opacities multiply") {
  list.push_opacity(0.5F);
  list.push_opacity(0.5F);
  list.rect({0, 0, 1, 1}, rgb(0));
  CHECK(list.vertices()[0].color.a == 64);
  list.pop_opacity();
  list.rect({0, 0, 1, 1}, rgb(0));
  CHECK(list.vertices()[4].color.a == 128);
}

TEST_CASE_FIXTURE(Fixture, "a soft shadow leaves the middle of its card empty") {
  const Rect card{100, 100, 300, 200};
  soft_shadow(list, card, 16, {10, 30, {0, 0, 0, 100}});
  for (const Vertex& v : list.vertices()) {
    const bool inside =
        v.x > card.x + 6 && v.x < card.right() - 6 && v.y > card.y + 6 && v.y < card.bottom() - 6;
    CHECK(!inside);
  }
}

TEST_CASE_FIXTURE(Fixture, "odd input draws nothing and does not crash") {
  fill_rounded(list, {0, 0, 0, 10}, 5, rgb(0));
  fill_rounded(list, {0, 0, -5, 10}, 5, rgb(0));
  fill_polygon(list, {}, rgb(0));
  polyline(list, {}, {1, rgb(0)});
  line(list, {3, 3}, {3, 3}, {1, rgb(0)});
  CHECK(list.indices().empty());
  fill_rounded(list, {0, 0, 1, 1}, 50, rgb(0));
  line(list, {0, 0}, {1e5F, 0}, {1, rgb(0), Cap::butt, 0.0001F, 0.0001F});
  CHECK(list.indices().size() < 10000);
}

TEST_CASE_FIXTURE(Fixture, "dashes cover their share of the line") {
  line(list, {0, 0}, {100, 0}, {4, rgb(0), Cap::butt, 6, 4});
  // ten dashes of 6 by 4, each with a fringe of one pixel round it
  CHECK(area(list) == doctest::Approx(10 * 7 * 5).epsilon(0.02));
}

TEST_CASE_FIXTURE(Fixture, "a small rounded rectangle on whole pixels is placed as a letter is") {
  fill_rounded(list, {20, 30, 16, 12}, 4, rgb(0x00FF00));
  fill_rounded(list, {40, 30, 16, 12}, 4, rgb(0xFF0000));
  REQUIRE(list.vertices().size() == 8);
  CHECK(area(list) == doctest::Approx(2 * 16 * 12));
  CHECK(list.vertices()[0].u == list.vertices()[4].u); // both from one drawing
  const auto covered = [&](std::size_t right, std::size_t down) {
    const auto x = static_cast<std::size_t>(list.vertices()[0].u) + right;
    const auto y = static_cast<std::size_t>(list.vertices()[0].v) + down;
    return atlas.pixels()[(y * static_cast<std::size_t>(atlas.width()) + x) * 4 + 3];
  };
  CHECK(covered(8, 6) == 255);
  CHECK(covered(0, 6) == 255); // straight edges are crisp
  CHECK(covered(0, 0) == 0);   // the corner is cut
  list.clear();
  fill_rounded(list, {20.5F, 30, 16, 12}, 4, rgb(0x00FF00));
  CHECK(list.vertices().size() > 8); // between pixels: an outline of its own
}
