// Every scene as a picture, by the CPU rasteriser. ENTENTE_PICTURES=FOLDER writes them to be looked
// at; ENTENTE_PICTURE narrows to names with this in them ("drill-typed", "dark-800").

#include "app/scenes.h"
#include "draw/png.h"
#include "draw/rasteriser.h"
#include "golden/golden.h"

#include <cstdlib>

using namespace entente;

namespace {

struct Shot {
  const char* name;
  float width, height, scale;
};
constexpr Shot shots[] = {{"1280", 1280, 800, 1},         {"1920", 1920, 1080, 1},
                          {"1920-150", 1920, 1080, 1.5F}, {"800", 800, 560, 1},
                          {"800-200", 800, 560, 2},       {"4k", 3840, 2160, 2}};
constexpr service::ThemeChoice themes[] = {service::ThemeChoice::light, service::ThemeChoice::dark,
                                           service::ThemeChoice::contrast};

draw::Image picture(tests::Stage& stage, text::GlyphAtlas& atlas, const Shot& shot) {
  stage.program.set_desktop_scale(shot.scale);
  stage.program.resize(shot.width, shot.height);
  stage.program.finish_motion();
  draw::DrawList list(atlas);
  stage.program.repaint();
  stage.program.paint(list);
  draw::Image image(static_cast<int>(shot.width), static_cast<int>(shot.height));
  draw::rasterise(list, image);
  return image;
}

std::string picture_name(const tests::Scene& scene, service::ThemeChoice theme, const Shot& shot) {
  return scene.name + "-" + std::string(service::name(theme)) + "-" + shot.name;
}

void save(const tests::Scene& scene, text::FontTypesetter& typesetter, const std::string& folder,
          const std::string& only) {
  text::GlyphAtlas atlas(typesetter);
  std::optional<tests::Stage> stage;
  for (const auto theme : themes)
    for (const auto& shot : shots) {
      const std::string name = picture_name(scene, theme, shot);
      if (name.find(only) == std::string::npos) continue;
      if (!stage) scene.go(stage.emplace(typesetter, scene.past));
      stage->change_settings([theme](auto& settings) { settings.theme = theme; });
      const auto image = picture(*stage, atlas, shot);
      CHECK(draw::write_png(std::filesystem::path(folder) / (name + ".png"), image).has_value());
    }
}

// A few of them are kept: a change of looks is then seen by somebody.
void check(const std::string& name, service::ThemeChoice theme) {
  text::FontTypesetter typesetter;
  text::GlyphAtlas atlas(typesetter);
  for (const auto& scene : tests::scenes()) {
    if (scene.name != name) continue;
    tests::Stage stage(typesetter, scene.past);
    scene.go(stage);
    stage.change_settings([theme](auto& settings) { settings.theme = theme; });
    const auto image = picture(stage, atlas, shots[0]);
    tests::check_golden("screen-" + name + "-" + std::string(service::name(theme)), image,
                        typesetter.font_files());
  }
}

} // namespace

TEST_CASE("a choice answered wrongly looks as it did") {
  check("drill-choice-wrong", service::ThemeChoice::light);
}

TEST_CASE("a typed answer looks as it did in the dark") {
  check("drill-typed-right", service::ThemeChoice::dark);
}

TEST_CASE("a match looks as it did in high contrast") {
  check("drill-match-half", service::ThemeChoice::contrast);
}

TEST_CASE("Arabic looks as it did") { check("drill-arabic-right", service::ThemeChoice::light); }

TEST_CASE("pictures of every scene, for the eye") {
  const char* folder = std::getenv("ENTENTE_PICTURES");
  if (folder == nullptr) return tests::skip("ENTENTE_PICTURES names no folder");
  const char* only = std::getenv("ENTENTE_PICTURE");
  text::FontTypesetter typesetter;
  for (const auto& scene : tests::scenes())
    save(scene, typesetter, folder, only != nullptr ? only : "");
}
