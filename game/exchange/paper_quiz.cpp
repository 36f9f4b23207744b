// The quiz paper: name line, questions, and the answer key on a page of its own.

#include "exchange/paper_flow.h"
#include "exchange/paper_parts.h"

#include <algorithm>

namespace entente::exchange::paper {

namespace {

constexpr double indent = 26; // of a question's words behind its number
constexpr double option_indent = 44;

class QuizDrawing {
public:
  QuizDrawing(Canvas& canvas, const QuizPaper& paper)
      : canvas_(canvas), paper_(paper), flow_(canvas, paper.deck.title + "  ·  " + paper.label) {}

  void draw() {
    heading();
    for (std::size_t i = 0; i < paper_.questions.size(); ++i) {
      flow_.add(question(paper_.questions[i], i + 1));
      flow_.space(15);
    }
    if (paper_.key) key();
    flow_.finish();
  }

private:
  void heading() {
    const std::string under =
        paper_.label + "  ·  " + paper_.words.questions(static_cast<int>(paper_.questions.size()));
    flow_.add({{.text = paper_.deck.title, .style = serif(19, true)},
               {.text = under, .style = sans(9.5), .gap = 4}});
    flow_.space(20);
    flow_.add({name_line()});
    flow_.space(24);
  }

  // Name ________  Date ______  Mark ____ / 20
  Piece name_line() {
    return {.least = 12, .mark = [this](double x, double y) {
              const double width = flow_.width();
              field(paper_.words.name, x, y, width * 0.5);
              field(paper_.words.date, x + width * 0.54, y, width * 0.2);
              field(paper_.words.mark, x + width * 0.78, y, width * 0.22);
              const std::string total = "/ " + std::to_string(paper_.questions.size());
              Style style = sans(9.5);
              style.align = PANGO_ALIGN_RIGHT;
              canvas_.draw(canvas_.words(total, style, 40), x + width - 40, y);
            }};
  }

  void field(const std::string& name, double x, double y, double width) {
    const Words label = canvas_.words(name, sans(9.5), 0);
    canvas_.draw(label, x, y);
    canvas_.line(x + label.width() + 6, y + 12, x + width, y + 12, grey, 0.5);
  }

  Block question(const quiz::Question& question, std::size_t number) {
    Block block = {{.text = std::to_string(number),
                    .style = sans(10.5, true, ink),
                    .width = indent - 4,
                    .beside_next = true},
                   {.text = question.prompt, .style = serif(11), .x = indent}};
    switch (question.form) {
    case deck::Form::choice:
      add_options(question, block);
      break;
    case deck::Form::order:
      for (const quiz::Option& option : question.options) block.push_back(ordered(option));
      break;
    case deck::Form::match:
      add_pairs(question, block);
      break;
    case deck::Form::cloze:
      block.back().text = question.before + "______________" + question.after;
      if (question.prompt.find("_____") == std::string::npos)
        block.insert(block.begin() + 1,
                     Piece{.text = question.prompt, .style = serif(11), .x = indent});
      add_gap_above_last(block);
      break;
    case deck::Form::typed:
    case deck::Form::flip:
      add_lines(question, block);
      break;
    }
    return block;
  }

  static void add_gap_above_last(Block& block) { block.back().gap = block.size() > 2 ? 5 : 0; }

  // Two columns where every option is short.
  void add_options(const quiz::Question& question, Block& block) {
    const double half = (flow_.width() - option_indent) / 2 - 22;
    const bool two = std::ranges::all_of(question.options, [&](const quiz::Option& option) {
      return canvas_.words(option.text, serif(10.5), 0).width() <= half;
    });
    for (std::size_t i = 0; i < question.options.size(); ++i) {
      const bool second = two && i % 2 == 1;
      const double x = second ? option_indent + half + 40 : option_indent;
      Piece piece = {.text = question.options[i].text,
                     .style = serif(10.5),
                     .x = x,
                     .width = two ? half : 0,
                     .gap = i == 0 ? 7.0 : 5.0,
                     .beside_next = two && !second && i + 1 < question.options.size()};
      piece.mark = [this, i](double left, double y) { option_mark(letter(i), left, y); };
      block.push_back(std::move(piece));
    }
  }

  void option_mark(const std::string& name, double x, double y) {
    Style style = sans(7.5, true);
    style.align = PANGO_ALIGN_CENTER;
    canvas_.circle(x - 11, y + 7.2, 6.2);
    canvas_.draw(canvas_.words(name, style, 14), x - 18, y + 2.6);
  }

  Piece ordered(const quiz::Option& option) {
    Piece piece = {.text = option.text, .style = serif(10.5), .x = option_indent, .gap = 6};
    piece.mark = [this](double x, double y) { canvas_.box(x - 19, y + 1, 12); };
    return piece;
  }

