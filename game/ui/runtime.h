#pragma once

// What lives between frames: focus, hover, carets, scroll, animation clocks, held keys; all by node
// id, so that a tree built afresh finds its state again. Input goes in, actions of the tree come
// out. Time comes from outside, in milliseconds.
//
//   runtime.show(view(model), now);
//   for (event) for (const Activation& a : runtime.handle(event, now).activations) update(...);
//   if (runtime.take_dirty(now)) paint({runtime.frame(), theme, typesetter,
//                                       runtime.interaction(now)}, list);
//   wait until an event or runtime.next_deadline(now)

#include "ui/actions.h"
#include "ui/animation.h"
#include "ui/commands.h"
#include "ui/field_view.h"
#include "ui/input.h"
#include "ui/layout.h"
#include "ui/paint.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace entente::ui {

// What one event led to.
struct Outcome {
  std::vector<Activation> activations; // in order
  std::optional<std::string> copied;   // to put on the clipboard
  bool paste = false;                  // send a Paste event with the clipboard's text
  bool close = false;                  // the window was asked to close
};

class Runtime {
public:
  Runtime(text::Typesetter& typesetter, const CommandTable& commands)
      : typesetter_(typesetter), commands_(commands) {}

  void resize(float width, float height); // pixels
  void set_scale(float scale);            // pixels a dp
  void set_reduced_motion(bool reduced);
  void show(Node root, Ms now);

  [[nodiscard]] Outcome handle(const InputEvent& event, Ms now);

  [[nodiscard]] const Frame& frame();
  [[nodiscard]] Interaction interaction(Ms now) const;
  // Whether what is on the screen is out of date; asking settles it.
  [[nodiscard]] bool take_dirty(Ms now);
  // When something has to be painted again without any event.
  [[nodiscard]] std::optional<Ms> next_deadline(Ms now) const;
  void finish_motion(); // for tests and pictures

  [[nodiscard]] const Node& root() const { return root_; }
  [[nodiscard]] const std::string& focused() const { return focused_; }
  [[nodiscard]] const std::string& hovered() const { return hovered_; }
  [[nodiscard]] bool ring() const { return ring_; }
  void focus(const std::string& id, bool by_keyboard);
  [[nodiscard]] float scale() const { return scale_; }
  [[nodiscard]] float width_dp() const { return width_ / scale_; }
  [[nodiscard]] float height_dp() const { return height_ / scale_; }

private:
  // keys (runtime_keys.cpp)
  void key_down(const KeyDown& key, Outcome& out);
  bool field_key(const KeyDown& key, bool held, Outcome& out);
  bool move_caret(TextEdit& edit, const Placed& placed, const KeyDown& key);
  bool clipboard_key(TextEdit& edit, const KeyDown& key, Outcome& out);
  bool erase_key(TextEdit& edit, const KeyDown& key);
  bool activate_key(const KeyDown& key, Outcome& out);
  bool slider_key(const KeyDown& key, Outcome& out);
  bool run_chord(const Chord& chord, bool held, Outcome& out);
  bool focus_key(const KeyDown& key);
  bool scroll_key(const KeyDown& key);
  void typed(const TextInput& input, Outcome& out);
  void pasted(const std::string& text, Outcome& out);

  // pointer (runtime_pointer.cpp)
  void pointer_move(draw::Point at, Outcome& out);
  void pointer_down(const PointerDown& down, Ms now, Outcome& out);
  void pointer_up(const PointerUp& up, Outcome& out);
  void wheel(const Wheel& turned);
  void click_in_field(const Placed& placed, draw::Point at, bool extend, Ms now);
  void drag(draw::Point at, Outcome& out);
  void pass_over(int item, Outcome& out);
  void follow(int item, draw::Point at, Outcome& out);
  [[nodiscard]] int hit(draw::Point at) const; // the topmost focusable; -1 = none

  // focus and scroll (runtime_focus.cpp)
  void settle_focus();
  void step_focus(bool backwards);
  bool step_towards(float dx, float dy);
  bool step_among(int by);                               // the choices of one
  [[nodiscard]] const Placed* choice_of(int item) const; // the choice of one it belongs to
  [[nodiscard]] bool passed_by_tab(int item) const;
  void reveal(const std::string& id);
  void reveal_rows(); // those that a new tree wants seen
  bool scroll_by(int item, float pixels);
  [[nodiscard]] int modal() const; // index of the topmost modal node; 0 = the whole tree
  [[nodiscard]] std::vector<int> stops() const; // focusable nodes inside modal()

  void activate(const Node& node, Outcome& out);
  void set_number(const Node& node, double value, Outcome& out);
  void edited(const Node& node, Outcome& out);
  void sync_fields(const Node& node, std::set<std::string>& seen);
  [[nodiscard]] TextEdit* edit_of(const std::string& id);
  [[nodiscard]] const Placed* placed(const std::string& id) const { return frame_.find(id); }
  [[nodiscard]] const Placed* focused_field() const;
  void lay_out_now();
  void touch() { dirty_ = true; }
  void show_caret(Ms now);

  text::Typesetter& typesetter_;
  const CommandTable& commands_;
  Node root_;
  Frame frame_;
  bool laid_out_ = false, dirty_ = true;
  float width_ = 1280, height_ = 800, scale_ = 1;
  Animations animations_;

  std::string focused_, hovered_, pressed_;
  std::string autofocused_;               // what the last tree wanted
  std::vector<std::string> before_modal_; // focus to go back to
  bool ring_ = false, window_focused_ = true;
  std::map<std::string, float> scroll_;   // dp, by id
  std::string revealed_;                  // the node that last asked for it
  std::map<std::string, int> shown_rows_; // of long lists, by id, as last asked for
  std::map<std::string, TextEdit> edits_;
  std::set<std::uint32_t> held_;
  bool swallow_text_ = false; // the key that was a command must not type
  bool dragging_ = false;
  Ms last_click_ = -10000, caret_since_ = 0, painted_caret_ = -1;
  draw::Point last_click_at_;
  int clicks_ = 0;
};

} // namespace entente::ui
