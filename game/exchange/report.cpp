#include "exchange/report.h"

#include <algorithm>

namespace entente::exchange {

std::string_view name(Fate fate) {
  return fate == Fate::kept ? "kept" : fate == Fate::changed ? "changed" : "dropped";
}

void Report::add(Note note) {
  const auto same = std::ranges::find_if(notes_, [&](const Note& other) {
    return other.fate == note.fate && other.what == note.what && other.why == note.why;
  });
  if (same != notes_.end())
    same->count += note.count;
  else
    notes_.push_back(std::move(note));
}

void Report::kept(std::string what, int count) {
  if (count > 0) add({Fate::kept, std::move(what), "", count, ""});
}

void Report::changed(std::string what, std::string why, std::string where, int count) {
  add({Fate::changed, std::move(what), std::move(why), count, std::move(where)});
}

void Report::dropped(std::string what, std::string why, std::string where, int count) {
  add({Fate::dropped, std::move(what), std::move(why), count, std::move(where)});
}

int Report::losses() const {
  int all = 0;
  for (const Note& note : notes_)
    if (note.fate != Fate::kept) all += note.count;
  return all;
}

std::string describe(const Note& note) {
  std::string line =
      std::string(name(note.fate)) + " " + std::to_string(note.count) + ": " + note.what;
  if (!note.first.empty()) line += (note.count > 1 ? " (first: " : " (") + note.first + ")";
  return note.why.empty() ? line : line + ". " + note.why;
}

std::vector<std::string> describe(const Report& report) {
  std::vector<Note> notes = report.notes();
  std::ranges::stable_sort(notes, {}, &Note::fate);
  std::vector<std::string> lines;
  lines.reserve(notes.size());
  for (const Note& note : notes) lines.push_back(describe(note));
  return lines;
}

} // namespace entente::exchange
