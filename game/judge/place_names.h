#pragma once

#include <string_view>

namespace entente::judge {

// One line an entity, its names between commas; folded, without accents, articles and points.
extern const std::string_view entity_names;
// Names that are never another one's misspelling.
extern const std::string_view country_names;

} // namespace entente::judge
