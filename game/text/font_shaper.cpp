#include "text/font_shaper.h"

#include "text/box_glyph.h"

#include <raqm.h>
#include <unicode/ubidi.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

namespace entente::text {

namespace {

struct Destroy {
  void operator()(raqm_t* layout) const { raqm_destroy(layout); }
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

// A piece as code points, with the bytes they came from.
struct Piece {
  std::u32string letters;
  std::vector<std::size_t> bytes;     // of each letter
  std::vector<std::size_t> graphemes; // boundaries, in letters
};

// ICU's macros mix char, uint8_t and int freely.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
Piece decoded(std::string_view text) {
  Piece piece;
  const auto length = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < length;) {
    UChar32 c = 0;
    piece.bytes.push_back(static_cast<std::size_t>(i));
    U8_NEXT(text.data(), i, length, c);
    // Controls and paragraph separators stand as spaces: no font draws them.
    const bool control =
        (c >= 0 && c < 0x20) || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029;
    piece.letters.push_back(c < 0 ? U'\uFFFD' : control ? U' ' : static_cast<char32_t>(c));
  }
  for (const std::size_t byte : grapheme_boundaries(text)) {
    const auto at = std::lower_bound(piece.bytes.begin(), piece.bytes.end(), byte);
    const auto letter = static_cast<std::size_t>(at - piece.bytes.begin());
    if (piece.graphemes.empty() || piece.graphemes.back() != letter)
      piece.graphemes.push_back(letter);
  }
  return piece;
}

#pragma GCC diagnostic pop

// Embedding levels, odd for right to left; all even without any right-to-left letter.
std::vector<bool> right_to_left(const std::u32string& letters, Direction base) {
  std::vector<bool> backwards(letters.size(), false);
  const bool plain =
      std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c < 0x590; });
  if (plain && base == Direction::left_to_right) return backwards;
  const auto text = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(letters.data()),
                                                  static_cast<std::int32_t>(letters.size()));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, Destroy> bidi(ubidi_openSized(text.length(), 0, &status));
  if (U_FAILURE(status)) return backwards;
  ubidi_setPara(bidi.get(), text.getBuffer(), text.length(),
                base == Direction::right_to_left ? 1 : 0, nullptr, &status);
  const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status)) return backwards;
  std::int32_t unit = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    backwards[i] = (levels[unit] & 1U) != 0;
    unit += letters[i] > 0xFFFF ? 2 : 1;
  }
  return backwards;
}

// cv05: in Inter an l with a tail, told apart from I and 1; other fonts' cv05 may be anything, so
// only the interface's family asks for it. tnum: figures of one width.
void add_features(raqm_t* layout, const Font& font) {
  if (font.tabular) raqm_add_font_feature(layout, "tnum", -1);
  if (font.family == Family::sans) raqm_add_font_feature(layout, "cv05", -1);
}

class Layout {
public:
  Layout(Piece piece, std::vector<FaceId> faces, FaceId stand_in)
      : piece_(std::move(piece)), faces_(std::move(faces)), stand_in_(stand_in) {}

  // False when raqm refuses (out of memory).
  [[nodiscard]] bool run(Faces& open, const Font& font, const std::string& language,
                         Direction base) {
    layout_.reset(raqm_create());
    raqm_t* layout = layout_.get();
    const std::size_t count = piece_.letters.size();
    static_assert(sizeof(char32_t) == sizeof(std::uint32_t));
    if (layout == nullptr ||
        !raqm_set_text(layout, reinterpret_cast<const std::uint32_t*>(piece_.letters.data()),
                       count))
      return false;
    raqm_set_par_direction(layout, base == Direction::right_to_left ? RAQM_DIRECTION_RTL
                                                                    : RAQM_DIRECTION_LTR);
    raqm_set_language(layout, language.c_str(), 0, count);
    raqm_set_freetype_load_flags(layout, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
    add_features(layout, font);
    for (std::size_t begin = 0; begin < count;) {
      std::size_t end = begin + 1;
      while (end < count && faces_[end] == faces_[begin]) ++end;
      const FaceId face = faces_[begin] == no_face ? stand_in_ : faces_[begin];
      raqm_set_freetype_face_range(layout, open.sized(face, font.size), begin, end - begin);
      begin = end;
    }
    return raqm_layout(layout);
  }

  [[nodiscard]] ShapedLine glyphs(Faces& open, const Font& font, Direction base) const {
    const std::vector<bool> backwards = right_to_left(piece_.letters, base);
    std::size_t count = 0;
    const raqm_glyph_t* from = raqm_get_glyphs(layout_.get(), &count);
    ShapedLine line;
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t letter = from[i].cluster;
      ShapedGlyph glyph;
      glyph.cluster = static_cast<std::uint32_t>(piece_.bytes[letter]);
      glyph.right_to_left = backwards[letter];
      if (faces_[letter] == no_face) {
        if (!line.empty() && line.back().cluster == glyph.cluster) continue;
        glyph.face = no_face;
        glyph.index = piece_.letters[letter];
        glyph.advance = box_advance(piece_.letters[letter], font.size);
      } else {
        glyph.face = open.find(from[i].ftface);
        glyph.index = from[i].index;
        glyph.dx = static_cast<float>(from[i].x_offset) / 64;
        glyph.dy = static_cast<float>(-from[i].y_offset) / 64;
        glyph.advance = static_cast<float>(from[i].x_advance) / 64;
      }
      line.push_back(glyph);
    }
    return line;
  }

private:
  Piece piece_;
  std::vector<FaceId> faces_;
  FaceId stand_in_; // measures what no face has; its glyphs are replaced by boxes
  std::unique_ptr<raqm_t, Destroy> layout_;
};

// Without any font: a box a grapheme, a right-to-left paragraph set backwards whole.
ShapedLine boxes(const Piece& piece, const Font& font, Direction base) {
  ShapedLine line;
  for (std::size_t i = 0; i + 1 < piece.graphemes.size(); ++i) {
    const std::size_t letter = piece.graphemes[i];
    const char32_t c = piece.letters[letter];
    ShapedGlyph glyph;
    glyph.face = no_face;
    glyph.index = c;
    glyph.cluster = static_cast<std::uint32_t>(piece.bytes[letter]);
    glyph.advance = c == U' ' ? font.size * 0.3F : box_advance(c, font.size);
    glyph.right_to_left = base == Direction::right_to_left;
    line.push_back(glyph);
  }
  if (base == Direction::right_to_left) std::reverse(line.begin(), line.end());
  return line;
}

} // namespace

ShapedLine FontShaper::shape(std::string_view text, const Font& font, std::string_view language,
                             Direction base) {
  if (text.empty()) return {};
  Piece piece = decoded(text);
  std::vector<FaceId> chosen = choice_.choose(piece.letters, piece.graphemes, font, language);
  const FaceId stand_in = choice_.primary(font);
  if (stand_in == no_face) return boxes(piece, font, base);
  Layout layout(piece, std::move(chosen), stand_in);
  if (!layout.run(faces_, font, std::string(language), base)) return boxes(piece, font, base);
  return layout.glyphs(faces_, font, base);
}

VerticalMetrics FontShaper::metrics(const Font& font) {
  return faces_.metrics(choice_.primary(font), font.size);
}

} // namespace entente::text
