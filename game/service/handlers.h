#pragma once

// Carries out effects at the desk, in order, each to its result.

#include "service/background.h"
#include "service/effects.h"
#include "service/texts.h"
#include "service/workbench.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace entente::service {

// What only the window's owner can do.
struct Shell {
  std::function<void(Sound)> play = [](Sound) {};
  std::function<void(const std::string&)> copy = [](const std::string&) {};
  std::function<void()> quit = [] {};
  std::function<void()> wake = [] {}; // from any thread: Handlers::came has something
  // Takes up another language of the interface.
  std::function<core::Status(const std::string&)> speak = [](const std::string&) {
    return core::Status(core::Done{});
  };
  // The page on the screen, as high as it is, as the bytes of a PNG file.
  std::function<core::Result<std::string>()> picture = [] {
    return core::Error{core::ErrorCode::unsupported, "There is no window to take a picture of.", "",
                       ""};
  };
};

class Handlers {
public:
  Handlers(Desk& desk, std::filesystem::path data, std::filesystem::path home, Shell shell);

  // None for effects that answer nothing.
  [[nodiscard]] std::optional<Result> run(const Effect& effect);
  // What the worker has done since the last call.
  [[nodiscard]] std::vector<Result> came();
  [[nodiscard]] bool idle() { return background_.idle(); } // the worker has nothing to do
  void hold_work(bool held) { background_.hold(held); }    // the worker begins nothing new

private:
  Result on(const Refresh&);
  Result on(const AddDeck& effect);
  Result on(const RemoveDeck& effect);
  Result on(const RelocateDeck& effect);
  Result on(const BeginSession& effect);
  Result on(const BeginReading& effect);
  Result on(const Keep& effect);
  Result on(const FinishSession& effect);
  Result on(const ResetProgress& effect);
  Result on(const TakeBackReset& effect);
  Result on(const Unsuspend& effect);
  Result on(const SaveSettings& effect);
  Result on(const ListFolder& effect);
  Result on(const ShowPassage& effect);
  Result on(const AttachText& effect);
  Result on(const ListExams&);
  Result on(const BeginExam& effect);
  Result on(const OpenExam& effect);
  Result on(const HandInExam& effect);
  Result on(const RemoveExam& effect);
  Result on(const SetSeminar& effect);
  Result on(const TellSeminar& effect);
  Result on(const ChooseMemory& effect);
  Result on(const HandOut& effect);
  Result on(const OpenDeck& effect);
  Result on(const BeginDeck& effect);
  Result on(const SaveDeck& effect);
  Result on(const FindMaterial& effect);
  Result on(const DraftText& effect);
  Result on(const DealBoard& effect);
  Result on(const ReadStatistics& effect);
  Result on(const ReadStory& effect);
  Result on(const SaveFigures& effect);
  Result on(const SavePicture&);
  [[nodiscard]] Result save_in_home(const char* extension, const std::string& bytes);
  void find_texts(DeckStanding& standing) const;
  [[nodiscard]] Result refreshed();

  Desk& desk_;
  std::filesystem::path data_;
  std::filesystem::path home_;
  std::filesystem::path folder_; // where the chooser was last
  Shell shell_;
  Texts texts_;
  Workbench bench_;
  ExamFolder exams_;
  Ledger ledger_; // of the session begun last
  bool in_session_ = false;
  Background background_;
};

} // namespace entente::service
