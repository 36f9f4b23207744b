#include "draw/gallery.h"

#include "draw/icons.h"
#include "draw/rasteriser.h"
#include "draw/shapes.h"
#include "draw/stroke.h"
#include "text/caret.h"

#include <array>
#include <cmath>

namespace entente::tests {

using namespace draw;

namespace {

class Nothing : public text::GlyphSource {
public:
  text::GlyphBitmap raster(const text::GlyphKey&) override { return {}; }
};

void card(DrawList& list, Rect rect, const Palette& p) {
  Color near = p.shadow, far = p.shadow;
  near.a = to_byte(p.shadow_strength * 0.9F);
  far.a = to_byte(p.shadow_strength);
  soft_shadow(list, rect, 16, {10, 30, far});
  soft_shadow(list, rect, 16, {1, 2, near});
  fill_bordered(list, rect, 16, p.surface, 1, p.line);
}

void cards(DrawList& list, const Palette& p) {
  card(list, {40, 40, 360, 200}, p);
  fill_rounded(list, {64, 64, 120, 46}, 11, p.accent);
  fill_bordered(list, {200, 64, 120, 46}, 11, p.surface, 1, p.line);
  stroke_rounded(list, {60, 124, 128, 54}, 14, 2, p.accent);
  fill_rounded(list, {64, 128, 120, 46}, 11, p.accent_soft);
  fill_rounded(list, {200, 128, 120, 46}, {23, 4, 23, 4}, p.gold);
  for (int i = 0; i < 3; ++i) {
    const float y = 190 + 16 * static_cast<float>(i), part = 0.9F - 0.3F * static_cast<float>(i);
    fill_rounded(list, {64, y, 312, 8}, 4, p.sunken);
    fill_rounded(list, {64, y, 312 * part, 8}, 4, p.accent);
  }
}

void circles(DrawList& list, const Palette& p) {
  for (int i = 0; i < 6; ++i) {
    const float x = 460 + 50 * static_cast<float>(i), radius = 2 + 3.5F * static_cast<float>(i);
    fill_circle(list, {x, 70}, radius, p.accent);
    stroke_circle(list, {x, 120}, radius, 1 + 0.5F * static_cast<float>(i), p.wrong);
    fill_pie(list, {x, 175}, 20, 0, 0.15F * static_cast<float>(i + 1), p.gold);
    arc(list, {x, 225}, 18, 0, 0.18F * static_cast<float>(i + 1), {4, p.right});
  }
}

void lines(DrawList& list, const Palette& p) {
  for (int i = 0; i < 12; ++i) {
    const float angle = static_cast<float>(i) / 12 * 6.2831853F;
    const Point middle{880, 140}, way{std::cos(angle), std::sin(angle)};
    line(list, middle + way * 20, middle + way * 90,
         {0.5F + 0.5F * static_cast<float>(i), p.ink, i % 2 == 0 ? Cap::round : Cap::butt});
  }
  const std::array<Point, 6> zigzag = {Point{1010, 60},  Point{1060, 120}, Point{1090, 50},
                                       Point{1100, 130}, Point{1170, 60},  Point{1230, 66}};
  polyline(list, zigzag, {8, faded(p.accent, 0.5F)});
  polyline(list, zigzag, {1.5F, p.ink});
  line(list, {1010, 160}, {1230, 160}, {1, p.line, Cap::butt});
  line(list, {1010, 180.5F}, {1230, 180.5F}, {1, p.line, Cap::butt});
  line(list, {1010, 200}, {1230, 200}, {2, p.gold, Cap::butt, 6, 5});
  line(list, {1010, 220}, {1230, 240}, {2, p.ink2, Cap::round, 0.5F, 6});
}

void chart(DrawList& list, const Palette& p) {
  card(list, {40, 280, 560, 240}, p);
  std::vector<Point> middle, upper, lower;
  for (int i = 0; i <= 40; ++i) {
    const float t = static_cast<float>(i) / 40, x = 80 + 480 * t;
    const float y = 460 - 120 * t - 12 * std::sin(9 * t), spread = 26 - 14 * t;
    middle.push_back({x, y});
    upper.push_back({x, y - spread});
    lower.push_back({x, y + spread});
  }
  for (int i = 0; i < 4; ++i) list.rect({80, 320 + 45 * static_cast<float>(i), 480, 1}, p.line);
  fill_band(list, upper, lower, p.accent_soft);
  polyline(list, middle, {2.5F, p.accent});
  fill_circle(list, middle.back(), 5, p.accent);
  line(list, {80, 365.5F}, {560, 365.5F}, {1.5F, p.gold, Cap::butt, 5, 5});
}

void bars(DrawList& list, const Palette& p) {
  card(list, {640, 280, 280, 240}, p);
  list.push_clip({660, 300, 240, 200});
  for (int i = 0; i < 14; ++i) {
    const float height = 60 + 50 * std::cos(static_cast<float>(i)) + 60;
    fill_rounded(list, {650 + 20 * static_cast<float>(i), 500 - height, 14, height}, {4, 4, 0, 0},
                 i == 3 ? p.accent : p.accent_soft);
  }
  fill_circle(list, {900, 300}, 40, p.gold);
  list.pop_clip();
  for (int row = 0; row < 7; ++row)
    for (int column = 0; column < 12; ++column)
      fill_rounded(
          list, {960 + 20 * static_cast<float>(column), 290 + 17 * static_cast<float>(row), 14, 13},
          4, mix(p.sunken, p.accent, static_cast<float>((row * 5 + column * 3) % 7) / 7));
  const std::array<Point, 3> triangle = {Point{960, 440}, Point{1040, 420}, Point{1010, 500}};
  fill_polygon(list, triangle, p.wrong);
  list.push_opacity(0.4F);
  fill_rounded(list, {1060, 430, 120, 70}, 20, p.right);
  list.pop_opacity();
}

void icons(DrawList& list, const Palette& p) {
  const std::array<float, 5> sizes = {12, 14, 18, 24, 46};
  float y = 556;
  for (const float size : sizes) {
    for (int i = 0; i < icon_count; ++i)
      icon(list, static_cast<Icon>(i), {64 + 56 * static_cast<float>(i), y}, size,
           i % 2 == 0 ? p.ink : p.accent);
    y += size + 16;
  }
}

class Page {
public:
  Page(DrawList& list, const Palette& palette, text::Typesetter& typesetter)
      : list_(list), palette_(palette), typesetter_(typesetter) {}

