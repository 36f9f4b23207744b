// Golden images of the gallery. Shapes and icons hold everywhere; text only with the same fonts.

#include "draw/gallery.h"

#include "golden/golden.h"
#include "text/font_typesetter.h"

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("shapes and icons look as they did, in the light theme") {
  tests::check_golden("shapes-light", tests::shape_gallery(tests::light_palette()));
}

TEST_CASE("shapes and icons look as they did, in the dark theme") {
  tests::check_golden("shapes-dark", tests::shape_gallery(tests::dark_palette()));
}

TEST_CASE("text looks as it did, in both themes") {
  text::FontTypesetter typesetter;
  text::GlyphAtlas atlas(typesetter);
  const draw::Image light = tests::text_gallery(tests::light_palette(), typesetter, atlas);
  const draw::Image dark = tests::text_gallery(tests::dark_palette(), typesetter, atlas);
  tests::check_golden("text-light", light, typesetter.font_files());
  tests::check_golden("text-dark", dark, typesetter.font_files());
}
