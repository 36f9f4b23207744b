// How long one verdict takes, at its worst: inputs built to be as costly as 4,096 bytes allow, for
// every kind, alone and within a deck of many cards. Prints figures; fails nothing. The aim is
// 10 ms.

#include "judge/judge.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

using namespace entente::judge;

namespace {

double cpu_ms() { return 1000.0 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

struct Timing {
  double median = 0, worst = 0;
};

Timing time_of(const Expected& expected, const std::string& typed, int times = 21) {
  std::vector<double> taken;
  for (int i = 0; i < times; ++i) {
    const double before = cpu_ms();
    (void)judge(expected, typed);
    taken.push_back(cpu_ms() - before);
  }
  std::sort(taken.begin(), taken.end());
  return {taken[taken.size() / 2], taken.back()};
}

std::string repeated(const std::vector<std::string>& pieces, std::size_t bytes, int from = 0) {
  std::string result;
  for (std::size_t i = static_cast<std::size_t>(from);; ++i) {
    const std::string& piece = pieces[i % pieces.size()];
    if (result.size() + piece.size() > bytes) return result;
    result += piece;
  }
}

struct Case {
  const char* name;
  std::string answer, typed;
};

// Pieces that make each reader try hard: near misses of number words and months, words a slip
// apart, list marks, characters of one sound.
std::vector<Case> cases() {
  const std::vector<std::string> near = {"twentty ", "thirtteen ", "sevventy ", "febuary ",
                                         "octobr "};
  const std::vector<std::string> words = {"stability ", "cooperation ", "turbulent ",
                                          "partnership "};
  const std::vector<std::string> slips = {"stabillity ", "coperation ", "turbulant ",
                                          "partnershpi "};
  const std::vector<std::string> shorts = {"a ", "i ", "b ", "c ", "d "};
  const std::vector<std::string> dates = {"5 May 2021, ", "06/07/1999, ", "mid-June, "};
  const std::vector<std::string> items = {"1st of Mayy 2021, ", "twentty three, ",
                                          "Sergey Lavrow, "};
  const std::vector<std::string> han = {"贸易", "战争", "气候", "变化"};
  const std::vector<std::string> off = {"贸易", "站争", "气侯", "变化"};
  const std::vector<std::string> signs = {"-", "/", ".", ",", "'", "1", "2"};
  const std::vector<std::string> splits = {"co ", "operation ", "non", "proliferation "};
  std::vector<Case> result = {
      {"near number words", "18 per cent", repeated(near, 4096)},
      {"as many as are read", repeated(near, 300), repeated(near, 300, 1)},
      {"160 words, all slips", repeated(words, 1800), repeated(slips, 1800)},
      {"160 words against others", repeated(words, 1800), repeated(slips, 1800, 2)},
      {"4096 bytes of words", repeated(words, 4096), repeated(slips, 4096)},
      {"4096 bytes of letters", repeated(shorts, 4096), repeated(shorts, 4096, 1)},
      {"119 short words", repeated(shorts, 238), repeated(shorts, 238, 1)},
      {"split words", repeated(splits, 1000), repeated(splits, 1000, 1)},
      {"40 dates", repeated(dates, 480), repeated(dates, 480, 1)},
      {"a list of items", repeated(items, 800), repeated(items, 4096, 1)},
      {"Chinese of one sound", repeated(han, 480), repeated(off, 480)},
      {"4096 bytes of Chinese", repeated(han, 4096), repeated(off, 4096)},
      {"signs and digits", "2021-05-20", repeated(signs, 4096)},
      {"one long word", std::string(4096, 'a'), std::string(4095, 'a') + "b"},
      {"marks", "e", repeated({"e\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308"}, 4096)},
      {"broken bytes", "e", repeated({"\xFF\xC3"}, 4096)},
      {"capitals", repeated({"Sergey "}, 50), repeated({"SERGEY "}, 4096)},
  };
  for (Case& each : result) {
    // A set's items stand with semicolons between.
    std::replace(each.answer.begin(), each.answer.end(), ',', ';');
  }
  return result;
}

constexpr const char* kind_names[] = {"date",  "number", "person", "place",   "organisation",
                                      "quote", "text",   "set",    "sequence"};

void every_kind() {
  double worst = 0;
  std::string where;
  for (const Case& each : cases()) {
    double of_case = 0;
    const char* slowest = "";
    for (int kind = 0; kind < 9; ++kind) {
      const Timing timing =
          time_of({.kind = static_cast<Kind>(kind), .answer = each.answer}, each.typed);
      if (timing.median > of_case) of_case = timing.median, slowest = kind_names[kind];
    }
    std::printf("%-26s %7.3f ms  %s\n", each.name, of_case, slowest);
    if (of_case > worst) worst = of_case, where = each.name;
  }
  std::printf("worst median of one verdict: %.3f ms CPU (%s)\n\n", worst, where.c_str());
}

// An almost right answer has to be held against every other answer of its kind.
void in_a_deck(std::size_t cards) {
  const std::vector<std::string> given = {"Sergey", "Antony", "Vladimir", "Angela", "Emmanuel"};
  std::vector<std::string> persons, texts, dates;
  for (std::size_t i = 0; i < cards; ++i) {
    std::string letters;
    for (std::size_t n = i; n > 0 || letters.empty(); n /= 26)
      letters += static_cast<char>('a' + n % 26);
    persons.push_back(given[i % given.size()] + " L" + letters + "rov");
    texts.push_back("strategic " + letters + " partnership of stability");
    dates.push_back(std::to_string(i % 28 + 1) + " May " + std::to_string(1500 + i % 500));
  }
  const auto line = [cards](const char* name, Kind kind, const char* answer, const char* typed,
                            const std::vector<std::string>& others) {
    const Timing timing = time_of({.kind = kind, .answer = answer, .others = others}, typed);
    std::printf("%5zu others, %-8s %8.3f ms CPU (worst of 21: %.3f)\n", cards, name, timing.median,
                timing.worst);
  };
  line("person", Kind::person, "Sergey Lavrov", "Sergey Lavrow", persons);
  line("text", Kind::text, "strategic cooperation partnership", "strategic coperation partnership",
       texts);
  line("date", Kind::date, "20 May 2021", "20 May", dates);
  line("set", Kind::set, "Lavrov; Blinken; Wang Yi", "Lavrow; Blinken; Wang Li", persons);
}

struct Script {
  const char* name;
  std::vector<std::string> words, slips;
};

const std::vector<Script>& scripts() {
  static const std::vector<Script> all = {
      {"Latin",
       {"stability", "May", "Sergey", "twenty"},
       {"stabillity", "Mey", "Sergei", "twentty"}},
      {"accents",
       {"São", "Erdoğan", "München", "février"},
       {"Sao", "Erdogan", "Munchen", "fevrier"}},
      {"letters", {"a", "v", "b", "x", "i"}, {"b", "a", "x", "i", "v"}},
      {"Cyrillic",
       {"стабильность", "мая", "Лавров", "двадцать"},
       {"стабилность", "мая", "Лавроф", "двадцат"}},
      {"Chinese", {"贸易", "战争", "二十", "月"}, {"贸易", "站争", "二十", "日"}},
      {"Arabic", {"الاستقرار", "مايو", "والغاز", "عشرون"}, {"الاستقرر", "مايو", "والغز", "عشرين"}},
      {"Hebrew", {"יציבות", "במאי", "והגז", "עשרים"}, {"יציבת", "מאי", "והגס", "עשרם"}},
      {"digits", {"1", "20", "2021", "3.5"}, {"2", "21", "2012", "3,5"}}};
  return all;
}

std::string joined(const std::vector<std::string>& words, const std::string& separator,
                   std::size_t bytes, int from = 0) {
  std::vector<std::string> pieces;
  for (const std::string& word : words) pieces.push_back(word + separator);
  return repeated(pieces, bytes, from);
}

struct Worst {
  double ms = 0;
  std::string where;
  void offer(double taken, const std::string& name) {
    if (taken > ms) ms = taken, where = name;
  }
  void print(const char* what) const {
    std::printf("%-46s %8.3f ms CPU  %s\n", what, ms, where.c_str());
  }
};

// Every kind, in every script, with every sign that may part items, right and with slips.
void every_writing(std::size_t bytes) {
  Worst worst;
  for (const Script& script : scripts())
    for (const char* separator : {" ", ", ", "; ", "-", "'", "/", " and ", "", ". "})
      for (int kind = 0; kind < 9; ++kind)
        for (const bool slips : {false, true}) {
          const Expected expected{.kind = static_cast<Kind>(kind),
                                  .answer = joined(script.words, separator, bytes)};
          const std::string typed =
              joined(slips ? script.slips : script.words, separator, bytes, slips ? 0 : 1);
          worst.offer(time_of(expected, typed, 3).median, std::string(kind_names[kind]) + ", " +
                                                              script.name + ", \"" + separator +
                                                              '"');
        }
  worst.print(("every writing, " + std::to_string(bytes) + " bytes").c_str());
}

// What `count` other answers or accepted variants of `bytes` each add, in every script and kind.
// Each other answer is the right one with another word at its end; typed is a slip.
void many(std::size_t count, std::size_t bytes, bool variants) {
  Worst worst;
  for (const Script& script : scripts())
    for (int kind = 0; kind < 9; ++kind) {
      const char* separator = kind >= 7 ? "; " : " ";
      Expected expected{.kind = static_cast<Kind>(kind),
                        .answer = joined(script.words, separator, bytes)};
      auto& list = variants ? expected.accepted : expected.others;
      for (std::size_t i = 0; i < count; ++i)
        list.push_back(expected.answer + script.words[i % script.words.size()] + std::to_string(i));
      for (const std::string& typed :
           {joined(script.slips, separator, bytes), script.slips.front() + separator + "x"})
        worst.offer(time_of(expected, typed, 3).median,
                    std::string(kind_names[kind]) + ", " + script.name);
    }
  worst.print((std::to_string(count) + (variants ? " variants" : " others") + " of " +
               std::to_string(bytes) + " bytes")
                  .c_str());
}

} // namespace

int main() {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  every_kind();
  for (const std::size_t bytes : {160U, 640U, 4096U}) every_writing(bytes);
  for (const std::size_t bytes : {10U, 30U, 100U}) many(1000, bytes, false);
  for (const std::size_t bytes : {1000U, 4096U}) many(100, bytes, false);
  for (const std::size_t bytes : {30U, 100U}) many(100, bytes, true);
  for (const std::size_t bytes : {1000U, 4096U}) many(10, bytes, true);
  for (const std::size_t cards : {100U, 1000U, 10000U}) in_a_deck(cards);
  return 0;
}
