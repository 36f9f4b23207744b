// The window's figures, with the shipped deck and 100,000 past answers: start to first frame and
// memory beside a bare SFML window, a full frame at 1920x1080, what it costs while nothing happens.
// Needs a display: .ci/with-display build/release/tests/window_bench

#include "app/program.h"
#include "bench/figures.h"
#include "core/random.h"
#include "deck/deck_file.h"
#include "platform/window.h"
#include "text/font_typesetter.h"
#include "ui/strings.h"

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/inotify.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace entente;
using namespace entente::bench;
namespace fs = std::filesystem;

namespace {

constexpr int answers = 100000;
constexpr int starts = 15;

template <typename T> T must(core::Result<T> result) {
  if (result) return std::move(result).value();
  std::printf("%s\n", core::describe(result.error()).c_str());
  std::exit(1);
}

// Three years of answers to the shipped deck, the last one yesterday.
void fill(const fs::path& data) {
  const deck::Deck deck =
      must(deck::read_deck_file(fs::path(ENTENTE_ROOT) / "decks" / "russia-china-2021.xml")).deck;
  history::History history = must(history::History::open(data));
  core::Random random(1);
  const std::int64_t start = core::system_clock()().utc_ms - 1100 * core::ms_per_day;
  for (int number = 0; number < answers;) {
    std::vector<history::Event> events;
    const core::Moment at{start + number * (core::ms_per_day / 91), 60};
    for (int end = number + 20; number < end; ++number) {
      history::Answer made;
      made.deck = deck.id;
      made.card = deck.cards[random.below(static_cast<std::uint32_t>(deck.cards.size()))].id;
      made.session = "session-" + std::to_string(number / 20);
      const bool right = random.below(10) < 9;
      made.verdict = right ? judge::Verdict::right : judge::Verdict::wrong;
      made.proposed = made.given = right ? memory::Grade::good : memory::Grade::again;
      made.taken_ms = 1500 + random.below(9000);
      made.points = static_cast<int>(random.below(200));
      made.predicted = 0.7 + 0.3 * random.unit();
      events.emplace_back(std::move(made));
    }
    must(history.append(at, events));
  }
}

// A program that has drawn its first frame, and what that took.
class Started {
public:
  // `mark` appears in its folder after the first frame.
  Started(const std::vector<std::string>& words, const fs::path& mark) {
    fs::remove(mark);
    const int watch = ::inotify_init1(IN_CLOEXEC);
    ::inotify_add_watch(watch, mark.parent_path().c_str(), IN_CLOSE_WRITE | IN_MOVED_TO);
    ms = ms_of([&] {
      process_ = ::fork();
      if (process_ == 0) run(words);
      while (!fs::exists(mark)) {
        char events[4096];
        if (::read(watch, events, sizeof events) <= 0) std::exit(1);
      }
    });
    ::close(watch);
    cpu_ms = cpu_ns() / 1e6;
  }
  Started(const Started&) = delete;
  Started& operator=(const Started&) = delete;
  ~Started() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }

  double ms = 0, cpu_ms = 0; // to the first frame

  // Of all its threads, ended ones not counted.
  [[nodiscard]] double cpu_ns() const {
    double sum = 0;
    for (const auto& thread : fs::directory_iterator(proc("task"))) {
      double on_core = 0;
      std::ifstream(thread.path() / "schedstat") >> on_core;
      sum += on_core;
    }
    return sum;
  }
  // A line of /proc/PID/smaps_rollup, in megabytes.
  [[nodiscard]] double memory_mb(const std::string& name) const {
    std::ifstream in(proc("smaps_rollup"));
    for (std::string line; std::getline(in, line);)
      if (line.starts_with(name + ":")) return std::stod(line.substr(name.size() + 1)) / 1024;
    return 0;
  }

private:
  [[nodiscard]] fs::path proc(const char* name) const {
    return fs::path("/proc") / std::to_string(process_) / name;
  }
  [[noreturn]] static void run(const std::vector<std::string>& words) {
    std::vector<char*> raw;
    for (const std::string& word : words) raw.push_back(const_cast<char*>(word.c_str()));
    raw.push_back(nullptr);
    ::execv(raw[0], raw.data());
    ::_exit(1);
  }

  pid_t process_ = 0;
};

