#include "app/app.h"
#include "platform/paths.h"
#include "platform/x11.h"
#include "terminal/verbs.h"

#include <atomic>
#include <csignal>
#include <iostream>
#include <unistd.h>

namespace {

std::atomic<bool> interrupt_asked{false};
static_assert(std::atomic<bool>::is_always_lock_free, "set from a signal handler");

// The second Ctrl-C ends the program at once.
void ask_to_stop(int) {
  interrupt_asked = true;
  std::signal(SIGINT, SIG_DFL);
}

// With no display the same drill runs in the terminal, so that `entente` always does its main job.
int open_window(const entente::terminal::WindowRequest& request) {
  if (!entente::platform::display_answers()) return entente::terminal::no_display;
  const auto run = entente::app::run({request.data, request.decks, entente::core::system_clock()});
  if (run) return entente::terminal::exit_good;
  std::cerr << "entente: " << entente::core::describe(run.error()) << '\n';
  return entente::terminal::exit_unavailable;
}

} // namespace

int main(int argc, char** argv) {
  std::signal(SIGINT, ask_to_stop);
  std::signal(SIGPIPE, SIG_IGN); // a closed pipe is a failed write, not a death
  entente::terminal::Context context{std::cin, std::cout, std::cerr, entente::core::system_clock(),
                                     entente::platform::user_data_folder()};
  context.out_is_terminal = ::isatty(STDOUT_FILENO) != 0;
  context.err_is_terminal = ::isatty(STDERR_FILENO) != 0;
  context.interrupted = [] { return interrupt_asked.load(); };
  return entente::terminal::run({argv + 1, argv + argc}, std::move(context), open_window);
}
