// How long each screen takes to open for a learner of three years: 100,000 answers given through
// the program's own sessions by a simulated learner whose memory is a little worse than the model
// believes. FOLDER as argument keeps that learner for the next run (making one takes minutes).

#include "app/program.h"

#include "core/file.h"
#include "core/random.h"
#include "deck/deck_file.h"
#include "quiz/synthetic.h"
#include "support/shared.h"
#include "text/font_typesetter.h"
#include "ui/strings.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>

using namespace entente;
namespace fs = std::filesystem;

namespace {

constexpr int answers_wanted = 100'000;
constexpr int days = 3 * 365;
constexpr int decks = 3, cards_a_deck = 2500, new_a_day = 3;
constexpr double worse_by = 0.25; // of ln(p / (1 - p))
constexpr core::Moment start{1'700'000'000'000, 60};

template <typename T> T must(core::Result<T> result) {
  if (result) return std::move(result).value();
  std::printf("%s\n", core::describe(result.error()).c_str());
  std::exit(1);
}

deck::Deck made_deck(int number) {
  deck::Deck made;
  made.id = "deck-" + std::to_string(number);
  made.title = "Deck " + std::to_string(number);
  made.language = "en";
  made.categories = {{"dates", "Dates", "#4053c4"},
                     {"persons", "Persons", "#0c6b62"},
                     {"quotes", "Quotes", "#86409f"},
                     {"areas", "Areas", "#9a5b0b"}};
  for (int i = 0; i < cards_a_deck; ++i) {
    deck::Card card;
    card.id = "card-" + std::to_string(i);
    card.category = made.categories[static_cast<std::size_t>(i) % 4].id;
    card.prompt =
        "What is number " + std::to_string(i) + " of deck " + std::to_string(number) + "?";
    card.answer.text = "answer " + std::to_string(i);
    for (int wrong = 1; wrong < 4; ++wrong)
      card.wrong.push_back({"answer " + std::to_string((i + wrong) % cards_a_deck), ""});
    card.forms = {deck::Form::choice, deck::Form::typed};
    made.cards.push_back(std::move(card));
  }
  return made;
}

bool knows(const quiz::Question& question, core::Random& random) {
  if (question.first_sight || !question.recall) return random.unit() < 0.6;
  const double odds = std::log(*question.recall / std::max(1e-6, 1 - *question.recall)) - worse_by;
  return random.unit() < 1 / (1 + std::exp(-odds));
}

// One drill of one deck; gives its number of answers.
int drill(service::Desk& desk, const std::string& deck, std::int64_t& now_ms,
          core::Random& random) {
  auto begun = must(desk.begin(deck, {quiz::Mode::drill, {}, 1 + random.next(), {}}));
  const auto now = [&] { return core::Moment{now_ms, start.offset_minutes}; };
  while (!std::holds_alternative<quiz::Finished>(begun.session.phase())) {
    now_ms += 2000 + random.below(6000);
    quiz::Message message = quiz::GoOn{};
    if (const auto* asked = std::get_if<quiz::Asked>(&begun.session.phase()))
      message = quiz::Answer{knows(asked->question, random) ? tests::right_answer(begun.session)
                                                            : tests::wrong_answer(begun.session)};
    else if (std::holds_alternative<quiz::Revealed>(begun.session.phase()))
      message = quiz::Settle{};
    must(desk.keep(begun.ledger, begun.session.take(message, now())));
  }
  if (!begun.session.answers().empty()) must(desk.finish(begun.ledger, begun.session));
  return static_cast<int>(begun.session.answers().size());
}

// Fills the folder; gives the moment at which the learner comes back.
void live(const fs::path& data) {
  fs::create_directories(data / "decks");
  for (int i = 0; i < decks; ++i)
    must(deck::write_deck_file(made_deck(i),
                               data / "decks" / ("deck-" + std::to_string(i) + ".xml")));
  service::Settings settings;
  settings.quiz.new_cards_a_day = new_a_day;
  must(service::save_settings(data, settings));
  std::int64_t now_ms = start.utc_ms;
  auto desk = must(service::Desk::open(
      {data, data / "none", [&now_ms] { return core::Moment{now_ms, start.offset_minutes}; }}));
  core::Random random(11);
  int answers = 0;
  for (int day = 0; day < days || answers < answers_wanted; ++day) {
    now_ms = start.utc_ms + day * core::ms_per_day + random.below(6) * core::ms_per_hour;
    for (int i = 0; i < decks; ++i)
      answers += drill(desk, "deck-" + std::to_string(i), now_ms, random);
    if (day % 100 == 0) std::fprintf(stderr, "day %d: %d answers\n", day, answers);
  }
}

core::Moment last_moment(const fs::path& data) {
  auto desk = must(service::Desk::open({data, data / "none", [] { return start; }}));
  history::Filter last;
  last.latest = 1;
  const auto rows = must(desk.history().rows(last));
  core::Moment at = rows.empty() ? start : rows.back().at;
  at.utc_ms += 12 * core::ms_per_hour;
  return at;
}

class Window {
public:
  Window(const fs::path& data, core::Moment now)
      : desk_(must(service::Desk::open({data, data / "none", [now] { return now; }}))),
        handlers_(desk_, data, data, {}),
        program_(desk_, handlers_, typesetter_),
        atlas_(typesetter_),
        list_(atlas_) {
    program_.resize(1280, 800);
    program_.start({});
    program_.paint(list_);
  }

