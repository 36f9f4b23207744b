#pragma once

// What a screen may ask for (Effect) and what comes back (Result), as values: the only part of
// service/ that screens know. Effects are carried out on the main thread, in order, before the next
// frame; each answers with the Result named beside it, or Failed.

#include "core/error.h"
#include "exchange/format.h"
#include "exchange/paper.h"
#include "quiz/board.h"
#include "quiz/read_through.h"
#include "service/desk.h"
#include "service/drafting.h"
#include "service/exams.h"
#include "service/learning.h"
#include "service/seminar.h"
#include "service/settings.h"
#include "service/standing.h"
#include "service/workbench.h"

#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace entente::service {

// ---- results ----

struct Refreshed {
  Standing standing;
};
struct DeckAdded { // then Refreshed
  std::string id;
};
struct SessionBegun {
  std::string deck;
  quiz::Session session;
};
struct ReadingBegun {
  std::string deck;
  std::shared_ptr<const quiz::Material> material;
  quiz::ReadThrough reading;
};
struct Kept {}; // what a session put out is on disk
struct SessionFinished {
  Comparison comparison;
};
struct ResetDone { // can be taken back with TakeBackReset
  history::RowId row;
  std::string deck, card;
};
struct SettingsSaved {
  Settings settings;
};
struct FolderEntry {
  std::string name;
  bool folder = false;
  bool operator==(const FolderEntry&) const = default;
};
struct FolderListed {
  std::filesystem::path folder;
  std::vector<FolderEntry> entries; // folders first, then files of the kinds asked for, collated
  std::vector<std::filesystem::path> recent; // files opened lately
};
struct PassageShown {
  std::string deck, card;
  std::string title;                   // of the source
  std::vector<std::string> paragraphs; // body paragraphs in order; empty: no text attached
  int paragraph = 0;                   // 1-based; 0 = the whole source
};
struct TextAttached {
  std::string deck, source;
};
struct ExamsListed {
  std::vector<ExamSummary> exams; // newest first
};
struct ExamOpened { // begun, gone on with or looked at again; its phase says which
  std::string id, deck;
  quiz::Exam exam;
  int dropped = 0; // questions whose cards the deck no longer has
};
struct ExamHandedIn { // its answers are in the history
  std::string id;
};
struct SeminarPlanned { // comes by itself, from the worker, whenever a seminar's plan is made anew
  SeminarPlan plan;
};
struct WorkloadMeasured { // from the worker
  Workload workload;
};
struct DeckImported { // from the worker; then Refreshed
  std::string id, title;
  std::vector<std::string> lines; // the report, a line each
};
struct HandedOut {
  std::filesystem::path path;
  std::vector<std::string> lines;
};
struct TextDrafted {
  std::shared_ptr<const TextDraft> draft;
};
struct MaterialFound { // for checking the deck opened last
  deck::CheckMaterial material;
};
struct StatisticsRead {
  std::shared_ptr<const Statistics> statistics;
};
struct StoryRead {
  CardStory story;
};
struct FigureSaved {
  std::filesystem::path path;
};
struct BoardDealt { // of a game; none: its deck has too few cards for it
  std::string deck;
  quiz::Game game = quiz::Game::match;
  std::shared_ptr<const quiz::Material> material;
  std::optional<quiz::Board> board;
};
struct Failed {
  core::Error error;
  // What was asked for, in a few words for a title: "save the answer".
  std::string what;
};

using AnyResult =
    std::variant<Refreshed, DeckAdded, SessionBegun, ReadingBegun, Kept, SessionFinished, ResetDone,
                 SettingsSaved, FolderListed, PassageShown, TextAttached, ExamsListed, ExamOpened,
                 ExamHandedIn, SeminarPlanned, WorkloadMeasured, DeckOpened, DeckSaved,
                 DeckChangedOutside, MaterialFound, TextDrafted, StatisticsRead, StoryRead,
                 FigureSaved, BoardDealt, DeckImported, HandedOut, Failed>;
// What copies, moves and ends it is compiled once and not in every file that touches one.
struct Result : AnyResult {
  using AnyResult::variant;
  Result();
  Result(const Result&);
  Result(Result&&) noexcept;
  Result& operator=(const Result&);
  Result& operator=(Result&&) noexcept;
  ~Result();
};

// ---- effects ----

