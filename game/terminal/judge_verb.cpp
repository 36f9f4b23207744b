// `entente judge --batch`: typed answers judged for other programs, one line out for each line in.

#include "judge/judge.h"
#include "terminal/verb_list.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace entente::terminal {

namespace {

struct Options {
  bool batch = false;
  std::string language = "en";
};

const std::map<std::string, judge::Kind> kinds = {{"date", judge::Kind::date},
                                                  {"number", judge::Kind::number},
                                                  {"person", judge::Kind::person},
                                                  {"place", judge::Kind::place},
                                                  {"organisation", judge::Kind::organisation},
                                                  {"organization", judge::Kind::organisation},
                                                  {"quote", judge::Kind::quote},
                                                  {"text", judge::Kind::text},
                                                  {"set", judge::Kind::set},
                                                  {"pairs", judge::Kind::set},
                                                  {"sequence", judge::Kind::sequence}};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (;;) {
    const auto end = text.find(at, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string::npos) return parts;
    begin = end + 1;
  }
}

std::vector<std::string> alternatives(const std::vector<std::string>& columns, std::size_t at) {
  if (at >= columns.size() || columns[at].empty()) return {};
  auto all = split(columns[at], '|');
  std::erase(all, "");
  return all;
}

// A reason is one field of one line whatever it quotes.
std::string one_field(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
  return text;
}

// "Date " is "date".
std::string kind_name(std::string column) {
  std::erase(column, ' ');
  std::transform(column.begin(), column.end(), column.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return column;
}

std::string verdict_line(std::string line, const std::string& language) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3); // a byte order mark before the first
  const auto columns = split(line, '\t');
  if (columns.size() < 3) return "wrong\tunreadable line";
  const auto kind = kinds.find(kind_name(columns[0]));
  if (kind == kinds.end()) return "wrong\tunknown kind";
  judge::Expected expected;
  expected.kind = kind->second;
  expected.answer = columns[1];
  expected.others = alternatives(columns, 3);
  expected.accepted = alternatives(columns, 4);
  expected.language = language;
  const auto judged = judge::judge(expected, columns[2]);
  return std::string(judge::name(judged.verdict)) + "\t" + one_field(judged.reason);
}

int run_judge(const Options& options, Context& context) {
  if (!options.batch)
    return report(context, {core::ErrorCode::usage, "Say --batch to judge standard input.", "",
                            "Lines are kind TAB expected TAB typed [TAB others] [TAB accepted]."});
  for (std::string line; std::getline(context.in, line);)
    context.out << verdict_line(std::move(line), options.language) << '\n';
  context.out.flush();
  return exit_good;
}

} // namespace

void add_judge(CLI::App& app, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("judge", "Judge typed answers read from standard input");
  verb->add_flag("--batch", options->batch, "One line in, one line out");
  verb->add_option("--language", options->language, "Language of the answers, as en or ru");
  verb->callback([options, &chosen] {
    chosen = [options](Context& context) { return run_judge(*options, context); };
  });
}

} // namespace entente::terminal
