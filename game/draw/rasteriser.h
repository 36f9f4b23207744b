#pragma once

// Paints a draw list on the CPU as OpenGL would: a pixel belongs to a triangle when its centre does
// (top-left rule), colours and texels are interpolated linearly, the atlas is sampled at the
// nearest texel and pictures bilinearly, straight alpha is blended into 8 bits. For golden images,
// screenshots without a window and charts saved as PNG.

#include "draw/draw_list.h"
#include "draw/image.h"

#include <span>

namespace entente::draw {

struct Picture {
  TextureId id = 0;
  const Image* image = nullptr;
};

// Batches whose picture is not given are left out.
void rasterise(const DrawList& list, Image& target, std::span<const Picture> pictures = {});

} // namespace entente::draw