void measure_starts(const fs::path& folder) {
  const fs::path mark = folder / "frame";
  ::setenv("ENTENTE_DESCRIBE", mark.c_str(), 1);
  const std::vector<std::string> ours = {std::string(ENTENTE_BINARY), "--data",
                                         (folder / "data").string()};
  const std::vector<std::string> bare = {
      fs::read_symlink("/proc/self/exe").parent_path() / "bare_window", mark.string()};
  std::vector<double> our_ms, our_cpu, bare_ms, bare_cpu;
  for (int round = 0; round < starts; ++round) {
    const Started first(round % 2 == 0 ? ours : bare, mark);
    (round % 2 == 0 ? our_ms : bare_ms).push_back(first.ms);
    (round % 2 == 0 ? our_cpu : bare_cpu).push_back(first.cpu_ms);
    const Started second(round % 2 == 0 ? bare : ours, mark);
    (round % 2 == 0 ? bare_ms : our_ms).push_back(second.ms);
    (round % 2 == 0 ? bare_cpu : our_cpu).push_back(second.cpu_ms);
  }
  print("start to first frame, median of 15", median(our_ms));
  print("a bare SFML window", median(bare_ms));
  print("ratio (aim: at most 1.5)", median(our_ms) / median(bare_ms), "");
  print("the same in processor time", median(our_cpu));
  print("a bare SFML window", median(bare_cpu));
  print("ratio", median(our_cpu) / median(bare_cpu), "");
}

void measure_rest(const fs::path& folder) {
  const fs::path mark = folder / "frame";
  const Started program({std::string(ENTENTE_BINARY), "--data", (folder / "data").string()}, mark);
  print("memory at first frame, resident", program.memory_mb("Rss"), "MB");
  print("  of that its own share", program.memory_mb("Pss"), "MB");
  std::this_thread::sleep_for(std::chrono::seconds(3));
  const double before = program.cpu_ns();
  std::this_thread::sleep_for(std::chrono::seconds(20));
  print("idle over 20 s, of a core (aim: under 0.3)", (program.cpu_ns() - before) / 20e9 * 100,
        "%");
}

double process_ms() {
  std::timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// Everything is painted anew and shown, the text already shaped.
void measure_frames(const char* name, app::Program& program, platform::Window& window,
                    draw::DrawList& list) {
  constexpr int frames = 100;
  std::vector<double> taken;
  std::vector<double> painted;
  double cpu = 0;
  for (int frame = -10; frame < frames; ++frame) { // ten to warm up
    const double before = process_ms();
    double paint = 0;
    const double ms = ms_of([&] {
      paint = ms_of([&] {
        program.repaint();
        program.paint(list);
      });
      window.present(list, program.background());
    });
    if (frame < 0) continue;
    taken.push_back(ms);
    painted.push_back(paint);
    cpu += process_ms() - before;
  }
  std::printf("%s, full frame at 1920x1080 (aim: under 10 ms)\n", name);
  print("  median", median(taken));
  print("  of that layout to vertices", median(painted));
  print("  processor time, mean", cpu / frames);
  std::printf("  %zu vertices\n", list.vertices().size());
}

void measure_frames(const fs::path& data) {
  auto window = must(platform::Window::open({"bench", 1920, 1080}));
  auto desk =
      must(service::Desk::open({data, fs::path(ENTENTE_ROOT) / "decks", core::system_clock()}));
  std::ifstream in(fs::path(ENTENTE_ROOT) / "assets/strings/en.strings");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  ui::use_strings(must(ui::Strings::parse(text, "en.strings", "en")));
  service::Handlers handlers(desk, data, data, {});
  text::FontTypesetter typesetter;
  app::Program program(desk, handlers, typesetter);
  text::GlyphAtlas atlas(typesetter);
  draw::DrawList list(atlas);
  program.resize(1920, 1080);
  program.start({});
  program.finish_motion();
  measure_frames("Today", program, *window, list);
  (void)program.handle(ui::KeyDown{ui::Key::enter, {}, 1});
  program.finish_motion();
  measure_frames("A question", program, *window, list);
}

} // namespace

int main() {
  std::string name = "/dev/shm/entente-window-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) return 1;
  const fs::path folder = name;
  fill(folder / "data");
  measure_starts(folder);
  measure_rest(folder);
  measure_frames(folder / "data");
  fs::remove_all(folder);
}
