#pragma once

// A strict look at XML before a tolerant library reads it: one pass over the tags that refuses what
// is not well-formed, too deep or too large, and notes where each element and comment lies. The
// library's nodes and the outline's run in the same order.

#include "core/result.h"
#include "deck/deck.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::deck {

struct MarkupLimits {
  std::size_t bytes = std::size_t{64} << 20U;
  std::size_t depth = 64;
  std::size_t nodes = 2'000'000; // elements and comments: what a parsed tree costs in memory
  bool doctype = false;          // pass over a DOCTYPE that declares nothing
  bool instructions = false;     // pass over <?...?>
};

// An element or a comment, in the order they begin.
struct MarkupNode {
  std::uint32_t begin = 0, end = 0; // bytes, the closing tag included
  std::uint32_t after = 0;          // index of the first node that begins after the end
};

struct Outline {
  std::vector<MarkupNode> nodes;
  std::size_t root = 0; // index of the root element
};

// Errors: malformed, too_large, with `where` as name:line:column.
[[nodiscard]] core::Result<Outline> outline(std::string_view bytes, const std::string& name,
                                            const MarkupLimits& limits = {});

// Line and column (1-based, in code points, a byte order mark not counted) of a byte.
[[nodiscard]] Place place_of(std::string_view bytes, std::size_t offset);
[[nodiscard]] std::string at_place(const std::string& name, Place place); // name:line:column

} // namespace entente::deck
