// Kahoot's spreadsheet out, in the layout of its own template.

#include "core/file.h"
#include "core/random.h"
#include "exchange/formats.h"
#include "exchange/losses.h"
#include "text/unicode.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>
#include <xlsxwriter.h>

namespace entente::exchange {

namespace {

constexpr std::size_t most_question = 120, most_answer = 75, most_answers = 4; // characters
constexpr lxw_row_t title_row = 7, first_row = 8;                              // 0-based
constexpr int seconds = 30;

struct Question {
  std::string words;
  std::vector<std::string> answers;
  std::size_t right = 0;
};

bool fits(const std::string& words, std::size_t most) { return text::code_points(words) <= most; }

// Nothing where the card cannot become one; the report says why.
std::optional<Question> question_of(const deck::Card& card, Report& report) {
  const std::string right = deck::answer_line(card.answer);
  const auto refuse = [&](const char* what, const char* why) {
    report.dropped(what, why, card.id);
    return std::nullopt;
  };
  if (card.wrong.empty()) return refuse("card without wrong options", "Kahoot holds choices only.");
  if (!fits(card.prompt, most_question))
    return refuse("card with a long question", "Kahoot takes 120 characters.");
  if (!fits(right, most_answer))
    return refuse("card with a long answer", "Kahoot takes 75 characters.");
  Question question{card.prompt, {right}};
  for (const auto& wrong : card.wrong) {
    if (question.answers.size() < most_answers && fits(wrong.text, most_answer))
      question.answers.push_back(wrong.text);
    else
      report.dropped("wrong option", "Kahoot takes four answers of 75 characters.", card.id);
  }
  if (question.answers.size() < 2)
    return refuse("card with long wrong options", "Kahoot takes 75 characters.");
  core::Random(core::hash(card.id)).shuffle(question.answers);
  question.right = static_cast<std::size_t>(std::ranges::find(question.answers, right) -
                                            question.answers.begin());
  return question;
}

void write_titles(lxw_worksheet* sheet, lxw_format* bold, const std::string& title) {
  worksheet_write_string(sheet, 0, 1, "Quiz template", bold);
  worksheet_write_string(sheet, 1, 1, title.c_str(), nullptr);
  constexpr const char* titles[] = {"Question - max 120 characters",
                                    "Answer 1 - max 75 characters",
                                    "Answer 2 - max 75 characters",
                                    "Answer 3 - max 75 characters",
                                    "Answer 4 - max 75 characters",
                                    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
                                    "Correct answer(s) - choose at least one"};
  for (lxw_col_t i = 0; i < std::size(titles); ++i)
    worksheet_write_string(sheet, title_row, i + 1, titles[i], bold);
  worksheet_set_column(sheet, 1, 1, 60, nullptr);
  worksheet_set_column(sheet, 2, 5, 28, nullptr);
}

// Written as text, so that "=1+1" stays a text.
void write_question(lxw_worksheet* sheet, lxw_row_t row, const Question& question) {
  worksheet_write_number(sheet, row, 0, row - first_row + 1, nullptr);
  worksheet_write_string(sheet, row, 1, question.words.c_str(), nullptr);
  for (std::size_t i = 0; i < question.answers.size(); ++i)
    worksheet_write_string(sheet, row, static_cast<lxw_col_t>(i + 2), question.answers[i].c_str(),
                           nullptr);
  worksheet_write_number(sheet, row, 6, seconds, nullptr);
  worksheet_write_number(sheet, row, 7, static_cast<double>(question.right + 1), nullptr);
}

// The library writes to a file only.
class TemporaryFile {
public:
  TemporaryFile() {
    std::string name = (std::filesystem::temp_directory_path() / "entente-XXXXXX").string();
    const int file = ::mkstemp(name.data());
    if (file < 0) return;
    ::close(file);
    path = name;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { ::unlink(path.c_str()); }
  std::string path; // empty: none could be made
};

core::Error not_written() {
  return {core::ErrorCode::not_writable, "The spreadsheet cannot be made.",
          std::filesystem::temp_directory_path().string(), "Free some space there and try again."};
}

} // namespace

core::Result<Exported> write_kahoot(const Outgoing& outgoing) {
  Exported exported;
  report_deck_losses(outgoing.deck, false, "Kahoot", exported.report);
  const TemporaryFile file;
  lxw_workbook* book = file.path.empty() ? nullptr : workbook_new(file.path.c_str());
  if (book == nullptr) return not_written();
  lxw_worksheet* sheet = workbook_add_worksheet(book, "Sheet1");
  lxw_format* bold = workbook_add_format(book);
  format_set_bold(bold);
  write_titles(sheet, bold, outgoing.deck.title);
  lxw_row_t row = first_row;
  for (const deck::Card& card : outgoing.deck.cards) {
    const auto question = question_of(card, exported.report);
    if (!question) continue;
    report_losses(card, {.wrong = true}, "Kahoot", exported.report);
    write_question(sheet, row++, *question);
  }
  if (workbook_close(book) != LXW_NO_ERROR) return not_written();
  auto bytes = core::read_file(file.path, max_file_bytes);
  if (!bytes) return bytes.error();
  exported.bytes = std::move(*bytes);
  return exported;
}

} // namespace entente::exchange
