#include "terminal/text_drill.h"

#include "deck/source_text.h"
#include "quiz/results.h"
#include "service/texts.h"
#include "terminal/words.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <sstream>

namespace entente::terminal {

namespace {

constexpr const char* grade_names[] = {"", "again", "hard", "good", "easy"};
std::string name_of(memory::Grade grade) { return grade_names[static_cast<int>(grade)]; }

std::optional<std::size_t> ordinal(std::string_view text, std::size_t most) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (value < 1 || value > most) return std::nullopt;
  return value - 1;
}

// "2 1 3" or "2,1,3": every number from 1 to `count` once.
std::optional<std::vector<std::size_t>> permutation(std::string line, std::size_t count) {
  for (char& c : line)
    if (c == ',') c = ' ';
  std::vector<std::size_t> order;
  std::istringstream words(line);
  for (std::string word; words >> word;) {
    const auto at = ordinal(word, count);
    if (!at || std::find(order.begin(), order.end(), *at) != order.end()) return std::nullopt;
    order.push_back(*at);
  }
  if (order.size() != count) return std::nullopt;
  return order;
}

constexpr const char* help_lines =
    "While a question stands: type the answer, or its number.\n"
    ":h  hint            :n  I do not know     :s  skip to the end\n"
    ":b  bury for today  :x  suspend           :u  undo the last answer\n"
    "After the answer: Enter takes the grade proposed; 1 again, 2 hard, 3 good, 4 easy.\n"
    ":o  overrule the verdict                  :q  end the drill\n";

class TextDrill {
public:
  TextDrill(service::Desk& desk, service::Begun begun, Context& context)
      : desk_(desk),
        ledger_(std::move(begun.ledger)),
        session_(std::move(begun.session)),
        context_(context) {}

  int run() {
    context_.out << "Type :? for the commands.\n";
    while (!stopped_ && !std::holds_alternative<quiz::Finished>(session_.phase())) {
      std::visit([this](const auto& phase) { show(phase); }, session_.phase());
      context_.out << "> " << std::flush;
      std::string line;
      if (!std::getline(context_.in, line) || context_.interrupted()) break;
      if (!line.empty() && line.back() == '\r') line.pop_back();
      react(line);
    }
    take(quiz::End{}); // settles what was answered
    return stopped_ ? exit_code_ : summary();
  }

private:
  const deck::Deck& deck() const { return session_.material().deck; }
  const deck::Card& card(const quiz::Question& question) const {
    return deck().cards[question.card];
  }

  void say(const std::string& line) {
    if (!line.empty()) context_.out << line << '\n';
  }

  // ---- what is shown ----

  void show(const quiz::Asked& asked) {
    const bool repeated = shown_ == asked;
    if (repeated) return; // a hint or a slip of the finger: the question stands already
    shown_ = asked;
    const quiz::Question& question = asked.question;
    const auto standing = session_.standing();
    const auto* category = deck::find_category(deck(), card(question).category);
    context_.out << '\n'
                 << "Question " << session_.answers().size() + 1 << ", " << standing.done << " of "
                 << standing.total << " cards done. "
                 << (category != nullptr ? category->name + ". " : "")
                 << (question.first_sight ? "New card." : recall_words(question)) << '\n';
    say(question.form == deck::Form::cloze
            ? question.prompt + "\n" + question.before + "____" + question.after
            : question.prompt);
    show_options(question);
  }

  static std::string recall_words(const quiz::Question& question) {
    if (!question.recall) return "";
    return "Recall now " + std::to_string(std::lround(*question.recall * 100)) + "%.";
  }

  void show_options(const quiz::Question& question) {
    for (std::size_t i = 0; i < question.lefts.size(); ++i)
      say(std::string(1, static_cast<char>('a' + i)) + ". " + question.lefts[i]);
    for (std::size_t i = 0; i < question.options.size(); ++i)
      say(std::to_string(i + 1) + ". " + question.options[i].text);
    switch (question.form) {
    case deck::Form::choice:
      return say("Which number?");
    case deck::Form::typed:
    case deck::Form::cloze:
      return say("Type the answer.");
    case deck::Form::flip:
      return say("Press Enter to see the answer.");
    case deck::Form::order:
      return say("Type the numbers in the right order, as 2 1 3.");
    case deck::Form::match:
      return say("Type the number that goes with a, with b and so on.");
    }
  }

