#pragma once

// The messages a view may send, kept by the screen; nodes hold only their index.

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace entente::ui {

// What the runtime reports: the node's action with what goes with it.
struct Activation {
  int action = -1;
  std::string text;  // of a text field
  double number = 0; // of a slider, 0 or 1 of a switch
  bool operator==(const Activation&) const = default;
};

template <class Message> class Actions {
public:
  int add(Message message) {
    return keep([message = std::move(message)](const Activation&) { return message; });
  }
  // For text fields: called with the new text.
  int on_text(std::function<Message(std::string)> make) {
    return keep([make = std::move(make)](const Activation& done) { return make(done.text); });
  }
  // For sliders and switches.
  int on_number(std::function<Message(double)> make) {
    return keep([make = std::move(make)](const Activation& done) { return make(done.number); });
  }

  [[nodiscard]] std::optional<Message> resolve(const Activation& activation) const {
    if (activation.action < 0 || static_cast<std::size_t>(activation.action) >= kept_.size())
      return std::nullopt;
    return kept_[static_cast<std::size_t>(activation.action)](activation);
  }
  [[nodiscard]] std::size_t size() const { return kept_.size(); }

private:
  using Make = std::function<Message(const Activation&)>;
  int keep(Make make) {
    kept_.push_back(std::move(make));
    return static_cast<int>(kept_.size()) - 1;
  }
  std::vector<Make> kept_;
};

} // namespace entente::ui
