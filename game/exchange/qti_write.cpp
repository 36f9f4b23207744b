// QTI 2.1 packages out (1EdTech): a manifest and one item a card.

#include "deck/xml_tree.h"
#include "exchange/archive.h"
#include "exchange/deck_builder.h"
#include "exchange/formats.h"
#include "exchange/losses.h"

#include <algorithm>
#include <filesystem>

namespace entente::exchange {

namespace {

using deck::XmlNode;

constexpr const char* item_namespace = "http://www.imsglobal.org/xsd/imsqti_v2p1";
constexpr const char* templates = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/";

// Words with <br/> for line breaks.
void say(XmlNode& into, const std::string& words) {
  std::size_t at = 0;
  for (std::size_t end; (end = words.find('\n', at)) != std::string::npos; at = end + 1) {
    into.say(words.substr(at, end - at));
    into.add(XmlNode("br"));
  }
  into.say(words.substr(at));
}

XmlNode words_element(const char* name, const std::string& words) {
  XmlNode element(name);
  say(element, words);
  return element;
}

XmlNode response(const char* cardinality, const char* type,
                 const std::vector<std::string>& values) {
  XmlNode declaration("responseDeclaration");
  declaration.with("identifier", "RESPONSE");
  declaration.with("cardinality", cardinality).with("baseType", type);
  XmlNode& correct = declaration.add(XmlNode("correctResponse"));
  for (const std::string& value : values) correct.leaf("value", value);
  return declaration;
}

XmlNode interaction(const char* name, const deck::Card& card) {
  XmlNode element(name);
  element.with("responseIdentifier", "RESPONSE").with("shuffle", "true");
  element.add(words_element("prompt", card.prompt));
  return element;
}

XmlNode choice_element(const char* name, const std::string& id, const std::string& words) {
  XmlNode element = words_element(name, words);
  element.with("identifier", id);
  return element;
}

// A card's response, body and way of marking.
struct Item {
  XmlNode response, body;
  std::string marking = "match_correct";
  Holds holds = {.explanation = true, .image = true, .id = true};
};

Item choice(const deck::Card& card) {
  Item item;
  item.response = response("single", "identifier", {"A0"});
  item.body = interaction("choiceInteraction", card).with("maxChoices", "1");
  item.body.add(choice_element("simpleChoice", "A0", deck::answer_line(card.answer)));
  for (std::size_t i = 0; i < card.wrong.size(); ++i)
    item.body.add(choice_element("simpleChoice", "A" + std::to_string(i + 1), card.wrong[i].text));
  item.holds.wrong = true;
  return item;
}

Item sequence(const deck::Card& card) {
  Item item;
  item.body = interaction("orderInteraction", card);
  std::vector<std::string> order;
  for (std::size_t i = 0; i < card.answer.items.size(); ++i) {
    order.push_back("A" + std::to_string(i));
    item.body.add(choice_element("simpleChoice", order.back(), card.answer.items[i]));
  }
  item.response = response("ordered", "identifier", order);
  item.holds.lists = true;
  return item;
}

Item pairs(const deck::Card& card) {
  Item item;
  item.body = interaction("matchInteraction", card);
  item.body.with("maxAssociations", std::to_string(card.answer.pairs.size()));
  XmlNode lefts("simpleMatchSet"), rights("simpleMatchSet");
  std::vector<std::string> right;
  for (std::size_t i = 0; i < card.answer.pairs.size(); ++i) {
    const std::string number = std::to_string(i);
    const auto& pair = card.answer.pairs[i];
    lefts.add(choice_element("simpleAssociableChoice", "L" + number, pair.left))
        .with("matchMax", "1");
    rights.add(choice_element("simpleAssociableChoice", "R" + number, pair.right))
        .with("matchMax", "1");
    right.push_back("L" + number + " R" + number);
  }
  item.body.add(std::move(lefts));
  item.body.add(std::move(rights));
  item.response = response("multiple", "directedPair", right);
  item.holds.lists = true;
  return item;
}

Item typed(const deck::Card& card) {
  Item item;
  const std::string right = deck::answer_line(card.answer);
  item.response = response("single", "string", {right});
  XmlNode mapping("mapping");
  mapping.with("defaultValue", "0");
  const auto map = [&](const std::string& words) {
    XmlNode& entry = mapping.add(XmlNode("mapEntry"));
    entry.with("mapKey", words).with("mappedValue", "1").with("caseSensitive", "false");
  };
  map(right);
  for (const std::string& accepted : card.accepted) map(accepted);
  item.response.add(std::move(mapping));
  item.marking = "map_response";
  item.body = XmlNode("div");
  item.body.add(words_element("p", card.prompt));
  item.body.add(XmlNode("p"))
      .add(XmlNode("textEntryInteraction"))
      .with("responseIdentifier", "RESPONSE")
      .with("expectedLength", std::to_string(std::clamp<std::size_t>(right.size(), 5, 60)));
  item.holds.accepted = true;
  return item;
}

Item item_of(const deck::Card& card) {
  const auto kind = card.answer.kind;
  if (kind == deck::AnswerKind::pairs && card.answer.pairs.size() > 1) return pairs(card);
  if (kind == deck::AnswerKind::sequence && card.answer.items.size() > 1) return sequence(card);
  return card.wrong.empty() ? typed(card) : choice(card);
}

XmlNode outcome(const char* id, const char* type, const char* value) {
  XmlNode element("outcomeDeclaration");
  element.with("identifier", id).with("cardinality", "single").with("baseType", type);
  element.add(XmlNode("defaultValue")).leaf("value", value);
  return element;
}

class Package {
public:
  Package(const Outgoing& outgoing, Exported& exported)
      : outgoing_(outgoing), exported_(exported), resources_("resources") {}

