#include "ui/field_view.h"

#include "text/caret.h"
#include "text/unicode.h"
#include "ui/paragraph.h"

#include <algorithm>
#include <cmath>

namespace entente::ui {

namespace {

draw::Rect inside(const Placed& placed, float scale) {
  const Edges& padding = placed.node->layout.padding;
  const auto px = [scale](float dp) { return std::round(dp * scale); };
  const draw::Rect& rect = placed.rect;
  return {rect.x + px(padding.left), rect.y + px(padding.top),
          std::max(0.F, rect.width - px(padding.left) - px(padding.right)),
          std::max(0.F, rect.height - px(padding.top) - px(padding.bottom))};
}

// How far a line too long for its field is moved to the left.
float scrolled(const text::Text& set, const TextEdit* edit, float room) {
  if (set.width <= room || edit == nullptr) return 0;
  const float caret = text::caret_at(set, edit->caret()).x;
  return std::round(std::clamp(caret - room * 0.75F, 0.F, set.width - room + 2));
}

} // namespace

FieldView field_view(const Placed& placed, const TextEdit* edit, float scale,
                     text::Typesetter& typesetter) {
  const Field& field = *placed.node->field;
  const std::string& words = edit != nullptr ? edit->text() : field.text;
  FieldView view;
  view.inner = inside(placed, scale);
  view.placeholder = words.empty();
  view.request.text = words.empty() ? field.placeholder : words;
  view.request.font = font_of(field.style, scale);
  view.request.line_height = std::round(1.45F * field.style.size * scale);
  view.request.max_width = field.multiline ? std::max(1.F, view.inner.width) : 0;
  view.request.language = field.language;
  const text::Text& set = typesetter.typeset(view.request);
  view.origin = {view.inner.x, view.inner.y};
  if (field.multiline) return view;
  const bool backwards = text::base_direction(view.request.text) == text::Direction::right_to_left;
  if (backwards && set.width < view.inner.width)
    view.origin.x = std::floor(view.inner.right() - set.width);
  else if (!view.placeholder)
    view.origin.x -= scrolled(set, edit, view.inner.width);
  view.origin.y += std::max(0.F, std::floor((view.inner.height - set.height) / 2));
  return view;
}

} // namespace entente::ui
