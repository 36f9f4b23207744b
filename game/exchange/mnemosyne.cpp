// Mnemosyne's shared decks in: a zip of cards.xml, METADATA and pictures. Mnemosyne evaluates parts
// of that XML as Python; here everything is words.

#include "deck/markup.h"
#include "deck/xml_text.h"
#include "deck/xml_tree.h"
#include "exchange/archive.h"
#include "exchange/deck_builder.h"
#include "exchange/formats.h"
#include "exchange/html.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace entente::exchange {

namespace {

using deck::XmlNode;

enum Event { added_card = 6, added_tag = 10, added_fact = 16 };

// Which fields of a fact are asked and which answer, by the view's id.
struct View {
  std::vector<std::string_view> asked, answers;
};
const std::map<std::string, View, std::less<>>& views() {
  static const std::map<std::string, View, std::less<>> all = {
      {"1.1", {{"f"}, {"b"}}},
      {"2.1", {{"f"}, {"b"}}},
      {"2.2", {{"b"}, {"f"}}},
      {"3.1", {{"f"}, {"m_1", "p_1", "n"}}},
      {"3.2", {{"m_1"}, {"f", "p_1", "n"}}},
      {"6.1", {{"f"}, {"m_1", "p_1", "n"}}}};
  return all;
}

// A text with [gaps], [answer:hint]: the nth gap is asked.
struct ClozeGap {
  std::size_t begin = 0, end = 0;
  std::string answer, hint;
};
std::vector<ClozeGap> gaps_in(const std::string& text) {
  std::vector<ClozeGap> gaps;
  for (std::size_t at = text.find('['); at != std::string::npos; at = text.find('[', at + 1)) {
    const std::size_t end = text.find(']', at);
    if (end == std::string::npos) break;
    const std::string inside = text.substr(at + 1, end - at - 1);
    const std::size_t colon = inside.find(':');
    gaps.push_back({at, end + 1, inside.substr(0, colon),
                    colon == std::string::npos ? "" : inside.substr(colon + 1)});
  }
  return gaps;
}

std::string filled(const std::string& text, const std::vector<ClozeGap>& gaps, std::size_t begin,
                   std::size_t end) {
  std::string out;
  for (const ClozeGap& gap : gaps) {
    if (gap.begin < begin || gap.end > end) continue;
    out += text.substr(begin, gap.begin - begin) + gap.answer;
    begin = gap.end;
  }
  return out + text.substr(begin, end - begin);
}

class Reader {
public:
  Reader(Archive& archive, const Incoming& incoming, Imported& imported)
      : archive_(archive),
        imported_(imported),
        report_(imported.report),
        builder_(incoming.title, imported.report) {}

  void read(const XmlNode& root) {
    for (const XmlNode& log : root.children) { // cards may stand before what they name
      const int type = std::atoi(log.attribute("type").c_str());
      if (type == added_tag) tags_[log.attribute("o_id")] = log.text_of("name");
      if (type == added_fact) facts_[log.attribute("o_id")] = &log;
    }
    for (const XmlNode& log : root.children)
      if (std::atoi(log.attribute("type").c_str()) == added_card) read_card(log);
    imported_.deck = builder_.take();
  }

  void read_metadata(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      if (line.starts_with("card_set_name:")) builder_.set_title(line.substr(14));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

private:
  void read_card(const XmlNode& log) {
    where_ = "card " + log.attribute("o_id");
    const auto fact = facts_.find(log.attribute("fact"));
    if (fact == facts_.end()) {
      report_.dropped("card without its fact", "The file does not hold it.", where_);
      return;
    }
    deck::Card card;
    card.id = log.attribute("o_id");
    add_tags(log.attribute("tags"), card);
    const std::string view = log.attribute("fact_v");
    if (std::atoi(log.attribute("gr").c_str()) >= 0 && !log.attribute("gr").empty())
      report_.dropped("grade and interval", "Mnemosyne's file holds no answers, only their sum.",
                      where_);
    const std::string sentence = fact->second->text_of(view.starts_with("6") ? "f" : "text");
    if (view.starts_with("5") || view == "6.2")
      read_cloze(sentence, asked_of_fact_[fact->first]++, card);
    else
      read_sides(*fact->second, view, card);
    builder_.add(std::move(card), where_);
  }

  void add_tags(std::string_view ids, deck::Card& card) {
    while (!ids.empty()) {
      const std::size_t end = std::min(ids.find(','), ids.size());
      const auto tag = tags_.find(std::string(ids.substr(0, end)));
      if (tag != tags_.end() && tag->second != "__UNTAGGED__") card.tags.push_back(tag->second);
      ids.remove_prefix(std::min(end + 1, ids.size()));
    }
    if (!card.tags.empty()) card.category = builder_.category(card.tags.front());
  }

  std::string words(const XmlNode& fact, std::string_view field, deck::Card& card) {
    const HtmlWords found = words_of_html(with_breaks(fact.text_of(field)));
    report_html(found, report_, where_);
    if (card.image.empty() && !found.images.empty())
      card.image = keep_picture(found.images.front());
    return found.text;
  }

  // Mnemosyne shows line feeds of a field as line breaks.
  static std::string with_breaks(std::string text) {
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 4)
      text.replace(at, 1, "<br>");
    return text;
  }