  core::Result<std::string> write() {
    for (const deck::Card& card : outgoing_.deck.cards) add(card);
    members_.insert(members_.begin(), {"imsmanifest.xml", deck::write_xml(manifest())});
    return write_archive(members_);
  }

private:
  void add(const deck::Card& card) {
    Item item = item_of(card);
    const std::string name = "item" + std::to_string(++count_);
    const std::string file = "items/" + name + ".xml";
    XmlNode resource("resource");
    resource.with("identifier", name).with("type", "imsqti_item_xmlv2p1").with("href", file);
    resource.add(XmlNode("file").with("href", file));
    const std::string picture = add_picture(card);
    if (!picture.empty()) resource.add(XmlNode("file").with("href", "items/" + picture));
    resources_.add(std::move(resource));
    report_losses(card, item.holds, "QTI", exported_.report);
    members_.push_back({file, deck::write_xml(element(card, std::move(item), name, picture))});
  }

  std::string add_picture(const deck::Card& card) {
    if (card.image.empty()) return {};
    auto bytes = outgoing_.load_media ? outgoing_.load_media(card.image)
                                      : core::Result<std::string>(core::Error{});
    const auto name = safe_name(std::filesystem::path(card.image).filename().string());
    if (!bytes || !name) {
      exported_.report.dropped("picture", "Its file could not be read.", card.id);
      return {};
    }
    const std::string member = "items/" + *name;
    if (std::ranges::find(members_, member, &Member::name) == members_.end())
      members_.push_back({member, std::move(*bytes)});
    return *name;
  }

  XmlNode element(const deck::Card& card, Item item, const std::string& name,
                  const std::string& picture) const {
    XmlNode root("assessmentItem");
    root.with("xmlns", item_namespace).with("identifier", name).with("title", slug(card.id));
    root.with("label", card.id).with("adaptive", "false").with("timeDependent", "false");
    root.add(std::move(item.response));
    root.add(outcome("SCORE", "float", "0"));
    if (!card.explanation.empty()) root.add(outcome("FEEDBACK", "identifier", "explanation"));
    XmlNode& body = root.add(XmlNode("itemBody"));
    if (!picture.empty())
      body.add(XmlNode("p")).add(XmlNode("img").with("src", picture).with("alt", ""));
    body.add(std::move(item.body));
    root.add(XmlNode("responseProcessing").with("template", templates + item.marking));
    if (card.explanation.empty()) return root;
    XmlNode& feedback = root.add(words_element("modalFeedback", card.explanation));
    feedback.with("outcomeIdentifier", "FEEDBACK").with("identifier", "explanation");
    feedback.with("showHide", "show");
    return root;
  }

  XmlNode manifest() {
    XmlNode root("manifest");
    root.with("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1");
    root.with("identifier", "MANIFEST-" + slug(outgoing_.deck.id));
    XmlNode& metadata = root.add(XmlNode("metadata"));
    metadata.leaf("schema", "QTIv2.1 Package").leaf("schemaversion", "1.0.0");
    XmlNode& lom = metadata.add(XmlNode("lom").with("xmlns", "http://ltsc.ieee.org/xsd/LOM"));
    XmlNode& title = lom.add(XmlNode("general")).add(XmlNode("title"));
    title.add(XmlNode("string").with("language", outgoing_.deck.language))
        .say(outgoing_.deck.title);
    root.add(XmlNode("organizations"));
    root.add(std::move(resources_));
    return root;
  }

  const Outgoing& outgoing_;
  Exported& exported_;
  XmlNode resources_;
  std::vector<Member> members_;
  int count_ = 0;
};

} // namespace

core::Result<Exported> write_qti(const Outgoing& outgoing) {
  Exported exported;
  report_deck_losses(outgoing.deck, false, "QTI", exported.report);
  auto bytes = Package(outgoing, exported).write();
  if (!bytes) return bytes.error();
  exported.bytes = std::move(*bytes);
  return exported;
}

} // namespace entente::exchange
