#pragma once

// The built program in a real window: started as a person starts it, driven by xdotool's keys and
// mouse, read by the description it writes after each frame (ENTENTE_DESCRIBE).

#include <filesystem>
#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace entente::tests {

// An X server that answers and xdotool to type with; else the test skips by name.
[[nodiscard]] bool can_drive();

struct Exit {
  bool done = false; // false: still running when the wait was over
  int code = -1;     // 128 + signal when killed
  std::string out;   // standard output and error together
};

// A folder of its own that goes with it.
class Folder {
public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::filesystem::path path;
};

// An X server of its own, without a window manager or any other client.
class BareServer {
public:
  BareServer();
  ~BareServer();
  BareServer(const BareServer&) = delete;
  BareServer& operator=(const BareServer&) = delete;
  [[nodiscard]] const std::string& name() const { return name_; } // as ":5"; empty: none started

private:
  Folder scratch_;
  pid_t pid_ = -1;
  std::string name_;
};

class Entente {
public:
  struct Start {
    std::filesystem::path data;
    std::vector<std::string> arguments;
    std::vector<std::pair<std::string, std::string>> environment; // "" unsets
    std::vector<std::string> through; // the command that starts it, as `unshare -m sh -c ...`
  };
  explicit Entente(const Start& start);
  ~Entente(); // kills what still runs
  Entente(const Entente&) = delete;
  Entente& operator=(const Entente&) = delete;

  // Until the window shows these words; false when it does not within `seconds`.
  [[nodiscard]] bool shows(const std::string& words, double seconds = 20) const;
  [[nodiscard]] bool hides(const std::string& words, double seconds = 20) const;
  [[nodiscard]] std::string described() const;
  // The label of the first node of this role whose line holds `with`.
  [[nodiscard]] std::string label(const std::string& role, const std::string& with = "") const;
  // The window has the keyboard: wait for this once before typing.
  void take_keyboard() const;

  void key(const std::string& name) const; // as xdotool names them; a number is a keycode
  void keys(const std::vector<std::string>& names) const;
  void type(const std::string& utf8) const;
  void type_fast(const std::string& ascii) const; // keys every keyboard has need no time between
  void click(const std::string& id) const;        // REQUIRES: shown

  void kill() const; // as a power cut does
  [[nodiscard]] Exit wait(double seconds = 20);
  [[nodiscard]] pid_t pid() const { return pid_; }

private:
  Folder scratch_;
  pid_t pid_ = -1;
};

// Runs a command to its end with nothing to read.
[[nodiscard]] Exit run(const std::vector<std::string>& words,
                       const std::vector<std::pair<std::string, std::string>>& environment = {});

} // namespace entente::tests
