// What the machine may lack or refuse: each is said plainly, and nothing is lost.

#include "e2e/driver.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <fstream>
#include <unistd.h>

using namespace entente;
using tests::Entente;
using tests::Folder;
namespace fs = std::filesystem;

namespace {

const std::string deck = (tests::root() / "tests/e2e/deck.xml").string();

// A mount namespace of its own, where only root may go.
bool can_mount() {
  static const bool can =
      tests::run({"unshare", "-m", "sh", "-c", "mount -t tmpfs -o size=64k none /mnt"}).code == 0;
  if (!can) tests::skip("no private mounts here");
  return can;
}

// Runs what follows it in a namespace where `setup` was done.
std::vector<std::string> inside(const std::string& setup) {
  return {"unshare", "-m", "sh", "-c", setup + " && exec \"$@\"", "sh"};
}

} // namespace

TEST_CASE("without a display the drill runs in the terminal and ends with its summary") {
  const Folder data;
  const auto exit = tests::run({tests::binary().string(), "--data", data.path.string()},
                               {{"DISPLAY", ""}, {"WAYLAND_DISPLAY", ""}});
  CHECK(exit.code == 0);
  CHECK(exit.out.find("display") != std::string::npos);
  CHECK(exit.out.find("Russia–China partnership, May 2021") != std::string::npos);
}

TEST_CASE("a display that does not answer is the same as none") {
  const Folder data;
  const auto exit = tests::run({tests::binary().string(), "--data", data.path.string()},
                               {{"DISPLAY", ":971"}, {"WAYLAND_DISPLAY", ""}});
  CHECK(exit.code == 0);
  CHECK(exit.out.find("display") != std::string::npos);
}

// A bare server starts anew whenever its last client leaves: the one that only asked was the last.
TEST_CASE("the window opens on a display that nobody else uses") {
  if (!tests::can_drive()) return;
  const tests::BareServer server;
  if (server.name().empty()) return tests::skip("no Xvfb here");
  const Folder data;
  for (int start = 0; start < 8; ++start) {
    Entente window({data.path, {}, {{"DISPLAY", server.name()}}, {}});
    REQUIRE(window.shows("Your deck is ready."));
  }
}

TEST_CASE("without a sound device the window is silent and nothing else") {
  if (!tests::can_drive()) return;
  const Folder data;
  Entente window({data.path, {deck}, {{"ALSOFT_DRIVERS", "alsa"}}, {}});
  REQUIRE(window.shows("Three cards"));
  window.take_keyboard();
  window.key("Return");
  REQUIRE(window.shows("0 / 3"));
  window.key("F3"); // I don't know: a sound is due
  CHECK(window.shows("#continue"));
  window.key("ctrl+q");
  CHECK(window.wait().code == 0);
}

TEST_CASE("a broken deck is named with its line, left as it is, and the window goes on") {
  if (!tests::can_drive()) return;
  const Folder data;
  const fs::path broken = data.path / "broken.xml";
  const std::string words =
      "<deck xmlns=\"urn:entente:deck\" version=\"1\" id=\"b\">\n<title>A</deck>";
  std::ofstream(broken) << words;
  Entente window({data.path / "mine", {broken.string()}, {}, {}});
  REQUIRE(window.shows("Could not add the deck"));
  CHECK(window.shows("broken.xml:2:9"));
  window.take_keyboard();
  window.key("Escape");
  CHECK(window.shows("#start"));
  CHECK(window.hides("Could not add"));
  std::ifstream in(broken);
  CHECK(std::string{std::istreambuf_iterator<char>(in), {}} == words);
}

TEST_CASE("a folder that cannot be written to is said before anything is asked") {
  if (!tests::can_drive() || !can_mount()) return;
  const Folder data;
  const std::string here = data.path.string();
  Entente window(
      {data.path / "mine",
       {},
       {},
       inside("mount --bind " + here + " " + here + " && mount -o remount,ro,bind " + here)});
  const auto exit = window.wait();
  REQUIRE(exit.done);
  CHECK(exit.code != 0);
  CHECK(exit.out.find("mine") != std::string::npos);
  CHECK(exit.out.find("Read-only file system") != std::string::npos);
}

TEST_CASE("a full disk costs no committed answer: the question stays until there is room") {
  if (!tests::can_drive() || !can_mount()) return;
  const Folder data;
  const std::string here = data.path.string();
  Entente window({data.path, {}, {}, inside("mount -t tmpfs -o size=1m none " + here)});
  REQUIRE(window.shows("Your deck is ready."));
  const fs::path filler =
      "/proc/" + std::to_string(window.pid()) + "/root" + (data.path / "filler").string();
  std::ofstream full(filler);
  const std::string block(4096, 'x');
  while (full.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
  }
  full.close();
  window.take_keyboard();
  window.key("Return");
  REQUIRE(window.shows("0 / 20"));
  window.key("F3"); // I don't know
  REQUIRE(window.shows("#overrule"));
  ::usleep(300'000);
  window.key("space");
  REQUIRE(window.shows("Could not save the answer"));
  window.key("Escape");
  CHECK(window.shows("0 / 20"));
  fs::remove(filler);
  window.key("F3"); // I don't know
  REQUIRE(window.shows("#overrule"));
  ::usleep(300'000);
  window.key("space");
  CHECK(window.hides("#overrule"));
  window.key("Escape");
  CHECK(window.shows("Right first time"));
}
