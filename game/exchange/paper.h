#pragma once

// A deck on paper, as PDF: a quiz with its answer key, cards to cut out, a sheet to read. Type is
// the house's: Noto Serif for what is learned, Inter for the rest; other scripts take the fonts
// that fontconfig finds. The same plan gives the same pages.

#include "core/result.h"
#include "exchange/format.h"
#include "quiz/exam.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace entente::exchange {

enum class PaperKind { quiz, cards, sheet };
enum class PaperSize { a4, letter };
[[nodiscard]] std::optional<PaperKind> find_paper_kind(std::string_view name); // "quiz" ...

// What paper says besides the deck's own words; in English unless somebody says otherwise.
struct PaperWords {
  std::string name = "Name", date = "Date", mark = "Mark";
  std::string form = "Form", exam = "Exam"; // the form's letter follows
  std::string answers = "Answers", answered = "Answered";
  std::string other = "Other"; // cards of no category
  std::function<std::string(int)> questions = [](int n) {
    return std::to_string(n) + (n == 1 ? " question" : " questions");
  };
};

struct PaperPlan {
  PaperKind kind = PaperKind::quiz;
  PaperSize size = PaperSize::a4;
  char form = 'A';        // quiz: another letter has the same questions in another order
  std::uint64_t seed = 1; // quiz: another number draws other questions
  int questions = 20;     // quiz: 0 = all
  bool key = true;        // quiz: the answers, on a page of their own
  PaperWords words;
};

struct Paper {
  std::string pdf;
  int pages = 0;
  Report report; // pictures left out, words made very small
};

// `load_media` may be empty: pictures are then left out.
// Errors: usage (a deck without cards).
[[nodiscard]] core::Result<Paper> print_deck(const deck::Deck& deck, const PaperPlan& plan,
                                             const LoadMedia& load_media = {});

// An exam as it was asked, question by question, with its key; answers given stand in the key.
[[nodiscard]] core::Result<Paper> print_exam(const deck::Deck& deck, const quiz::ExamState& exam,
                                             PaperSize size = PaperSize::a4,
                                             const PaperWords& words = {});

} // namespace entente::exchange
