#include "draw/rasteriser.h"

#include <array>
#include <cmath>

namespace entente::draw {

namespace {

struct Texture {
  const std::uint8_t* pixels = nullptr;
  int width = 0, height = 0;
  bool smooth = false;

  [[nodiscard]] const std::uint8_t* texel(int x, int y) const {
    const int cx = std::clamp(x, 0, width - 1), cy = std::clamp(y, 0, height - 1);
    return pixels + (static_cast<std::ptrdiff_t>(cy) * width + cx) * 4;
  }
};

// What is interpolated over a triangle: red, green, blue, alpha (0..255), u, v.
using Values = std::array<float, 6>;
enum Channel { red, green, blue, alpha, u, v };

Values values_of(const Vertex& vertex) {
  return {static_cast<float>(vertex.color.r),
          static_cast<float>(vertex.color.g),
          static_cast<float>(vertex.color.b),
          static_cast<float>(vertex.color.a),
          vertex.u,
          vertex.v};
}

// Graphics cards snap corners to 1/256 pixel before they decide which centres are inside.
float gridded(float x) { return std::round(x * 256) / 256; }

std::uint8_t blended(std::uint8_t below, float above, float opacity) {
  const float under = static_cast<float>(below);
  return static_cast<std::uint8_t>(under + (above - under) * opacity + 0.5F);
}

void blend(std::uint8_t* pixel, float r, float g, float b, float a) {
  const float opacity = std::clamp(a, 0.F, 255.F) / 255;
  pixel[0] = blended(pixel[0], std::clamp(r, 0.F, 255.F), opacity);
  pixel[1] = blended(pixel[1], std::clamp(g, 0.F, 255.F), opacity);
  pixel[2] = blended(pixel[2], std::clamp(b, 0.F, 255.F), opacity);
  pixel[3] = blended(pixel[3], 255, opacity);
}

Values bilinear(const Texture& texture, float x, float y) {
  const float left = std::floor(x - 0.5F), top = std::floor(y - 0.5F);
  const float right_share = x - 0.5F - left, bottom_share = y - 0.5F - top;
  const int ix = static_cast<int>(left), iy = static_cast<int>(top);
  const std::uint8_t* corners[] = {texture.texel(ix, iy), texture.texel(ix + 1, iy),
                                   texture.texel(ix, iy + 1), texture.texel(ix + 1, iy + 1)};
  const float shares[] = {(1 - right_share) * (1 - bottom_share), right_share * (1 - bottom_share),
                          (1 - right_share) * bottom_share, right_share * bottom_share};
  Values sum{};
  for (std::size_t corner = 0; corner < 4; ++corner)
    for (std::size_t c = 0; c < 4; ++c)
      sum[c] += static_cast<float>(corners[corner][c]) * shares[corner];
  return sum;
}

Values sampled(const Texture& texture, float x, float y) {
  if (texture.smooth) return bilinear(texture, x, y);
  const std::uint8_t* texel =
      texture.texel(static_cast<int>(std::floor(x)), static_cast<int>(std::floor(y)));
  return {static_cast<float>(texel[0]),
          static_cast<float>(texel[1]),
          static_cast<float>(texel[2]),
          static_cast<float>(texel[3]),
          0,
          0};
}

class Painter {
public:
  Painter(Image& target, const Texture& texture) : target_(target), texture_(texture) {}

  void triangle(const Vertex& a, const Vertex& b, const Vertex& c) {
    const std::array<const Vertex*, 3> corners = {&a, &b, &c};
    for (std::size_t i = 0; i < 3; ++i) at_[i] = {gridded(corners[i]->x), gridded(corners[i]->y)};
    const float twice_area = cross(at_[1] - at_[0], at_[2] - at_[0]);
    if (twice_area == 0) return;
    set_slopes(values_of(a), values_of(b), values_of(c), twice_area);
    const auto [top, bottom] = std::minmax({at_[0].y, at_[1].y, at_[2].y});
    const int first = std::max(0, static_cast<int>(std::ceil(top - 0.5F)));
    const int last = std::min(target_.height, static_cast<int>(std::ceil(bottom - 0.5F)));
    for (int y = first; y < last; ++y) row(y);
  }

private:
  void set_slopes(const Values& a, const Values& b, const Values& c, float twice_area) {
    start_ = a;
    flat_ = true;
    const Point ab = at_[1] - at_[0], ac = at_[2] - at_[0];
    for (std::size_t i = 0; i < start_.size(); ++i) {
      const float to_b = b[i] - a[i], to_c = c[i] - a[i];
      along_x_[i] = (to_b * ac.y - to_c * ab.y) / twice_area;
      along_y_[i] = (to_c * ab.x - to_b * ac.x) / twice_area;
      flat_ = flat_ && to_b == 0 && to_c == 0;
    }
  }

