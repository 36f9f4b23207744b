#include "core/file.h"
#include "support/shared.h"
#include "ui/theme.h"

#include <cstdlib>

using namespace entente;
using namespace entente::ui;

TEST_CASE("every text can be read: 4.5:1 at least, in every theme") {
  for (const Theme* theme : {&light_theme(), &dark_theme(), &contrast_theme()})
    for (const TextPair& pair : text_pairs()) {
      CAPTURE(theme->name);
      CAPTURE(static_cast<int>(pair.ink));
      CAPTURE(static_cast<int>(pair.ground));
      CHECK(contrast(theme->color(pair.ink), theme->color(pair.ground)) >= 4.5);
    }
}

TEST_CASE("the focus ring is seen on every ground: 3:1") {
  for (const Theme* theme : {&light_theme(), &dark_theme(), &contrast_theme()})
    for (const Tone ground : {Tone::paper, Tone::surface, Tone::sunken})
      CHECK(contrast(theme->color(Tone::focus), theme->color(ground)) >= 3);
}

TEST_CASE("contrast is that of WCAG") {
  CHECK(contrast({0, 0, 0, 255}, {255, 255, 255, 255}) == doctest::Approx(21));
  CHECK(contrast(draw::rgb(0x777777), draw::rgb(0xFFFFFF)) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("the theme files are the built-in themes") { // ENTENTE_COLLECT=1 writes them anew
  for (const Theme* theme : {&light_theme(), &dark_theme(), &contrast_theme()}) {
    const auto file = tests::root() / "assets/themes" / (theme->name + ".theme");
    if (std::getenv("ENTENTE_COLLECT") != nullptr)
      REQUIRE(core::write_file(file, write_theme(*theme)).has_value());
    const auto bytes = core::read_file(file, 100000);
    REQUIRE(bytes.has_value());
    const auto read = parse_theme(*bytes, file.filename().string());
    REQUIRE(read.has_value());
    CHECK(*read == *theme);
  }
}

TEST_CASE("a wrong line of a theme is named") {
  const auto broken = parse_theme("# mine\nink = #000000\npaper = white\n", "mine.theme");
  REQUIRE_FALSE(broken.has_value());
  CHECK(core::describe(broken.error()) ==
        "mine.theme:3: \"paper = white\" is not a theme setting. Write one NAME = #RRGGBB a line, "
        "with the names of the built-in themes.");
  for (const char* line : {"ink", "ink = #12345", "near_shadow = 1 2", "border = 0", "x = #000000"})
    CHECK_FALSE(parse_theme(line, "t").has_value());
}
