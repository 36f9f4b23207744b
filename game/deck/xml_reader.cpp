#include "deck/xml_reader.h"

#include "deck/card_reader.h"
#include "deck/xml_text.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace entente::deck {

namespace {

using core::Error;
using core::ErrorCode;

constexpr std::size_t nodes_a_card = 16; // about; of the decks we ship

class DeckReader {
public:
  DeckReader(Reading& reading, const Element& root) : reading_(reading), root_(root) {}

  Deck read() {
    deck_.id = root_.attribute("id");
    if (const std::string language = root_.attribute("language"); !language.empty())
      deck_.language = language;
    deck_.attributes = other_attributes(root_, {"xmlns", "version", "id", "language"});
    deck_.cards.reserve(reading_.node_count() / nodes_a_card);
    lines_.reserve(reading_.node_count() / nodes_a_card);
    for (std::size_t i = 0; i < root_.index; ++i) deck_.leading.push_back({reading_.raw(i)});
    reading_.each_child(
        root_, [&](const Element& child) { read_child(child); },
        [&](std::size_t comment) { pending_.push_back({reading_.raw(comment)}); });
    std::move(pending_.begin(), pending_.end(), std::back_inserter(deck_.extras));
    for (std::size_t i = reading_.after(root_.index); i < reading_.node_count(); ++i)
      deck_.extras.push_back({reading_.raw(i)});
    put_in_order(deck_.extras);
    check_references();
    return std::move(deck_);
  }

private:
  void read_child(const Element& child) {
    const std::string_view name = child.name();
    if (!is_ours(child))
      keep(child);
    else if (name == "card")
      read_card_element(child);
    else if (name == "title")
      read_single(child, deck_.title, false);
    else if (name == "description")
      read_single(child, deck_.description, true);
    else if (name == "category")
      read_category(child);
    else if (name == "source")
      read_source(child);
    else {
      reading_.report(child, "", "<" + std::string(name) + "> is not part of format 1.",
                      "Check its spelling; it is kept as it is and not used.");
      keep(child);
    }
  }

  void keep(const Element& child) { pending_.push_back({reading_.raw(child.index)}); }
  // Of two with one name the first is used. Known children are written in an order of their own, so
  // only at the end does the second surely stay the second.
  void keep_last(const Element& child) { deck_.extras.push_back({reading_.raw(child.index)}); }

  // A child that is no card has been read: what stood before it keeps its place among them.
  void place_pending() {
    for (Extra& extra : pending_) deck_.extras.push_back({std::move(extra.xml), known_});
    pending_.clear();
    ++known_;
  }

  bool is_repeated(const Element& child, bool seen, const std::string& what) {
    if (!seen) return false;
    reading_.report(child, "", what, "Keep one; the first is used.");
    keep_last(child);
    return true;
  }

  void read_single(const Element& child, std::string& into, bool paragraphs) {
    if (is_repeated(child, !into.empty(),
                    "The deck has more than one <" + std::string(child.name()) + ">."))
      return;
    into = read_leaf(reading_, child, {no_card_, pending_, Extra::at_end}, paragraphs);
    if (!into.empty()) place_pending();
  }

  void read_category(const Element& child) {
    Category category;
    category.id = child.attribute("id");
    if (is_unusable(child, category.id, find_category(deck_, category.id) != nullptr)) return;
    category.colour = child.attribute("colour");
    category.attributes = other_attributes(child, {"id", "colour", "xml:space"});
    category.name = read_leaf(reading_, child, {no_card_, category.extras, Extra::at_end, true});
    if (category.name.empty()) category.name = category.id;
    deck_.categories.push_back(std::move(category));
    place_pending();
  }

  // Categories and sources are named by their ids.
  bool is_unusable(const Element& child, const std::string& id, bool taken) {
    const std::string name(child.name());
    if (id.empty()) {
      reading_.report(child, "", "A <" + name + "> has no id.",
                      "Give it one, for cards to name it by; until then it is not used.");
      keep(child);
      return true;
    }
    return is_repeated(child, taken, "Two <" + name + "> have the id \"" + id + "\".");
  }

  void read_source(const Element& child) {
    Source source;
    source.id = child.attribute("id");
    const bool taken = std::any_of(deck_.sources.begin(), deck_.sources.end(),
                                   [&](const Source& other) { return other.id == source.id; });
    if (is_unusable(child, source.id, taken)) return;
    source.attributes = other_attributes(child, {"id"});
    int known = 0;
    reading_.each_child(
        child, [&](const Element& part) { read_source_part(part, source, known); },
        [&](std::size_t comment) { source.extras.push_back({reading_.raw(comment), known}); });
    for (Extra& extra : source.extras)
      if (extra.at == known) extra.at = Extra::at_end;
    put_in_order(source.extras);
    deck_.sources.push_back(std::move(source));
    place_pending();
  }

