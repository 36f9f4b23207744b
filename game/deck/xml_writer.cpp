#include "deck/xml_writer.h"

#include "deck/names.h"
#include "deck/xml_text.h"

#include <algorithm>

namespace entente::deck {

namespace {

constexpr const char* preserve = " xml:space=\"preserve\"";

std::string attribute(std::string_view name, std::string_view value) {
  if (value.empty()) return {};
  return " " + std::string(name) + "=\"" + escape_attribute(value) + "\"";
}

// Said where reading would otherwise lose white space.
std::string space_attribute(const std::string& words, bool paragraphs = false) {
  return collapse(words, paragraphs) == words ? "" : preserve;
}

// <name attributes>words</name>
std::string leaf(std::string_view name, const std::string& words, bool paragraphs = false,
                 const std::string& attributes = "") {
  const std::string tag(name);
  return "<" + tag + attributes + space_attribute(words, paragraphs) + ">" + escape(words) + "</" +
         tag + ">";
}

// The children of one element, a line each, with extras where they stood.
class Children {
public:
  Children(std::string& out, std::string indent, const std::vector<Extra>& extras)
      : out_(out), indent_(std::move(indent)), extras_(extras) {}

  void add(const std::string& xml) {
    put_extras(count_++);
    put(xml);
  }
  void add_leaf(std::string_view name, const std::string& words, bool paragraphs = false) {
    if (!words.empty()) add(leaf(name, words, paragraphs));
  }
  void put(const std::string& xml) { out_ += indent_ + xml + "\n"; }
  void finish() { put_extras(Extra::at_end); }

private:
  void put_extras(int until) {
    for (; next_ < extras_.size() && extras_[next_].at <= until; ++next_) put(extras_[next_].xml);
  }

  std::string& out_;
  std::string indent_;
  const std::vector<Extra>& extras_;
  std::size_t next_ = 0;
  int count_ = 0;
};

std::string answer_xml(const Answer& answer) {
  const std::string kind = attribute("kind", name(answer.kind));
  if (answer.kind != AnswerKind::set && answer.kind != AnswerKind::sequence &&
      answer.kind != AnswerKind::pairs)
    return leaf("answer", answer.text, false, kind);
  std::string xml = "<answer" + kind + ">\n";
  if (answer.kind == AnswerKind::pairs)
    for (const Pair& pair : answer.pairs)
      xml += "      <pair>" + leaf("left", pair.left) + leaf("right", pair.right) + "</pair>\n";
  else
    for (const std::string& item : answer.items) xml += "      " + leaf("item", item) + "\n";
  return xml + "    </answer>";
}

std::string wrong_xml(const WrongOption& option) {
  const std::string why = option.reason.empty() ? "" : leaf("why", option.reason);
  return "<wrong" + space_attribute(option.text) + ">" + escape(option.text) + why + "</wrong>";
}

std::string gap_text(const Card::Cloze& cloze) {
  return escape(cloze.before) + "<gap/>" + escape(cloze.after);
}

// One space beside the gap is kept by reading, others are not.
std::string cloze_xml(const Card::Cloze& cloze) {
  std::string_view before = cloze.before, after = cloze.after;
  if (before.size() > 1 && before.ends_with(' ')) before.remove_suffix(1);
  if (after.size() > 1 && after.starts_with(' ')) after.remove_prefix(1);
  const bool plain = collapse(before) == before && collapse(after) == after;
  return std::string("<cloze") + (plain ? "" : preserve) + ">" + gap_text(cloze) + "</cloze>";
}

std::string passage_xml(const Passage& passage) {
  return "<passage" + attribute("source", passage.source) +
         (passage.paragraph > 0 ? attribute("paragraph", std::to_string(passage.paragraph)) : "") +
         "/>";
}

std::string card_tag(const Card& card) {
  std::string forms;
  for (const Form form : card.forms) forms.append(forms.empty() ? "" : " ").append(name(form));
  return "<card" + attribute("id", card.id) + attribute("category", card.category) +
         attribute("forms", forms) + card.attributes + ">";
}

void write_card(std::string& out, const Card& card) {
  for (const Extra& extra : card.leading) out += "  " + extra.xml + "\n";
  out += "  " + card_tag(card) + "\n";
  Children children(out, "    ", card.extras);
  children.add_leaf("prompt", card.prompt, true);
  if (card.cloze) children.add(cloze_xml(*card.cloze));
  children.add(answer_xml(card.answer));
  for (const std::string& words : card.accepted) children.add_leaf("accept", words);
  for (const WrongOption& option : card.wrong) children.add(wrong_xml(option));
  children.add_leaf("explanation", card.explanation, true);
  children.add_leaf("hint", card.hint);
  for (const std::string& tag : card.tags) children.add_leaf("tag", tag);
  if (card.passage) children.add(passage_xml(*card.passage));
  if (!card.image.empty()) children.add("<image" + attribute("file", card.image) + "/>");
  children.finish();
  out += "  </card>\n";
}

std::string source_xml(const Source& source) {
  std::string xml = "<source" + attribute("id", source.id) + source.attributes + ">\n";
  Children children(xml, "    ", source.extras);
  children.add_leaf("title", source.title);
  children.add_leaf("author", source.author);
  children.add_leaf("publisher", source.publisher);
  children.add_leaf("date", source.date);
  children.add_leaf("url", source.url);
  children.add_leaf("file", source.file);
  children.finish();
  return xml + "  </source>";
}

std::string category_xml(const Category& category) {
  std::string xml = leaf("category", category.name, false,
                         attribute("id", category.id) + attribute("colour", category.colour) +
                             category.attributes);
  const std::string end = "</category>";
  std::string extras;
  for (const Extra& extra : category.extras) extras += extra.xml;
  return xml.insert(xml.size() - end.size(), extras);
}

} // namespace

std::string write_deck(const Deck& deck) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  for (const Extra& extra : deck.leading) out += extra.xml + "\n";
  out += "<deck xmlns=\"urn:entente:deck\" version=\"1\"" + attribute("id", deck.id) +
         attribute("language", deck.language) + deck.attributes + ">\n";
  Children children(out, "  ", deck.extras);
  children.add_leaf("title", deck.title);
  children.add_leaf("description", deck.description, true);
  for (const Source& source : deck.sources) children.add(source_xml(source));
  for (const Category& category : deck.categories) children.add(category_xml(category));
  for (const Card& card : deck.cards) write_card(out, card);
  children.finish();
  return out + "</deck>\n";
}

} // namespace entente::deck
