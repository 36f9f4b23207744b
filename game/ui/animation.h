#pragma once

// What moves: by node id, from what was last shown to what the view wants now.

#include "ui/node.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace entente::ui {

using Ms = std::int64_t; // a clock that only goes forward; its zero does not matter

inline constexpr Ms motion_ms = 180;

class Animations {
public:
  // 0 = everything is where it belongs at once.
  void set_duration(Ms duration) { duration_ = duration; }

  // Aims every moving node of the tree; nodes no longer there are forgotten.
  void aim(const Node& root, Ms now);
  // What is shown at `now`; nothing for a node that was never aimed.
  [[nodiscard]] std::optional<Motion> at(const Node& node, Ms now) const;
  [[nodiscard]] bool running(Ms now) const;
  void finish(); // all at their ends

private:
  struct Track {
    Motion from, to;
    Ms start = 0;
  };
  void aim_node(const Node& node, Ms now, std::set<std::string>& seen);
  void aim_at(const std::string& id, const Motion& target, Ms now);
  [[nodiscard]] float eased(const Track& track, Ms now) const;
  [[nodiscard]] Motion shown(const Track& track, Ms now) const;

  std::map<std::string, Track> tracks_;
  Ms duration_ = motion_ms;
};

} // namespace entente::ui
