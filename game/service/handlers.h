#pragma once

// Carries out effects at the desk, in order, each to its result.

#include "service/effects.h"
#include "service/texts.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace entente::service {

// What only the window's owner can do.
struct Shell {
  std::function<void(Sound)> play = [](Sound) {};
  std::function<void(const std::string&)> copy = [](const std::string&) {};
  std::function<void()> quit = [] {};
};

class Handlers {
public:
  Handlers(Desk& desk, std::filesystem::path data, std::filesystem::path home, Shell shell);

  // None for effects that answer nothing.
  [[nodiscard]] std::optional<Result> run(const Effect& effect);

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
  [[nodiscard]] Result refreshed();

  Desk& desk_;
  std::filesystem::path data_;
  std::filesystem::path folder_; // where the chooser was last
  Shell shell_;
  Texts texts_;
  ExamFolder exams_;
  Ledger ledger_; // of the session begun last
};

} // namespace entente::service