  void show(const quiz::Revealed& revealed) {
    if (!announce_) return;
    announce_ = false;
    const auto& outcome = revealed.outcome;
    const deck::Card& asked = card(revealed.asked.question);
    if (outcome.self_judged)
      say("The answer: " + outcome.right_answer);
    else
      say_verdict(outcome);
    if (outcome.overruled) return say_grades(revealed); // the rest was said before
    if (!outcome.why_wrong.empty()) say(outcome.why_wrong);
    say(asked.explanation);
    if (asked.passage && asked.passage->paragraph > 0) say_passage(*asked.passage);
    say_grades(revealed);
  }

  // Its number, and its words where the learner has attached the text.
  void say_passage(const deck::Passage& passage) {
    say("Source: paragraph " + std::to_string(passage.paragraph) + ".");
    const auto* file = desk_.library().find(deck().id);
    const auto source = std::ranges::find(deck().sources, passage.source, &deck::Source::id);
    if (file == nullptr || source == deck().sources.end()) return;
    const auto text = service::Texts(context_.data).find(file->path, deck().id, *source);
    if (!text) return;
    say(deck::passage_text(*text, passage).value_or(""));
  }

  void say_verdict(const quiz::Outcome& outcome) {
    const auto& judged = outcome.judgement;
    if (outcome.overruled)
      return say(quiz::counts_as_right(outcome)
                     ? "Counted as right, now and next time. The answer: " + outcome.right_answer
                     : "Counted as wrong, now and next time. The answer: " + outcome.right_answer);
    const bool right = judged.verdict != judge::Verdict::wrong;
    std::string line = judged.verdict == judge::Verdict::right    ? "Right."
                       : judged.verdict == judge::Verdict::almost ? "Almost: " + judged.reason + "."
                                                                  : "Wrong.";
    if (!right || judged.verdict == judge::Verdict::almost)
      line += " The answer: " + outcome.right_answer;
    say(line);
    say(judged.detail);
    say_difference(judged);
  }

  // Words missing, too many or other ones, of quotes and sets.
  void say_difference(const judge::Judgement& judged) {
    if (judged.difference.empty() || judged.verdict == judge::Verdict::right) return;
    std::string line = "Yours beside it:";
    for (const judge::WordDifference& word : judged.difference) {
      const bool same = word.mark == judge::WordDifference::Mark::same;
      line += same ? " " + judge::marked(word) : " [" + judge::marked(word) + "]";
    }
    say(line);
  }

  void say_grades(const quiz::Revealed& revealed) {
    std::string line = "Grade: " + name_of(revealed.outcome.proposed) + " (";
    for (const quiz::Preview& preview : revealed.previews) {
      if (preview.grade != memory::Grade::again) line += ", ";
      line += std::to_string(static_cast<int>(preview.grade)) + " " + name_of(preview.grade) + " " +
              in_time(preview.days);
    }
    say(line + "). Enter goes on.");
  }

  void show(const quiz::Waiting& waiting) {
    const double days = core::days_between(context_.clock(), waiting.until);
    say("\nOnly cards you missed are left; they come back " + in_time(std::max(0.0, days)) +
        ". Press Enter to go on now, or type :q to end.");
  }

  void show(const quiz::Finished&) {}

  // ---- what is done ----

  void react(const std::string& line) {
    if (line == ":q") return stop();
    if (line == ":?") return say(help_lines);
    if (line == ":u") return undo();
    if (!line.empty() && line.front() == ':' && line.size() == 2 && command(line[1])) return;
    if (const auto* asked = std::get_if<quiz::Asked>(&session_.phase()))
      return answer(*asked, line);
    if (std::holds_alternative<quiz::Revealed>(session_.phase())) return settle(line);
    take(quiz::GoOn{});
  }

  bool command(char letter) {
    switch (letter) {
    case 'h':
      hint();
      return true;
    case 'n':
      reveal(quiz::DontKnow{});
      return true;
    case 's':
      set_aside(quiz::Skip{}, "Skipped: it comes again at the end.");
      return true;
    case 'b':
      set_aside(quiz::Bury{}, "Buried until tomorrow.");
      return true;
    case 'x':
      set_aside(quiz::Suspend{}, "Suspended: it is not asked any more.");
      return true;
    case 'o':
      overrule();
      return true;
    default:
      return false;
    }
  }

  void hint() {
    take(quiz::TakeHint{});
    const auto* asked = std::get_if<quiz::Asked>(&session_.phase());
    if (asked == nullptr) return;
    shown_ = *asked;
    if (asked->hints == 0) return say("There is no hint for this card.");
    const quiz::Hint& given = asked->question.hints[static_cast<std::size_t>(asked->hints) - 1];
    say(given.kind == quiz::Hint::Kind::removes_option
            ? "Not number " + std::to_string(given.option + 1) + "."
            : "Hint: " + given.text);
  }

