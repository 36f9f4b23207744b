#pragma once

// Pages of a PDF with words on them: Cairo and Pango behind plain values. Points, from the top
// left. Internal to the paper_ files.

#include "exchange/paper.h"

#include <cairo.h>
#include <memory>
#include <pango/pango.h>
#include <string>

namespace entente::exchange::paper {

struct Colour {
  double red = 0, green = 0, blue = 0;
};
inline constexpr Colour ink{0.106, 0.122, 0.153}, grey{0.357, 0.384, 0.439}, pale{0.80, 0.78, 0.74},
    accent{0.043, 0.42, 0.388};
[[nodiscard]] Colour colour_of(const deck::Category* category);

struct Style {
  const char* family = "Noto Serif";
  double size = 10.5;
  bool bold = false, italic = false;
  Colour colour = ink;
  double spacing = 1.0;                    // over the font's own line height
  PangoAlignment align = PANGO_ALIGN_LEFT; // left: the side where the deck's language begins
};
[[nodiscard]] Style serif(double size, bool bold = false);
[[nodiscard]] Style sans(double size, bool bold = false, Colour colour = grey);

// Words broken into lines of one width.
class Words {
public:
  Words(cairo_t* cairo, const std::string& text, const Style& style, double width,
        const std::string& language, bool mirrored);
  [[nodiscard]] double height() const;
  void cut_to(double height);            // an ellipsis stands for what does not fit
  [[nodiscard]] double width() const;    // of the longest line
  [[nodiscard]] double baseline() const; // of the first, from the top
  [[nodiscard]] int lines() const { return pango_layout_get_line_count(layout_.get()); }
  [[nodiscard]] PangoLayout* layout() const { return layout_.get(); }
  [[nodiscard]] const Style& style() const { return style_; }

private:
  void align(const std::string& text, bool mirrored);
  struct Unref {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
  };
  std::unique_ptr<PangoLayout, Unref> layout_;
  Style style_;
};

struct PageSize {
  double width = 595.28, height = 841.89;
};

// Draws a document, once to count its pages and once for good.
class Canvas {
public:
  Canvas(PageSize size, const std::string& title, const std::string& language, int total_pages);
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;
  ~Canvas();

  [[nodiscard]] const PageSize& size() const { return size_; }
  [[nodiscard]] bool mirrored() const {
    return mirrored_;
  } // the deck's language runs right to left
  [[nodiscard]] Words words(const std::string& text, const Style& style, double width) const;
  // `x` from the side where reading begins.
  void draw(const Words& words, double x, double y);
  // Lines [from, to) of it, the first at y.
  void draw_lines(const Words& words, double x, double y, int from, int to);
  void line(double x1, double y1, double x2, double y2, Colour colour, double width = 0.6);
  void circle(double x, double y, double radius);
  void box(double x, double y, double side);
  // Centred in the room given, no larger than it is. False: it is no PNG.
  bool picture(const std::string& png, double x, double y, double width, double height);

  void new_page();
  [[nodiscard]] int page() const { return page_; }
  [[nodiscard]] int total_pages() const { return total_; }
  [[nodiscard]] core::Result<std::string> finish();

private:
  PageSize size_;
  std::string language_;
  bool mirrored_ = false;
  int page_ = 1, total_ = 0;
  std::string bytes_;
  cairo_surface_t* surface_ = nullptr;
  cairo_t* cairo_ = nullptr;
};

} // namespace entente::exchange::paper
