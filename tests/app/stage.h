#pragma once

// The window's program without a window, over a learner's folder of its own, driven as a person
// drives it: keys, letters, clicks, time.

#include "app/learner.h"
#include "app/program.h"

#include <filesystem>
#include <string>
#include <vector>

namespace entente::tests {

void use_english(); // the strings of the interface

class Stage {
public:
  Stage(text::Typesetter& typesetter, Past past, float width = 1280, float height = 800);
  // The program started again, over a copy of what another left behind.
  Stage(text::Typesetter& typesetter, const Stage& before);
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  void press(ui::Key key, ui::Mods mods = {});
  void type(const std::string& utf8); // into what has the focus
  void click(const std::string& id);  // REQUIRES: shown
  void pass(std::int64_t ms);         // time goes by, the screen is asked for its tick
  void send(const screens::Message& message) { program.send(message); }
  // A deck of tests/app/decks, added to the list.
  void add_deck(const std::string& file);
  // A drill of one card of a deck.
  void drill(const std::string& deck, const std::string& card, quiz::Mode mode = quiz::Mode::drill);
  // Answers the question of the exam on the page; where wrong, with another option or word.
  void answer_in_exam(bool right);
  // Answers what is asked, and waits until keys count again.
  void answer(bool right);
  template <class Change> void change_settings(Change change) {
    service::Settings settings = program.model().settings;
    change(settings);
    send(screens::SettingsMessage{screens::ChangeSettings{settings}});
  }

  [[nodiscard]] bool shows(const std::string& words);
  [[nodiscard]] const screens::Model& model() const { return program.model(); }
  template <class Page> [[nodiscard]] bool at() const {
    return std::holds_alternative<Page>(model().page);
  }
  template <class Dialog> [[nodiscard]] bool asks() const {
    return model().dialog && std::holds_alternative<Dialog>(*model().dialog);
  }
  [[nodiscard]] int answers(); // in the history

  std::filesystem::path data;
  // Before the desk, so that it ends after it: the worker writes into the folder until then.
  RemovedFolder removed{data};
  std::int64_t time = return_ms;
  service::Desk desk;
  service::Handlers handlers;
  app::Program program;

private:
  [[nodiscard]] service::Desk open();
  void show(float width, float height);
};

} // namespace entente::tests
