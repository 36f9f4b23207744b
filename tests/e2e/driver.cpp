#include "e2e/driver.h"

#include "support/shared.h"

#include <doctest/doctest.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace entente::tests {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;
using Environment = std::vector<std::pair<std::string, std::string>>;

namespace {

constexpr auto moment = std::chrono::milliseconds(15);

std::string read(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class Done> bool wait_until(Done done, double seconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  while (!done()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(moment);
  }
  return true;
}

// Never returns: becomes the command.
[[noreturn]] void become(const Words& words, const Environment& environment, const fs::path& out) {
  for (const auto& [name, value] : environment)
    value.empty() ? ::unsetenv(name.c_str()) : ::setenv(name.c_str(), value.c_str(), 1);
  const int in = ::open("/dev/null", O_RDONLY);
  const int log = ::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  ::dup2(in, STDIN_FILENO);
  ::dup2(log, STDOUT_FILENO);
  ::dup2(log, STDERR_FILENO);
  Words kept = words;
  std::vector<char*> pointers;
  for (std::string& word : kept) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  ::execvp(pointers.front(), pointers.data());
  ::_exit(127);
}

pid_t spawn(const Words& words, const Environment& environment, const fs::path& out) {
  const pid_t child = ::fork();
  if (child == 0) become(words, environment, out);
  return child;
}

Exit ended(pid_t pid, double seconds, const fs::path& out) {
  Exit exit;
  int status = 0;
  exit.done = wait_until([&] { return ::waitpid(pid, &status, WNOHANG) == pid; }, seconds);
  if (exit.done) exit.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  exit.out = read(out);
  return exit;
}

void xdotool(Words words) {
  words.insert(words.begin(), "xdotool");
  const Exit exit = run(words);
  INFO(exit.out);
  REQUIRE(exit.code == 0);
}

} // namespace

Folder::Folder()
    : path([] {
        std::string name = (fs::temp_directory_path() / "entente-e2e-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        return fs::path(name);
      }()) {}
Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

// It says its number on standard output once it takes clients.
BareServer::BareServer()
    : pid_(spawn({"Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-screen", "0", "1280x800x24"}, {},
                 scratch_.path / "out")) {
  std::string said;
  const bool started = wait_until(
      [&] { return (said = read(scratch_.path / "out")).find('\n') != std::string::npos; }, 10);
  const auto digits = said.find_first_of("0123456789");
  if (started && digits != std::string::npos)
    name_ = ":" + std::to_string(std::atoi(said.c_str() + digits));
}

BareServer::~BareServer() {
  ::kill(pid_, SIGTERM);
  ::waitpid(pid_, nullptr, 0);
}

Exit run(const Words& words, const Environment& environment) {
  const Folder scratch;
  const pid_t child = spawn(words, environment, scratch.path / "out");
  Exit exit = ended(child, 20, scratch.path / "out");
  if (!exit.done) {
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
  }
  return exit;
}

bool can_drive() {
  static const bool can =
      std::getenv("DISPLAY") != nullptr && run({"xdotool", "getdisplaygeometry"}).code == 0;
  if (!can) skip("no X server answers, or xdotool is missing");
  return can;
}

Entente::Entente(const Start& start) {
  Words words = start.through;
  words.insert(words.end(), {binary().string(), "--data", start.data.string()});
  words.insert(words.end(), start.arguments.begin(), start.arguments.end());
  Environment environment = start.environment;
  environment.emplace_back("ENTENTE_DESCRIBE", (scratch_.path / "tree").string());
  pid_ = spawn(words, environment, scratch_.path / "out");
}

Entente::~Entente() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

std::string Entente::described() const { return read(scratch_.path / "tree"); }

bool Entente::shows(const std::string& words, double seconds) const {
  const bool found =
      wait_until([&] { return described().find(words) != std::string::npos; }, seconds);
  if (!found) MESSAGE("not shown: ", words, "\n", described(), read(scratch_.path / "out"));
  return found;
}

bool Entente::hides(const std::string& words, double seconds) const {
  return wait_until([&] { return described().find(words) == std::string::npos; }, seconds);
}

std::string Entente::label(const std::string& role, const std::string& with) const {
  std::istringstream lines(described());
  for (std::string line; std::getline(lines, line);) {
    const auto begin = line.find_first_not_of(' ');
    if (begin == std::string::npos || line.compare(begin, role.size() + 1, role + " ") != 0 ||
        line.find(with) == std::string::npos)
      continue;
    const auto open = line.find('"');
    return line.substr(open + 1, line.find('"', open + 1) - open - 1);
  }
  return "";
}

void Entente::take_keyboard() const {
  xdotool({"search", "--sync", "--onlyvisible", "--name", "Entente", "windowfocus", "--sync"});
}

void Entente::key(const std::string& name) const { xdotool({"key", "--delay", "20", name}); }
void Entente::keys(const Words& names) const {
  Words words{"key", "--delay", "40"};
  words.insert(words.end(), names.begin(), names.end());
  xdotool(words);
}
void Entente::type_fast(const std::string& ascii) const {
  xdotool({"type", "--delay", "8", ascii});
}
void Entente::type(const std::string& utf8) const { xdotool({"type", "--delay", "40", utf8}); }

void Entente::click(const std::string& id) const {
  std::istringstream lines(described());
  for (std::string line; std::getline(lines, line);) {
    const bool named = line.find(" #" + id + " ") != std::string::npos ||
                       line.find(" #" + id + "@") != std::string::npos; // of which card
    if (!named) continue;
    std::istringstream numbers(line.substr(line.rfind('[') + 1));
    int x = 0, y = 0, width = 0, height = 0;
    numbers >> x >> y >> width >> height;
    return xdotool({"mousemove", "--window", run({"xdotool", "getwindowfocus"}).out,
                    std::to_string(x + width / 2), std::to_string(y + height / 2), "click", "1"});
  }
  FAIL("nothing is called ", id);
}

void Entente::kill() const { ::kill(pid_, SIGKILL); }

Exit Entente::wait(double seconds) {
  Exit exit = ended(pid_, seconds, scratch_.path / "out");
  if (exit.done) pid_ = -1;
  return exit;
}

} // namespace entente::tests
