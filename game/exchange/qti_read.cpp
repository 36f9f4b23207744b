// QTI 2.x and 3 in: choice, text entry, order and match, one interaction an item. Version 3 spells
// the same names with dashes; both are read by one way after renaming.

#include "deck/markup.h"
#include "deck/xml_tree.h"
#include "exchange/archive.h"
#include "exchange/deck_builder.h"
#include "exchange/formats.h"
#include "exchange/html.h"
#include "exchange/plain_number.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace entente::exchange {

namespace {

using deck::XmlNode;

constexpr std::string_view gap_mark = "\xEE\x80\x80"; // U+E000, where the text entry stood

// "qti-simple-choice" -> "simpleChoice"
std::string camel(std::string_view name) {
  if (const std::size_t colon = name.rfind(':'); colon != std::string_view::npos)
    name.remove_prefix(colon + 1);
  if (name.starts_with("qti-")) name.remove_prefix(4);
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool joint = name[i] == '-' && i + 1 < name.size();
    if (joint) ++i;
    out += joint && name[i] >= 'a' && name[i] <= 'z' ? static_cast<char>(name[i] - 32) : name[i];
  }
  return out;
}

void rename(XmlNode& node) {
  if (!node.name.empty()) node.name = camel(node.name);
  for (auto& [key, value] : node.attributes) key = camel(key);
  std::ranges::for_each(node.children, rename);
}

bool is_interaction(const XmlNode& node) { return node.name.ends_with("Interaction"); }

void find_all(const XmlNode& node, bool (*wanted)(const XmlNode&),
              std::vector<const XmlNode*>& found) {
  if (wanted(node)) found.push_back(&node);
  for (const XmlNode& child : node.children) find_all(child, wanted, found);
}

// An indented file's line breaks are one space.
std::string without_indents(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
    const std::string_view space = text.substr(at, end - at);
    out += space.find('\n') == std::string_view::npos ? space : std::string_view(" ");
    if (end < text.size()) out += text[end];
    at = end + 1;
  }
  return out;
}

class ItemReader {
public:
  ItemReader(const XmlNode& item, DeckBuilder& builder, Report& report, std::string where)
      : item_(item), builder_(builder), report_(report), where_(std::move(where)) {}

  // The picture the item shows, as it names it; empty when none. Cards are added to the builder.
  void read() {
    const XmlNode* body = item_.child("itemBody");
    if (body == nullptr) return refuse("item without a body");
    std::vector<const XmlNode*> interactions;
    find_all(*body, is_interaction, interactions);
    if (interactions.size() != 1)
      return refuse(interactions.empty() ? "item without a question" : "item of several questions");
    interaction_ = interactions.front();
    response_ = find_response();
    if (response_ == nullptr) return refuse("item without a right answer");
    card_.id = item_.attribute("label");
    if (card_.id.empty()) card_.id = item_.attribute("identifier");
    read_prompt(*body);
    if (const XmlNode* feedback = item_.child("modalFeedback"))
      card_.explanation = words(*feedback);
    if (!read_answer()) return refuse("item of another kind: " + interaction_->name);
    picture = card_.image;
    builder_.add(std::move(card_), where_);
  }

  std::string picture;

private:
  void refuse(const std::string& what) {
    report_.dropped(what, "Entente reads choice, text entry, order and match.", where_);
  }

  [[nodiscard]] const XmlNode* find_response() const {
    const std::string id = interaction_->attribute("responseIdentifier");
    for (const XmlNode& each : item_.children)
      if (each.name == "responseDeclaration" && each.attribute("identifier") == id)
        return each.child("correctResponse") || each.child("mapping") ? &each : nullptr;
    return nullptr;
  }

  std::string words(const XmlNode& element) {
    HtmlWords found = words_of_html(without_indents(element.markup()));
    report_html(found, report_, where_);
    if (card_.image.empty() && !found.images.empty()) card_.image = found.images.front();
    return std::move(found.text);
  }

  // The body without the interaction, then the interaction's own prompt.
  void read_prompt(const XmlNode& body) {
    const bool gap = interaction_->name == "textEntryInteraction";
    const std::string around = words(without_interaction(body, gap));
    const std::size_t place = around.find(gap_mark);
    const std::string before = tidy(around.substr(0, place));
    const std::string after =
        place == std::string::npos ? "" : around.substr(place + gap_mark.size());
    card_.prompt = before;
    if (!tidy(after).empty()) {
      card_.cloze = deck::Card::Cloze{around.substr(0, place), after};
      card_.prompt = around.substr(0, place) + "_____" + after;
    }
    const XmlNode* prompt = interaction_->child("prompt");
    if (prompt == nullptr) return;
    const std::string asked = words(*prompt);
    card_.prompt += (card_.prompt.empty() || asked.empty() ? "" : "\n\n") + asked;
  }