struct Refresh {}; // Refreshed; decks changed on disk are read again
struct AddDeck {   // DeckAdded
  std::filesystem::path path;
};
struct RemoveDeck { // Refreshed; the file stays
  std::filesystem::path path;
};
struct RelocateDeck { // Refreshed
  std::filesystem::path from, to;
};
struct BeginSession { // SessionBegun
  std::string deck;
  quiz::Mode mode = quiz::Mode::drill;
  quiz::Selection selection;
};
struct BeginReading { // ReadingBegun
  std::string deck;
  quiz::Selection selection;
};
struct Keep { // Kept; of the session begun last
  std::vector<quiz::Output> outputs;
};
struct FinishSession { // SessionFinished
  quiz::Session session;
};
struct ResetProgress { // ResetDone; a whole deck when `card` is empty
  std::string deck, card;
};
struct TakeBackReset { // Refreshed
  history::RowId row;
};
struct Unsuspend { // Refreshed
  std::string deck, card;
};
struct SaveSettings { // SettingsSaved
  Settings settings;
};
struct ListFolder { // FolderListed; an empty folder means where the learner was last
  std::filesystem::path folder;
  std::vector<std::string> extensions; // ".xml"; empty: all files
};
struct ShowPassage { // PassageShown
  std::string deck, card;
};
struct AttachText { // TextAttached: from a file, or the text itself when `path` is empty
  std::string deck, source;
  std::filesystem::path path;
  std::string text;
};
struct ListExams {}; // ExamsListed
struct BeginExam {   // ExamOpened
  std::string deck;
  quiz::ExamPlan plan; // seed 0: one is drawn
};
struct OpenExam { // ExamOpened
  std::string id;
};
struct KeepExam { // no result but Failed: as it stands is on disk
  std::string id, deck;
  quiz::ExamState state;
};
struct HandInExam { // ExamHandedIn
  std::string id, deck;
  quiz::Exam exam; // handed in
  std::vector<quiz::Answered> answers;
};
struct RemoveExam { // ExamsListed; its answers stay in the history
  std::string id;
};
struct SetSeminar { // Refreshed; the plan follows as SeminarPlanned
  std::string deck;
  std::optional<Seminar> seminar; // none: there is none any more
};
struct TellSeminar { // Refreshed: how the seminar that is over went, kept beside its forecast
  std::string deck;
  std::optional<double> known; // share of what was asked; none: rather not say
};
struct ChooseMemory { // Refreshed: a deck's own model and wanted recall; none = as in the settings
  std::string deck;
  std::optional<memory::Algorithm> algorithm;
  std::optional<double> wanted_recall;
};
struct MeasureWorkload { // no result now; WorkloadMeasured follows
  std::string deck;
};
struct ImportDeck { // no result now; DeckImported follows
  std::filesystem::path path;
};
struct ImportText { // as ImportDeck: cards pasted as text
  std::string title, text;
  exchange::Separators separators;
};
struct HandOut { // HandedOut
  std::string deck;
  std::string what; // a format's name; "quiz-A", "quiz-B", "cards" or "sheet" on paper
  std::filesystem::path path;
  exchange::PaperWords words = {}; // on paper
};
struct PrintExam { // HandedOut: one handed in, with what was answered
  std::string id;
  std::filesystem::path path;
  exchange::PaperWords words = {};
};
struct OpenDeck { // DeckOpened, to be edited
  std::filesystem::path path;
  bool shipped = false;
};
struct BeginDeck { // DeckOpened: a deck that is on no disk yet
  deck::Deck deck;
};
struct SaveDeck { // DeckSaved; DeckChangedOutside when another program wrote the file meanwhile
  std::filesystem::path path;
  deck::Deck deck;
};
struct LookAtDeck { // DeckChangedOutside, or nothing
  std::filesystem::path path;
};
struct FindMaterial { // MaterialFound: source texts and pictures of a deck
  std::filesystem::path path;
  deck::Deck deck; // its id and sources
};
struct DraftText { // TextDrafted: from a file, or the text itself when `path` is empty
  std::filesystem::path path;
  std::string text;
};
struct ReadStatistics { // StatisticsRead
  StatisticsRange range;
};
struct ReadStory { // StoryRead
  std::string deck, card;
};
struct SaveFigures { // FigureSaved: in the learner's home folder, under a name with the day
  std::shared_ptr<const Statistics> statistics;
};
struct SavePicture {}; // FigureSaved: the page as it stands, whole, as PNG
struct DealBoard {     // BoardDealt; what it puts out is kept by Keep
  std::string deck;
  quiz::Game game = quiz::Game::match;
  bool go_on = false; // in the session of the board before
};
struct FinishGame {}; // no result but Failed: the session of the boards is closed
enum class Sound { right, almost, wrong, finished };
struct PlaySound { // silent when the settings say so; no result
  Sound sound = Sound::right;
};
struct CopyText { // to the clipboard; no result
  std::string text;
};
struct Quit {}; // the window closes after this frame; no result

using AnyEffect =
    std::variant<Refresh, AddDeck, RemoveDeck, RelocateDeck, BeginSession, BeginReading, Keep,
                 FinishSession, ResetProgress, TakeBackReset, Unsuspend, SaveSettings, ListFolder,
                 ShowPassage, AttachText, ListExams, BeginExam, OpenExam, KeepExam, HandInExam,
                 RemoveExam, SetSeminar, TellSeminar, ChooseMemory, MeasureWorkload, ImportDeck,
                 ImportText, HandOut, PrintExam, PlaySound, CopyText, Quit, OpenDeck, BeginDeck,
                 SaveDeck, LookAtDeck, FindMaterial, DraftText, ReadStatistics, ReadStory,
                 SaveFigures, SavePicture, DealBoard, FinishGame>;
// What copies, moves and ends it is compiled once and not in every file that touches one.
struct Effect : AnyEffect {
  using AnyEffect::variant;
  Effect();
  Effect(const Effect&);
  Effect(Effect&&) noexcept;
  Effect& operator=(const Effect&);
  Effect& operator=(Effect&&) noexcept;
  ~Effect();
};
using Effects = std::vector<Effect>;

} // namespace entente::service
