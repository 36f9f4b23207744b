#include "deck/diff.h"
#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/words.h"

#include <algorithm>

namespace entente::screens {

using service::Effects;

namespace {

int index_of(const Model& model, const std::filesystem::path& path) {
  const auto& decks = model.standing.decks;
  for (std::size_t i = 0; i < decks.size(); ++i)
    if (decks[i].file.path == path) return static_cast<int>(i);
  return 0;
}

void move_selection(Model& model, int by) {
  auto* page = std::get_if<DecksPage>(&model.page);
  const int count = static_cast<int>(model.standing.decks.size());
  if (page == nullptr || count == 0) return;
  const int at = std::clamp(index_of(model, page->selected) + by, 0, count - 1);
  page->selected = model.standing.decks[static_cast<std::size_t>(at)].file.path;
}

void toggle(std::vector<std::string>& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end())
    names.push_back(name);
  else
    names.erase(found);
}

NarrowDialog* narrowing(Model& model) {
  return model.dialog ? std::get_if<NarrowDialog>(&*model.dialog) : nullptr;
}

template <class Change> Effects change(Model& model, Change what) {
  if (auto* dialog = narrowing(model)) what(*dialog);
  return {};
}

Effects start_narrowed(Model& model, bool read) {
  const auto* dialog = narrowing(model);
  if (dialog == nullptr) return {};
  const NarrowDialog chosen = *dialog;
  model.dialog.reset();
  if (read) return {service::BeginReading{chosen.deck, chosen.selection}};
  return {service::BeginSession{chosen.deck, chosen.mode, chosen.selection}};
}

Effects show_problems(Model& model, const std::filesystem::path& path) {
  const auto& decks = model.standing.decks;
  if (decks.empty()) return {};
  const auto& file = decks[static_cast<std::size_t>(index_of(model, path))].file;
  ProblemsDialog dialog{file.title, {}};
  if (file.error) dialog.lines.push_back(core::describe(*file.error));
  for (const auto& problem : file.problems)
    dialog.lines.push_back(deck::describe(problem, file.path.filename().string()));
  model.dialog = std::move(dialog);
  return {};
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const auto& word : words) line += (line.empty() ? "" : ", ") + word;
  return line;
}

std::vector<std::string> diff_lines(const deck::Deck& before, const deck::Deck& after) {
  const auto diff = deck::diff(before, after);
  std::vector<std::string> lines;
  for (const auto& id : diff.added) lines.push_back(say("diff.added", {{"card", id}}));
  for (const auto& id : diff.removed) lines.push_back(say("diff.removed", {{"card", id}}));
  for (const auto& change : diff.changed)
    lines.push_back(say(change.resets ? "diff.resets" : "diff.changed",
                        {{"card", change.id}, {"parts", joined(change.parts)}}));
  if (!diff.deck_parts.empty())
    lines.push_back(say("diff.deck", {{"parts", joined(diff.deck_parts)}}));
  if (diff.reordered) lines.push_back(say("diff.reordered"));
  if (lines.empty()) lines.push_back(say("diff.same"));
  return lines;
}

// Against the version that is studied: the first of this id.
Effects show_diff(Model& model, const std::filesystem::path& path) {
  const auto& decks = model.standing.decks;
  if (decks.empty()) return {};
  const auto& file = decks[static_cast<std::size_t>(index_of(model, path))].file;
  for (const auto& each : decks)
    if (each.file.deck && file.deck && each.file.id == file.id && !each.file.other_version) {
      model.dialog = ProblemsDialog{file.title, diff_lines(*each.file.deck, *file.deck)};
      return {};
    }
  return {};
}

} // namespace

Effects update(Model& model, const DecksMessage& message) {
  return std::visit(
      Overloaded{
          [&](const SelectDeck& m) {
            if (auto* page = std::get_if<DecksPage>(&model.page)) page->selected = m.path;
            return Effects{};
          },
          [&](const MoveSelection& m) {
            move_selection(model, m.by);
            return Effects{};
          },
          [&](const AskNarrow& m) {
            model.dialog = NarrowDialog{m.deck, quiz::Mode::drill, {}};
            return Effects{};
          },
          [&](const SetMode& m) { return change(model, [&](auto& d) { d.mode = m.mode; }); },
          [&](const ToggleCategory& m) {
            return change(model, [&](auto& d) { toggle(d.selection.categories, m.category); });
          },
          [&](const ToggleTag& m) {
            return change(model, [&](auto& d) { toggle(d.selection.tags, m.tag); });
          },
          [&](const SetSearch& m) {
            return change(model, [&](auto& d) { d.selection.search = m.search; });
          },
          [&](const ToggleMissed&) {
            return change(model, [](auto& d) { d.selection.missed = !d.selection.missed; });
          },
          [&](const StartNarrowed&) { return start_narrowed(model, false); },
          [&](const ReadNarrowed&) { return start_narrowed(model, true); },
          [&](const AskRemove& m) {
            model.dialog = ConfirmDialog{say("remove.title"), say("remove.words"),
                                         say("remove.yes"), service::RemoveDeck{m.path}};
            return Effects{};
          },
          [&](const ShowSuspended& m) {
            model.dialog = SuspendedDialog{m.deck};
            return Effects{};
          },
          [&](const BringBack& m) -> Effects { return {service::Unsuspend{m.deck, m.card}}; },
          [&](const ShowProblems& m) { return show_problems(model, m.path); },
          [&](const ShowDiff& m) { return show_diff(model, m.path); },
          [&](const AskHandOut& m) {
            model.dialog = HandOutDialog{m.deck, m.title, m.paper};
            return Effects{};
          }},
      message);
}

} // namespace entente::screens
