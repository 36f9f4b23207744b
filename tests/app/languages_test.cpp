// Every scene in every language keeps the layout laws: no word of the interface is cut off because
// it is longer in Russian or higher in Chinese.

#include "app/scenes.h"
#include "support/shared.h"
#include "text/fixed_typesetter.h"
#include "ui/laws.h"
#include "ui/strings.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace entente;

namespace {

struct Size {
  float width, height, scale;
};
constexpr Size sizes[] = {{800, 560, 1}, {1280, 800, 1}, {1920, 1080, 1.5F}, {3840, 2160, 2}};

ui::Strings strings_of(const std::string& language) {
  std::ifstream in(tests::root() / "assets/strings" / (language + ".strings"));
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto strings = ui::Strings::parse(text, language + ".strings", language);
  REQUIRE(strings);
  return *strings;
}

} // namespace

TEST_CASE("nothing is clipped in any language, from 800x560 to 4K at 200 %") {
  text::FixedTypesetter typesetter;
  for (const auto& scene : tests::scenes()) {
    CAPTURE(scene.name);
    tests::Stage stage(typesetter, scene.past);
    scene.go(stage);
    for (const std::string language : {"ru", "zh"}) {
      CAPTURE(language);
      ui::use_strings(strings_of(language));
      for (const Size& size : sizes) {
        CAPTURE(size.width);
        stage.program.set_desktop_scale(size.scale);
        stage.program.resize(size.width, size.height);
        for (const auto& broken : tests::broken_laws(stage.program.frame())) FAIL_CHECK(broken);
      }
    }
  }
  tests::use_english();
}