  // Says so where it did anything: nothing on the screen changes for those who listen.
  void set_aside(const quiz::Message& message, const std::string& words) {
    const auto before = session_.standing();
    const auto phase = session_.phase();
    take(message);
    if (session_.phase() != phase || session_.standing().total != before.total) say(words);
  }

  void overrule() {
    const auto* revealed = std::get_if<quiz::Revealed>(&session_.phase());
    if (revealed == nullptr) return;
    announce_ = true;
    take(quiz::Overrule{!quiz::counts_as_right(revealed->outcome)});
  }

  void undo() {
    if (!session_.can_undo()) return say("There is nothing to undo.");
    shown_.reset();
    take(quiz::Undo{});
    say("Undone.");
  }

  void answer(const quiz::Asked& asked, const std::string& line) {
    const auto given = given_from(asked.question, line);
    if (given && quiz::fits(asked.question, asked.hints, *given)) return reveal(*given);
    if (!line.empty()) say("That is no answer to this question. Type :? for the commands.");
  }

  static std::optional<quiz::Given> given_from(const quiz::Question& question,
                                               const std::string& line) {
    switch (question.form) {
    case deck::Form::choice:
      if (const auto at = ordinal(line, question.options.size())) return quiz::Chosen{*at};
      return std::nullopt;
    case deck::Form::typed:
    case deck::Form::cloze:
      return quiz::Typed{line};
    case deck::Form::flip:
      return quiz::Flipped{};
    case deck::Form::order:
      if (auto order = permutation(line, question.options.size())) return quiz::Ordered{*order};
      return std::nullopt;
    case deck::Form::match:
      if (auto order = permutation(line, question.options.size())) return quiz::Matched{*order};
      return std::nullopt;
    }
    return std::nullopt;
  }

  void reveal(const quiz::Given& given) {
    announce_ = true;
    take(quiz::Answer{given});
  }

  void settle(const std::string& line) {
    if (line.empty()) return take(quiz::Settle{});
    const auto at = ordinal(line, 4);
    if (!at) return say("Press Enter, or type 1, 2, 3 or 4.");
    take(quiz::Settle{static_cast<memory::Grade>(*at + 1)});
  }

  void stop() { take(quiz::End{}); }

  // A line typed by a person is never within the reveal's guard, but a script's may be.
  core::Moment now() const {
    core::Moment moment = context_.clock();
    if (const auto* revealed = std::get_if<quiz::Revealed>(&session_.phase()))
      moment.utc_ms = std::max(moment.utc_ms,
                               revealed->at.utc_ms + session_.material().settings.reveal_guard_ms);
    return moment;
  }

  void take(const quiz::Message& message) {
    if (stopped_) return;
    const auto outputs = session_.take(message, now());
    for (const auto& output : outputs)
      if (const auto* leech = std::get_if<quiz::Leech>(&output))
        say("This card has been forgotten " + std::to_string(leech->lapses) +
            " times: consider rewording it, or suspend it with :x.");
    const auto kept = desk_.keep(ledger_, outputs);
    if (kept) return;
    exit_code_ = report(context_, kept.error());
    stopped_ = true;
  }

  int summary() {
    const quiz::Results results = quiz::results(session_, context_.clock());
    const auto comparison = desk_.finish(ledger_, session_);
    if (!comparison) return report(context_, comparison.error());
    say("");
    if (results.answers == 0) {
      say("No answer given; nothing recorded.");
      return exit_good;
    }
    say("Right first time: " + std::to_string(results.right_first) + " of " +
        std::to_string(results.cards) + ".");
    if (session_.material().settings.game_layer)
      say("Points: " + std::to_string(results.points) +
          (comparison->best ? ", your best on this deck." : "."));
    if (results.median_ms) say("Median answer: " + duration(*results.median_ms) + ".");
    for (const quiz::Miss& miss : results.misses)
      say("Missed: " + miss.prompt + " You: " + (miss.given.empty() ? "no answer" : miss.given) +
          ". Right: " + miss.right_answer + ".");
    const std::string next =
        coming(results.next, context_.clock(),
               core::study_day(context_.clock(), session_.material().settings.day_start_minutes));
    if (!next.empty()) say("Next: " + next + ".");
    return exit_good;
  }

  service::Desk& desk_;
  service::Ledger ledger_;
  quiz::Session session_;
  Context& context_;
  std::optional<quiz::Asked> shown_; // the question printed last
  bool announce_ = false;            // the verdict is still to be printed
  bool stopped_ = false;             // the history refused an answer
  int exit_code_ = exit_good;
};

} // namespace

int text_drill(service::Desk& desk, service::Begun begun, Context& context) {
  return TextDrill(desk, std::move(begun), context).run();
}

} // namespace entente::terminal
