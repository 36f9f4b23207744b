#pragma once

// The messages a view may send, kept by the screen; nodes hold only their index.

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>
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
  int add(Message message) { return keep<0>(std::move(message)); }
  // For text fields: called with the new text.
  int on_text(std::function<Message(std::string)> make) { return keep<1>(std::move(make)); }
  // For sliders and switches.
  int on_number(std::function<Message(double)> make) { return keep<2>(std::move(make)); }

  [[nodiscard]] std::optional<Message> resolve(const Activation& activation) const {
    if (activation.action < 0 || static_cast<std::size_t>(activation.action) >= kept_.size())
      return std::nullopt;
    const Kept& kept = kept_[static_cast<std::size_t>(activation.action)];
    if (const auto* of_text = std::get_if<1>(&kept)) return (*of_text)(activation.text);
    if (const auto* of_number = std::get_if<2>(&kept)) return (*of_number)(activation.number);
    return std::get<0>(kept);
  }
  [[nodiscard]] std::size_t size() const { return kept_.size(); }

private:
  using Kept =
      std::variant<Message, std::function<Message(std::string)>, std::function<Message(double)>>;
  template <std::size_t kind, class T> int keep(T&& value) {
    kept_.push_back(Kept(std::in_place_index<kind>, std::forward<T>(value)));
    return static_cast<int>(kept_.size()) - 1;
  }
  std::vector<Kept> kept_;
};

} // namespace entente::ui
