// Any bytes as text: typeset at widths taken from the first byte, with every font and with none.

#include "text/caret.h"
#include "text/font_typesetter.h"

#include <cstdint>
#include <string_view>

using namespace entente::text;

namespace {

void typeset(FontTypesetter& typesetter, std::string_view words, float width, int lines) {
  TextRequest request;
  request.text = words;
  request.max_width = width;
  request.max_lines = lines;
  const Text& text = typesetter.typeset(request);
  if (text.lines.empty() || text.carets.empty()) __builtin_trap();
  (void)selection_boxes(text, 0, words.size());
  (void)hit_test(text, width / 2, 20);
  for (const Glyph& glyph : text.glyphs)
    (void)typesetter.raster({glyph.face, glyph.index, text.size, 1});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static FontTypesetter installed, none(Fonts::none);
  constexpr std::size_t most = 2000; // long texts only take long
  if (size == 0 || size > most) return 0;
  const std::string_view words(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto width = static_cast<float>(data[0] % 16 * 20);
  for (FontTypesetter* typesetter : {&installed, &none})
    typeset(*typesetter, words, width, data[0] / 64);
  return 0;
}