  // Where the row's centre line meets the triangle. An edge is always walked from its upper end, so
  // that neighbours agree on it to the last bit.
  void row(int y) {
    const float centre = static_cast<float>(y) + 0.5F;
    float left = 1e9F, right = -1e9F;
    for (std::size_t i = 0; i < 3; ++i) {
      Point upper = at_[i], lower = at_[(i + 1) % 3];
      if (upper.y > lower.y || (upper.y == lower.y && upper.x > lower.x)) std::swap(upper, lower);
      if (centre < upper.y || centre >= lower.y) continue;
      const float x = upper.x + (centre - upper.y) * ((lower.x - upper.x) / (lower.y - upper.y));
      left = std::min(left, x);
      right = std::max(right, x);
    }
    const int first = std::max(0, static_cast<int>(std::ceil(std::max(left, 0.F) - 0.5F)));
    const auto width = static_cast<float>(target_.width);
    const int last = static_cast<int>(std::ceil(std::clamp(right, 0.F, width) - 0.5F));
    if (first < last) span(y, first, std::min(last, target_.width));
  }

  void span(int y, int first, int last) {
    const float dx = static_cast<float>(first) + 0.5F - at_[0].x;
    const float dy = static_cast<float>(y) + 0.5F - at_[0].y;
    Values now = start_;
    for (std::size_t i = 0; i < now.size(); ++i) now[i] += along_x_[i] * dx + along_y_[i] * dy;
    std::uint8_t* pixel = target_.pixels.data() + target_.offset(first, y);
    if (flat_) return flat_span(now, pixel, last - first);
    for (int x = first; x < last; ++x, pixel += 4) {
      const Values texel = sampled(texture_, now[u], now[v]);
      blend(pixel, now[red] * texel[red] / 255, now[green] * texel[green] / 255,
            now[blue] * texel[blue] / 255, now[alpha] * texel[alpha] / 255);
      for (std::size_t i = 0; i < now.size(); ++i) now[i] += along_x_[i];
    }
  }

  // One colour, one texel: most of every frame.
  void flat_span(const Values& value, std::uint8_t* pixel, int count) const {
    const Values texel = sampled(texture_, value[u], value[v]);
    std::array<float, 4> ink{};
    for (std::size_t i = 0; i < 4; ++i) ink[i] = value[i] * texel[i] / 255;
    if (ink[alpha] >= 255) {
      const std::array<std::uint8_t, 4> solid = {to_byte(ink[red]), to_byte(ink[green]),
                                                 to_byte(ink[blue]), 255};
      for (int i = 0; i < count; ++i) pixel = std::copy(solid.begin(), solid.end(), pixel);
    } else if (ink[alpha] > 0) {
      for (int i = 0; i < count; ++i, pixel += 4)
        blend(pixel, ink[red], ink[green], ink[blue], ink[alpha]);
    }
  }

  Image& target_;
  const Texture& texture_;
  std::array<Point, 3> at_;
  Values start_{}, along_x_{}, along_y_{};
  bool flat_ = false;
};

Texture texture_of(const Batch& batch, const DrawList& list, std::span<const Picture> pictures) {
  if (batch.texture == atlas_texture || batch.texture == no_texture) // its white texel
    return {list.atlas().pixels().data(), list.atlas().width(), list.atlas().height(), false};
  for (const Picture& picture : pictures)
    if (picture.id == batch.texture && picture.image != nullptr && !picture.image->pixels.empty())
      return {picture.image->pixels.data(), picture.image->width, picture.image->height, true};
  return {};
}

} // namespace

void rasterise(const DrawList& list, Image& target, std::span<const Picture> pictures) {
  for (const Batch& batch : list.batches()) {
    const Texture texture = texture_of(batch, list, pictures);
    if (texture.pixels == nullptr) continue;
    Painter painter(target, texture);
    const auto corner = [&](std::uint32_t i) -> const Vertex& {
      return list.vertices()[list.indices()[i]];
    };
    for (std::uint32_t i = batch.first; i < batch.first + batch.count; i += 3)
      painter.triangle(corner(i), corner(i + 1), corner(i + 2));
  }
}

} // namespace entente::draw
