#pragma once

// Where the text of a field lies: what paint and pointer share.

#include "ui/layout.h"
#include "ui/text_edit.h"

namespace entente::ui {

struct FieldView {
  text::TextRequest request; // of the text shown; points into the edit or the node
  draw::Point origin;        // of the typeset text, pixels, scrolled so that the caret shows
  draw::Rect inner;
  bool placeholder = false;
};

[[nodiscard]] FieldView field_view(const Placed& placed, const TextEdit* edit, float scale,
                                   text::Typesetter& typesetter);

} // namespace entente::ui
