#include "deck/xml_tree.h"

#include "deck/xml_text.h"

#include <algorithm>
#include <tinyxml2.h>

namespace entente::deck {

namespace {

class Builder {
public:
  Builder(std::string_view bytes, const Outline& outline) : bytes_(bytes), outline_(outline) {}

  XmlNode element(const tinyxml2::XMLElement& from) {
    XmlNode node(from.Name());
    node.place = next_place();
    for (const auto* each = from.FirstAttribute(); each; each = each->Next())
      node.attributes.emplace_back(each->Name(), each->Value());
    for (const auto* each = from.FirstChild(); each; each = each->NextSibling()) add(node, *each);
    return node;
  }
  // Comments take a place in the outline too.
  void pass_comment() { ++index_; }

private:
  void add(XmlNode& parent, const tinyxml2::XMLNode& from) {
    if (const auto* child = from.ToElement())
      parent.children.push_back(element(*child));
    else if (from.ToText())
      parent.children.emplace_back().words = from.Value();
    else if (from.ToComment())
      pass_comment();
  }

  // Elements come in the order of the file, so each count goes on from the last.
  Place next_place() {
    const std::size_t begin = outline_.nodes[index_++].begin;
    for (; seen_ < begin; ++seen_) {
      if (bytes_[seen_] == '\n')
        place_ = {place_.line + 1, 1};
      else if ((static_cast<unsigned char>(bytes_[seen_]) & 0xC0U) != 0x80)
        ++place_.column;
    }
    return place_;
  }

  std::string_view bytes_;
  const Outline& outline_;
  std::size_t index_ = 0, seen_ = 0;
  Place place_{1, 1};
};

void write(const XmlNode& node, const std::string& indent, std::string& out) {
  if (node.name.empty()) {
    out += escape(node.words);
    return;
  }
  out += "<" + node.name;
  for (const auto& [name, value] : node.attributes)
    out += " " + name + "=\"" + escape_attribute(value) + "\"";
  if (node.children.empty()) {
    out += "/>";
    return;
  }
  out += ">";
  const bool elements_only =
      std::ranges::none_of(node.children, [](const XmlNode& each) { return each.name.empty(); });
  for (const XmlNode& each : node.children) {
    if (elements_only) out += "\n" + indent + "  ";
    write(each, indent + "  ", out);
  }
  if (elements_only) out += "\n" + indent;
  out += "</" + node.name + ">";
}

// HTML's, which have no end tag: </br> would be a second line break.
bool is_void(std::string_view name) { return name == "br" || name == "img" || name == "hr"; }

void collect_text(const XmlNode& node, std::string& out) {
  if (node.name.empty()) out += node.words;
  for (const XmlNode& each : node.children) collect_text(each, out);
}

} // namespace

XmlNode& XmlNode::with(std::string attribute, std::string value) {
  attributes.emplace_back(std::move(attribute), std::move(value));
  return *this;
}

XmlNode& XmlNode::say(std::string text) {
  if (text.empty()) return *this;
  children.emplace_back().words = std::move(text);
  return *this;
}

XmlNode& XmlNode::add(XmlNode child) {
  children.push_back(std::move(child));
  return children.back();
}

XmlNode& XmlNode::leaf(std::string element, std::string text) {
  add(XmlNode(std::move(element))).say(std::move(text));
  return *this;
}

std::string XmlNode::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes)
    if (key == wanted) return value;
  return {};
}

const XmlNode* XmlNode::child(std::string_view wanted) const {
  const auto found = std::ranges::find(children, wanted, &XmlNode::name);
  return found == children.end() ? nullptr : &*found;
}

std::string XmlNode::text() const {
  std::string all;
  collect_text(*this, all);
  return all;
}

std::string XmlNode::text_of(std::string_view wanted) const {
  const XmlNode* found = child(wanted);
  return found == nullptr ? std::string() : found->text();
}

std::string XmlNode::markup() const {
  std::string out;
  for (const XmlNode& each : children) {
    if (each.name.empty()) {
      out += escape(each.words);
      continue;
    }
    out += "<" + each.name;
    for (const auto& [key, value] : each.attributes)
      out += " " + key + "=\"" + escape_attribute(value) + "\"";
    out += ">";
    if (!is_void(each.name)) out += each.markup() + "</" + each.name + ">";
  }
  return out;
}

core::Result<XmlNode> read_xml(std::string_view bytes, const std::string& name,
                               MarkupLimits limits) {
  limits.doctype = true;
  limits.instructions = true;
  const auto nodes = outline(bytes, name, limits);
  if (!nodes) return nodes.error();
  tinyxml2::XMLDocument document(true, tinyxml2::PRESERVE_WHITESPACE);
  if (document.Parse(bytes.data(), bytes.size()) != tinyxml2::XML_SUCCESS)
    return core::Error{core::ErrorCode::malformed,
                       std::string("The XML cannot be read: ") + document.ErrorName() + ".",
                       name + ":" + std::to_string(document.ErrorLineNum()),
                       "Compare this line with its neighbours."};
  Builder builder(bytes, *nodes);
  for (const auto* each = document.FirstChild(); each; each = each->NextSibling()) {
    if (each->ToComment()) builder.pass_comment();
    if (const auto* root = each->ToElement()) return builder.element(*root);
  }
  return core::Error{core::ErrorCode::malformed, "There is no root element.", name, ""};
}

std::string write_xml(const XmlNode& root, std::string_view doctype) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  if (!doctype.empty()) out += std::string(doctype) + "\n";
  write(root, "", out);
  return out + "\n";
}

} // namespace entente::deck
