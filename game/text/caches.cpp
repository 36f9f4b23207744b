#include "text/caches.h"

#include <functional>
#include <initializer_list>

namespace entente::text {

namespace {

std::size_t mixed(std::size_t seed, std::initializer_list<float> parts) {
  for (const float part : parts) seed = seed * 31 + std::hash<float>{}(part);
  return seed;
}

} // namespace

std::size_t HashKey::operator()(const ShapeKey& key) const {
  return mixed(
      std::hash<std::string>{}(key.piece),
      {key.font.size, static_cast<float>(key.font.weight), static_cast<float>(key.font.family)});
}

std::size_t HashKey::operator()(const TextKey& key) const {
  return mixed((*this)(key.words),
               {key.max_width, key.line_height, static_cast<float>(key.max_lines)});
}

ShapedLine CachedShaper::shape(std::string_view piece, const Font& font, std::string_view language,
                               Direction base) {
  const ShapeKey key{std::string(piece), std::string(language), font, base};
  if (const ShapedLine* known = pieces_.find(key)) return *known;
  return pieces_.keep(key, shaper_.shape(piece, font, language, base));
}

const Text& CachedComposer::compose(const TextRequest& request) {
  const TextKey key{{std::string(request.text), std::string(request.language), request.font, {}},
                    request.max_width,
                    request.line_height,
                    request.max_lines,
                    request.align};
  if (const Text* known = texts_.find(key)) return *known;
  return texts_.keep(key, text::compose(request, shaper_));
}

} // namespace entente::text