  std::string keep_picture(const std::string& path) {
    const auto name = safe_name(std::filesystem::path(path).filename().string());
    const bool inside = !path.starts_with('/') && path.find("..") == std::string::npos;
    auto bytes =
        name && inside
            ? archive_.read(path)
            : core::Result<std::string>(core::Error{core::ErrorCode::not_found, "", "", ""});
    if (!bytes) {
      report_.dropped("picture", "It is not in the file, or its name leads out of it.", where_);
      return {};
    }
    if (std::ranges::find(imported_.media, *name, &Media::name) == imported_.media.end())
      imported_.media.push_back({*name, std::move(*bytes)});
    return *name;
  }

  void read_sides(const XmlNode& fact, const std::string& view_id, deck::Card& card) {
    const auto known = views().find(view_id);
    View view;
    if (known != views().end()) {
      view = known->second;
    } else { // a card type of somebody's own: the first field asks
      for (const XmlNode& field : fact.children)
        (view.asked.empty() ? view.asked : view.answers).push_back(field.name);
      report_.changed("card of an own type", "Its first field asks, the others answer.", where_);
    }
    for (const auto field : view.asked) card.prompt += words(fact, field, card);
    for (const auto field : view.answers) {
      std::string text = words(fact, field, card);
      if (card.answer.text.empty())
        card.answer.text = std::move(text);
      else if (!text.empty())
        card.explanation += (card.explanation.empty() ? "" : "\n\n") + text;
    }
  }

  void read_cloze(const std::string& html, std::size_t nth, deck::Card& card) {
    const std::string text = words_of_html(with_breaks(html)).text;
    const auto gaps = gaps_in(text);
    if (nth >= gaps.size()) return; // said as a card without a question
    const ClozeGap& gap = gaps[nth];
    card.cloze = deck::Card::Cloze{filled(text, gaps, 0, gap.begin),
                                   filled(text, gaps, gap.end, text.size())};
    card.prompt = card.cloze->before + "[…]" + card.cloze->after;
    card.answer.text = gap.answer;
    card.hint = gap.hint;
  }

  Archive& archive_;
  Imported& imported_;
  Report& report_;
  DeckBuilder builder_;
  std::string where_;
  std::map<std::string, std::string> tags_;
  std::map<std::string, const XmlNode*> facts_;
  std::map<std::string, std::size_t> asked_of_fact_;
};

} // namespace

core::Result<Imported> read_mnemosyne(const Incoming& incoming) {
  auto archive = Archive::open(incoming.bytes, incoming.name);
  if (!archive) return archive.error();
  const auto xml = archive->read("cards.xml", max_text_bytes);
  if (!xml) return xml.error();
  const auto root = deck::read_xml(*xml, incoming.name + "/cards.xml");
  if (!root) return root.error();
  if (root->name != "openSM2sync")
    return core::Error{core::ErrorCode::malformed, "The root element is <" + root->name + ">.",
                       deck::at_place(incoming.name + "/cards.xml", root->place),
                       "Export the cards from Mnemosyne as .cards."};
  Imported imported;
  Reader reader(*archive, incoming, imported);
  if (const auto metadata = archive->read("METADATA", 1U << 20U)) reader.read_metadata(*metadata);
  reader.read(*root);
  return imported;
}

} // namespace entente::exchange
