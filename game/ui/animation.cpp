#include "ui/animation.h"

#include "ui/paint_parts.h"

#include <algorithm>

namespace entente::ui {

namespace {

bool moves(const Node& node) {
  return !node.id.empty() && ((node.motion && node.motion->animated) || node.range);
}

Motion target_of(const Node& node) {
  Motion target;
  if (node.motion) target = *node.motion;
  if (node.range) target.progress = part_of(*node.range);
  return target;
}

bool same(const Motion& a, const Motion& b) {
  return a.opacity == b.opacity && a.dx == b.dx && a.dy == b.dy && a.progress == b.progress;
}

float between(float a, float b, float t) { return a + (b - a) * t; }

} // namespace

void Animations::aim(const Node& root, Ms now) {
  std::set<std::string> seen;
  aim_node(root, now, seen);
  std::erase_if(tracks_, [&](const auto& track) { return !seen.contains(track.first); });
}

void Animations::aim_node(const Node& node, Ms now, std::set<std::string>& seen) {
  if (moves(node)) {
    aim_at(node.id, target_of(node), now);
    seen.insert(node.id);
  }
  for (const Node& child : node.children) aim_node(child, now, seen);
}

void Animations::aim_at(const std::string& id, const Motion& target, Ms now) {
  const auto known = tracks_.find(id);
  if (known == tracks_.end()) {
    Track track{target, target, now};
    if (target.enters) {
      track.from.opacity = target.from_opacity;
      track.from.dx = target.from_dx;
      track.from.dy = target.from_dy;
    }
    tracks_.emplace(id, track);
    return;
  }
  Track& track = known->second;
  if (same(track.to, target)) return;
  track = {shown(track, now), target, now};
}

float Animations::eased(const Track& track, Ms now) const {
  if (duration_ <= 0 || same(track.from, track.to)) return 1;
  const float t =
      std::clamp(static_cast<float>(now - track.start) / static_cast<float>(duration_), 0.F, 1.F);
  return 1 - (1 - t) * (1 - t) * (1 - t); // quick away, gentle in
}

Motion Animations::shown(const Track& track, Ms now) const {
  const float t = eased(track, now);
  Motion motion = track.to;
  motion.opacity = between(track.from.opacity, track.to.opacity, t);
  motion.dx = between(track.from.dx, track.to.dx, t);
  motion.dy = between(track.from.dy, track.to.dy, t);
  motion.progress = between(track.from.progress, track.to.progress, t);
  return motion;
}

std::optional<Motion> Animations::at(const Node& node, Ms now) const {
  const auto known = tracks_.find(node.id);
  if (node.id.empty() || known == tracks_.end()) return std::nullopt;
  return shown(known->second, now);
}

bool Animations::running(Ms now) const {
  return std::any_of(tracks_.begin(), tracks_.end(),
                     [&](const auto& track) { return eased(track.second, now) < 1; });
}

void Animations::finish() {
  for (auto& [id, track] : tracks_) track.from = track.to;
}

} // namespace entente::ui
