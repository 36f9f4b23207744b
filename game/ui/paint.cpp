#include "ui/paint.h"

#include "draw/shapes.h"
#include "ui/canvas.h"
#include "ui/paint_parts.h"

#include <cmath>

namespace entente::ui {

namespace {

using draw::Rect;

class Painting {
public:
  Painting(const PaintRequest& request, draw::DrawList& list)
      : request_(request), brush_{list, request.theme, request.typesetter, request.frame.scale} {}

  void node(std::size_t at) {
    const Placed& item = request_.frame.items[at];
    if (item.clip.empty()) return;
    const Motion motion = moving(*item.node);
    const draw::Point before = brush_.shift;
    brush_.shift = before + draw::Point{brush_.px(motion.dx), brush_.px(motion.dy)};
    const float opacity =
        item.node->style.opacity * motion.opacity * (item.node->state.disabled ? 0.45F : 1.F);
    if (opacity < 1) brush_.list.push_opacity(opacity);
    itself(item, motion);
    const bool scrolls = item.scroll_limit() > 0; // else shadows may reach out
    if (scrolls) brush_.list.push_clip(brush_.moved(item.rect));
    children(at);
    if (scrolls) brush_.list.pop_clip();
    scroll_bar(brush_, item);
    if (opacity < 1) brush_.list.pop_opacity();
    if (focused(item)) focus_ring(brush_, ringed(item));
    brush_.shift = before;
  }

private:
  [[nodiscard]] Motion moving(const Node& node) const {
    if (!request_.interaction.motion || (!node.motion && !node.range)) return still(node);
    return request_.interaction.motion(node).value_or(still(node));
  }

  [[nodiscard]] static Motion still(const Node& node) {
    Motion motion;
    if (node.motion) motion = *node.motion;
    if (node.range) motion.progress = part_of(*node.range);
    return motion;
  }

  [[nodiscard]] bool focused(const Placed& item) const {
    return request_.interaction.ring && !item.node->id.empty() &&
           item.node->id == request_.interaction.focused;
  }

  [[nodiscard]] const Placed& ringed(const Placed& item) const {
    const bool outer = item.node->style.ring_on_parent && item.parent >= 0;
    return outer ? request_.frame.items[static_cast<std::size_t>(item.parent)] : item;
  }

  void itself(const Placed& item, const Motion& motion) {
    const Rect rect = brush_.moved(item.rect);
    if (!brush_.list.visible(draw::expanded(rect, brush_.px(40)))) return;
    const Node& node = *item.node;
    box(brush_, node.style, rect);
    under_pointer(item, rect);
    if (node.range && node.children.empty() && !node.painter)
      range(brush_, node, rect, motion.progress);
    if (node.role == Role::switch_) switch_knob(brush_, node, rect);
    if (node.icon) sign(brush_, node, rect);
    if (node.picture) picture(brush_, *node.picture, rect);
    if (node.field) field(item);
    if (node.painter) own(node, rect);
    for (const Piece& piece : item.pieces) letters(brush_, piece);
  }

  void under_pointer(const Placed& item, const Rect& rect) {
    const Interaction& now = request_.interaction;
    if (!focusable(*item.node) || item.node->field || item.node->id.empty()) return;
    const bool pressed = now.pressed == item.node->id;
    if (!pressed && now.hovered != item.node->id) return;
    const bool on_accent = item.node->style.fill == Tone::accent;
    const Tone tint = on_accent ? Tone::accent_ink : Tone::ink;
    draw::fill_rounded(brush_.list, rect, brush_.px(item.node->style.radius),
                       draw::faded(brush_.color(tint), pressed ? 0.1F : 0.045F));
  }

  void field(const Placed& item) {
    const Interaction& now = request_.interaction;
    const TextEdit* edit = now.edit ? now.edit(item.node->id) : nullptr;
    const bool here = !item.node->id.empty() && item.node->id == now.focused;
    field_text(brush_, item, edit, here, here && now.caret);
  }

  void own(const Node& node, const Rect& rect) {
    const Edges& padding = node.layout.padding;
    const float left = brush_.px(padding.left), top = brush_.px(padding.top);
    const Rect inner{rect.x + left, rect.y + top, rect.width - left - brush_.px(padding.right),
                     rect.height - top - brush_.px(padding.bottom)};
    if (inner.empty()) return;
    Canvas canvas{brush_.list, brush_.theme, brush_.typesetter, inner, brush_.scale};
    node.painter(canvas);
  }

  void children(std::size_t parent) {
    const auto end = static_cast<std::size_t>(request_.frame.items[parent].end);
    for (std::size_t at = parent + 1; at < end;
         at = static_cast<std::size_t>(request_.frame.items[at].end))
      node(at);
  }

  const PaintRequest& request_;
  Brush brush_;
};

} // namespace

void paint(const PaintRequest& request, draw::DrawList& list) {
  if (!request.frame.items.empty()) Painting(request, list).node(0);
}

} // namespace entente::ui
