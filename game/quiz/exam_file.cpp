#include "quiz/exam_file.h"

#include "deck/names.h"
#include "quiz/fields.h"

#include <algorithm>

namespace entente::quiz {

namespace {

constexpr std::string_view magic = "entente-exam";
constexpr int version = 1;

// ---- writing ----

std::string header(const ExamState& state) {
  const ExamPlan& plan = state.plan;
  std::string text = LineWriter().word(magic).number(version).line();
  text += LineWriter()
              .word("plan")
              .number(plan.questions)
              .number(plan.limit_ms)
              .number(int(plan.certainty))
              .number(plan.seed)
              .line();
  text += LineWriter()
              .word("state")
              .number(state.started.utc_ms)
              .number(state.started.offset_minutes)
              .number(state.at)
              .number(int(state.phase))
              .number(int(state.time_up))
              .number(state.used_ms)
              .line();
  return text;
}

std::string selection_lines(const ExamPlan& plan) {
  const Selection& selection = plan.selection;
  std::string text;
  const auto lines = [&](std::string_view name, const std::vector<std::string>& words) {
    for (const std::string& word : words) text += LineWriter().word(name).word(word).line();
  };
  lines("category", selection.categories);
  lines("tag", selection.tags);
  lines("card", selection.cards);
  if (!selection.search.empty()) lines("search", {selection.search});
  if (selection.missed) text += LineWriter().word("missed").line();
  for (const deck::Form form : plan.forms) lines("form", {std::string(deck::name(form))});
  return text;
}

std::string question_lines(const Question& question) {
  LineWriter line;
  line.word("question").word(question.card_id).word(deck::name(question.form));
  line.word(question.prompt).word(question.before).word(question.after);
  line.number(int(question.first_sight));
  if (question.recall) line.number(*question.recall);
  std::string text = line.line();
  for (const Option& option : question.options)
    text += LineWriter()
                .word("option")
                .number(option.home)
                .word(option.text)
                .word(option.reason)
                .line();
  for (const std::string& left : question.lefts)
    text += LineWriter().word("left").word(left).line();
  return text;
}

std::string given_line_of(const ExamItem& item) {
  LineWriter line;
  line.word("given").number(item.answered.utc_ms).number(item.answered.offset_minutes);
  line.number(item.given->index());
  if (const auto* chosen = std::get_if<Chosen>(&*item.given)) line.number(chosen->option);
  if (const auto* typed = std::get_if<Typed>(&*item.given)) line.word(typed->text);
  if (const auto* ordered = std::get_if<Ordered>(&*item.given)) line.indices(ordered->options);
  if (const auto* matched = std::get_if<Matched>(&*item.given)) line.indices(matched->options);
  return line.line();
}

std::string item_lines(const ExamItem& item) {
  std::string text = question_lines(item.question);
  LineWriter line;
  line.word("item").number(item.spent_ms).number(int(item.flagged));
  if (item.certainty) line.number(int(*item.certainty));
  text += line.line();
  if (item.given) text += given_line_of(item);
  return text;
}

// ---- reading ----

class ExamReader {
public:
  explicit ExamReader(const deck::Deck& deck) : deck_(deck) {}

  // False: the line cannot be.
  bool read(std::string_view text) {
    LineReader line(text);
    const std::string what = line.word();
    if (what == "plan")
      plan(line);
    else if (what == "state")
      state(line);
    else if (what == "question")
      question(line);
    else if (what == "option" || what == "left" || what == "item" || what == "given")
      part(what, line);
    else
      selection(what, line);
    return line.good() && line.at_end();
  }

  // False: an answer does not fit its question, or the item looked at is not there.
  bool finish() {
    ExamState& state = restored_.state;
    const bool sound = std::ranges::all_of(state.items, [](const ExamItem& item) {
      return homes_are_sound(item.question) && (!item.given || fits(item.question, 0, *item.given));
    });
    state.items.erase(std::remove_if(state.items.begin(), state.items.end(),
                                     [this](const ExamItem& item) {
                                       return item.question.card >= deck_.cards.size();
                                     }),
                      state.items.end());
    if (state.at >= state.items.size()) state.at = 0;
    return sound;
  }

  RestoredExam take() { return std::move(restored_); }

private:
  static bool homes_are_sound(const Question& question) {
    std::vector<std::size_t> homes;
    for (const Option& option : question.options) homes.push_back(option.home);
    if (question.form == deck::Form::choice) return std::ranges::count(homes, 0U) == 1;
    std::ranges::sort(homes);
    for (std::size_t i = 0; i < homes.size(); ++i)
      if (homes[i] != i) return false;
    return question.form != deck::Form::match || question.lefts.size() == homes.size();
  }

  void plan(LineReader& line) {
    ExamPlan& plan = restored_.state.plan;
    plan.questions = line.number<int>();
    plan.limit_ms = line.number<std::int64_t>();
    plan.certainty = line.flag();
    plan.seed = line.number<std::uint64_t>();
  }

