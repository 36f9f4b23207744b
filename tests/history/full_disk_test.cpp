// A disk that is full and a folder that cannot be written: clear words, and nothing lost.

#include "history/backup.h"
#include "history/history.h"

#include "core/file.h"
#include "history/history_fixture.h"
#include "support/shared.h"

#include <functional>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace entente;
using namespace entente::history;
using namespace entente::tests;

namespace {

// Runs `work` in a process that sees `mount` done in a world of its own; false where that is not
// allowed. What went wrong comes back as text.
struct Outcome {
  bool allowed = false;
  std::string problem;
};

constexpr int refused = 77;

Outcome elsewhere(const std::function<bool()>& mount, const std::function<std::string()>& work) {
  int ends[2] = {-1, -1};
  REQUIRE(::pipe(ends) == 0);
  const pid_t process = ::fork();
  if (process == 0) {
    if (::unshare(CLONE_NEWNS) != 0 ||
        ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 || !mount())
      ::_exit(refused);
    const std::string problem = work();
    ::_exit(::write(ends[1], problem.data(), problem.size()) < 0 ? 1 : 0);
  }
  ::close(ends[1]);
  Outcome outcome;
  char block[1000];
  for (ssize_t got = 0; (got = ::read(ends[0], block, sizeof block)) > 0;)
    outcome.problem.append(block, static_cast<std::size_t>(got));
  ::close(ends[0]);
  int status = 0;
  ::waitpid(process, &status, 0);
  outcome.allowed = !(WIFEXITED(status) && WEXITSTATUS(status) == refused);
  if (WIFSIGNALED(status)) outcome.problem += "killed by a signal";
  return outcome;
}

void hold(const Outcome& outcome) {
  if (!outcome.allowed) return skip("a mount namespace of one's own is not allowed here");
  CHECK(outcome.problem == "");
}

void fill(const fs::path& file) {
  std::FILE* out = std::fopen(file.c_str(), "w");
  if (out == nullptr) return;
  while (std::fputc('x', out) != EOF) {
  }
  std::fclose(out);
}

std::string full_disk(const fs::path& folder) {
  auto history = History::open(folder);
  if (!history) return core::describe(history.error());
  int appended = 0;
  for (; appended < 20; ++appended)
    if (!history->append(moment(0, appended), answer("c1"))) return "an early append failed";
  const auto before = history->states().value_or({});
  fill(folder / "ballast");
  Answer large = answer("c2");
  large.answered.assign(20000, 'x');
  core::Result<RowId> last = RowId{};
  for (; appended < 1000 && last; ++appended) {
    last = history->append(moment(0, appended), large);
    if (last) return "an append on a full disk succeeded";
  }
  if (last.error().code != core::ErrorCode::not_writable) return core::describe(last.error());
  if (last.error().message != "The disk is full; nothing was changed." &&
      last.error().message != "The disk reported an error; nothing was changed.")
    return core::describe(last.error());
  if (history->states().value_or({}) != before) return "the states changed";
  const auto copied = back_up_daily(folder, moment());
  if (copied || !fs::is_empty(folder / "backups")) return "a backup was made on a full disk";
  fs::remove(folder / "ballast");
  if (!history->append(moment(1), large)) return "no append after space was freed";
  history = History::open(folder / "none"); // closes the first
  history = History::open(folder);
  if (!history || !history->notices().empty()) return "not opened again";
  return history->counts().value_or({}).answers == 21 ? "" : "an answer is missing";
}

} // namespace

TEST_CASE("a full disk refuses the answer in words, loses none, and goes on when there is space") {
  const Folder folder;
  hold(elsewhere([&] { return ::mount("tmpfs", folder.path.c_str(), "tmpfs", 0, "size=1m") == 0; },
                 [&] { return full_disk(folder.path); }));
}

TEST_CASE("a disk full from the start refuses to open and leaves nothing half made") {
  const Folder folder;
  hold(elsewhere([&] { return ::mount("tmpfs", folder.path.c_str(), "tmpfs", 0, "size=64k") == 0; },
                 [&]() -> std::string {
                   fill(folder.path / "ballast");
                   const auto opened = History::open(folder.path);
                   if (opened) return "opened";
                   if (fs::exists(folder.path / "history.db")) return "half a history";
                   return opened.error().code == core::ErrorCode::not_writable
                              ? ""
                              : core::describe(opened.error());
                 }));
}

TEST_CASE("a read-only folder is read, says so, and is left as it is") {
  const Folder folder;
  {
    History history = open(folder.path);
    must(history.append(moment(), answer("c1")));
  }
  hold(elsewhere(
      [&] {
        return ::mount(folder.path.c_str(), folder.path.c_str(), nullptr, MS_BIND, nullptr) == 0 &&
               ::mount("none", folder.path.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY,
                       nullptr) == 0;
      },
      [&]() -> std::string {
        auto history = History::open(folder.path);
        if (!history) return core::describe(history.error());
        if (history->writable() || history->notices().size() != 1) return "writable";
        if (history->notices()[0].message !=
            "Nothing can be recorded here; the history is only read.")
          return history->notices()[0].message;
        const auto refusal = history->append(moment(), answer("c2"));
        if (refusal || refusal.error().code != core::ErrorCode::not_writable) return "appended";
        if (history->states().value_or({}).size() != 1) return "states";
        return history->counts().value_or({}).answers == 1 ? "" : "rows";
      }));
}

TEST_CASE("a read-only folder without a history says what is the matter") {
  const Folder folder;
  hold(elsewhere(
      [&] { return ::mount("tmpfs", folder.path.c_str(), "tmpfs", MS_RDONLY, "size=64k") == 0; },
      [&]() -> std::string {
        const auto opened = History::open(folder.path);
        if (opened) return "opened";
        const core::Error expected{
            core::ErrorCode::not_writable, "There is no history here and none can be begun.",
            (folder.path / "history.db").string(),
            "It cannot be written: Read-only file system. Check the permissions of its folder."};
        return opened.error() == expected ? "" : core::describe(opened.error());
      }));
}

TEST_CASE("opened for reading only, it takes no lock and makes nothing") {
  const Folder folder;
  Options options;
  options.read_only = true;
  CHECK(History::open(folder.path, options).error().message == "There is no history here yet.");
  CHECK(fs::is_empty(folder.path));
  must(open(folder.path).append(moment(), answer("c1")));
  const History reader = open(folder.path, options);
  CHECK_FALSE(reader.writable());
  CHECK(reader.notices().empty());
  CHECK(open(folder.path).writable());
}