  // Left sides with a line for the letter of the right side.
  void add_pairs(const quiz::Question& question, Block& block) {
    const double half = (flow_.width() - indent) / 2 - 30;
    for (std::size_t i = 0; i < question.lefts.size() || i < question.options.size(); ++i) {
      Piece left = {.text = i < question.lefts.size() ? question.lefts[i] : "",
                    .style = serif(10.5),
                    .x = indent + 32,
                    .width = half - 20,
                    .gap = i == 0 ? 7.0 : 6.0,
                    .beside_next = i < question.options.size()};
      if (i < question.lefts.size())
        left.mark = [this](double x, double y) {
          canvas_.line(x - 32, y + 12, x - 10, y + 12, grey, 0.5);
        };
      block.push_back(std::move(left));
      if (i >= question.options.size()) continue;
      Piece right = {.text = question.options[i].text,
                     .style = serif(10.5),
                     .x = indent + half + 54,
                     .width = half};
      right.mark = [this, i](double x, double y) { option_mark(letter(i), x, y); };
      block.push_back(std::move(right));
    }
  }

  void add_lines(const quiz::Question& question, Block& block) {
    const deck::Answer& answer = paper_.deck.cards[question.card].answer;
    const std::size_t characters = deck::answer_line(answer).size();
    const int lines = characters > 140 ? 3 : characters > 60 || !answer.items.empty() ? 2 : 1;
    for (int i = 0; i < lines; ++i) {
      Piece piece = {.x = indent, .gap = i == 0 ? 12.0 : 10.0, .least = 12};
      piece.mark = [this](double x, double y) {
        canvas_.line(x, y + 12, margin + flow_.width(), y + 12, grey, 0.5);
      };
      block.push_back(std::move(piece));
    }
  }

  // ---- the key

  void key() {
    flow_.new_page();
    flow_.add({{.text = paper_.words.answers, .style = serif(19, true)},
               {.text = paper_.deck.title + "  ·  " + paper_.label, .style = sans(9.5), .gap = 4}});
    flow_.space(16);
    for (std::size_t i = 0; i < paper_.questions.size(); ++i) {
      flow_.rule();
      flow_.space(6);
      flow_.add(key_row(paper_.questions[i], i));
      flow_.space(6);
    }
  }

  Block key_row(const quiz::Question& question, std::size_t i) {
    const deck::Card& card = paper_.deck.cards[question.card];
    constexpr double reference = 46;
    Style right = sans(8.5);
    right.align = PANGO_ALIGN_RIGHT;
    const double room = flow_.width() - indent - reference - 8;
    Block row = {{.text = std::to_string(i + 1),
                  .style = sans(9.5, true, ink),
                  .width = indent - 4,
                  .beside_next = true},
                 {.text = paragraph_words(card),
                  .style = right,
                  .x = flow_.width() - reference,
                  .width = reference,
                  .beside_next = true},
                 {.text = answer_words(question, card),
                  .style = serif(10, true),
                  .x = indent,
                  .width = room}};
    if (i < paper_.given.size())
      row.push_back(
          {.text = paper_.words.answered + ": " + (paper_.given[i].empty() ? "–" : paper_.given[i]),
           .style = sans(8.5, false, accent),
           .x = indent,
           .width = room,
           .gap = 2});
    if (!card.explanation.empty())
      row.push_back({.text = card.explanation,
                     .style = {"Noto Serif", 8.5, false, false, grey},
                     .x = indent,
                     .width = room,
                     .gap = 2});
    return row;
  }

  // Letters, numbers and answers of two directions on one line: the line runs as the page does, and
  // each answer as its own script (U+200F; U+2068 to U+2069).
  [[nodiscard]] std::string line_of(const std::string& words) const {
    return (canvas_.mirrored() ? "\u200F" : "") + words;
  }
  static std::string isolated(const std::string& words) { return "\u2068" + words + "\u2069"; }

  [[nodiscard]] std::string answer_words(const quiz::Question& question,
                                         const deck::Card& card) const {
    if (question.form == deck::Form::choice) {
      const std::size_t right = quiz::right_option(question);
      return line_of(letter(right) + "   " + isolated(question.options[right].text));
    }
    if (question.form == deck::Form::order) return line_of(order_words(question));
    if (question.form == deck::Form::match) return line_of(match_words(question));
    return deck::answer_line(card.answer);
  }

  // The numbers that belong in the boxes, from top to bottom.
  static std::string order_words(const quiz::Question& question) {
    std::string words;
    for (const quiz::Option& option : question.options)
      words += (words.empty() ? "" : ", ") + std::to_string(option.home + 1);
    return words;
  }
  static std::string match_words(const quiz::Question& question) {
    std::string words;
    for (std::size_t left = 0; left < question.lefts.size(); ++left) {
      const auto right = std::ranges::find(question.options, left, &quiz::Option::home);
      if (right == question.options.end()) continue;
      words += (words.empty() ? "" : ";  ") + isolated(question.lefts[left]) + " – " +
               letter(static_cast<std::size_t>(right - question.options.begin()));
    }
    return words;
  }

  Canvas& canvas_;
  const QuizPaper& paper_;
  Flow flow_;
};

} // namespace

std::string paragraph_words(const deck::Card& card) {
  return card.passage && card.passage->paragraph > 0
             ? "§ " + std::to_string(card.passage->paragraph)
             : "";
}

std::string letter(std::size_t place) {
  return place < 26 ? std::string(1, static_cast<char>('A' + place)) : std::to_string(place + 1);
}

void draw_quiz(Canvas& canvas, const QuizPaper& paper) { QuizDrawing(canvas, paper).draw(); }

} // namespace entente::exchange::paper
