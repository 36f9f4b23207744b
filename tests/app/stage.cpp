#include "app/stage.h"

#include "quiz/synthetic.h"
#include "support/shared.h"
#include "ui/strings.h"

#include <doctest/doctest.h>

#include <fstream>

namespace entente::tests {

namespace fs = std::filesystem;

void use_english() {
  std::ifstream in(root() / "assets/strings/en.strings");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto strings = ui::Strings::parse(text, "en.strings", "en");
  REQUIRE(strings);
  ui::use_strings(std::move(*strings));
}

service::Desk Stage::open() {
  use_english();
  auto opened =
      service::Desk::open({data, root() / "decks", [this] { return core::Moment{time, 0}; }});
  REQUIRE(opened);
  return std::move(*opened);
}

namespace {

fs::path with_past(Past past) {
  const fs::path data = fresh_folder();
  give_past(data, past);
  return data;
}

fs::path copy_of(const fs::path& folder) {
  const fs::path data = fresh_folder();
  fs::copy(folder, data, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  return data;
}

} // namespace

void Stage::show(float width, float height) {
  program.resize(width, height);
  program.start({});
}

Stage::Stage(text::Typesetter& typesetter, Past past, float width, float height)
    : data(with_past(past)),
      desk(open()),
      handlers(desk, data, data, {}),
      program(desk, handlers, typesetter) {
  show(width, height);
}

Stage::Stage(text::Typesetter& typesetter, const Stage& before)
    : data(copy_of(before.data)),
      time(before.time),
      desk(open()),
      handlers(desk, data, data, {}),
      program(desk, handlers, typesetter) {
  show(1280, 800);
}

void Stage::press(ui::Key key, ui::Mods mods) {
  time += 3000;
  static std::uint32_t code = 1;
  [[maybe_unused]] const auto down = program.handle(ui::KeyDown{key, mods, ++code});
  [[maybe_unused]] const auto up = program.handle(ui::KeyUp{code});
}

void Stage::type(const std::string& utf8) {
  [[maybe_unused]] const auto outcome = program.handle(ui::TextInput{utf8});
}

void Stage::click(const std::string& id) {
  const auto* placed = program.frame().find(id);
  REQUIRE_MESSAGE(placed != nullptr, "nothing is called ", id);
  REQUIRE_MESSAGE(!placed->clip.empty(), id, " cannot be seen");
  const draw::Point at{placed->clip.x + placed->clip.width / 2,
                       placed->clip.y + placed->clip.height / 2};
  time += 3000;
  [[maybe_unused]] const auto moved = program.handle(ui::PointerMove{at});
  [[maybe_unused]] const auto down = program.handle(ui::PointerDown{at});
  [[maybe_unused]] const auto up = program.handle(ui::PointerUp{at});
}

void Stage::pass(std::int64_t ms) {
  time += ms;
  program.tick();
}

void Stage::add_deck(const std::string& file) {
  program.start({root() / "tests/app/decks" / file});
}

void Stage::drill(const std::string& deck, const std::string& card, quiz::Mode mode) {
  quiz::Selection selection;
  selection.cards = {card};
  send(screens::Start{deck, mode, selection});
}

void Stage::answer(bool right) {
  REQUIRE(at<screens::DrillPage>());
  const auto& session = std::get<screens::DrillPage>(model().page).session;
  time += 4000;
  send(screens::DrillMessage{
      screens::Quizzed{quiz::Answer{right ? right_answer(session) : wrong_answer(session)}}});
  time += 1000;
}

void Stage::answer_in_exam(bool right) {
  REQUIRE(at<screens::ExamPage>());
  const auto& exam = std::get<screens::ExamPage>(model().page).exam;
  quiz::Asked asked;
  asked.question = exam.state().items[exam.state().at].question;
  send(screens::ExamMessage{
      screens::Examined{quiz::GiveExamAnswer{answer_to(exam.material(), asked, right)}}});
}

bool Stage::shows(const std::string& words) {
  return program.describe().find(words) != std::string::npos;
}

int Stage::answers() { return desk.history().counts().value_or({}).answers; }

} // namespace entente::tests