  static XmlNode without_interaction(const XmlNode& node, bool mark) {
    XmlNode copy = node;
    copy.children.clear();
    for (const XmlNode& child : node.children) {
      if (!is_interaction(child))
        copy.children.push_back(without_interaction(child, mark));
      else if (mark)
        copy.say(std::string(gap_mark));
    }
    return copy;
  }

  bool read_answer() {
    const std::string& kind = interaction_->name;
    if (kind == "choiceInteraction" || kind == "inlineChoiceInteraction") return read_choice();
    if (kind == "textEntryInteraction" || kind == "extendedTextInteraction") return read_typed();
    if (kind == "orderInteraction") return read_order();
    return kind == "matchInteraction" && read_match();
  }

  [[nodiscard]] std::vector<std::string> correct() const {
    std::vector<std::string> values;
    if (const XmlNode* right = response_->child("correctResponse"))
      for (const XmlNode& value : right->children)
        if (value.name == "value") values.push_back(tidy(value.text()));
    return values;
  }

  // The words of the choice with this identifier, anywhere in the interaction.
  std::string choice_words(const std::string& id) {
    std::vector<const XmlNode*> found;
    find_all(
        *interaction_, [](const XmlNode& node) { return node.name.ends_with("Choice"); }, found);
    for (const XmlNode* choice : found)
      if (choice->attribute("identifier") == id) return tidy(words(*choice));
    return {};
  }

  bool read_choice() {
    const auto right = correct();
    std::vector<std::string> answers;
    for (const XmlNode& each : interaction_->children) {
      if (!each.name.ends_with("Choice")) continue;
      if (std::ranges::find(right, each.attribute("identifier")) != right.end())
        answers.push_back(tidy(words(each)));
      else
        card_.wrong.push_back({words(each), ""});
    }
    if (answers.size() == 1) {
      card_.answer.text = answers.front();
    } else if (answers.size() > 1) {
      report_.changed("question with several right options",
                      "Its right options are asked for as a set; the wrong ones are left out.",
                      where_);
      card_.wrong.clear();
      card_.answer = {deck::AnswerKind::set, "", std::move(answers), {}};
    }
    return true;
  }

  bool read_typed() {
    const auto right = correct();
    if (!right.empty()) card_.answer.text = right.front();
    if (const XmlNode* mapping = response_->child("mapping")) read_mapping(*mapping);
    const std::string type = response_->attribute("baseType");
    if ((type == "integer" || type == "float") && plain_number(card_.answer.text))
      card_.answer.kind = deck::AnswerKind::number;
    return true;
  }

  void read_mapping(const XmlNode& mapping) {
    for (const XmlNode& entry : mapping.children) {
      if (entry.name != "mapEntry") continue;
      const std::string words = tidy(entry.attribute("mapKey"));
      if (std::strtod(entry.attribute("mappedValue").c_str(), nullptr) <= 0) continue;
      if (card_.answer.text.empty())
        card_.answer.text = words;
      else if (words != card_.answer.text)
        card_.accepted.push_back(words);
    }
  }

  bool read_order() {
    card_.answer.kind = deck::AnswerKind::sequence;
    for (const std::string& id : correct()) card_.answer.items.push_back(choice_words(id));
    return true;
  }

  bool read_match() {
    card_.answer.kind = deck::AnswerKind::pairs;
    for (const std::string& value : correct()) {
      const std::size_t space = value.find(' ');
      if (space == std::string::npos) continue;
      card_.answer.pairs.push_back(
          {choice_words(value.substr(0, space)), choice_words(tidy(value.substr(space)))});
    }
    std::erase_if(card_.answer.pairs,
                  [](const deck::Pair& pair) { return pair.left.empty() || pair.right.empty(); });
    return true;
  }

  const XmlNode& item_;
  DeckBuilder& builder_;
  Report& report_;
  std::string where_;
  const XmlNode* interaction_ = nullptr;
  const XmlNode* response_ = nullptr;
  deck::Card card_;
};

bool is_item(const XmlNode& root) { return root.name == "assessmentItem"; }

class PackageReader {
public:
  PackageReader(Archive& archive, const Incoming& incoming, Imported& imported)
      : archive_(archive),
        incoming_(incoming),
        imported_(imported),
        builder_(incoming.title, imported.report) {}