  void read_source_part(const Element& part, Source& source, int& known) {
    std::string* const field = is_ours(part) ? source_field(source, part.name()) : nullptr;
    if (!field || !field->empty()) {
      if (is_ours(part))
        reading_.report(part, "",
                        field ? "The source has more than one <" + std::string(part.name()) + ">."
                              : "<" + std::string(part.name()) + "> is not part of format 1.",
                        field ? "Keep one; the first is used."
                              : "Check its spelling; it is kept as it is and not used.");
      source.extras.push_back({reading_.raw(part.index), field ? Extra::at_end : known});
      return;
    }
    *field = read_leaf(reading_, part, {no_card_, source.extras, known});
    if (field == &source.file && !field->empty() && !is_safe_file_name(*field)) {
      reading_.report(
          part, "", "The file \"" + *field + "\" is not the name of a file beside the deck.",
          "Put the file beside the deck and write its name; until then it is not read.");
      field->clear();
      source.extras.push_back({reading_.raw(part.index), known});
    }
    if (!field->empty()) ++known;
  }
  static std::string* source_field(Source& source, std::string_view name) {
    if (name == "title") return &source.title;
    if (name == "author") return &source.author;
    if (name == "publisher") return &source.publisher;
    if (name == "date") return &source.date;
    if (name == "url") return &source.url;
    return name == "file" ? &source.file : nullptr;
  }

  void read_card_element(const Element& child) {
    auto card = read_card(reading_, child);
    if (!card) return keep(child);
    const auto [first, is_new] = lines_.emplace(card->id, card->place.line);
    if (!is_new) {
      reading_.problems.push_back({card->place, card->id,
                                   "Two cards have the id \"" + card->id +
                                       "\"; the first is on line " + std::to_string(first->second) +
                                       ".",
                                   "Give this one an id of its own. Until then it is left out."});
      return keep_last(child);
    }
    card->leading = std::move(pending_);
    pending_.clear();
    deck_.cards.push_back(std::move(*card));
  }

  // Cards may stand before the categories and sources that they name.
  void check_references() {
    if (deck_.title.empty()) {
      deck_.title = deck_.id;
      reading_.problems.push_back({reading_.place(root_), "", "The deck has no title.",
                                   "Add <title>...</title>; until then its id is shown."});
    }
    std::unordered_set<std::string> categories, sources;
    for (const Category& category : deck_.categories) categories.insert(category.id);
    for (const Source& source : deck_.sources) sources.insert(source.id);
    for (const Card& card : deck_.cards) {
      if (!categories.contains(card.category)) report_category(card);
      if (card.passage && !sources.contains(card.passage->source))
        reading_.problems.push_back(
            {card.place, card.id,
             "The source \"" + card.passage->source + "\" is not in this deck.",
             "Add <source id=\"" + card.passage->source + "\"> or correct the passage."});
    }
    std::stable_sort(
        reading_.problems.begin(), reading_.problems.end(), [](const Problem& a, const Problem& b) {
          return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
        });
  }
  void report_category(const Card& card) {
    if (card.category.empty())
      reading_.problems.push_back({card.place, card.id,
                                   "The card \"" + card.id + "\" names no category.",
                                   "Add category=\"...\" to it."});
    else
      reading_.problems.push_back(
          {card.place, card.id, "The category \"" + card.category + "\" is not in this deck.",
           "Add <category id=\"" + card.category + "\">...</category> or correct the card."});
  }

  Reading& reading_;
  const Element& root_;
  Deck deck_;
  std::string no_card_;
  std::vector<Extra> pending_; // comments and the like since the last known child
  std::unordered_map<std::string, int> lines_;
  int known_ = 0; // children so far that are written before the cards
};

Error refuse(const std::string& where, std::string message, std::string advice,
             ErrorCode code = ErrorCode::malformed) {
  return {code, std::move(message), where, std::move(advice)};
}

// Whether the root says that this is a deck of a version we read.
core::Status check_root(const Element& root, const std::string& where) {
  const std::string space = root.attribute("xmlns");
  const std::string version = root.attribute("version");
  if (root.name() != "deck")
    return refuse(where, "The root element is <" + std::string(root.name()) + ">, not <deck>.",
                  "This is not a deck; entente convert reads other programs' files.");
  if (space != deck_namespace)
    return refuse(where,
                  space.empty() ? "<deck> names no namespace."
                                : "<deck> is of the namespace \"" + space + "\".",
                  "Write xmlns=\"urn:entente:deck\" in it.");
  if (version.empty())
    return refuse(where, "<deck> names no version.", "Write version=\"1\" in it.");
  if (version != "1")
    return refuse(where, "The deck is of version " + version + "; this program reads version 1.",
                  "Get a newer Entente, or save the deck as version 1.", ErrorCode::unsupported);
  if (root.attribute("id").empty())
    return refuse(where, "<deck> has no id.",
                  "Write id=\"...\" in it and never change it: progress hangs on it.");
  return core::Done{};
}

} // namespace

core::Result<DeckReading> read_deck(std::string_view bytes, const std::string& name) {
  MarkupLimits limits;
  limits.bytes = max_deck_bytes;
  auto nodes = outline(bytes, name, limits);
  if (!nodes) return nodes.error();
  tinyxml2::XMLDocument document;
  if (document.Parse(bytes.data(), bytes.size()) != tinyxml2::XML_SUCCESS)
    return refuse(name + ":" + std::to_string(document.ErrorLineNum()),
                  std::string("The XML cannot be read: ") + document.ErrorName() + ".",
                  "Compare this line with its neighbours.");
  Reading reading(bytes, std::move(*nodes));
  const Element root{document.RootElement(), reading.root()};
  if (core::Status status = check_root(root, at_place(name, reading.place(root))); !status)
    return status.error();
  Deck deck = DeckReader(reading, root).read();
  return DeckReading{std::move(deck), std::move(reading.problems)};
}

} // namespace entente::deck
