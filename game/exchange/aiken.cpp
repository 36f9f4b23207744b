// Aiken: a question, its options "A. text" or "A) text" a line, "ANSWER: B"
// (https://docs.moodle.org/en/Aiken_format). One right option, no feedback.

#include "core/random.h"
#include "deck/markup.h"
#include "deck/xml_text.h"
#include "exchange/deck_builder.h"
#include "exchange/delimited.h"
#include "exchange/formats.h"
#include "exchange/losses.h"

#include <algorithm>

namespace entente::exchange {

namespace {

constexpr std::size_t most_options = 26;
constexpr std::string_view answer_word = "ANSWER:";

bool is_option(std::string_view line) {
  return line.size() > 3 && line[0] >= 'A' && line[0] <= 'Z' &&
         (line[1] == '.' || line[1] == ')') && line[2] == ' ';
}
bool is_answer(std::string_view line) { return line.starts_with(answer_word); }

class Reader {
public:
  Reader(const Incoming& incoming, Imported& imported)
      : incoming_(incoming), builder_(incoming.title, imported.report) {}

  core::Status read(std::string_view text) {
    for (int number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
      const std::size_t length = text.substr(end).starts_with("\r\n") ? 2 : 1;
      if (auto done = take(deck::trim(text.substr(0, end)), number); !done) return done;
      text.remove_prefix(std::min(end + length, text.size()));
    }
    if (prompt_.empty()) return core::Done{};
    return fault(begun_, "The file ends before the question's ANSWER line.",
                 "Write ANSWER: and the letter of the right option.");
  }

  deck::Deck deck() { return builder_.take(); }

private:
  [[nodiscard]] core::Error fault(int line, std::string message, std::string advice) const {
    return {core::ErrorCode::malformed, std::move(message),
            deck::at_place(incoming_.name, {line, 1}), std::move(advice)};
  }

  core::Status take(std::string_view line, int number) {
    if (line.empty()) return core::Done{};
    if (prompt_.empty()) { // whatever it looks like
      prompt_ = std::string(line);
      begun_ = number;
    } else if (is_answer(line)) {
      return take_answer(deck::trim(line.substr(answer_word.size())), number);
    } else if (is_option(line)) {
      return take_option(line, number);
    } else if (options_.empty()) {
      (prompt_ += '\n') += line;
    } else {
      return fault(number, "This line is neither an option nor the answer.",
                   "Begin options with A. B. C. ... and put each on one line.");
    }
    return core::Done{};
  }

  core::Status take_option(std::string_view line, int number) {
    if (static_cast<std::size_t>(line[0] - 'A') != options_.size())
      return fault(number, std::string("Option ") + line[0] + " is out of order.",
                   "Letter the options A, B, C ... without a gap.");
    options_.emplace_back(line.substr(3));
    return core::Done{};
  }

  core::Status take_answer(std::string_view letter, int number) {
    const auto place =
        letter.size() == 1 ? static_cast<std::size_t>(letter[0] - 'A') : options_.size();
    if (place >= options_.size())
      return fault(number, "\"" + std::string(letter) + "\" is no option of this question.",
                   "Name one of its letters.");
    deck::Card card;
    card.prompt = std::exchange(prompt_, "");
    card.answer.text = options_[place];
    for (std::size_t i = 0; i < options_.size(); ++i)
      if (i != place) card.wrong.push_back({options_[i], ""});
    options_.clear();
    builder_.add(std::move(card), "line " + std::to_string(begun_));
    return core::Done{};
  }

  const Incoming& incoming_;
  DeckBuilder builder_;
  std::string prompt_;
  int begun_ = 0;
  std::vector<std::string> options_;
};

std::string one_line(std::string words, const deck::Card& card, Report& report) {
  if (words.find('\n') == std::string::npos) return words;
  report.changed("line break", "Aiken has one line for each part; a space stands for it.", card.id);
  std::ranges::replace(words, '\n', ' ');
  return words;
}

std::string question_line(const deck::Card& card, Report& report) {
  const std::string line = one_line(card.prompt, card, report);
  if (!is_option(line) && !is_answer(line)) return line;
  report.changed("question that looks like an option", "\"Q: \" was put before it.", card.id);
  return "Q: " + line;
}

std::string question(const deck::Card& card, Report& report) {
  std::vector<std::string> options{deck::answer_line(card.answer)};
  for (const auto& wrong : card.wrong)
    if (options.size() < most_options) options.push_back(wrong.text);
  std::vector<std::size_t> order(options.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  core::Random(core::hash(card.id)).shuffle(order); // or the answer is always A
  std::string out = question_line(card, report) + "\n";
  char right = 'A';
  for (std::size_t i = 0; i < order.size(); ++i) {
    const char letter = static_cast<char>('A' + i);
    if (order[i] == 0) right = letter;
    out += std::string(1, letter) + ". " + one_line(options[order[i]], card, report) + "\n";
  }
  return out + "ANSWER: " + right + "\n\n";
}

} // namespace

bool looks_like_aiken(std::string_view bytes) {
  return bytes.find("\nANSWER:") != std::string_view::npos ||
         bytes.find("\rANSWER:") != std::string_view::npos;
}

core::Result<Imported> read_aiken(const Incoming& incoming) {
  const auto text = utf8_text(incoming.bytes, incoming.name);
  if (!text) return text.error();
  Imported imported;
  Reader reader(incoming, imported);
  if (const auto done = reader.read(*text); !done) return done.error();
  imported.deck = reader.deck();
  return imported;
}

core::Result<Exported> write_aiken(const Outgoing& outgoing) {
  Exported exported;
  report_deck_losses(outgoing.deck, false, "Aiken", exported.report);
  for (const deck::Card& card : outgoing.deck.cards) {
    if (card.wrong.empty()) {
      exported.report.dropped("card without wrong options", "Aiken holds choices only.", card.id);
      continue;
    }
    report_losses(card, {.wrong = true}, "Aiken", exported.report);
    exported.bytes += question(card, exported.report);
  }
  return exported;
}

} // namespace entente::exchange
