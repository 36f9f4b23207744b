#pragma once

// How a verb joins the program. A verb is one file NAME_verb.cpp with one function declared below:
// it adds its subcommand and options to `app` and, in the subcommand's callback, sets `chosen` to
// what shall run. Options live in a shared_ptr that the callback keeps. Example:
//
//   void add_judge(CLI::App& app, Run& chosen) {
//     auto options = std::make_shared<Options>();
//     CLI::App* verb = app.add_subcommand("judge", "Judge typed answers read from standard input");
//     verb->add_flag("--batch", options->batch, "One line in, one line out");
//     verb->callback([options, &chosen] {
//       chosen = [options](Context& context) { return judge(*options, context); };
//     });
//   }
//
// and one line in the table of run.cpp. Nothing is printed but through the Context, so that tests
// can call run() with strings.

#include "core/error.h"
#include "core/time.h"

#include <filesystem>
#include <functional>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): CLI11 names itself so
class App;
}

namespace entente::terminal {

// Exit codes, after sysexits.h.
inline constexpr int exit_good = 0;
inline constexpr int exit_problems = 1;     // the verb worked and found problems (check)
inline constexpr int exit_usage = 64;       // the words of the call are off
inline constexpr int exit_bad_data = 65;    // a file's content
inline constexpr int exit_no_input = 66;    // a file that is not there or cannot be read
inline constexpr int exit_unavailable = 69; // no display, history in use ...
inline constexpr int exit_software = 70;
inline constexpr int exit_cannot_write = 73;
inline constexpr int exit_interrupted = 130;

struct Context {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  core::Clock clock;
  std::filesystem::path data; // the user's data folder (--data DIR, else XDG)
  bool out_is_terminal = false;
  bool err_is_terminal = false; // progress bars go to err, and only to a terminal
  // True once the user pressed Ctrl-C: long work looks at it and stops cleanly.
  std::function<bool()> interrupted = [] { return false; };
};

using Run = std::function<int(Context&)>;

// Prints "entente: WHERE: MESSAGE ADVICE" to err; gives the exit code for its kind.
int report(Context& context, const core::Error& error);

// What the window is asked to do when no verb is named.
struct WindowRequest {
  std::filesystem::path data;
  std::vector<std::filesystem::path> decks;
};
// Gives an exit code, or no_display: the drill then runs in the terminal instead.
inline constexpr int no_display = -1;
using OpenWindow = std::function<int(const WindowRequest&)>;

// The whole command line: parses, runs the verb, or opens the window when none is named.
int run(const std::vector<std::string>& arguments, Context context, const OpenWindow& open_window);

} // namespace entente::terminal
