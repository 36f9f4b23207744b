#pragma once

// What the parts of the reader share: the library's tree walked beside the outline of the same
// bytes, and the problems met on the way. Internal to deck/.

#include "deck/deck.h"
#include "deck/markup.h"
#include "deck/problem.h"

#include <optional>
#include <string>
#include <string_view>
#include <tinyxml2.h>
#include <vector>

namespace entente::deck {

inline constexpr const char* deck_namespace = "urn:entente:deck";

// An element and its index in the outline.
class Element {
public:
  Element(const tinyxml2::XMLElement* of, std::size_t at)
      : node(of), index(at), name_(of->Name()) {}

  const tinyxml2::XMLElement* node;
  std::size_t index;

  [[nodiscard]] std::string_view name() const { return name_; }
  [[nodiscard]] bool has_attributes() const { return node->FirstAttribute() != nullptr; }
  // Collapsed; empty when absent.
  [[nodiscard]] std::string attribute(const char* name) const;

private:
  std::string_view name_; // the library measures it anew each time
};

class Reading {
public:
  Reading(std::string_view bytes, Outline outline) : bytes_(bytes), outline_(std::move(outline)) {}

  std::vector<Problem> problems;

  [[nodiscard]] std::string raw(std::size_t index) const;
  // What stands between the tags of an element without attributes and children, where that is
  // what it says: none where the library has to decode it.
  [[nodiscard]] std::optional<std::string_view> plain_words(const Element& leaf) const;
  [[nodiscard]] std::size_t root() const { return outline_.root; }
  [[nodiscard]] std::size_t node_count() const { return outline_.nodes.size(); }
  // Index of the first node that begins after this one's end.
  [[nodiscard]] std::size_t after(std::size_t index) const { return outline_.nodes[index].after; }
  // Quick when asked in the order of the file.
  Place place(const Element& element);

  // To read a part twice: what was reported since the mark is forgotten.
  struct Mark {
    std::size_t problems, seen;
    Place place;
  };
  [[nodiscard]] Mark mark() const { return {problems.size(), seen_, place_}; }
  void rewind(const Mark& mark);

  void report(const Element& element, const std::string& card, std::string message,
              std::string advice);

  // Calls on_element(Element) and on_comment(index) for the children of the parent, in order.
  template <typename OnElement, typename OnComment>
  void each_child(const Element& parent, OnElement on_element, OnComment on_comment) {
    std::size_t index = parent.index + 1;
    for (const auto* node = parent.node->FirstChild(); node; node = node->NextSibling()) {
      const auto* element = node->ToElement();
      if (!element && !node->ToComment()) continue;
      if (element)
        on_element(Element{element, index});
      else
        on_comment(index);
      index = outline_.nodes[index].after;
    }
  }

private:
  std::string_view bytes_;
  Outline outline_;
  std::size_t seen_ = 0; // bytes up to which place_ counts
  Place place_{1, 1};
};

// True for a name of this format: no prefix, no namespace of its own.
[[nodiscard]] bool is_ours(const Element& element);

// Whether white space counts as written: the element's xml:space, or what holds around it.
[[nodiscard]] bool preserves(const Element& element, bool around = false);

// The words directly in the element, without those of elements within.
[[nodiscard]] std::string own_words(const Element& element, bool preserve, bool paragraphs = false);

// The words of a leaf. Comments within go to `extras` (at: children before the leaf); elements
// within are reported and lose their tags.
struct LeafContext {
  const std::string& card;
  std::vector<Extra>& extras;
  int at = 0;
  bool keeps_attributes = false; // the caller does
};
[[nodiscard]] std::string read_leaf(Reading& reading, const Element& leaf, LeafContext context,
                                    bool paragraphs = false, bool preserve = false);

// Attributes other than the known ones, as they are written back: ` a="b" c="d"`.
[[nodiscard]] std::string other_attributes(const Element& element,
                                           std::initializer_list<std::string_view> known);
// Reports attributes that saving would lose.
void report_lost_attributes(Reading& reading, const Element& element, const std::string& card,
                            std::initializer_list<std::string_view> known);

// Into the order they are written in; those of one place keep theirs.
void put_in_order(std::vector<Extra>& extras);

// True for a name such as pictures/a.png that stays beside the deck.
[[nodiscard]] bool is_safe_file_name(std::string_view name);

} // namespace entente::deck
