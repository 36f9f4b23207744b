// Keys: fields first, then the focused control, then commands, then moving about.

#include "ui/runtime.h"

#include "text/unicode.h"

#include <algorithm>

namespace entente::ui {

namespace {

bool plain(const Mods& mods) { return !mods.ctrl && !mods.alt; }

// "\n" and the like, which windows send beside the key.
bool is_control(const std::string& text) {
  return text.size() == 1 && (static_cast<unsigned char>(text[0]) < 0x20 ||
                              static_cast<unsigned char>(text[0]) == 0x7F);
}

// To where the arrow points: the next word of Arabic stands to the left.
void a_word(TextEdit& edit, bool to_left, bool extend) {
  const bool backwards = text::base_direction(edit.text()) == text::Direction::right_to_left;
  to_left == backwards ? edit.next_word(extend) : edit.previous_word(extend);
}

} // namespace

void Runtime::key_down(const KeyDown& key, Outcome& out) {
  const bool held = !held_.insert(key.code).second && key.code != 0;
  swallow_text_ = false;
  if (focused_field() != nullptr && field_key(key, held, out)) return;
  if (!held && activate_key(key, out)) return;
  if (slider_key(key, out)) return;
  if (run_chord({key.key, key.mods}, held, out)) {
    swallow_text_ = types({key.key, key.mods});
    return;
  }
  if (focus_key(key)) return;
  scroll_key(key);
}

bool Runtime::field_key(const KeyDown& key, bool held, Outcome& out) {
  const Placed* item = focused_field();
  TextEdit* edit = item != nullptr ? edit_of(item->node->id) : nullptr;
  if (edit == nullptr) return false;
  const Field& field = *item->node->field;
  if (key.key == Key::enter && plain(key.mods) && field.multiline) {
    edit->insert("\n", true);
    edited(*item->node, out);
    return true;
  }
  if (key.key == Key::enter && field.on_submit >= 0) {
    if (!held) out.activations.push_back({field.on_submit, edit->text(), 0});
    return true;
  }
  const std::string before = edit->text();
  if (!erase_key(*edit, key) && !clipboard_key(*edit, key, out) && !move_caret(*edit, *item, key))
    return false;
  touch();
  if (edit->text() != before) edited(*item->node, out);
  return true;
}

bool Runtime::erase_key(TextEdit& edit, const KeyDown& key) {
  if (key.mods.alt) return false;
  if (key.key == Key::backspace) {
    key.mods.ctrl ? edit.erase_word_back() : edit.erase_back();
    return true;
  }
  if (key.key != Key::delete_ || key.mods.shift) return false;
  key.mods.ctrl ? edit.erase_word_forward() : edit.erase_forward();
  return true;
}

bool Runtime::clipboard_key(TextEdit& edit, const KeyDown& key, Outcome& out) {
  const bool old_copy = key.key == Key::insert && key.mods.ctrl;
  const bool old_paste = key.key == Key::insert && key.mods.shift;
  const bool old_cut = key.key == Key::delete_ && key.mods.shift;
  if (!key.mods.ctrl && !old_paste && !old_cut) return false;
  if (key.key == Key::a) return edit.select_all(), true;
  if (key.key == Key::z) return key.mods.shift ? edit.redo() : edit.undo(), true;
  if (key.key == Key::y) return edit.redo(), true;
  if (key.key == Key::v || old_paste) return out.paste = true;
  if (key.key != Key::c && key.key != Key::x && !old_copy && !old_cut) return false;
  if (!edit.has_selection()) return true;
  out.copied = edit.selected();
  if (key.key == Key::x || old_cut) edit.erase_back();
  return true;
}

bool Runtime::move_caret(TextEdit& edit, const Placed& item, const KeyDown& key) {
  if (key.mods.alt) return false;
  const FieldView view = field_view(item, &edit, scale_, typesetter_);
  text::TextRequest request = view.request;
  if (view.placeholder) request.text = "";
  const text::Text set = typesetter_.typeset(request);
  const bool extend = key.mods.shift, far = key.mods.ctrl;
  const bool multiline = item.node->field->multiline;
  switch (key.key) {
  case Key::left:
    return far ? a_word(edit, true, extend) : edit.left(set, extend), true;
  case Key::right:
    return far ? a_word(edit, false, extend) : edit.right(set, extend), true;
  case Key::home:
    return far ? edit.first(extend) : edit.line_start(set, extend), true;
  case Key::end:
    return far ? edit.last(extend) : edit.line_end(set, extend), true;
  case Key::up:
    return multiline ? edit.up(set, extend), true : false;
  case Key::down:
    return multiline ? edit.down(set, extend), true : false;
  default:
    return false;
  }
}

void Runtime::typed(const TextInput& input, Outcome& out) {
  if (std::exchange(swallow_text_, false) || is_control(input.text)) return;
  if (const Placed* item = focused_field()) {
    TextEdit* edit = edit_of(item->node->id);
    const std::string before = edit->text();
    edit->insert(input.text, item->node->field->multiline);
    if (edit->text() != before) edited(*item->node, out);
    return;
  }
  const std::u32string letters = text::to_utf32(input.text);
  if (letters.size() == 1) run_chord(ui::typed(letters.front()), false, out);
}

void Runtime::pasted(const std::string& text, Outcome& out) {
  const Placed* item = focused_field();
  if (item == nullptr) return;
  TextEdit* edit = edit_of(item->node->id);
  const std::string before = edit->text();
  edit->insert(text, item->node->field->multiline);
  if (edit->text() != before) edited(*item->node, out);
}

// Enter and Space press what the keyboard has focused, and in a dialog what it offers.
bool Runtime::activate_key(const KeyDown& key, Outcome& out) {
  if (!ring_ && modal() == 0) return false;
  if (!plain(key.mods) || (key.key != Key::enter && key.key != Key::space)) return false;
  const Placed* item = placed(focused_);
  if (item == nullptr || item->node->field || !focusable(*item->node)) return false;
  if (item->node->range) return false;
  activate(*item->node, out);
  swallow_text_ = true;
  return true;
}

bool Runtime::slider_key(const KeyDown& key, Outcome& out) {
  const Placed* item = placed(focused_);
  if (item == nullptr || !item->node->range || !focusable(*item->node) || !plain(key.mods))
    return false;
  const Range& range = *item->node->range;
  switch (key.key) {
  case Key::left:
  case Key::down:
    return set_number(*item->node, range.value - range.step, out), true;
  case Key::right:
  case Key::up:
    return set_number(*item->node, range.value + range.step, out), true;
  case Key::home:
    return set_number(*item->node, range.low, out), true;
  case Key::end:
    return set_number(*item->node, range.high, out), true;
  default:
    return false;
  }
}

bool Runtime::run_chord(const Chord& chord, bool held, Outcome& out) {
  if (types(chord) && focused_field() != nullptr) return false;
  const auto runs = [&](const std::string& id) {
    const Command* command = id.empty() ? nullptr : commands_.find(id);
    if (command == nullptr || (held && !command->repeatable)) return false;
    return std::find(command->chords.begin(), command->chords.end(), chord) !=
           command->chords.end();
  };
  const auto first = static_cast<std::size_t>(modal());
  for (auto at = first; at < static_cast<std::size_t>(frame_.items[first].end); ++at) {
    const Node& node = *frame_.items[at].node;
    if (node.action >= 0 && !node.state.disabled && runs(node.command))
      return activate(node, out), true;
    for (const Binding& binding : node.bindings)
      if (runs(binding.command)) return out.activations.push_back({binding.action, "", 0}), true;
  }
  return false;
}

bool Runtime::focus_key(const KeyDown& key) {
  if (!plain(key.mods)) return false;
  switch (key.key) {
  case Key::tab:
    return step_focus(key.mods.shift), true;
  case Key::left:
    return step_towards(-1, 0);
  case Key::right:
    return step_towards(1, 0);
  case Key::up:
    return step_towards(0, -1);
  case Key::down:
    return step_towards(0, 1);
  default:
    return false;
  }
}

bool Runtime::scroll_key(const KeyDown& key) {
  if (!plain(key.mods)) return false;
  float by = 0;
  if (key.key == Key::up || key.key == Key::down) by = 48 * scale_;
  if (key.key == Key::page_up || key.key == Key::page_down) by = height_ * 0.8F;
  if (key.key == Key::home || key.key == Key::end) by = 1e7F;
  if (key.key == Key::up || key.key == Key::page_up || key.key == Key::home) by = -by;
  if (by == 0) return false;
  for (int at = frame_.index(focused_); at >= 0;
       at = frame_.items[static_cast<std::size_t>(at)].parent)
    if (scroll_by(at, by)) return true;
  for (int at = modal(); at < frame_.items[static_cast<std::size_t>(modal())].end; ++at)
    if (scroll_by(at, by)) return true;
  return false;
}

} // namespace entente::ui
