#include "ui/commands.h"

#include "text/unicode.h"

#include <algorithm>
#include <array>

namespace entente::ui {

namespace {

constexpr std::array key_names = {
    "",   "A",  "B",  "C",  "D",     "E",     "F",    "G",    "H",         "I",   "J",
    "K",  "L",  "M",  "N",  "O",     "P",     "Q",    "R",    "S",         "T",   "U",
    "V",  "W",  "X",  "Y",  "Z",     "0",     "1",    "2",    "3",         "4",   "5",
    "6",  "7",  "8",  "9",  ",",     ".",     "/",    ";",    "'",         "[",   "]",
    "\\", "-",  "=",  "`",  "Space", "Enter", "Esc",  "Tab",  "Backspace", "Del", "Ins",
    "←",  "→",  "↑",  "↓",  "Home",  "End",   "PgUp", "PgDn", "F1",        "F2",  "F3",
    "F4", "F5", "F6", "F7", "F8",    "F9",    "F10",  "F11",  "F12"};
static_assert(key_names.size() == static_cast<std::size_t>(Key::f12) + 1);

bool same_scope(const Command& a, const Command& b) {
  return a.scope == b.scope || a.scope == "global" || b.scope == "global";
}

} // namespace

std::string name(const Chord& chord) {
  std::string words;
  if (chord.mods.ctrl) words += "Ctrl ";
  if (chord.mods.alt) words += "Alt ";
  if (chord.mods.shift) words += "Shift ";
  if (chord.character != 0) return words + text::to_utf8(std::u32string(1, chord.character));
  return words + key_names.at(static_cast<std::size_t>(chord.key));
}

bool types(const Chord& chord) {
  if (chord.character != 0) return true;
  return !chord.mods.ctrl && !chord.mods.alt && chord.key >= Key::a && chord.key <= Key::space;
}

bool is_letter(const Chord& chord) {
  return !chord.mods.ctrl && !chord.mods.alt && chord.key >= Key::a && chord.key <= Key::z;
}

const Command* CommandTable::find(std::string_view id) const {
  const auto found = std::find_if(commands_.begin(), commands_.end(),
                                  [&](const Command& c) { return c.id == id; });
  return found == commands_.end() ? nullptr : &*found;
}

const Command& CommandTable::at(std::string_view id) const {
  static const Command none;
  const Command* found = find(id);
  return found != nullptr ? *found : none;
}

std::vector<std::string> CommandTable::clashes() const {
  std::vector<std::string> found;
  for (auto a = commands_.begin(); a != commands_.end(); ++a)
    for (auto b = std::next(a); b != commands_.end(); ++b) {
      if (!same_scope(*a, *b)) continue;
      for (const Chord& chord : a->chords)
        if (std::find(b->chords.begin(), b->chords.end(), chord) != b->chords.end())
          found.push_back(a->id + " and " + b->id + " share " + name(chord));
    }
  return found;
}

std::vector<std::string> CommandTable::without_second_way() const {
  std::vector<std::string> found;
  for (const Command& command : commands_)
    if (std::all_of(command.chords.begin(), command.chords.end(), is_letter))
      found.push_back(command.id);
  return found;
}

std::string key_of(const Command& command) {
  return command.chords.empty() ? "" : name(command.chords.front());
}

} // namespace entente::ui