  float write(std::string_view words, text::Font font, Point at, Color color, float width = 0,
              std::string_view language = "en") {
    text::TextRequest request;
    request.text = words;
    request.font = font;
    request.max_width = width;
    request.language = language;
    const text::Text& set = typesetter_.typeset(request);
    list_.text(set, at, color);
    return set.height;
  }

  void sizes() {
    float y = 30;
    for (const float size : {13.F, 14.F, 15.F, 17.F, 20.F, 23.F, 30.F}) {
      const std::string label = std::to_string(static_cast<int>(size)) + " px: ";
      write(label + "Good evening, 18 cards are due. Illegal O0 l1I",
            {text::Family::sans, 400, size}, {40, y}, palette_.ink);
      y += write("Кто сказал это? Ли Цзиньпин", {text::Family::serif, 400, size}, {820, y},
                 palette_.ink) +
           4;
    }
    for (const int weight : {400, 500, 600, 700}) {
      write("Weight", {text::Family::sans, weight, 20}, {40 + static_cast<float>(weight - 400), y},
            palette_.ink);
      write("Weight", {text::Family::serif, weight, 20},
            {440 + static_cast<float>(weight - 400), y}, palette_.ink);
    }
  }

  void scripts() {
    float y = 290;
    const text::Font serif{text::Family::serif, 400, 23}, sans{text::Family::sans, 400, 23};
    const auto row = [&](std::string_view words, std::string_view language) {
      write(words, sans, {40, y}, palette_.ink, 0, language);
      y += write(words, serif, {660, y}, palette_.ink, 0, language) + 6;
    };
    row("习近平：“任何第三国都无法破坏。” 2021年5月19日", "zh");
    row("السلام عليكم، 19 مايو 2021", "ar");
    row("क्षत्रिय नमस्ते, १९ मई २०२१", "hi");
    row("שלום עולם · ภาษาไทยไม่มีช่องว่าง", "he");
    row("efficient ffi → x² ≠ ½ ✓ ✕ ◷ ☉ ⬡ ★ «Ты» „du“", "en");
    row("日本語と漢字 骨直 / 한국어 / \U00012000 \U0001D11E", "ja");
  }

