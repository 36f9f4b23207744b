#include "text/font_typesetter.h"

#include "text/box_glyph.h"
#include "text/caches.h"
#include "text/faces.h"
#include "text/font_choice.h"
#include "text/font_shaper.h"

#include <hb.h>

namespace entente::text {

struct FontTypesetter::Inside {
  explicit Inside(Fonts fonts)
      : finder(fonts == Fonts::installed ? std::make_unique<FontFinder>() : nullptr),
        choice(finder.get(), faces),
        shaper(choice, faces) {}

  std::unique_ptr<FontFinder> finder;
  Faces faces;
  FontChoice choice;
  FontShaper shaper;
  CachedComposer composer{shaper};
};

FontTypesetter::FontTypesetter(Fonts fonts) : inside_(std::make_unique<Inside>(fonts)) {}
FontTypesetter::~FontTypesetter() = default;

const Text& FontTypesetter::typeset(const TextRequest& request) {
  return inside_->composer.compose(request);
}

GlyphBitmap FontTypesetter::raster(const GlyphKey& key) {
  if (key.face != no_face) return inside_->faces.raster(key);
  return key.glyph == U' ' ? GlyphBitmap{} : box_raster(key.glyph, key.size);
}

const std::vector<std::string>& FontTypesetter::notices() const {
  return inside_->choice.notices();
}

std::vector<std::string> FontTypesetter::font_files() const { return inside_->faces.files(); }

std::string font_engine() {
  return "FreeType " + std::to_string(FREETYPE_MAJOR) + "." + std::to_string(FREETYPE_MINOR) + "." +
         std::to_string(FREETYPE_PATCH) + ", HarfBuzz " + HB_VERSION_STRING;
}

} // namespace entente::text
