// Every scene at every size and scale keeps the layout laws. Text is measured by the test font, so
// the machine's fonts do not matter.

#include "app/scenes.h"
#include "text/fixed_typesetter.h"
#include "ui/laws.h"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace entente;
using tests::Past;

namespace {

struct Size {
  float width, height;
};
constexpr Size sizes[] = {{800, 560}, {1280, 800}, {1920, 1080}, {3840, 2160}};
constexpr float scales[] = {0.75F, 1, 1.5F, 2, 3};

// ENTENTE_SCENE narrows to the scenes with this in their name.
bool wanted(const tests::Scene& scene) {
  const char* only = std::getenv("ENTENTE_SCENE");
  return only == nullptr || scene.name.find(only) != std::string::npos;
}

void check_at(tests::Stage& stage, const Size& size, float scale) {
  CAPTURE(size.width);
  CAPTURE(scale);
  stage.program.set_desktop_scale(scale);
  stage.program.resize(size.width, size.height);
  for (const auto& broken : tests::broken_laws(stage.program.frame())) FAIL_CHECK(broken);
}

} // namespace

TEST_CASE("nothing is clipped and nothing overlaps, from 800x560 to 4K, from 75 to 300 %") {
  text::FixedTypesetter typesetter;
  for (const auto& scene : tests::scenes()) {
    if (!wanted(scene)) continue;
    CAPTURE(scene.name);
    tests::Stage stage(typesetter, scene.past);
    scene.go(stage);
    for (const auto& size : sizes)
      for (const float scale : scales) check_at(stage, size, scale);
  }
}
