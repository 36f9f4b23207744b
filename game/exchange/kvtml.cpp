// KVTML 2, the vocabulary files of KDE's trainers: the first language asks, the second answers.

#include "deck/markup.h"
#include "deck/xml_tree.h"
#include "exchange/deck_builder.h"
#include "exchange/formats.h"
#include "exchange/losses.h"

#include <algorithm>
#include <map>

namespace entente::exchange {

namespace {

using deck::XmlNode;

const XmlNode* translation(const XmlNode& entry, const std::string& id) {
  for (const XmlNode& each : entry.children)
    if (each.name == "translation" && each.attribute("id") == id) return &each;
  return nullptr;
}

class Reader {
public:
  Reader(const Incoming& incoming, Imported& imported)
      : report_(imported.report), builder_(incoming.title, imported.report) {}

  deck::Deck read(const XmlNode& root) {
    if (const XmlNode* information = root.child("information")) {
      builder_.set_title(information->text_of("title"));
      builder_.set_description(information->text_of("comment"));
    }
    if (const XmlNode* identifiers = root.child("identifiers")) {
      if (!identifiers->children.empty())
        builder_.set_language(identifiers->children.back().text_of("locale"));
      if (identifiers->children.size() > 2)
        report_.dropped("further language", "The first asks and the second answers.", "",
                        static_cast<int>(identifiers->children.size()) - 2);
    }
    if (const XmlNode* lessons = root.child("lessons")) read_lessons(*lessons);
    if (const XmlNode* entries = root.child("entries"))
      for (const XmlNode& entry : entries->children)
        if (entry.name == "entry") read_entry(entry);
    return builder_.take();
  }

private:
  // Lessons nest; an entry belongs to the innermost one that names it.
  void read_lessons(const XmlNode& parent) {
    for (const XmlNode& each : parent.children) {
      if (each.name != "container") continue;
      const std::string category = builder_.category(each.text_of("name"));
      for (const XmlNode& entry : each.children)
        if (entry.name == "entry") lessons_[entry.attribute("id")] = category;
      read_lessons(each);
    }
  }

  void read_entry(const XmlNode& entry) {
    const std::string where = "line " + std::to_string(entry.place.line);
    const XmlNode* first = translation(entry, "0");
    const XmlNode* second = translation(entry, "1");
    if (first == nullptr || second == nullptr) {
      report_.dropped("entry without a translation", "There is nothing to answer.", where);
      return;
    }
    deck::Card card;
    card.prompt = first->text_of("text");
    card.answer.text = second->text_of("text");
    card.hint = first->text_of("comment");
    for (const char* part : {"comment", "example", "paraphrase"})
      if (const std::string words = second->text_of(part); !words.empty())
        card.explanation += (card.explanation.empty() ? "" : "\n\n") + words;
    if (const XmlNode* choices = second->child("multiplechoice"))
      for (const XmlNode& choice : choices->children)
        if (choice.name == "choice") card.wrong.push_back({choice.text(), ""});
    if (const auto lesson = lessons_.find(entry.attribute("id")); lesson != lessons_.end())
      card.category = lesson->second;
    report_parts(*first, *second, where);
    builder_.add(std::move(card), where);
  }

  void report_parts(const XmlNode& first, const XmlNode& second, const std::string& where) {
    for (const XmlNode* side : {&first, &second}) {
      if (side->child("grade") != nullptr)
        report_.dropped("grade", "The file holds no answers, only their sum.", where);
      if (side->child("image") != nullptr || side->child("sound") != nullptr)
        report_.dropped("picture or sound", "It lies outside the file.", where);
    }
  }

  Report& report_;
  DeckBuilder builder_;
  std::map<std::string, std::string> lessons_; // entry -> category
};

XmlNode identifier(const char* id, const char* name, const std::string& locale) {
  XmlNode element("identifier");
  element.with("id", id).leaf("name", name).leaf("locale", locale);
  return element;
}

XmlNode entry(const deck::Card& card, std::size_t number) {
  XmlNode element("entry");
  element.with("id", std::to_string(number));
  XmlNode& first = element.add(XmlNode("translation").with("id", "0"));
  first.leaf("text", card.prompt);
  if (!card.hint.empty()) first.leaf("comment", card.hint);
  XmlNode& second = element.add(XmlNode("translation").with("id", "1"));
  second.leaf("text", deck::answer_line(card.answer));
  if (!card.explanation.empty()) second.leaf("comment", card.explanation);
  if (card.wrong.empty()) return element;
  XmlNode& choices = second.add(XmlNode("multiplechoice"));
  for (const auto& wrong : card.wrong) choices.leaf("choice", wrong.text);
  return element;
}

XmlNode lessons(const deck::Deck& deck) {
  XmlNode all("lessons");
  for (const deck::Category& category : deck.categories) {
    XmlNode lesson("container");
    lesson.leaf("name", category.name).leaf("inpractice", "true");
    for (std::size_t i = 0; i < deck.cards.size(); ++i)
      if (deck.cards[i].category == category.id)
        lesson.add(XmlNode("entry").with("id", std::to_string(i)));
    all.add(std::move(lesson));
  }
  return all;
}

constexpr std::string_view doctype =
    "<!DOCTYPE kvtml PUBLIC \"kvtml2.dtd\" \"http://edu.kde.org/kvtml/kvtml2.dtd\">";

} // namespace

core::Result<Imported> read_kvtml(const Incoming& incoming) {
  const auto root = deck::read_xml(incoming.bytes, incoming.name);
  if (!root) return root.error();
  if (root->name != "kvtml" || !root->attribute("version").starts_with("2"))
    return core::Error{core::ErrorCode::unsupported, "This is not a KVTML file of version 2.",
                       deck::at_place(incoming.name, root->place),
                       "Open it in Parley and save it again."};
  Imported imported;
  imported.deck = Reader(incoming, imported).read(*root);
  return imported;
}

core::Result<Exported> write_kvtml(const Outgoing& outgoing) {
  Exported exported;
  const deck::Deck& deck = outgoing.deck;
  report_deck_losses(deck, true, "KVTML", exported.report);
  XmlNode root("kvtml");
  root.with("version", "2.0");
  XmlNode& information = root.add(XmlNode("information"));
  information.leaf("generator", "Entente").leaf("title", deck.title);
  if (!deck.description.empty()) information.leaf("comment", deck.description);
  XmlNode& identifiers = root.add(XmlNode("identifiers"));
  identifiers.add(identifier("0", "Question", deck.language));
  identifiers.add(identifier("1", "Answer", deck.language));
  XmlNode& entries = root.add(XmlNode("entries"));
  for (std::size_t i = 0; i < deck.cards.size(); ++i) {
    entries.add(entry(deck.cards[i], i));
    report_losses(deck.cards[i],
                  {.wrong = true, .explanation = true, .hint = true, .category = true}, "KVTML",
                  exported.report);
  }
  root.add(lessons(deck));
  exported.bytes = deck::write_xml(root, doctype);
  return exported;
}

} // namespace entente::exchange
