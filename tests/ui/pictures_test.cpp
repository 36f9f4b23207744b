// The sample trees as pictures. ENTENTE_PICTURES=FOLDER writes them, to be looked at beside the
// mock-ups, with the time each step takes.

#include "draw/png.h"
#include "draw/rasteriser.h"
#include "support/shared.h"
#include "text/fixed_typesetter.h"
#include "text/font_typesetter.h"
#include "ui/gallery.h"
#include "ui/paint.h"
#include "ui/runtime.h"
#include "ui/samples.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace entente;

namespace {

using Make = ui::Node (*)(float);

struct Shot {
  float width = 1280, height = 800, scale = 1;
  const ui::Theme& theme = ui::light_theme();
};

template <class Setter> draw::Image picture(Setter& setter, Make make, const Shot& shot) {
  text::GlyphAtlas atlas(setter);
  draw::DrawList list(atlas);
  ui::Runtime runtime(setter, tests::commands());
  runtime.resize(shot.width, shot.height);
  runtime.set_scale(shot.scale);
  runtime.show(make(shot.width / shot.scale), 0);
  (void)runtime.handle(ui::KeyDown{ui::Key::tab, {}, 23}, 0);
  runtime.finish_motion();
  const auto paint = [&] {
    list.clear();
    ui::paint({runtime.frame(), shot.theme, setter, runtime.interaction(0)}, list);
  };
  const auto begin = std::chrono::steady_clock::now();
  paint();
  const auto end = std::chrono::steady_clock::now();
  std::printf("paint %.2f ms, %zu triangles\n",
              std::chrono::duration<double, std::milli>(end - begin).count(),
              list.indices().size() / 3);
  draw::Image image(static_cast<int>(shot.width), static_cast<int>(shot.height));
  draw::rasterise(list, image);
  return image;
}

void save_all(const std::string& folder, const ui::Theme& theme, const std::string& only) {
  text::FontTypesetter setter;
  for (const auto& [name, make] :
       {std::pair("today", &tests::today), std::pair("drill", &tests::drill),
        std::pair("gallery", &tests::gallery), std::pair("charts", &tests::charts)})
    for (const auto& [size, shot] : {std::pair("1280", Shot{1280, 800, 1, theme}),
                                     std::pair("1920", Shot{1920, 1080, 1, theme}),
                                     std::pair("1920-150", Shot{1920, 1080, 1.5F, theme}),
                                     std::pair("800", Shot{800, 560, 1, theme})}) {
      const std::string file = std::string(name) + "-" + theme.name + "-" + size + ".png";
      if (file.find(only) == std::string::npos) continue;
      std::printf("%s: ", file.c_str());
      CHECK(draw::write_png(folder + "/" + file, picture(setter, make, shot)).has_value());
    }
}

} // namespace

TEST_CASE("a picture of every sample can be drawn without fonts") {
  text::FixedTypesetter setter;
  for (const Make make : {&tests::today, &tests::drill, &tests::gallery, &tests::charts}) {
    const draw::Image image = picture(setter, make, {640, 400, 1, ui::light_theme()});
    CHECK(image.at(636, 396).a == 255);
  }
}

TEST_CASE("pictures for the eye") {
  const char* folder = std::getenv("ENTENTE_PICTURES");
  if (folder == nullptr) return tests::skip("ENTENTE_PICTURES names no folder");
  const char* only = std::getenv("ENTENTE_PICTURE");
  for (const ui::Theme* theme : {&ui::light_theme(), &ui::dark_theme(), &ui::contrast_theme()})
    save_all(folder, *theme, only != nullptr ? only : "");
}
