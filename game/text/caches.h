#pragma once

// What is remembered between frames: whole texts by request, so that showing the same words again
// is a lookup; and shaped pieces, so that another width only breaks lines anew. Inside text/.

#include "text/layout.h"
#include "text/lru.h"
#include "text/typeset.h"

#include <string>

namespace entente::text {

struct ShapeKey {
  std::string piece, language;
  Font font;
  Direction base = Direction::left_to_right;
  bool operator==(const ShapeKey&) const = default;
};

struct TextKey {
  ShapeKey words;
  float max_width = 0, line_height = 0;
  int max_lines = 0;
  Align align = Align::start;
  bool operator==(const TextKey&) const = default;
};

struct HashKey {
  std::size_t operator()(const ShapeKey& key) const;
  std::size_t operator()(const TextKey& key) const;
};

// Passes on to another shaper what it has not seen.
class CachedShaper : public Shaper {
public:
  explicit CachedShaper(Shaper& shaper) : shaper_(shaper) {}
  [[nodiscard]] ShapedLine shape(std::string_view piece, const Font& font,
                                 std::string_view language, Direction base) override;
  [[nodiscard]] VerticalMetrics metrics(const Font& font) override { return shaper_.metrics(font); }

private:
  Shaper& shaper_;
  Lru<ShapeKey, ShapedLine, HashKey> pieces_{4096};
};

class CachedComposer {
public:
  explicit CachedComposer(Shaper& shaper) : shaper_(shaper) {}
  [[nodiscard]] const Text& compose(const TextRequest& request);

private:
  CachedShaper shaper_;
  Lru<TextKey, Text, HashKey> texts_{4096};
};

} // namespace entente::text
