#include "app/scenes.h"

#include "support/shared.h"

#include <chrono>
#include <fstream>
#include <thread>

namespace entente::tests {

using screens::DecksMessage;
using screens::DrillMessage;
using screens::GoTo;
using screens::RailPlace;
using ui::Key;

namespace {

constexpr const char* shipped = "russia-china-2021";

void stay(Stage&) {}

std::function<void(Stage&)> place(RailPlace place) {
  return [place](Stage& stage) { stage.send(GoTo{place}); };
}

// A drill of one card of forms.xml, then what is done there.
std::function<void(Stage&)> form(const std::string& card, std::function<void(Stage&)> then = stay) {
  return [card, then](Stage& stage) {
    stage.add_deck("forms.xml");
    stage.drill("forms", card);
    then(stage);
  };
}

void right(Stage& stage) { stage.answer(true); }
void wrong(Stage& stage) { stage.answer(false); }

std::function<void(Stage&)> typing(const std::string& words) {
  return [words](Stage& stage) { stage.type(words); };
}

void whole_drill(Stage& stage, int most, bool always_right) {
  stage.press(Key::enter);
  for (int i = 0; i < most && stage.at<screens::DrillPage>(); ++i) {
    const auto& session = std::get<screens::DrillPage>(stage.model().page).session;
    if (std::holds_alternative<quiz::Asked>(session.phase()))
      stage.answer(always_right || i % 5 != 1);
    else
      stage.press(Key::space);
  }
  if (stage.at<screens::DrillPage>()) stage.press(Key::escape);
}

std::vector<Scene> of_today() {
  return {
      {"today-new",
       Past::none,
       stay,
       {R"(heading "Good morning. Your deck is ready.")", R"(button "Start drill")"}},
      {"today-one-day", Past::one_day, stay, {R"(button "Start drill")"}},
      {"today-months", Past::months, stay, {R"(button "Start drill")"}},
      {"today-nothing-due",
       Past::one_day,
       [](Stage& stage) {
         stage.change_settings([](auto& settings) { settings.quiz.new_cards_a_day = 0; });
         whole_drill(stage, 200, true);
         stage.press(Key::enter);
       },
       {R"(heading "Good morning. Nothing is due.")", R"(button "Start drill" disabled)"}},
      {"today-no-deck",
       Past::none,
       [](Stage& stage) {
         for (const auto& deck : std::vector(stage.model().standing.decks))
           stage.send(screens::Carry{service::RemoveDeck{deck.file.path}});
       },
       {R"(button "Add a deck…")"}},
  };
}

void many_decks(Stage& stage) {
  stage.add_deck("forms.xml");
  stage.add_deck("faulty.xml");
  stage.add_deck("broken.xml");
  stage.send(screens::CloseDialog{});
  stage.send(GoTo{RailPlace::decks});
}

std::vector<Scene> of_the_rail() {
  return {
      {"decks-new", Past::none, place(RailPlace::decks), {R"(button "Add a deck…")"}},
      {"decks-many", Past::months, many_decks, {R"(button "Reset progress…")"}},
      {"decks-reset-done",
       Past::months,
       [](Stage& stage) {
         stage.send(GoTo{RailPlace::decks});
         stage.send(screens::Carry{service::ResetProgress{shipped, ""}});
       },
       {R"(button "Undo")"}},
      {"decks-suspended",
       Past::none,
       [](Stage& stage) {
         stage.press(Key::enter), stage.press(Key::f6), stage.press(Key::escape);
         stage.send(GoTo{RailPlace::decks});
       },
       {R"(button "Show…")"}},
      {"settings", Past::none, place(RailPlace::settings), {R"(heading "Settings")"}},
      {"keys", Past::none, place(RailPlace::keys), {R"(heading "Keys")"}},
  };
}

std::vector<Scene> of_the_drill() {
  return {
      {"drill-first", Past::none, [](Stage& stage) { stage.press(Key::enter); }, {}},
      {"drill-choice", Past::none, form("choice"), {R"(list "Options")"}},
      {"drill-choice-hint",
       Past::none,
       form("choice", [](Stage& stage) { stage.press(Key::f2); }),
       {}},
      {"drill-choice-right", Past::none, form("choice", right), {R"(button "Continue")"}},
      {"drill-choice-wrong", Past::none, form("choice", wrong), {R"(button "Continue")"}},
      {"drill-long", Past::none, form("long-choice"), {}},
      {"drill-long-wrong", Past::none, form("long-choice", wrong), {}},
      {"drill-typed", Past::none, form("typed"), {R"(button "Check")"}},
      {"drill-typed-right", Past::none, form("typed", right), {}},
      {"drill-typed-wrong", Past::none, form("typed", wrong), {}},
      {"drill-typed-almost",
       Past::none,
       form("typed", [](Stage& stage) { stage.type("Tensing Norgay"), stage.press(Key::enter); }),
       {}},
      {"drill-typed-unknown",
       Past::none,
       form("typed", [](Stage& stage) { stage.press(Key::f3); }),
       {}},
      {"drill-cyrillic", Past::none, form("cyrillic", typing("Москва")), {}},
      {"drill-chinese", Past::none, form("chinese", typing("北京")), {}},
      {"drill-arabic", Past::none, form("arabic", typing("القاهرة")), {}},
      {"drill-arabic-right", Past::none, form("arabic", right), {}},
      {"drill-hindi", Past::none, form("hindi", typing("नई दिल्ली")), {}},
      {"drill-flip", Past::none, form("flip"), {R"(button "Show the answer")"}},
      {"drill-flip-turned", Past::none, form("flip", right), {}},
      {"drill-cloze", Past::none, form("cloze"), {R"(button "Check")"}},
      {"drill-cloze-right", Past::none, form("cloze", right), {}},
      {"drill-order", Past::none, form("order"), {}},
      {"drill-order-half",
       Past::none,
       form("order", [](Stage& stage) { stage.press(Key::digit_2), stage.press(Key::digit_1); }),
       {}},
      {"drill-order-wrong", Past::none, form("order", wrong), {}},
      {"drill-match", Past::none, form("match"), {}},
      {"drill-match-half",
       Past::none,
       form("match", [](Stage& stage) { stage.press(Key::digit_1); }),
       {}},
      {"drill-match-right", Past::none, form("match", right), {}},
      {"drill-months", Past::months, [](Stage& stage) { stage.press(Key::enter); }, {}},
      {"drill-months-right",
       Past::months,
       [](Stage& stage) { stage.press(Key::enter), stage.answer(true); },
       {}},
      {"drill-waiting",
       Past::none,
       form("choice", [](Stage& stage) { stage.answer(false), stage.press(Key::space); }),
       {R"(button "Go on now")"}},
      {"quick-clock",
       Past::months,
       [](Stage& stage) { stage.press(Key::q), stage.pass(3000); },
       {}},
  };
}

std::vector<Scene> of_results() {
  return {
      {"results-first",
       Past::none,
       [](Stage& stage) { whole_drill(stage, 24, false); },
       {R"(button "Done")", R"(button "Review misses")"}},
      {"results-months", Past::months, [](Stage& stage) { whole_drill(stage, 80, false); }, {}},
      {"results-all-right", Past::months, [](Stage& stage) { whole_drill(stage, 200, true); }, {}},
      {"results-plain",
       Past::months,
       [](Stage& stage) {
         stage.change_settings([](auto& settings) { settings.quiz.game_layer = false; });
         whole_drill(stage, 30, false);
       },
       {}},
      {"reading",
       Past::none,
       [](Stage& stage) { stage.send(screens::StartReading{shipped, {}}); },
       {R"(button "Next")", R"(button "Back" disabled)"}},
  };
}

// What the worker has to do is done, and shown.
void work(Stage& stage) {
  while (!stage.handlers.idle()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  stage.program.take_work();
}

// A seminar set by the dialog, which stays open.
void set_seminar(Stage& stage, int days, int minutes) {
  stage.press(Key::d);
  stage.send(screens::SeminarMessage{screens::SetSeminarDays{days}});
  stage.send(screens::SeminarMessage{screens::SetSeminarMinutes{minutes}});
  work(stage);
}

std::function<void(Stage&)> seminar(int days, int minutes, int days_later = 0) {
  return [=](Stage& stage) {
    set_seminar(stage, days, minutes);
    stage.send(screens::CloseDialog{});
    stage.time += days_later * core::ms_per_day;
    stage.send(GoTo{RailPlace::today});
    work(stage);
  };
}

std::vector<Scene> of_the_seminar() {
  return {
      {"seminar-week", Past::months, seminar(5, 15), {R"(button "Change…")"}},
      {"seminar-month", Past::months, seminar(33, 10), {R"(button "Change…")"}},
      {"seminar-tight", Past::none, seminar(4, 5), {R"(link "which?")"}},
      {"seminar-left",
       Past::none,
       [](Stage& stage) {
         seminar(4, 5)(stage);
         stage.send(screens::SeminarMessage{screens::ShowLeftCards{shipped}});
       },
       {R"(button "Close")"}},
      {"seminar-day", Past::months, seminar(3, 15, 3), {}},
      {"seminar-over", Past::months, seminar(3, 15, 5), {R"(button "Most of it")"}},
      {"seminar-told",
       Past::months,
       [](Stage& stage) {
         seminar(3, 15, 5)(stage);
         stage.send(screens::SeminarMessage{screens::TellHowItWent{shipped, 0.8}});
       },
       {R"(button "Set the day…")"}},
      {"dialog-seminar",
       Past::months,
       [](Stage& stage) { set_seminar(stage, 9, 15); },
       {R"(button "Done")", R"(button "+1 week")"}},
      {"dialog-memory",
       Past::months,
       [](Stage& stage) {
         stage.send(screens::MemoryMessage{screens::OpenMemory{shipped}});
         work(stage);
       },
       {R"(button "Close")"}},
      {"settings-fitted",
       Past::months,
       [](Stage& stage) {
         work(stage);
         stage.send(GoTo{RailPlace::settings});
       },
       {}},
  };
}

// An exam of twenty questions, some answered.
void passage(Stage& stage, bool attached) {
  if (attached) {
    std::string words;
    for (int i = 1; i <= 8; ++i)
      words += "Paragraph " + std::to_string(i) +
               ": a river carries what it is given, slowly in the plain and fast in the hills, and "
               "leaves it where it grows tired.\n\n";
    stage.send(screens::Carry{service::AttachText{"forms", "talk", "", words}});
  }
  form("choice", right)(stage);
  stage.press(Key::f11);
}

void exam(Stage& stage, bool certain = false) {
  stage.send(GoTo{RailPlace::exam});
  if (certain) stage.send(screens::ExamMessage{screens::ToggleExamCertainty{}});
  stage.press(Key::enter);
}

void handed_in(Stage& stage) {
  exam(stage, true);
  for (int i = 0; i < 12; ++i) {
    stage.press(Key::digit_1), stage.press(Key::digit_2), stage.press(Key::digit_3);
    stage.press(Key::digit_3, {.alt = true}), stage.press(Key::page_down);
  }
  stage.press(Key::f2), stage.press(Key::f5), stage.press(Key::enter, {.ctrl = true});
}

void game(Stage& stage, Key which, bool settled) {
  stage.press(Key::g), stage.press(which);
  for (int i = 0; i < 3; ++i) stage.press(Key(int(Key::digit_1) + i));
  if (!settled) return;
  for (int i = 3; i < 6; ++i) stage.press(Key(int(Key::digit_1) + i));
  stage.press(Key::enter);
}

std::vector<Scene> of_the_exam() {
  return {
      {"exam-none", Past::none, place(RailPlace::exam), {R"(button "Begin the exam")"}},
      {"exam-certainty",
       Past::months,
       [](Stage& stage) {
         stage.send(GoTo{RailPlace::exam});
         stage.send(screens::ExamMessage{screens::ToggleExamCertainty{}});
       },
       {}},
      {"exam-sitting",
       Past::months,
       [](Stage& stage) { exam(stage, true), stage.press(Key::digit_2); },
       {R"(button "Next")"}},
      {"exam-review",
       Past::none,
       [](Stage& stage) { exam(stage), stage.press(Key::f2), stage.press(Key::f5); },
       {R"(button "Hand in")"}},
      {"exam-paused",
       Past::none,
       [](Stage& stage) { exam(stage), stage.press(Key::escape); },
       {R"(button "Go on")"}},
      {"exam-report", Past::months, handed_in, {R"(button "New exam")"}},
      {"exam-past",
       Past::months,
       [](Stage& stage) { handed_in(stage), stage.press(Key::f6); },
       {R"(list "Past exams")"}},
  };
}

std::vector<Scene> of_progress() {
  return {
      {"progress-none", Past::none, place(RailPlace::progress), {R"(heading "Progress")"}},
      {"progress-one-day", Past::one_day, place(RailPlace::progress), {R"(heading "Progress")"}},
      {"progress-months",
       Past::months,
       [](Stage& stage) {
         stage.send(GoTo{RailPlace::progress});
         stage.send(screens::ProgressMessage{screens::PointAt{"recall", 3}});
       },
       {R"(heading "Progress")"}},
      {"progress-tables",
       Past::months,
       [](Stage& stage) { stage.send(GoTo{RailPlace::progress}), stage.press(Key::f2); },
       {R"(button "As charts")"}},
      {"progress-story",
       Past::months,
       [](Stage& stage) {
         stage.send(GoTo{RailPlace::progress});
         const auto& page = std::get<screens::ProgressPage>(stage.model().page);
         const auto hard = page.statistics->hard.front();
         stage.send(screens::ProgressMessage{screens::OpenStory{hard.deck, hard.card}});
       },
       {R"(button "Drill this card")"}},
      {"dialog-games", Past::none, [](Stage& stage) { stage.press(Key::g); }, {}},
      {"game-timeline",
       Past::none,
       [](Stage& stage) { game(stage, Key::digit_1, false); },
       {R"(button "Check")"}},
      {"game-timeline-settled",
       Past::none,
       [](Stage& stage) { game(stage, Key::digit_1, true); },
       {R"(button "Next board")"}},
      {"game-who", Past::months, [](Stage& stage) { game(stage, Key::digit_2, false); }, {}},
      {"game-match-settled",
       Past::months,
       [](Stage& stage) { game(stage, Key::digit_3, true); },
       {}},
  };
}

std::vector<Scene> of_dialogs() {
  return {
      {"dialog-error",
       Past::none,
       [](Stage& stage) { stage.add_deck("broken.xml"); },
       {R"(button "Close")"}},
      {"dialog-problems",
       Past::none,
       [](Stage& stage) {
         stage.add_deck("faulty.xml");
         stage.send(DecksMessage{screens::ShowProblems{root() / "tests/app/decks/faulty.xml"}});
       },
       {R"(button "Close")"}},
      {"dialog-reset",
       Past::months,
       [](Stage& stage) { stage.send(screens::AskReset{shipped, ""}); },
       {R"(button "Reset")"}},
      {"dialog-remove",
       Past::none,
       [](Stage& stage) {
         stage.send(DecksMessage{screens::AskRemove{stage.model().standing.decks[0].file.path}});
       },
       {R"(button "Take off")"}},
      {"dialog-export",
       Past::none,
       [](Stage& stage) {
         stage.send(GoTo{RailPlace::decks});
         stage.send(DecksMessage{screens::AskHandOut{"forms", "Every form", false}});
       },
       {R"(button "Anki package")"}},
      {"dialog-print",
       Past::none,
       [](Stage& stage) {
         stage.send(GoTo{RailPlace::decks});
         stage.send(DecksMessage{screens::AskHandOut{"forms", "Every form", true}});
       },
       {R"(button "Quiz paper, form A")"}},
      {"dialog-narrow",
       Past::months,
       [](Stage& stage) { stage.send(DecksMessage{screens::AskNarrow{shipped}}); },
       {R"(button "Start drill")"}},
      {"dialog-points",
       Past::months,
       [](Stage& stage) {
         stage.press(Key::enter), stage.answer(true), stage.press(Key::space);
         stage.answer(true), stage.press(Key::f12);
       },
       {R"(button "Close")"}},
      {"dialog-suspended",
       Past::none,
       [](Stage& stage) {
         stage.press(Key::enter), stage.press(Key::f6), stage.press(Key::f6);
         stage.press(Key::escape);
         stage.send(DecksMessage{screens::ShowSuspended{shipped}});
       },
       {R"(button "Bring back)"}},
      {"dialog-chooser",
       Past::none,
       [](Stage& stage) {
         stage.send(screens::ChooserMessage{screens::OpenChooser{}});
         stage.send(
             screens::ChooserMessage{screens::ChooserPick{root() / "tests/app/decks", true}});
       },
       {R"(button "Open")"}},
      {"dialog-passage",
       Past::none,
       [](Stage& stage) { passage(stage, true); },
       {R"(button "Close")"}},
      {"dialog-passage-none",
       Past::none,
       [](Stage& stage) { passage(stage, false); },
       {R"(button "Attach the text…")"}},
      {"dialog-keys",
       Past::none,
       form("choice", [](Stage& stage) { stage.press(Key::f1); }),
       {R"(button "Close")"}},
  };
}

// The shipped deck opened in the Workshop, the check done, then what is done there.
std::function<void(Stage&)> workshop(std::function<void(Stage&)> then = stay) {
  return [then](Stage& stage) {
    stage.send(screens::WorkshopMessage{
        screens::OpenWorkshopDeck{root() / "decks/russia-china-2021.xml", true}});
    for (int turn = 0; turn < 40; ++turn) stage.pass(20);
    then(stage);
  };
}

std::function<void(Stage&)> in_workshop(const std::vector<screens::WorkshopMessage>& messages) {
  return workshop([messages](Stage& stage) {
    for (const auto& message : messages) stage.send(message);
    for (int turn = 0; turn < 5; ++turn) stage.pass(20);
  });
}

constexpr const char* short_article =
    "Harbour town votes for a longer quay\n"
    "The council of Port Ansel decided to build a second quay on 3 March 2020.\n"
    "“We will not borrow a single coin for this quay,” said Mayor Ines Calder.\n"
    "Harbour master Tomas Reyle called the plan “a late gift to our grandchildren”.\n"
    "The quay will be 420 metres long and is to be finished in June 2024.\n";

std::function<void(Stage&)> drafting(const std::vector<screens::DraftMessage>& messages) {
  return [messages](Stage& stage) {
    stage.send(screens::DraftMessage{screens::AskForText{}});
    stage.send(screens::DraftMessage{screens::PasteTyped{short_article}});
    stage.send(screens::DraftMessage{screens::UsePasted{}});
    for (const auto& message : messages) stage.send(message);
  };
}

std::vector<Scene> of_the_workshop() {
  using namespace screens;
  return {
      {"workshop-start",
       Past::none,
       place(RailPlace::workshop),
       {R"(button "Edit")", R"(button "New deck")"}},
      {"workshop-card", Past::none, workshop(), {R"(button "New card")", R"(button "Try it")"}},
      {"workshop-problems-on-card",
       Past::none,
       in_workshop({SelectCard{"said-threat"}, EditField{CardField::option, 1, "Mr Joe Biden"},
                    EditField{CardField::explanation, 0, ""}}),
       {}},
      {"workshop-set", Past::none, in_workshop({SelectCard{"three-summits"}}), {}},
      {"workshop-pairs", Past::none, in_workshop({SelectCard{"pairs-roles"}}), {}},
      {"workshop-cloze", Past::none, in_workshop({SelectCard{"words-threat"}}), {}},
      {"workshop-new-card", Past::none, in_workshop({AddCard{}}), {}},
      {"workshop-search", Past::none, in_workshop({FilterTyped{"putin"}}), {}},
      {"workshop-no-match", Past::none, in_workshop({FilterTyped{"zzz"}}), {"No card fits."}},
      {"workshop-marked",
       Past::none,
       in_workshop({MarkCard{"reykjavik-date"}, MarkCard{"oil-year"}}),
       {R"(button "Unmark")"}},
      {"workshop-replace", Past::none, in_workshop({ShowPanel{WorkshopPanel::many}}), {}},
      {"workshop-deck", Past::none, in_workshop({ShowPanel{WorkshopPanel::deck}}), {}},
      {"workshop-problems",
       Past::none,
       in_workshop({EditField{CardField::option, 0, "May 20th 2021"}, AddCategory{},
                    ShowPanel{WorkshopPanel::problems}}),
       {}},
      {"workshop-unfinished",
       Past::none,
       [](Stage& stage) {
         in_workshop({AddCard{}})(stage);
         stage.send(screens::Back{});
       },
       {R"(button "Leave without them")"}},
      {"draft-paste",
       Past::none,
       [](Stage& stage) { stage.send(DraftMessage{AskForText{}}); },
       {R"(button "Open a file…")"}},
      {"dialog-attach",
       Past::none,
       [](Stage& stage) {
         stage.add_deck("forms.xml");
         stage.send(DraftMessage{AskForText{screens::PasteDialog::Source{"forms", "talk"}}});
       },
       {R"(button "Attach")", R"(button "Open a file…")"}},
      {"draft-first", Past::none, drafting({}), {R"(button "Keep")", R"(button "Drop")"}},
      {"draft-half",
       Past::none,
       drafting({DraftDecide{Decision::kept}, DraftDecide{Decision::dropped}}),
       {}},
      {"draft-coverage", Past::none, drafting({DraftCoverage{}}), {R"(button "Facts")"}},
  };
}

} // namespace

const std::vector<Scene>& scenes() {
  static const std::vector<Scene> all = [] {
    std::vector<Scene> list;
    for (auto& group : {of_today(), of_the_rail(), of_the_drill(), of_results(), of_the_seminar(),
                        of_the_exam(), of_progress(), of_dialogs(), of_the_workshop()})
      list.insert(list.end(), group.begin(), group.end());
    return list;
  }();
  return all;
}

} // namespace entente::tests