  // `from`: the screen on which it is opened.
  void print(const char* what, const std::function<void(app::Program&)>& open,
             screens::RailPlace from = screens::RailPlace::keys) {
    std::vector<double> taken;
    for (int i = 0; i < 7; ++i) {
      program_.send(screens::GoTo{from});
      program_.paint(list_);
      const auto begun = std::chrono::steady_clock::now();
      open(program_);
      program_.paint(list_);
      taken.push_back(
          std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begun)
              .count());
    }
    std::ranges::sort(taken);
    std::printf("%-34s %8.1f ms median, %8.1f least\n", what, taken[taken.size() / 2], taken[0]);
  }

private:
  service::Desk desk_;
  text::FontTypesetter typesetter_;
  service::Handlers handlers_;
  app::Program program_;
  text::GlyphAtlas atlas_;
  draw::DrawList list_;
};

std::function<void(app::Program&)> place(screens::RailPlace where) {
  return [where](app::Program& program) { program.send(screens::GoTo{where}); };
}

void use_english() {
  const auto text = must(core::read_file(tests::root() / "assets/strings/en.strings", 1U << 20U));
  ui::use_strings(must(ui::Strings::parse(text, "en.strings", "en")));
}

} // namespace

int main(int count, char** words) {
  const bool keep = count > 1;
  const fs::path data =
      keep ? fs::path(words[1]) : fs::temp_directory_path() / "entente-screens-bench";
  use_english();
  if (!fs::exists(data / "history.db")) live(data);
  const core::Moment now = last_moment(data);
  Window window(data, now);
  window.print("Today", place(screens::RailPlace::today));
  window.print("Decks", place(screens::RailPlace::decks));
  window.print("Exam", place(screens::RailPlace::exam));
  window.print("Progress, 90 days", place(screens::RailPlace::progress));
  window.print(
      "Progress, all",
      [](app::Program& program) {
        program.send(screens::ProgressMessage{screens::ChooseRange{{"", 0}}});
      },
      screens::RailPlace::progress);
  window.print(
      "A card's story",
      [](app::Program& program) {
        program.send(screens::ProgressMessage{screens::OpenStory{"deck-0", "card-1"}});
      },
      screens::RailPlace::progress);
  window.print("Settings", place(screens::RailPlace::settings));
  if (!keep) fs::remove_all(data);
}
