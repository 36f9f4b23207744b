#include "history/history.h"

#include "history/history_fixture.h"

#include <rapidcheck.h>

#include <algorithm>
#include <map>

using namespace entente;
using namespace entente::history;
using namespace entente::tests;

namespace {

Answer in_session(const std::string& session, const std::string& card, int points,
                  Mode mode = Mode::drill, const std::string& deck = "d") {
  Answer made = answer(card, memory::Grade::good, deck);
  made.session = session;
  made.points = points;
  made.mode = mode;
  return made;
}

Answer wrong(const std::string& card, const std::string& chosen) {
  Answer made = answer(card, memory::Grade::again);
  made.answered = chosen;
  return made;
}

} // namespace

TEST_CASE("days are study days as they were lived, from four o'clock") {
  const Folder folder;
  History history = open(folder.path);
  const core::Day day = core::study_day(moment());
  core::Moment late = core::start_of(day + 1, 60); // 04:00
  must(history.append(moment(), answer("c1")));
  late.utc_ms -= 1;
  must(history.append(late, answer("c2", memory::Grade::again)));
  late.utc_ms += 1;
  must(history.append(late, answer("c3")));
  late.offset_minutes = -300; // lived further west: still the evening before
  must(history.append(late, answer("c4")));
  CHECK(must(history.days()) == std::vector<DayCount>{{day, 3, 2, 12000}, {day + 1, 1, 1, 4000}});
  Filter only;
  only.card = "c3";
  CHECK(must(history.days(only)).size() == 1);
}

TEST_CASE("a streak counts back from today, or from yesterday while today is young") {
  const auto days = [](std::vector<int> numbers) {
    std::vector<DayCount> list;
    for (const int number : numbers) list.push_back({{number}, 1});
    return list;
  };
  CHECK(streak(days({}), {10}) == 0);
  CHECK(streak(days({8, 9, 10}), {10}) == 3);
  CHECK(streak(days({7, 8, 9}), {10}) == 3);
  CHECK(streak(days({6, 7, 8}), {10}) == 0);
  CHECK(streak(days({6, 8, 9, 10}), {10}) == 3);
  CHECK(streak(days({10, 11}), {10}) == 1);
}

TEST_CASE("recall sets what came beside what was promised, practice and first sights apart") {
  const Folder folder;
  History history = open(folder.path);
  CHECK(must(history.recall()) == Recall{0, 0, 0});
  Answer asked = answer("c1", memory::Grade::hard);
  asked.predicted = 0.9;
  must(history.append(moment(0), asked));
  asked.given = memory::Grade::again;
  asked.predicted = 0.5;
  must(history.append(moment(1), asked));
  asked.counts = false;
  must(history.append(moment(2), asked));
  must(history.append(moment(2), answer("c2")));
  const Recall recall = must(history.recall());
  CHECK(recall.asked == 2);
  CHECK(recall.recalled == 1);
  CHECK(recall.predicted == doctest::Approx(0.7));
  Filter later;
  later.from_ms = moment(0.5).utc_ms;
  CHECK(must(history.recall(later)).recalled == 0);
}

TEST_CASE("sessions: newest first, with their boundaries, bonus and undone answers left out") {
  const Folder folder;
  History history = open(folder.path);
  must(history.append(moment(0), SessionStart{"one", "d", Mode::quick}));
  for (int each = 0; each < 3; ++each)
    must(history.append(moment(0, 1000 * (each + 1)),
                        in_session("one", "c" + std::to_string(each), 10, Mode::quick)));
  must(history.append(moment(0, 9000), SessionEnd{"one", 5}));
  must(history.append(moment(1), SessionStart{"empty", "d", Mode::drill}));
  must(history.append(moment(2), in_session("two", "c1", 40)));
  must(history.append(moment(2, 10), in_session("two", "c1", 20, Mode::drill, "e")));
  must(history.append(moment(2, 20), in_session("two", "c9", 99)));
  must(history.undo(1, moment(2, 30)));
  const auto sessions = must(history.sessions());
  REQUIRE(sessions.size() == 2);
  CHECK(sessions[0] ==
        SessionSummary{"two", "", Mode::drill, moment(2), moment(2, 10), false, 2, 2, 60, 8000});
  CHECK(sessions[1] ==
        SessionSummary{"one", "d", Mode::quick, moment(0), moment(0, 9000), true, 3, 3, 35, 12000});
  CHECK(sessions[1].points_a_card() == doctest::Approx(35.0 / 3));
  CHECK(must(history.sessions({}, 1)).size() == 1);
  Filter quick;
  quick.mode = Mode::quick;
  CHECK(must(history.sessions(quick)).size() == 1);
}

