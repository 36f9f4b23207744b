// What a first and a repeated shaping cost, what a letter's drawing costs, and what the CPU
// rasteriser needs for a screen. Prints figures; fails nothing.

#include "draw/rasteriser.h"
#include "draw/shapes.h"
#include "text/font_typesetter.h"

#include <chrono>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

using namespace entente;

namespace {

using Clock = std::chrono::steady_clock;

template <typename Work> double microseconds(int times, Work work) {
  const auto start = Clock::now();
  for (int i = 0; i < times; ++i) work(i);
  return std::chrono::duration<double, std::micro>(Clock::now() - start).count() / times;
}

text::TextRequest request(std::string_view words, float size) {
  text::TextRequest wanted;
  wanted.text = words;
  wanted.font.size = size;
  return wanted;
}

void measure_shaping(const char* name, std::string_view words) {
  text::FontTypesetter typesetter;
  text::GlyphAtlas atlas(typesetter);
  const double first = microseconds(1, [&](int) { (void)typesetter.typeset(request(words, 28)); });
  // Other sizes miss the cache, but the faces are open.
  const double warm = microseconds(200, [&](int i) {
    (void)typesetter.typeset(request(words, 28.01F + static_cast<float>(i) * 0.01F));
  });
  const double cached =
      microseconds(2000, [&](int) { (void)typesetter.typeset(request(words, 28)); });
  const text::Text& set = typesetter.typeset(request(words, 28));
  const double drawn = microseconds(1, [&](int) {
    for (const text::Glyph& glyph : set.glyphs) (void)atlas.slot({glyph.face, glyph.index, 28, 0});
  });
  std::printf(
      "%-12s %3zu glyphs  first %7.0f us  warm %5.0f us  cached %4.2f us  letters %5.1f us each\n",
      name, set.glyphs.size(), first, warm, cached, drawn / static_cast<double>(set.glyphs.size()));
}

void measure_paragraph() {
  text::FontTypesetter typesetter;
  std::string words;
  for (int i = 0; i < 20; ++i)
    words += "The two countries' relations cannot be broken by a third. ";
  text::TextRequest wanted = request(words, 15);
  (void)typesetter.typeset(wanted);
  const double wrapped = microseconds(50, [&](int i) {
    wanted.max_width = 600 + static_cast<float>(i);
    (void)typesetter.typeset(wanted);
  });
  std::printf("%zu bytes wrapped at another width: %.0f us\n", words.size(), wrapped);
}

void measure_screen() {
  text::FontTypesetter typesetter;
  text::GlyphAtlas atlas(typesetter);
  draw::DrawList list(atlas);
  draw::Image image(1280, 800);
  const auto build = [&](int) {
    list.clear();
    list.rect({0, 0, 1280, 800}, draw::rgb(0xFAF7F2));
    for (int i = 0; i < 8; ++i) {
      const draw::Rect card{20 + 310 * static_cast<float>(i % 4),
                            20 + 390 * static_cast<float>(i / 4), 290, 360};
      draw::soft_shadow(list, card, 16, {10, 30, {40, 30, 10, 18}});
      draw::fill_bordered(list, card, 16, draw::rgb(0xFFFFFF), 1, draw::rgb(0xE5DED2));
      for (int row = 0; row < 12; ++row)
        list.text(typesetter.typeset(request("On which day did they meet?", 15)),
                  {card.x + 20, card.y + 20 + 27 * static_cast<float>(row)}, draw::rgb(0x1B1F27));
    }
  };
  build(0);
  std::printf("screen of 8 cards and 96 lines: list built in %.0f us (%zu triangles), ",
              microseconds(50, build), list.indices().size() / 3);
  std::printf("rasterised at 1280x800 in %.1f ms\n",
              microseconds(20, [&](int) { draw::rasterise(list, image); }) / 1000);
}

} // namespace

int main() {
  const double made = microseconds(3, [](int) { text::FontTypesetter typesetter; });
  std::printf("a typesetter is made in %.1f ms\n", made / 1000);
  measure_shaping("Latin", "Good evening, 18 cards are due.");
  measure_shaping("Cyrillic", "Кто сказал это?");
  measure_shaping("Chinese", "习近平和普京主席");
  measure_shaping("Arabic", "السلام عليكم ورحمة");
  measure_shaping("Devanagari", "क्षत्रिय नमस्ते दुनिया");
  measure_paragraph();
  measure_screen();
}