  core::Status read() {
    const auto items = item_names();
    if (!items) return items.error();
    for (const std::string& name : *items)
      if (auto done = read_item(name); !done) return done;
    imported_.deck = builder_.take();
    name_pictures();
    return core::Done{};
  }

private:
  core::Result<std::vector<std::string>> item_names() {
    std::vector<std::string> names;
    if (!archive_.has("imsmanifest.xml")) {
      for (const std::string& name : archive_.members())
        if (name.ends_with(".xml")) names.push_back(name);
      return names;
    }
    const auto xml = archive_.read("imsmanifest.xml", max_text_bytes);
    if (!xml) return xml.error();
    auto root = deck::read_xml(*xml, incoming_.name + "/imsmanifest.xml");
    if (!root) return root.error();
    rename(*root);
    read_title(*root);
    std::vector<const XmlNode*> resources;
    find_all(*root, [](const XmlNode& node) { return node.name == "resource"; }, resources);
    for (const XmlNode* resource : resources) {
      const std::string type = resource->attribute("type");
      if (type.starts_with("imsqti_item"))
        names.push_back(resource->attribute("href"));
      else if (type.find("qti") != std::string::npos && !type.starts_with("imsqti_test"))
        imported_.report.dropped("resource of type " + type, "QTI 2.x and 3 items are read.",
                                 resource->attribute("href"));
    }
    return names;
  }

  void read_title(const XmlNode& root) {
    std::vector<const XmlNode*> titles;
    find_all(root, [](const XmlNode& node) { return node.name == "title"; }, titles);
    if (!titles.empty()) builder_.set_title(titles.front()->text());
  }

  core::Status read_item(const std::string& name) {
    const auto xml = archive_.read(name, max_text_bytes);
    if (!xml) {
      if (xml.error().code == core::ErrorCode::too_large) return xml.error();
      imported_.report.dropped("item", "It is not in the package.", name);
      return core::Done{};
    }
    auto root = deck::read_xml(*xml, incoming_.name + "/" + name);
    if (!root) return root.error();
    rename(*root);
    if (!is_item(*root)) return core::Done{};
    ItemReader item(*root, builder_, imported_.report, name);
    item.read();
    if (!item.picture.empty()) keep_picture(item.picture, name);
    return core::Done{};
  }

  // Pictures are named from the item's folder; one that leads out of the package is not read.
  void keep_picture(const std::string& source, const std::string& item) {
    namespace fs = std::filesystem;
    const std::string member = (fs::path(item).parent_path() / source).lexically_normal().string();
    const auto name = safe_name(fs::path(source).filename().string());
    if (!name || member.starts_with("..") || member.starts_with('/') || !archive_.has(member))
      return;
    auto bytes = archive_.read(member);
    if (bytes && std::ranges::find(imported_.media, *name, &Media::name) == imported_.media.end())
      imported_.media.push_back({*name, std::move(*bytes)});
  }

  void name_pictures() {
    for (deck::Card& card : imported_.deck.cards) {
      if (card.image.empty()) continue;
      const std::string name = std::filesystem::path(card.image).filename().string();
      const bool there =
          std::ranges::find(imported_.media, name, &Media::name) != imported_.media.end();
      card.image = there ? name : "";
      if (!there)
        imported_.report.dropped("picture",
                                 "It is not in the package, or its name leads out of it.", card.id);
    }
  }

  Archive& archive_;
  const Incoming& incoming_;
  Imported& imported_;
  DeckBuilder builder_;
};

core::Result<Imported> read_single(const Incoming& incoming) {
  auto root = deck::read_xml(incoming.bytes, incoming.name);
  if (!root) return root.error();
  rename(*root);
  if (!is_item(*root))
    return core::Error{core::ErrorCode::unsupported,
                       "The root element is <" + root->name + ">, not <assessmentItem>.",
                       deck::at_place(incoming.name, root->place),
                       "QTI 2.x and 3 are read; export the questions as one of them."};
  Imported imported;
  DeckBuilder builder(incoming.title, imported.report);
  ItemReader(*root, builder, imported.report, incoming.name).read();
  imported.deck = builder.take();
  for (deck::Card& card : imported.deck.cards) card.image.clear(); // nothing came with it
  return imported;
}

} // namespace

bool looks_like_qti(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  return looks_like_archive(bytes) || head.find("ssessmentItem") != std::string_view::npos ||
         head.find("assessment-item") != std::string_view::npos;
}

core::Result<Imported> read_qti(const Incoming& incoming) {
  if (!looks_like_archive(incoming.bytes)) return read_single(incoming);
  auto archive = Archive::open(incoming.bytes, incoming.name);
  if (!archive) return archive.error();
  Imported imported;
  if (const auto done = PackageReader(*archive, incoming, imported).read(); !done)
    return done.error();
  return imported;
}

} // namespace entente::exchange
