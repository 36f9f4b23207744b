#include "exchange/paper_canvas.h"

#include "text/unicode.h"

#include <algorithm>
#include <cairo-pdf.h>
#include <charconv>
#include <cstring>
#include <pango/pangocairo.h>

namespace entente::exchange::paper {

namespace {

cairo_status_t append(void* to, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

struct Stream {
  std::string_view left;
};
cairo_status_t read_some(void* from, unsigned char* data, unsigned int size) {
  auto* stream = static_cast<Stream*>(from);
  if (stream->left.size() < size) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(data, stream->left.data(), size);
  stream->left.remove_prefix(size);
  return CAIRO_STATUS_SUCCESS;
}

bool runs_right_to_left(const std::string& language) {
  for (const char* each : {"ar", "he", "fa", "ur", "yi", "ps", "sd", "ug", "dv", "ckb"})
    if (language == each || language.starts_with(std::string(each) + "-")) return true;
  return false;
}

double units(int pango) { return static_cast<double>(pango) / PANGO_SCALE; }

} // namespace

Colour colour_of(const deck::Category* category) {
  const std::string name = category ? category->colour : "";
  if (name == "dates") return {0.255, 0.329, 0.769};
  if (name == "speakers") return {0.043, 0.463, 0.447};
  if (name == "quotes") return {0.541, 0.247, 0.627};
  if (name == "areas") return {0.627, 0.345, 0.039};
  unsigned value = 0;
  if (name.size() == 7 && name[0] == '#' &&
      std::from_chars(name.data() + 1, name.data() + 7, value, 16).ec == std::errc{})
    return {(value >> 16U & 255U) / 255.0, (value >> 8U & 255U) / 255.0, (value & 255U) / 255.0};
  return accent;
}

Style serif(double size, bool bold) { return {"Noto Serif", size, bold}; }
Style sans(double size, bool bold, Colour colour) { return {"Inter", size, bold, false, colour}; }

Words::Words(cairo_t* cairo, const std::string& text, const Style& style, double width,
             const std::string& language, bool mirrored)
    : layout_(pango_cairo_create_layout(cairo)), style_(style) {
  PangoContext* context = pango_layout_get_context(layout_.get());
  pango_context_set_language(context, pango_language_from_string(language.c_str()));
  pango_cairo_context_set_resolution(context, 72); // sizes are points
  PangoFontDescription* font = pango_font_description_new();
  // Fonts that fontconfig should look at next for other scripts.
  pango_font_description_set_family(font, (std::string(style.family) + ", Noto Sans").c_str());
  pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
  pango_font_description_set_weight(font, style.bold ? PANGO_WEIGHT_SEMIBOLD : PANGO_WEIGHT_NORMAL);
  if (style.italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
  pango_layout_set_font_description(layout_.get(), font);
  pango_font_description_free(font);
  pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing(layout_.get(), static_cast<float>(style.spacing));
  if (width > 0) pango_layout_set_width(layout_.get(), static_cast<int>(width * PANGO_SCALE));
  pango_layout_set_text(layout_.get(), text.c_str(), -1);
  align(text, mirrored);
}

// A line of another direction than the page's stands where the page's lines begin, beside its
// number or letter; a paragraph of several keeps the side its own script begins at. Pango takes
// "left" for the side where the text begins.
void Words::align(const std::string& words, bool mirrored) {
  PangoAlignment side = style_.align;
  const bool runs_left = text::base_direction(words) == text::Direction::right_to_left;
  const bool end = side == PANGO_ALIGN_RIGHT;
  if (side != PANGO_ALIGN_CENTER && (end || lines() == 1))
    side = (runs_left == mirrored) == end ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  pango_layout_set_alignment(layout_.get(), side);
}

double Words::baseline() const { return units(pango_layout_get_baseline(layout_.get())); }

double Words::height() const {
  int height = 0;
  pango_layout_get_size(layout_.get(), nullptr, &height);
  return units(height);
}

void Words::cut_to(double height) {
  pango_layout_set_height(layout_.get(), static_cast<int>(height * PANGO_SCALE));
  pango_layout_set_ellipsize(layout_.get(), PANGO_ELLIPSIZE_END);
}

double Words::width() const {
  PangoRectangle logical;
  pango_layout_get_extents(layout_.get(), nullptr, &logical);
  return units(logical.width);
}

Canvas::Canvas(PageSize size, const std::string& title, const std::string& language,
               int total_pages)
    : size_(size),
      language_(language),
      mirrored_(runs_right_to_left(language)),
      total_(total_pages) {
  surface_ = cairo_pdf_surface_create_for_stream(append, &bytes_, size.width, size.height);
  cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, title.c_str());
  cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATOR, "Entente");
  // One date for all: the same plan gives the same bytes.
  cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z");
  cairo_ = cairo_create(surface_);
}

Canvas::~Canvas() {
  cairo_destroy(cairo_);
  cairo_surface_destroy(surface_);
}

Words Canvas::words(const std::string& text, const Style& style, double width) const {
  return {cairo_, text, style, width, language_, mirrored_};
}

void Canvas::draw(const Words& words, double x, double y) {
  draw_lines(words, x, y, 0, words.lines());
}

void Canvas::draw_lines(const Words& words, double x, double y, int from, int to) {
  const int wide = pango_layout_get_width(words.layout());
  const double width = wide > 0 ? units(wide) : words.width();
  const double left = mirrored_ ? size_.width - x - width : x;
  const Colour& colour = words.style().colour;
  cairo_set_source_rgb(cairo_, colour.red, colour.green, colour.blue);
  PangoLayoutIter* iter = pango_layout_get_iter(words.layout());
  double top = 0;
  for (int i = 0; i < to; ++i) {
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(iter, nullptr, &logical);
    if (i == from) top = units(logical.y);
    if (i >= from) {
      cairo_move_to(cairo_, left + units(logical.x),
                    y + units(pango_layout_iter_get_baseline(iter)) - top);
      pango_cairo_show_layout_line(cairo_, pango_layout_iter_get_line_readonly(iter));
    }
    if (!pango_layout_iter_next_line(iter)) break;
  }
  pango_layout_iter_free(iter);
}

void Canvas::line(double x1, double y1, double x2, double y2, Colour colour, double width) {
  if (mirrored_) {
    x1 = size_.width - x1;
    x2 = size_.width - x2;
  }
  cairo_set_source_rgb(cairo_, colour.red, colour.green, colour.blue);
  cairo_set_line_width(cairo_, width);
  cairo_move_to(cairo_, x1, y1);
  cairo_line_to(cairo_, x2, y2);
  cairo_stroke(cairo_);
}

void Canvas::circle(double x, double y, double radius) {
  cairo_set_source_rgb(cairo_, grey.red, grey.green, grey.blue);
  cairo_set_line_width(cairo_, 0.8);
  cairo_new_sub_path(cairo_);
  cairo_arc(cairo_, mirrored_ ? size_.width - x : x, y, radius, 0, 6.2831853);
  cairo_stroke(cairo_);
}

void Canvas::box(double x, double y, double side) {
  cairo_set_source_rgb(cairo_, grey.red, grey.green, grey.blue);
  cairo_set_line_width(cairo_, 0.8);
  cairo_rectangle(cairo_, mirrored_ ? size_.width - x - side : x, y, side, side);
  cairo_stroke(cairo_);
}

bool Canvas::picture(const std::string& png, double x, double y, double width, double height) {
  // The size stands in its head: a picture of a gigapixel is not unpacked.
  if (png.size() < 33 || !png.starts_with("\x89PNG")) return false;
  const auto number = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
      value = value << 8U | static_cast<unsigned char>(png[at + i]);
    return value;
  };
  if (number(16) > 10'000 || number(20) > 10'000) return false;
  Stream stream{png};
  cairo_surface_t* image = cairo_image_surface_create_from_png_stream(read_some, &stream);
  const bool good = cairo_surface_status(image) == CAIRO_STATUS_SUCCESS;
  if (good) {
    const double wide = cairo_image_surface_get_width(image);
    const double high = cairo_image_surface_get_height(image);
    const double scale = std::min({width / wide, height / high, 0.5}); // 144 dots an inch
    const double left = mirrored_ ? size_.width - x - width : x;
    cairo_save(cairo_);
    cairo_translate(cairo_, left + (width - wide * scale) / 2, y + (height - high * scale) / 2);
    cairo_scale(cairo_, scale, scale);
    cairo_set_source_surface(cairo_, image, 0, 0);
    cairo_paint(cairo_);
    cairo_restore(cairo_);
  }
  cairo_surface_destroy(image);
  return good;
}

void Canvas::new_page() {
  cairo_show_page(cairo_);
  ++page_;
}

core::Result<std::string> Canvas::finish() {
  cairo_show_page(cairo_);
  cairo_surface_finish(surface_);
  if (cairo_surface_status(surface_) == CAIRO_STATUS_SUCCESS) return std::move(bytes_);
  return core::Error{core::ErrorCode::not_writable,
                     std::string("The pages cannot be drawn: ") +
                         cairo_status_to_string(cairo_surface_status(surface_)) + ".",
                     "", "Try a smaller deck."};
}

} // namespace entente::exchange::paper
