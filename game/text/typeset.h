#pragma once

// From words to placed glyphs. `Typesetter` is the seam: the real one (HarfBuzz, FreeType,
// fontconfig, ICU) and a fixed-metrics one for layout tests give the same shapes of answer. All
// lengths are physical pixels; nothing is scaled after shaping.

#include "text/unicode.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::text {

enum class Family { sans, serif }; // interface; what is to be learned

struct Font {
  Family family = Family::sans;
  int weight = 400; // 400, 500, 600, 700
  float size = 15;  // pixels per em
  bool tabular = false;
  float letter_spacing = 0; // pixels
  bool operator==(const Font&) const = default;
};

enum class Align { start, centre, end }; // start = by base direction

struct Glyph {
  std::uint32_t face = 0;  // index into the typesetter's faces
  std::uint32_t index = 0; // glyph index in that face
  float x = 0, y = 0; // pen position relative to the text's top left; y of the baseline + offset
  std::uint32_t cluster = 0; // byte offset in the text
};

// A place the caret can stand, in visual terms.
struct Caret {
  std::size_t byte = 0;
  float x = 0;
  int line = 0;
  float end = 0; // x of the far edge of the grapheme that begins here; x itself when none does
};

struct Line {
  std::size_t begin = 0, end = 0; // bytes
  float x = 0, width = 0;
  float top = 0, baseline = 0, bottom = 0;
};

struct Text {
  std::vector<Glyph> glyphs;
  std::vector<Line> lines;   // at least one
  std::vector<Caret> carets; // one a grapheme boundary, in byte order
  float width = 0, height = 0;
  float size = 0;   // the font size used, for the atlas
  bool cut = false; // lines were dropped and the last one ends with an ellipsis
};

struct TextRequest {
  std::string_view text;
  Font font;
  float max_width = 0;   // 0 = one line, never broken except at '\n'
  float line_height = 0; // pixels; 0 = 1.35 of the size
  int max_lines = 0;     // 0 = any
  Align align = Align::start;
  std::string_view language = "en";
};

class Typesetter {
public:
  virtual ~Typesetter() = default;
  // Cached: asking again for the same request costs a lookup. The reference holds until some
  // thousand other texts have been asked for.
  [[nodiscard]] virtual const Text& typeset(const TextRequest& request) = 0;
};

} // namespace entente::text
