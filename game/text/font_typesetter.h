#pragma once

// The real typesetter: HarfBuzz and FreeType on faces found through fontconfig, line breaks by ICU.
// Construction never fails: without any font, letters are boxes with their code point, and
// notices() says what to install.

#include "text/glyph_atlas.h"
#include "text/typeset.h"

#include <memory>
#include <string>
#include <vector>

namespace entente::text {

enum class Fonts { installed, none }; // none: as on a machine without fonts

class FontTypesetter : public Typesetter, public GlyphSource {
public:
  explicit FontTypesetter(Fonts fonts = Fonts::installed);
  ~FontTypesetter() override;
  FontTypesetter(const FontTypesetter&) = delete;
  FontTypesetter& operator=(const FontTypesetter&) = delete;

  [[nodiscard]] const Text& typeset(const TextRequest& request) override;
  [[nodiscard]] GlyphBitmap raster(const GlyphKey& key) override;

  // For people, one sentence each, once each: scripts for which no font was found so far.
  [[nodiscard]] const std::vector<std::string>& notices() const;
  // The files of the faces opened so far, in the order of Glyph::face; for golden images, which
  // hold only for the fonts they were made with.
  [[nodiscard]] std::vector<std::string> font_files() const;

private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

// Which versions shape and draw, "FreeType 2.12.1, HarfBuzz 6.0.0": other versions may place or
// shade a pixel differently.
[[nodiscard]] std::string font_engine();

} // namespace entente::text
