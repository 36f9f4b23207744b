#include "text/font_shaper.h"

#include "text/box_glyph.h"

#include <hb.h>
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
  void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
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
Piece decoded(std::string_view text) { // NOLINT(readability-function-size): ICU's macro is deep
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
std::vector<UBiDiLevel> levels_of(const std::u32string& letters, Direction base) {
  std::vector<UBiDiLevel> levels(letters.size(), 0);
  const bool plain =
      std::all_of(letters.begin(), letters.end(), [](char32_t c) { return c < 0x590; });
  if (plain && base == Direction::left_to_right) return levels;
  const auto text = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(letters.data()),
                                                  static_cast<std::int32_t>(letters.size()));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, Destroy> bidi(ubidi_openSized(text.length(), 0, &status));
  if (U_FAILURE(status)) return levels;
  ubidi_setPara(bidi.get(), text.getBuffer(), text.length(),
                base == Direction::right_to_left ? 1 : 0, nullptr, &status);
  const UBiDiLevel* found = ubidi_getLevels(bidi.get(), &status);
  if (U_FAILURE(status)) return levels;
  std::int32_t unit = 0;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    levels[i] = found[unit];
    unit += letters[i] > 0xFFFF ? 2 : 1;
  }
  return levels;
}

bool is_shared(hb_script_t script) {
  return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

// Signs shared by all scripts take that of the text before them, or at the start after them.
std::vector<hb_script_t> scripts_of(const std::u32string& letters) {
  hb_unicode_funcs_t* const unicode = hb_unicode_funcs_get_default();
  std::vector<hb_script_t> scripts;
  scripts.reserve(letters.size());
  for (const char32_t letter : letters) {
    const hb_script_t own = hb_unicode_script(unicode, letter);
    scripts.push_back(is_shared(own) && !scripts.empty() ? scripts.back() : own);
  }
  const auto first = std::find_if_not(scripts.begin(), scripts.end(), is_shared);
  std::fill(scripts.begin(), first, first == scripts.end() ? HB_SCRIPT_COMMON : *first);
  return scripts;
}

// Letters of one face, script and direction: what can be shaped at once.
struct Run {
  std::size_t begin = 0, end = 0;
  FaceId face = no_face;
  hb_script_t script = HB_SCRIPT_COMMON;
  UBiDiLevel level = 0;

  [[nodiscard]] bool backwards() const { return (level & 1U) != 0; }
};

// In the order they stand on the line from the left.
std::vector<Run> runs_of(const std::u32string& letters, const std::vector<FaceId>& faces,
                         Direction base) {
  const std::vector<UBiDiLevel> levels = levels_of(letters, base);
  const std::vector<hb_script_t> scripts = scripts_of(letters);
  std::vector<Run> runs;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const Run here{i, i + 1, faces[i], scripts[i], levels[i]};
    if (!runs.empty() && runs.back().face == here.face && runs.back().script == here.script &&
        runs.back().level == here.level)
      runs.back().end = here.end;
    else
      runs.push_back(here);
  }
  std::vector<UBiDiLevel> of_runs;
  of_runs.reserve(runs.size());
  for (const Run& run : runs) of_runs.push_back(run.level);
  std::vector<std::int32_t> order(runs.size());
  ubidi_reorderVisual(of_runs.data(), static_cast<std::int32_t>(runs.size()), order.data());
  std::vector<Run> visual;
  visual.reserve(runs.size());
  for (const std::int32_t at : order) visual.push_back(runs[static_cast<std::size_t>(at)]);
  return visual;
}

// cv05: in Inter an l with a tail, told apart from I and 1; other fonts' cv05 may be anything, so
// only the interface's family asks for it. tnum: figures of one width.
std::vector<hb_feature_t> features_of(const Font& font) {
  const auto whole_text = [](const char* tag) {
    return hb_feature_t{hb_tag_from_string(tag, 4), 1, HB_FEATURE_GLOBAL_START,
                        HB_FEATURE_GLOBAL_END};
  };
  std::vector<hb_feature_t> features;
  if (font.tabular) features.push_back(whole_text("tnum"));
  if (font.family == Family::sans) features.push_back(whole_text("cv05"));
  return features;
}

// One line being shaped, run after run.
class LineShaper {
public:
  LineShaper(const Piece& piece, const Font& font, std::string_view language, hb_buffer_t* buffer)
      : piece_(piece),
        font_(font),
        features_(features_of(font)),
        language_(hb_language_from_string(language.data(), static_cast<int>(language.size()))),
        buffer_(buffer) {}

  // Letters that no face has are measured by `with` and become boxes.
  void add(const Run& run, hb_font_t* with) {
    fill(run);
    hb_shape(with, buffer_, features_.data(), static_cast<unsigned>(features_.size()));
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer_, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer_, &count);
    for (unsigned i = 0; i < count; ++i)
      if (run.face == no_face)
        add_box(run, infos[i].cluster);
      else
        add_glyph(run, infos[i], places[i]);
  }
  [[nodiscard]] ShapedLine take() { return std::move(line_); }

private:
  // With the whole piece as context: letters join across runs.
  void fill(const Run& run) {
    hb_buffer_clear_contents(buffer_);
    static_assert(sizeof(char32_t) == sizeof(std::uint32_t));
    hb_buffer_add_utf32(buffer_, reinterpret_cast<const std::uint32_t*>(piece_.letters.data()),
                        static_cast<int>(piece_.letters.size()), static_cast<unsigned>(run.begin),
                        static_cast<int>(run.end - run.begin));
    hb_buffer_set_direction(buffer_, run.backwards() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer_, run.script);
    hb_buffer_set_language(buffer_, language_);
  }

  [[nodiscard]] ShapedGlyph glyph(const Run& run, std::size_t letter) const {
    ShapedGlyph made;
    made.face = run.face;
    made.cluster = static_cast<std::uint32_t>(piece_.bytes[letter]);
    made.right_to_left = run.backwards();
    return made;
  }

  void add_box(const Run& run, std::size_t letter) {
    ShapedGlyph box = glyph(run, letter);
    if (!line_.empty() && line_.back().cluster == box.cluster) return;
    box.index = piece_.letters[letter];
    box.advance = box_advance(piece_.letters[letter], font_.size);
    line_.push_back(box);
  }

  void add_glyph(const Run& run, const hb_glyph_info_t& info, const hb_glyph_position_t& place) {
    ShapedGlyph made = glyph(run, info.cluster);
    made.index = info.codepoint;
    made.dx = static_cast<float>(place.x_offset) / 64;
    made.dy = static_cast<float>(-place.y_offset) / 64;
    made.advance = static_cast<float>(place.x_advance) / 64;
    line_.push_back(made);
  }

  const Piece& piece_;
  const Font& font_;
  std::vector<hb_feature_t> features_;
  hb_language_t language_;
  hb_buffer_t* buffer_;
  ShapedLine line_;
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
  const Piece piece = decoded(text);
  const std::vector<FaceId> chosen = choice_.choose(piece.letters, piece.graphemes, font, language);
  const FaceId stand_in = choice_.primary(font);
  if (stand_in == no_face) return boxes(piece, font, base);
  const std::unique_ptr<hb_buffer_t, Destroy> buffer(hb_buffer_create());
  LineShaper line(piece, font, language, buffer.get());
  for (const Run& run : runs_of(piece.letters, chosen, base))
    line.add(run, faces_.shaping(run.face == no_face ? stand_in : run.face, font.size));
  return line.take();
}

VerticalMetrics FontShaper::metrics(const Font& font) {
  return faces_.metrics(choice_.primary(font), font.size);
}

} // namespace entente::text