  void state(LineReader& line) {
    ExamState& state = restored_.state;
    state.started.utc_ms = line.number<std::int64_t>();
    state.started.offset_minutes = line.number<int>();
    state.at = line.number<std::size_t>();
    const int phase = line.number<int>();
    if (phase < 0 || phase > int(ExamPhase::handed_in)) line.refuse();
    // The time since it was last looked at is not its learner's: what ran is paused.
    state.phase = phase == int(ExamPhase::handed_in) ? ExamPhase::handed_in : ExamPhase::paused;
    state.time_up = line.flag();
    state.used_ms = line.number<std::int64_t>();
    if (state.used_ms < 0) line.refuse();
  }

  void selection(const std::string& what, LineReader& line) {
    Selection& selection = restored_.state.plan.selection;
    if (what == "category")
      selection.categories.push_back(line.word());
    else if (what == "tag")
      selection.tags.push_back(line.word());
    else if (what == "card")
      selection.cards.push_back(line.word());
    else if (what == "search")
      selection.search = line.word();
    else if (what == "missed")
      selection.missed = true;
    else if (what == "form")
      restored_.state.plan.forms.push_back(form(line));
    else
      line.refuse();
  }

  static deck::Form form(LineReader& line) {
    const auto found = deck::find_form(line.word());
    if (!found) line.refuse();
    return found.value_or(deck::Form::choice);
  }

  void question(LineReader& line) {
    Question question;
    question.card_id = line.word();
    const auto card = std::ranges::find(deck_.cards, question.card_id, &deck::Card::id);
    question.card = static_cast<std::size_t>(card - deck_.cards.begin());
    restored_.dropped += card == deck_.cards.end() ? 1 : 0;
    question.form = form(line);
    if (question.form == deck::Form::flip) line.refuse();
    question.prompt = line.word();
    question.before = line.word();
    question.after = line.word();
    question.first_sight = line.flag();
    if (!line.at_end()) question.recall = std::clamp(line.number<double>(), 0.0, 1.0);
    restored_.state.items.push_back({std::move(question), {}, {}, false, 0, {}});
  }

  void part(const std::string& what, LineReader& line) {
    if (restored_.state.items.empty()) return line.refuse();
    ExamItem& item = restored_.state.items.back();
    if (what == "option")
      option(item.question, line);
    else if (what == "left")
      item.question.lefts.push_back(line.word());
    else if (what == "given")
      given(item, line);
    else
      about(item, line);
  }

  static void option(Question& question, LineReader& line) {
    Option option;
    option.home = line.number<std::size_t>();
    option.text = line.word();
    option.reason = line.word();
    question.options.push_back(std::move(option));
  }

  static void about(ExamItem& item, LineReader& line) {
    item.spent_ms = line.number<std::int64_t>();
    item.flagged = line.flag();
    if (line.at_end()) return;
    const int level = line.number<int>();
    if (level < 0 || level > int(Certainty::high)) return line.refuse();
    item.certainty = static_cast<Certainty>(level);
  }

  static void given(ExamItem& item, LineReader& line) {
    item.answered.utc_ms = line.number<std::int64_t>();
    item.answered.offset_minutes = line.number<int>();
    switch (line.number<std::size_t>()) { // the place of the kind in Given
    case 0:
      item.given = Chosen{line.number<std::size_t>()};
      break;
    case 1:
      item.given = Typed{line.word()};
      break;
    case 3:
      item.given = Ordered{line.indices()};
      break;
    case 4:
      item.given = Matched{line.indices()};
      break;
    case 5:
      item.given = DontKnow{};
      break;
    default:
      line.refuse();
    }
  }

  const deck::Deck& deck_;
  RestoredExam restored_;
};

core::Error damaged(std::size_t line) {
  return {core::ErrorCode::malformed,
          "The saved exam cannot be read at line " + std::to_string(line) + ".", "",
          "Begin a new one."};
}

} // namespace

std::string save_exam(const ExamState& state) {
  std::string text = header(state) + selection_lines(state.plan);
  for (const ExamItem& item : state.items) text += item_lines(item);
  return text;
}

core::Result<RestoredExam> restore_exam(const deck::Deck& deck, std::string_view text) {
  ExamReader reader(deck);
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    if (number > 0) {
      if (!reader.read(line)) return damaged(number + 1);
      continue;
    }
    LineReader first(line);
    if (first.word() != magic) return damaged(1);
    if (first.number<int>() != version)
      return core::Error{core::ErrorCode::unsupported,
                         "The exam was saved by a newer version of this program.", "",
                         "Open it there, or begin a new one."};
  }
  if (number == 0 || !reader.finish()) return damaged(number);
  return reader.take();
}

} // namespace entente::quiz
