#include "service/handlers.h"

#include "core/file.h"
#include "deck/source_text.h"
#include "platform/paths.h"
#include "quiz/exam_file.h"
#include "service/bring_in.h"
#include "service/deck_check.h"
#include "service/folders.h"

#include <algorithm>
#include <type_traits>

namespace entente::service {

namespace {

constexpr int rows_of_a_board = 6;

Failed failed(const core::Error& error, const char* what) { return {error, what}; }

// The source a card points at; null when it points at none.
const deck::Source* source_of(const deck::Deck& deck, const deck::Card& card) {
  if (!card.passage) return nullptr;
  for (const auto& source : deck.sources)
    if (source.id == card.passage->source) return &source;
  return nullptr;
}

core::Error no_card() {
  return {core::ErrorCode::not_found, "The card is not in the deck any more.", "",
          "Go back and open the deck again."};
}

} // namespace

Handlers::Handlers(Desk& desk, std::filesystem::path data, std::filesystem::path home, Shell shell)
    : desk_(desk),
      data_(data),
      home_(home),
      folder_(std::move(home)),
      shell_(std::move(shell)),
      texts_(data),
      bench_(desk.library().own_folder(), texts_),
      exams_(data),
      background_(desk, std::move(data), shell_.wake) {}

std::optional<Result> Handlers::run(const Effect& effect) {
  return std::visit(
      [this](const auto& each) -> std::optional<Result> {
        using Each = std::decay_t<decltype(each)>;
        if constexpr (std::is_same_v<Each, PlaySound>) {
          if (desk_.settings().sound) shell_.play(each.sound);
          return std::nullopt;
        } else if constexpr (std::is_same_v<Each, CopyText>) {
          shell_.copy(each.text);
          return std::nullopt;
        } else if constexpr (std::is_same_v<Each, FinishGame>) {
          const auto closed = desk_.close(ledger_);
          if (closed) return std::nullopt;
          return failed(closed.error(), "save the session");
        } else if constexpr (std::is_same_v<Each, KeepExam>) {
          const auto kept = exams_.save(each.id, each.deck, each.state);
          if (kept) return std::nullopt;
          return failed(kept.error(), "save the exam");
        } else if constexpr (std::is_same_v<Each, LookAtDeck>) {
          if (auto changed = bench_.look(each.path)) return std::move(*changed);
          return std::nullopt;
        } else if constexpr (std::is_same_v<Each, Quit>) {
          shell_.quit();
          return std::nullopt;
        } else if constexpr (std::is_same_v<Each, MeasureWorkload>) {
          background_.measure_workload(each.deck);
          return std::nullopt;
        } else if constexpr (std::is_same_v<Each, ImportDeck>) {
          remember_file(data_, each.path);
          background_.import(each.path);
          return std::nullopt;
        } else {
          return on(each);
        }
      },
      effect);
}

void Handlers::find_texts(DeckStanding& standing) const {
  if (standing.file.deck == nullptr) return;
  for (const deck::Source& source : standing.file.deck->sources)
    if (texts_.has(standing.file.path, standing.file.id, source)) standing.texts.insert(source.id);
}

Result Handlers::refreshed() {
  auto standing = desk_.standing();
  if (!standing) return failed(standing.error(), "read the history");
  for (DeckStanding& each : standing->decks) find_texts(each);
  background_.plan_seminars();
  background_.refit(*standing);
  return Refreshed{std::move(*standing)};
}

std::vector<Result> Handlers::came() {
  const auto before = desk_.revision();
  std::vector<Result> results = background_.take(in_session_);
  const bool planned = std::ranges::any_of(results, [](const auto& each) {
    return std::holds_alternative<SeminarPlanned>(each) ||
           std::holds_alternative<DeckImported>(each);
  });
  if (planned || desk_.revision() != before) results.push_back(refreshed());
  return results;
}

Result Handlers::on(const Refresh&) {
  in_session_ = false;
  desk_.library().reload_changed();
  desk_.back_up(); // a window may stay open for days
  return refreshed();
}

Result Handlers::on(const AddDeck& effect) {
  auto id = desk_.library().add(effect.path);
  if (!id) return failed(id.error(), "add the deck");
  remember_file(data_, effect.path);
  return DeckAdded{*id};
}

Result Handlers::on(const HandOut& effect) {
  const auto report = hand_out(desk_, effect);
  if (!report) return failed(report.error(), "write the file");
  return HandedOut{effect.path, exchange::describe(*report)};
}

Result Handlers::on(const RemoveDeck& effect) {
  const auto done = desk_.library().remove(effect.path);
  return done ? refreshed() : failed(done.error(), "take the deck off the list");
}

Result Handlers::on(const RelocateDeck& effect) {
  const auto done = desk_.library().relocate(effect.from, effect.to);
  return done ? refreshed() : failed(done.error(), "find the deck");
}

Result Handlers::on(const BeginSession& effect) {
  auto begun = desk_.begin(effect.deck, {effect.mode, effect.selection, 0});
  if (!begun) return failed(begun.error(), "begin the session");
  ledger_ = std::move(begun->ledger);
  in_session_ = true;
  return SessionBegun{effect.deck, std::move(begun->session)};
}

Result Handlers::on(const BeginReading& effect) {
  auto material = desk_.material(effect.deck);
  if (!material) return failed(material.error(), "read the deck");
  quiz::ReadThrough reading(**material, effect.selection);
  return ReadingBegun{effect.deck, std::move(*material), std::move(reading)};
}

Result Handlers::on(const Keep& effect) {
  const auto kept = desk_.keep(ledger_, effect.outputs);
  return kept ? Result(Kept{}) : failed(kept.error(), "save the answer");
}

Result Handlers::on(const FinishSession& effect) {
  auto comparison = desk_.finish(ledger_, effect.session);
  in_session_ = false;
  if (!comparison) return failed(comparison.error(), "save the session");
  return SessionFinished{std::move(*comparison)};
}

Result Handlers::on(const ResetProgress& effect) {
  const auto row = desk_.reset(effect.deck, effect.card);
  if (!row) return failed(row.error(), "reset the progress");
  return ResetDone{*row, effect.deck, effect.card};
}

Result Handlers::on(const TakeBackReset& effect) {
  const auto done = desk_.take_back(effect.row);
  return done ? refreshed() : failed(done.error(), "take the reset back");
}

Result Handlers::on(const Unsuspend& effect) {
  const auto done = desk_.suspend(effect.deck, effect.card, false);
  return done ? refreshed() : failed(done.error(), "bring the card back");
}

Result Handlers::on(const SaveSettings& effect) {
  if (effect.settings.language != desk_.settings().language) {
    const auto spoken = shell_.speak(effect.settings.language);
    if (!spoken) return failed(spoken.error(), "change the language");
  }
  const auto saved = desk_.change_settings(effect.settings);
  if (!saved) return failed(saved.error(), "save the settings");
  return SettingsSaved{desk_.settings()};
}

Result Handlers::on(const ListFolder& effect) {
  const auto folder = effect.folder.empty() ? folder_ : effect.folder;
  auto listed = list_folder(folder, effect.extensions);
  if (!listed) return failed(listed.error(), "open the folder");
  folder_ = folder;
  listed->recent = recent_files(data_);
  return std::move(*listed);
}

Result Handlers::on(const ShowPassage& effect) {
  const DeckFile* file = desk_.library().find(effect.deck);
  const deck::Card* card = file == nullptr ? nullptr : deck::find_card(*file->deck, effect.card);
  const deck::Source* source = card == nullptr ? nullptr : source_of(*file->deck, *card);
  if (source == nullptr) return failed(no_card(), "show the passage");
  PassageShown shown{effect.deck, effect.card, source->title, {}, card->passage->paragraph};
  if (const auto text = texts_.find(file->path, effect.deck, *source))
    for (const auto& paragraph : deck::body_paragraphs(*text))
      shown.paragraphs.push_back(paragraph.text);
  return shown;
}

Result Handlers::on(const AttachText& effect) {
  std::string text = effect.text;
  if (!effect.path.empty()) {
    auto bytes = core::read_file(effect.path, most_text_bytes);
    if (!bytes) return failed(bytes.error(), "read the text");
    text = std::move(*bytes);
  }
  const auto attached = texts_.attach(effect.deck, effect.source, text);
  if (!attached) return failed(attached.error(), "attach the text");
  return TextAttached{effect.deck, effect.source};
}

Result Handlers::on(const ListExams&) { return ExamsListed{exams_.list()}; }

Result Handlers::on(const BeginExam& effect) {
  auto material = desk_.material(effect.deck);
  if (!material) return failed(material.error(), "begin the exam");
  const core::Moment now = desk_.now();
  quiz::ExamPlan plan = effect.plan;
  if (plan.seed == 0) plan.seed = static_cast<std::uint64_t>(now.utc_ms) % 1'000'000;
  in_session_ = true;
  ExamOpened opened{exam_id(now), effect.deck, quiz::Exam(std::move(*material), plan, now), 0};
  if (opened.exam.state().items.empty()) return opened;
  const auto saved = exams_.save(opened.id, opened.deck, opened.exam.state());
  return saved ? Result(std::move(opened)) : failed(saved.error(), "begin the exam");
}

Result Handlers::on(const OpenExam& effect) {
  const char* what = "open the exam";
  auto stored = exams_.read(effect.id);
  if (!stored) return failed(stored.error(), what);
  auto material = desk_.material(stored->summary.deck);
  if (!material) return failed(material.error(), what);
  in_session_ = true;
  auto restored = quiz::restore_exam((*material)->deck, stored->text);
  if (!restored) return failed(restored.error(), what);
  return ExamOpened{effect.id, stored->summary.deck,
                    quiz::Exam(std::move(*material), std::move(restored->state)),
                    restored->dropped};
}

// The answers first: an exam whose file still says "paused" is handed in again, and answers that
// are already in the history are not written twice.
Result Handlers::on(const HandInExam& effect) {
  const auto kept = desk_.keep_exam(effect.id, effect.deck, effect.answers);
  if (!kept) return failed(kept.error(), "hand in the exam");
  in_session_ = false;
  const auto report = quiz::report(effect.exam.material(), effect.exam.state());
  const auto saved = exams_.save(effect.id, effect.deck, effect.exam.state(), &report);
  return saved ? Result(ExamHandedIn{effect.id}) : failed(saved.error(), "save the exam");
}

Result Handlers::on(const RemoveExam& effect) {
  const auto removed = exams_.remove(effect.id);
  return removed ? on(ListExams{}) : failed(removed.error(), "remove the exam");
}

Result Handlers::on(const SetSeminar& effect) {
  DeckChoices choices = desk_.choices(effect.deck);
  if (!choices.seminar || !effect.seminar || choices.seminar->date != effect.seminar->date)
    choices.forecast.reset();
  choices.seminar = effect.seminar;
  const auto saved = desk_.choose(effect.deck, choices);
  return saved ? refreshed() : failed(saved.error(), "save the seminar");
}

Result Handlers::on(const TellSeminar& effect) {
  DeckChoices choices = desk_.choices(effect.deck);
  if (!choices.seminar) return refreshed();
  choices.past.push_back({choices.seminar->date, choices.forecast, effect.known});
  choices.seminar.reset();
  choices.forecast.reset();
  const auto saved = desk_.choose(effect.deck, choices);
  return saved ? refreshed() : failed(saved.error(), "save how it went");
}

Result Handlers::on(const ChooseMemory& effect) {
  DeckChoices choices = desk_.choices(effect.deck);
  choices.algorithm = effect.algorithm;
  choices.wanted_recall = effect.wanted_recall;
  const auto saved = desk_.choose(effect.deck, choices);
  return saved ? refreshed() : failed(saved.error(), "save the choice");
}

Result Handlers::on(const OpenDeck& effect) {
  auto opened = bench_.open(effect.path, effect.shipped);
  return opened ? Result(std::move(*opened)) : failed(opened.error(), "open the deck");
}

Result Handlers::on(const BeginDeck& effect) { return bench_.begin(effect.deck); }

Result Handlers::on(const SaveDeck& effect) {
  auto saved = bench_.save(effect.path, effect.deck);
  if (!saved) return failed(saved.error(), "save the deck");
  if (auto* changed = std::get_if<DeckChangedOutside>(&*saved)) return std::move(*changed);
  // A new deck joins the list; one that is on it is read again.
  if (const auto added = desk_.library().add(effect.path); !added)
    return failed(added.error(), "put the deck on the list");
  return DeckSaved{effect.path};
}

Result Handlers::on(const FindMaterial& effect) {
  return MaterialFound{check_material(effect.path, effect.deck, texts_)};
}

Result Handlers::on(const DraftText& effect) {
  std::string text = effect.text;
  std::string name = "pasted-text";
  if (!effect.path.empty()) {
    auto bytes = core::read_file(effect.path, most_text_bytes);
    if (!bytes) return failed(bytes.error(), "read the text");
    text = std::move(*bytes);
    name = effect.path.stem().string();
    remember_file(data_, effect.path);
  }
  auto draft = draft_from(std::move(text), name, platform::assets_folder());
  if (!draft) return failed(draft.error(), "make cards of the text");
  return TextDrafted{std::make_shared<const TextDraft>(std::move(*draft))};
}

Result Handlers::on(const DealBoard& effect) {
  auto material = desk_.material(effect.deck);
  if (!material) return failed(material.error(), "begin the game");
  const core::Moment now = desk_.now();
  auto board = quiz::make_board(**material, effect.game, {}, rows_of_a_board,
                                static_cast<std::uint64_t>(now.utc_ms), now);
  if (!effect.go_on) ledger_ = desk_.open_ledger(effect.deck, quiz::Mode::games);
  return BoardDealt{effect.deck, effect.game, std::move(*material), std::move(board)};
}

Result Handlers::on(const ReadStatistics& effect) {
  auto statistics = desk_.statistics(effect.range);
  if (!statistics) return failed(statistics.error(), "read the history");
  return StatisticsRead{std::make_shared<const Statistics>(std::move(*statistics))};
}

Result Handlers::on(const ReadStory& effect) {
  auto story = desk_.story(effect.deck, effect.card);
  if (!story) return failed(story.error(), "read the history");
  return StoryRead{std::move(*story)};
}

// Never over a file that is there: a second one of the day gets a number.
Result Handlers::save_in_home(const char* extension, const std::string& bytes) {
  const std::string day = core::iso(core::civil(core::study_day(desk_.now())));
  auto path = home_ / ("entente-" + day + extension);
  for (int n = 2; std::filesystem::exists(path); ++n)
    path = home_ / ("entente-" + day + "-" + std::to_string(n) + extension);
  const auto written = core::write_file(path, bytes);
  return written ? Result(FigureSaved{path}) : failed(written.error(), "save the figures");
}

Result Handlers::on(const SaveFigures& effect) {
  return save_in_home(".csv", to_csv(*effect.statistics));
}

Result Handlers::on(const SavePicture&) {
  const auto picture = shell_.picture();
  return picture ? save_in_home(".png", *picture) : failed(picture.error(), "save the picture");
}

} // namespace entente::service