TEST_CASE("best points a card: per deck and mode, of sessions long enough") {
  const Folder folder;
  History history = open(folder.path);
  const auto play = [&](const std::string& session, int answers, int points, Mode mode) {
    std::vector<Event> events;
    for (int each = 0; each < answers; ++each)
      events.emplace_back(in_session(session, "c", points, mode));
    must(history.append(moment(), events));
  };
  play("short", 9, 90, Mode::drill);
  play("good", 10, 30, Mode::drill);
  play("better", 12, 31, Mode::drill);
  play("quick", 10, 7, Mode::quick);
  must(history.append(moment(), SessionStart{"good", "d", Mode::drill}));
  must(history.append(moment(), SessionEnd{"good", 50})); // 35 a card with its bonus
  play("taken back", 10, 99, Mode::drill);
  must(history.undo(10, moment()));
  CHECK(must(history.best()) ==
        std::vector<Best>{{"d", Mode::drill, "good", 35}, {"d", Mode::quick, "quick", 7}});
}

TEST_CASE("wrong options chosen, most often first") {
  const Folder folder;
  History history = open(folder.path);
  for (const char* option : {"Lavrov", "Xi", "Lavrov"})
    must(history.append(moment(), wrong("c1", option)));
  must(history.append(moment(), wrong("c2", "Lavrov")));
  Answer right = answer("c1");
  right.answered = "Putin";
  must(history.append(moment(), right));
  Answer typed = wrong("c1", "Putn");
  typed.form = deck::Form::typed;
  must(history.append(moment(), typed));
  CHECK(must(history.confusions()) ==
        std::vector<Confusion>{{"c1", "Lavrov", 2}, {"c1", "Xi", 1}, {"c2", "Lavrov", 1}});
  Filter one;
  one.deck = "d";
  one.card = "c2";
  CHECK(must(history.confusions(one)).size() == 1);
}

TEST_CASE("counts and the median time") {
  const Folder folder;
  History history = open(folder.path);
  CHECK(must(history.counts()) == Counts{});
  CHECK(must(history.median_ms()) == 0);
  for (const int taken : {9000, 1000, 3000}) {
    Answer made = answer(taken == 9000 ? "c1" : "c2");
    made.taken_ms = taken;
    made.counts = taken != 1000;
    must(history.append(moment(), made));
  }
  CHECK(must(history.counts()) == Counts{3, 3, 1});
  CHECK(must(history.median_ms()) == 3000);
}

TEST_CASE("the latest ruling on a text holds") {
  const Folder folder;
  History history = open(folder.path);
  must(history.append(moment(0), Ruling{"d", "c1", "x", true}));
  must(history.append(moment(1), Ruling{"d", "c1", "x", false}));
  must(history.append(moment(1), Ruling{"d", "c2", "y", true}));
  must(history.append(moment(1), Ruling{"e", "c1", "x", true}));
  CHECK(must(history.rulings("d")) ==
        std::vector<Ruling>{{"d", "c1", "x", false}, {"d", "c2", "y", true}});
}

TEST_CASE("parameter sets keep their ids, which answers name") {
  const Folder folder;
  History history = open(folder.path);
  ParameterSet set{memory::defaults(memory::Algorithm::fsrs6), 500, 0.4, 0.35};
  const RowId id = must(history.append(moment(), set));
  CHECK(must(history.parameter_sets()) == std::vector<std::pair<RowId, ParameterSet>>{{id, set}});
}

TEST_CASE("filters: latest rows, times and answers only") {
  const Folder folder;
  History history = open(folder.path);
  for (int each = 0; each < 5; ++each)
    must(history.append(moment(each), answer("c" + std::to_string(each))));
  must(history.append(moment(5), Burial{"d", "c1", {1}}));
  Filter filter;
  filter.latest = 2;
  filter.answers_only = true;
  CHECK(std::get<Answer>(must(history.rows(filter))[1].event).card == "c4");
  filter = {};
  filter.from_ms = moment(1).utc_ms;
  filter.to_ms = moment(3).utc_ms;
  CHECK(must(history.rows(filter)).size() == 2);
}

TEST_CASE("traces give each answer that stands, in order, with its card named once") {
  const Folder folder;
  History history = open(folder.path);
  Answer promised = answer("c1");
  promised.predicted = 0.75;
  must(history.append(moment(0), promised));
  must(history.append(moment(1), answer("c2", memory::Grade::again)));
  const RowId taken_back = must(history.append(moment(2), answer("c1")));
  must(history.append(moment(2), Undo{taken_back}));
  must(history.append(moment(3), answer("c1")));
  const Traces traces = must(history.traces());
  CHECK(traces.cards == std::vector<Traces::Card>{{"d", "c1"}, {"d", "c2"}});
  REQUIRE(traces.rows.size() == 3);
  CHECK(traces.rows[0].predicted == 0.75);
  CHECK_FALSE(traces.rows[1].recalled);
  CHECK_FALSE(traces.rows[1].predicted);
  CHECK(traces.rows[2].card == 0);
  Filter late;
  late.from_ms = moment(1).utc_ms;
  CHECK(must(history.traces(late)).rows.size() == 2);
}
