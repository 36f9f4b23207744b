#pragma once

// Mock exams on disk, one file each: DATA/exams/ID.exam. The first lines say of which deck it is
// and, once handed in, what it came to; the rest is quiz/exam_file.h's.

#include "quiz/exam_report.h"

#include <filesystem>
#include <string>
#include <vector>

namespace entente::service {

struct ExamSummary {
  std::string id, deck; // deck: id
  core::Moment started;
  quiz::ExamPhase phase = quiz::ExamPhase::paused; // never running
  int questions = 0;
  int right = 0; // meaningful once handed in
  bool operator==(const ExamSummary&) const = default;
};

class ExamFolder {
public:
  explicit ExamFolder(const std::filesystem::path& data) : folder_(data / "exams") {}

  // Errors: not_writable; what was saved before is then still there. `report`: once handed in.
  [[nodiscard]] core::Status save(const std::string& id, const std::string& deck,
                                  const quiz::ExamState& state,
                                  const quiz::ExamReport* report = nullptr) const;
  // Newest first; files that cannot be read are left out.
  [[nodiscard]] std::vector<ExamSummary> list() const;
  // The deck's id and quiz's text. Errors: not_found, not_readable, malformed.
  struct Stored {
    ExamSummary summary;
    std::string text;
  };
  [[nodiscard]] core::Result<Stored> read(const std::string& id) const;
  [[nodiscard]] core::Status remove(const std::string& id) const;

private:
  [[nodiscard]] std::filesystem::path path_of(const std::string& id) const;
  std::filesystem::path folder_;
};

// The name of an exam begun at a moment; it is that of its session in the history too.
[[nodiscard]] std::string exam_id(core::Moment started);

} // namespace entente::service
