#pragma once

// XML of any kind as a plain tree: the door for formats that are not our own. Strict, capped and
// without entities of the file's own, as decks are read; comments are passed over.

#include "core/result.h"
#include "deck/deck.h"
#include "deck/markup.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::deck {

// An element, or words between tags (an empty name).
struct XmlNode {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string words; // of a text node
  std::vector<XmlNode> children;
  Place place; // of an element

  XmlNode() = default;
  explicit XmlNode(std::string element) : name(std::move(element)) {}

  // Building: each gives the node back.
  XmlNode& with(std::string attribute, std::string value);
  XmlNode& say(std::string text);                       // words as they are
  XmlNode& add(XmlNode child);                          // gives the child
  XmlNode& leaf(std::string element, std::string text); // adds <element>text</element>

  [[nodiscard]] std::string attribute(std::string_view wanted) const; // empty when absent
  [[nodiscard]] const XmlNode* child(std::string_view wanted) const;  // the first; null
  // All words within, tags left out, as they stand.
  [[nodiscard]] std::string text() const;
  // The text of the first such child; empty when absent.
  [[nodiscard]] std::string text_of(std::string_view wanted) const;
  // The tags and words within, as HTML.
  [[nodiscard]] std::string markup() const;
};

// The root. Errors: malformed, too_large, with `where` as NAME:LINE:COLUMN.
[[nodiscard]] core::Result<XmlNode> read_xml(std::string_view bytes, const std::string& name,
                                             MarkupLimits limits = {});

// With the XML declaration. Elements that hold elements only are indented.
[[nodiscard]] std::string write_xml(const XmlNode& root, std::string_view doctype = {});

} // namespace entente::deck
