#pragma once

// Shaping: bidirectional order by ICU, ligatures and marks by HarfBuzz. Inside text/.

#include "text/font_choice.h"
#include "text/layout.h"

namespace entente::text {

class FontShaper : public Shaper {
public:
  FontShaper(FontChoice& choice, Faces& faces) : choice_(choice), faces_(faces) {}

  [[nodiscard]] ShapedLine shape(std::string_view piece, const Font& font,
                                 std::string_view language, Direction base) override;
  [[nodiscard]] VerticalMetrics metrics(const Font& font) override;

private:
  FontChoice& choice_;
  Faces& faces_;
};

} // namespace entente::text
