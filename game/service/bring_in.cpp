#include "service/bring_in.h"

#include "core/file.h"
#include "exchange/deck_builder.h"
#include "exchange/paper.h"
#include "quiz/exam_file.h"
#include "service/deck_exchange.h"

namespace entente::service {

namespace fs = std::filesystem;

namespace {

void take_free_id(const Library& library, exchange::Imported& imported) {
  const std::string wanted = imported.deck.id;
  for (int n = 2; library.find(imported.deck.id) != nullptr; ++n)
    imported.deck.id = wanted + "-" + std::to_string(n);
  if (imported.deck.id != wanted)
    imported.report.changed("id of the deck", "One of the same id is there already; this one is "
                                              "separate and begins without its progress.");
}

fs::path free_file(const fs::path& folder, const std::string& id) {
  const std::string stem = exchange::slug(id);
  fs::path file = folder / (stem + ".xml");
  std::error_code ignored;
  for (int n = 2; fs::exists(file, ignored); ++n)
    file = folder / (stem + "-" + std::to_string(n) + ".xml");
  return file;
}

core::Result<exchange::Report> write_paper(core::Result<exchange::Paper> paper,
                                           const fs::path& path) {
  if (!paper) return paper.error();
  if (auto done = core::write_file(path, paper->pdf); !done) return done.error();
  paper->report.kept("pages", paper->pages);
  return std::move(paper->report);
}

core::Error no_deck(const std::string& id) {
  return {core::ErrorCode::not_found, "There is no such deck.", id, "Add its file first."};
}

core::Result<exchange::Report> print(const DeckFile& file, const HandOut& effect) {
  exchange::PaperPlan plan;
  const auto dash = effect.what.find('-');
  const auto kind = exchange::find_paper_kind(effect.what.substr(0, dash));
  if (!kind)
    return core::Error{core::ErrorCode::usage, "There is no paper \"" + effect.what + "\".", "",
                       ""};
  plan.kind = *kind;
  plan.words = effect.words;
  if (dash != std::string::npos && dash + 1 < effect.what.size()) plan.form = effect.what[dash + 1];
  return write_paper(exchange::print_deck(*file.deck, plan, pictures_in(file.path.parent_path())),
                     effect.path);
}

} // namespace

core::Result<DeckImported> bring_in(Desk& desk, exchange::Imported imported) {
  take_free_id(desk.library(), imported);
  const fs::path folder = desk.library().own_folder();
  std::error_code error;
  fs::create_directories(folder, error);
  const fs::path file = free_file(folder, imported.deck.id);
  if (auto done = save_deck(imported, file); !done) return done.error();
  const auto id = desk.library().add(file);
  if (!id) return id.error();
  const auto kept = keep_learned(desk.history(), *id, imported.learned, desk.now());
  if (!kept) return kept.error();
  return DeckImported{*id, imported.deck.title, exchange::describe(imported.report)};
}

core::Result<exchange::Report> hand_out(const Desk& desk, const HandOut& effect) {
  const DeckFile* file = desk.library().find(effect.deck);
  if (file == nullptr || file->deck == nullptr) return no_deck(effect.deck);
  if (exchange::find_format(effect.what) == nullptr) return print(*file, effect);
  auto learned = learned_of_deck(desk.history(), effect.deck);
  if (!learned) return learned.error();
  const exchange::Outgoing outgoing{
      *file->deck, std::move(*learned), pictures_in(file->path.parent_path()), desk.now(), {}};
  return export_file(outgoing, effect.path, {effect.what, {}});
}

core::Result<exchange::Report> print_exam(const Desk& desk, const ExamFolder& exams,
                                          const PrintExam& effect) {
  const auto stored = exams.read(effect.id);
  if (!stored) return stored.error();
  const DeckFile* file = desk.library().find(stored->summary.deck);
  if (file == nullptr || file->deck == nullptr) return no_deck(stored->summary.deck);
  const auto restored = quiz::restore_exam(*file->deck, stored->text);
  if (!restored) return restored.error();
  return write_paper(
      exchange::print_exam(*file->deck, restored->state, exchange::PaperSize::a4, effect.words),
      effect.path);
}

} // namespace entente::service