  void questions() {
    write("On which day did Xi and Putin launch the building of four reactors at two Chinese "
          "nuclear plants?",
          {text::Family::serif, 400, 30}, {40, 530}, palette_.ink, 740);
    write("71%", {text::Family::sans, 600, 46, true, -1}, {820, 520}, palette_.ink);
    write("2 470 points", {text::Family::serif, 700, 40}, {940, 524}, palette_.ink);
    write("111 898 tabular\n888 111 figures", {text::Family::sans, 500, 15, true}, {820, 600},
          palette_.ink2);
    write("111 898 plain\n888 111 figures", {text::Family::sans, 500, 15}, {1000, 600},
          palette_.ink2);
  }

  void selection() {
    text::TextRequest request;
    request.text = "mixed مرحبا بالعالم words, selected";
    request.font = {text::Family::sans, 400, 20};
    const text::Text& set = typesetter_.typeset(request);
    for (const text::Box& box : text::selection_boxes(set, 3, 22))
      list_.rect(snapped({40 + box.x, 650 + box.y, box.width, box.height}), palette_.accent_soft);
    list_.text(set, {40, 650}, palette_.ink);
    request.text = "A line that is too long for its room and so ends early";
    request.max_width = 300;
    request.max_lines = 1;
    list_.text(typesetter_.typeset(request), {440, 650}, palette_.ink);
  }

private:
  DrawList& list_;
  const Palette& palette_;
  text::Typesetter& typesetter_;
};

} // namespace

const Palette& light_palette() {
  static const Palette palette{rgb(0xFAF7F2),
                               rgb(0xFFFFFF),
                               rgb(0xF2EDE4),
                               rgb(0x1B1F27),
                               rgb(0x5B6270),
                               rgb(0xE5DED2),
                               rgb(0x0B6B63),
                               rgb(0xDDEFEC),
                               rgb(0x1D7A45),
                               rgb(0xBF3528),
                               rgb(0x92610B),
                               rgb(0x281E0A),
                               18};
  return palette;
}

const Palette& dark_palette() {
  static const Palette palette{rgb(0x14161B),
                               rgb(0x1D2028),
                               rgb(0x181A21),
                               rgb(0xEEEAE3),
                               rgb(0xA8ADB9),
                               rgb(0x2E323D),
                               rgb(0x3FB8AC),
                               rgb(0x143833),
                               rgb(0x5FCB8C),
                               rgb(0xF0796C),
                               rgb(0xE3B04B),
                               rgb(0x000000),
                               95};
  return palette;
}

Image shape_gallery(const Palette& palette) {
  Nothing source;
  text::GlyphAtlas atlas(source, 64);
  DrawList list(atlas);
  cards(list, palette);
  circles(list, palette);
  lines(list, palette);
  chart(list, palette);
  bars(list, palette);
  icons(list, palette);
  Image image(1280, 760, palette.paper);
  rasterise(list, image);
  return image;
}

Image text_gallery(const Palette& palette, text::Typesetter& typesetter, text::GlyphAtlas& atlas) {
  DrawList list(atlas);
  Page page(list, palette, typesetter);
  page.sizes();
  page.scripts();
  page.questions();
  page.selection();
  Image image(1280, 700, palette.surface);
  rasterise(list, image);
  return image;
}

} // namespace entente::tests
