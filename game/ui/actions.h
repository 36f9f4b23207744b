#pragma once

// The messages a view may send, kept by the screen; nodes hold only their index.

#include <algorithm>
#include <functional>
#include <iterator>
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

  // For the rows of a long list, which are made later than the tree: row n's action is the one
  // given here plus n.
  int on_rows(int count, std::function<Message(int)> make) {
    const int first = next_;
    keep([make = std::move(make), first](const Activation& done) {
      return make(done.action - first);
    });
    next_ = first + (count > 1 ? count : 1);
    return first;
  }

  [[nodiscard]] std::optional<Message> resolve(const Activation& activation) const {
    if (activation.action < 0 || activation.action >= next_) return std::nullopt;
    const auto after =
        std::upper_bound(kept_.begin(), kept_.end(), activation.action,
                         [](int action, const Kept& kept) { return action < kept.first; });
    return std::prev(after)->make(activation);
  }
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(next_); }

private:
  using Make = std::function<Message(const Activation&)>;
  struct Kept {
    int first; // the action, or the first of a list's
    Make make;
  };
  int keep(Make make) {
    kept_.push_back({next_, std::move(make)});
    return next_++;
  }
  std::vector<Kept> kept_;
  int next_ = 0;
};

} // namespace entente::ui
