#include "service/exams.h"

#include "core/file.h"
#include "quiz/exam_file.h"
#include "quiz/fields.h"

#include <algorithm>

namespace entente::service {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t most_exam_bytes = 4U << 20U;
constexpr const char* extension = ".exam";

core::Error damaged(const fs::path& path) {
  return {core::ErrorCode::malformed, "This exam's file is damaged.", path.string() + ":1",
          "Take it off the list; its answers are in the history."};
}

std::string first_line(const std::string& deck, const quiz::ExamState& state, int right) {
  return quiz::LineWriter()
      .word(deck)
      .number(state.started.utc_ms)
      .number(state.started.offset_minutes)
      .number(int(state.phase == quiz::ExamPhase::handed_in))
      .number(state.items.size())
      .number(right)
      .line();
}

} // namespace

std::string exam_id(core::Moment started) { return "exam-" + std::to_string(started.utc_ms); }

fs::path ExamFolder::path_of(const std::string& id) const { return folder_ / (id + extension); }

core::Status ExamFolder::save(const std::string& id, const std::string& deck,
                              const quiz::ExamState& state, const quiz::ExamReport* report) const {
  std::error_code ignored; // write_file says what is wrong
  fs::create_directories(folder_, ignored);
  return core::write_file(path_of(id), first_line(deck, state, report ? report->right : 0) +
                                           quiz::save_exam(state));
}

core::Result<ExamFolder::Stored> ExamFolder::read(const std::string& id) const {
  auto bytes = core::read_file(path_of(id), most_exam_bytes);
  if (!bytes) return bytes.error();
  const auto end = bytes->find('\n');
  if (end == std::string::npos) return damaged(path_of(id));
  quiz::LineReader line(std::string_view(*bytes).substr(0, end));
  Stored stored;
  stored.summary.id = id;
  stored.summary.deck = line.word();
  stored.summary.started.utc_ms = line.number<std::int64_t>();
  stored.summary.started.offset_minutes = line.number<int>();
  if (line.flag()) stored.summary.phase = quiz::ExamPhase::handed_in;
  stored.summary.questions = line.number<int>();
  stored.summary.right = line.number<int>();
  if (!line.good() || !line.at_end()) return damaged(path_of(id));
  stored.text = bytes->substr(end + 1);
  return stored;
}

std::vector<ExamSummary> ExamFolder::list() const {
  std::vector<ExamSummary> all;
  std::error_code ignored; // no folder: no exams
  for (const auto& entry : fs::directory_iterator(folder_, ignored)) {
    if (entry.path().extension() != extension) continue;
    if (auto stored = read(entry.path().stem().string())) all.push_back(stored->summary);
  }
  std::ranges::sort(all, std::greater{},
                    [](const ExamSummary& each) { return each.started.utc_ms; });
  return all;
}

core::Status ExamFolder::remove(const std::string& id) const {
  std::error_code error;
  fs::remove(path_of(id), error);
  if (!error) return core::Done{};
  return core::Error{core::ErrorCode::not_writable, "The exam could not be removed.",
                     path_of(id).string(), error.message()};
}

} // namespace entente::service
