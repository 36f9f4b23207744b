#pragma once

// What became of a deck on its way in or out: the learner reads it after every import and export.

#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

enum class Fate { kept, changed, dropped };
[[nodiscard]] std::string_view name(Fate fate); // "kept", "changed", "dropped"

// The same thing that happened to several cards is one note.
struct Note {
  Fate fate = Fate::kept;
  std::string what; // "hint", "cards", "picture a.png"
  std::string why;  // one sentence; empty for what was kept
  int count = 1;
  std::string first; // where it happened first: a card's id, or a line; may be empty
  bool operator==(const Note&) const = default;
};

class Report {
public:
  void kept(std::string what, int count);
  void changed(std::string what, std::string why, std::string where = {}, int count = 1);
  void dropped(std::string what, std::string why, std::string where = {}, int count = 1);

  [[nodiscard]] const std::vector<Note>& notes() const { return notes_; }
  // How many things were changed or dropped.
  [[nodiscard]] int losses() const;
  bool operator==(const Report&) const = default;

private:
  void add(Note note);
  std::vector<Note> notes_;
};

// "dropped 3: hint (first: moon-landing). GIFT has no place for hints."
[[nodiscard]] std::string describe(const Note& note);
// One line a note, what was kept first and what was dropped last.
[[nodiscard]] std::vector<std::string> describe(const Report& report);

} // namespace entente::exchange
