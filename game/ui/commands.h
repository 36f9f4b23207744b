#pragma once

// The one table of commands. From it come shortcuts, the keys shown on buttons and at the foot of
// screens, the key sheet, the palette, and the test that no two commands of one scope share a key.

#include "ui/input.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::ui {

// A key with its modifiers, or a typed character where only that will do on every keyboard ('?').
struct Chord {
  Key key = Key::unknown;
  Mods mods;
  char32_t character = 0; // matched against typed text when not 0
  bool operator==(const Chord&) const = default;
};
[[nodiscard]] inline Chord ctrl(Key key) { return {key, {.ctrl = true}}; }
[[nodiscard]] inline Chord shift(Key key) { return {key, {.shift = true}}; }
[[nodiscard]] inline Chord alt(Key key) { return {key, {.alt = true}}; }
[[nodiscard]] inline Chord typed(char32_t character) { return {Key::unknown, {}, character}; }

// As shown on a key cap: "Enter", "Ctrl Z", "1", "?".
[[nodiscard]] std::string name(const Chord& chord);
// Whether it would type something, and so is off in a text field.
[[nodiscard]] bool types(const Chord& chord);
[[nodiscard]] bool is_letter(const Chord& chord);

struct Command {
  std::string id;            // "drill.undo"
  std::string scope;         // "global", or the screen's name; decides what may clash
  std::string label;         // a key of the strings
  std::vector<Chord> chords; // the first is shown
  bool repeatable = false;   // runs again while its key is held
};

class CommandTable {
public:
  CommandTable() = default;
  explicit CommandTable(std::vector<Command> commands) : commands_(std::move(commands)) {}

  void add(Command command) { commands_.push_back(std::move(command)); }
  [[nodiscard]] const std::vector<Command>& all() const { return commands_; }
  [[nodiscard]] const Command* find(std::string_view id) const;
  // For views: a command without keys when the id is not there (a test of the table finds those).
  [[nodiscard]] const Command& at(std::string_view id) const;

  // "drill.undo and drill.unlock share U", empty when none do. Global commands clash with all.
  [[nodiscard]] std::vector<std::string> clashes() const;
  // Commands that letters alone reach.
  [[nodiscard]] std::vector<std::string> without_second_way() const;

private:
  std::vector<Command> commands_;
};

// The key shown for a command; empty when it has none.
[[nodiscard]] std::string key_of(const Command& command);

} // namespace entente::ui
