#include "deck/card_reader.h"

#include "deck/names.h"
#include "deck/xml_text.h"

#include <algorithm>
#include <charconv>

namespace entente::deck {

namespace {

constexpr const char* left_out = " Until then the card is left out.";

class CardReader {
public:
  // Wrong options among `right` are set aside.
  CardReader(Reading& reading, const Element& element, std::vector<std::string> right = {})
      : reading_(reading), element_(element), right_(std::move(right)) {}

  std::optional<Card> read() {
    card_.place = reading_.place(element_);
    card_.id = element_.attribute("id");
    card_.category = element_.attribute("category");
    card_.attributes = other_attributes(element_, {"id", "category", "forms"});
    read_forms();
    reading_.each_child(
        element_, [&](const Element& child) { read_child(child); },
        [&](std::size_t comment) { keep_comment(comment); });
    for (Extra& extra : card_.extras)
      if (extra.at == known_) extra.at = Extra::at_end;
    put_in_order(card_.extras);
    return is_complete() ? std::optional(std::move(card_)) : std::nullopt;
  }

private:
  void report(const Element& at, std::string message, std::string advice) {
    reading_.report(at, card_.id, std::move(message), std::move(advice));
  }
  void keep(const Element& child) { card_.extras.push_back({reading_.raw(child.index), known_}); }
  std::string leaf(const Element& element, bool paragraphs = false, bool preserve = false) {
    return read_leaf(reading_, element, {card_.id, card_.extras, known_}, paragraphs, preserve);
  }

  void read_forms() {
    const std::string words = element_.attribute("forms");
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      const std::string word = words.substr(at, end - at);
      at = end + 1;
      const auto form = find_form(word);
      if (!form)
        report(element_, "The form \"" + word + "\" is not known.",
               "Use " + form_names() + "; this one is ignored.");
      else if (std::find(card_.forms.begin(), card_.forms.end(), *form) == card_.forms.end())
        card_.forms.push_back(*form);
    }
  }

  void read_child(const Element& child) {
    const std::string_view name = child.name();
    if (!is_ours(child))
      keep(child);
    else if (name == "prompt")
      read_single(child, card_.prompt, true);
    else if (name == "explanation")
      read_single(child, card_.explanation, true);
    else if (name == "hint")
      read_single(child, card_.hint, false);
    else if (name == "accept")
      read_item(child, card_.accepted);
    else if (name == "tag")
      read_item(child, card_.tags);
    else if (name == "wrong")
      read_wrong(child);
    else if (name == "answer")
      read_answer(child);
    else
      read_rare_child(child);
  }

  void read_rare_child(const Element& child) {
    const std::string_view name = child.name();
    if (name == "cloze")
      read_cloze(child);
    else if (name == "passage")
      read_passage(child);
    else if (name == "image")
      read_image(child);
    else {
      report(child, "<" + std::string(name) + "> is not part of format 1.",
             "Check its spelling; it is kept as it is and not used.");
      keep(child);
    }
  }

  // True when this is not the first; it is then kept as it stands.
  bool is_repeated(const Element& child, bool seen) {
    if (!seen) return false;
    report(child, "The card has more than one <" + std::string(child.name()) + ">.",
           "Keep one; the first is used.");
    // Children are written in an order of their own: only at the end it surely stays the second.
    card_.extras.push_back({reading_.raw(child.index)});
    return true;
  }

  void read_single(const Element& child, std::string& into, bool paragraphs) {
    if (is_repeated(child, !into.empty())) return;
    into = leaf(child, paragraphs);
    if (!into.empty()) ++known_;
  }

  void read_item(const Element& child, std::vector<std::string>& into) {
    std::string words = leaf(child);
    if (words.empty()) return report_empty(child);
    into.push_back(std::move(words));
    ++known_;
  }
  void report_empty(const Element& child) {
    report(child, "<" + std::string(child.name()) + "> is empty.", "Fill it or delete it.");
  }

  void read_wrong(const Element& child) {
    WrongOption option;
    option.text = own_words(child, preserves(child));
    if (option.text.empty()) return report_empty(child);
    if (std::find(right_.begin(), right_.end(), option.text) != right_.end()) {
      report(child,
             "The wrong option \"" + option.text +
                 "\" is also a right answer: the card has two right options.",
             "Change it or delete it. Until then it is left out.");
      return keep(child);
    }
    report_lost_attributes(reading_, child, card_.id, {"xml:space"});
    const bool preserve = preserves(child);
    reading_.each_child(
        child,
        [&](const Element& inner) {
          if (inner.name() == "why")
            option.reason = leaf(inner, false, preserve);
          else
            report_unknown_part(inner, child);
        },
        [&](std::size_t comment) { keep_comment(comment); });
    card_.wrong.push_back(std::move(option));
    ++known_;
  }
  void report_unknown_part(const Element& inner, const Element& outer) {
    report(inner,
           "<" + std::string(inner.name()) + "> inside <" + std::string(outer.name()) +
               "> is not part of format 1.",
           "It is not used, and saving drops it.");
  }

  void read_cloze(const Element& child) {
    if (is_repeated(child, card_.cloze.has_value())) return;
    int gaps = 0;
    Card::Cloze cloze;
    for (const auto* node = child.node->FirstChild(); node; node = node->NextSibling())
      if (const auto* text = node->ToText())
        (gaps == 0 ? cloze.before : cloze.after) += text->Value();
      else if (const auto* inner = node->ToElement())
        gaps += std::string_view(inner->Name()) == "gap" ? 1 : 0;
    if (gaps != 1) {
      report(child, "<cloze> has " + std::to_string(gaps) + " gaps.",
             "Write <gap/> once, where the answer goes; until then it is not used.");
      return keep(child);
    }
    report_lost_attributes(reading_, child, card_.id, {"xml:space"});
    keep_comments(child, "gap");
    if (!preserves(child)) {
      cloze.before = collapse_beside_gap(cloze.before, true);
      cloze.after = collapse_beside_gap(cloze.after, false);
    }
    card_.cloze = std::move(cloze);
    ++known_;
  }
  // Comments of the element go to the card; elements of other names are reported.
  void keep_comments(const Element& outer, std::string_view expected) {
    reading_.each_child(
        outer,
        [&](const Element& inner) {
          if (inner.name() != expected) report_unknown_part(inner, outer);
        },
        [&](std::size_t comment) { keep_comment(comment); });
  }
  void keep_comment(std::size_t index) { card_.extras.push_back({reading_.raw(index), known_}); }
  // As collapse, but one space stays where white space touches the gap.
  static std::string collapse_beside_gap(const std::string& text, bool before) {
    std::string words = collapse(text);
    if (words.empty()) return words;
    const char edge = before ? text.back() : text.front();
    if (trim(std::string_view(&edge, 1)).empty()) words.insert(before ? words.size() : 0, 1, ' ');
    return words;
  }

  void read_answer(const Element& child) {
    if (is_repeated(child, has_answer_)) return;
    has_answer_ = true;
    report_lost_attributes(reading_, child, card_.id, {"kind", "xml:space"});
    const std::string kind = child.attribute("kind");
    const auto known = kind.empty() ? AnswerKind::text : find_answer_kind(kind);
    if (!known) {
      usable_ = false;
      return report(child, "The answer kind \"" + kind + "\" is not known.",
                    "Use one of " + answer_kind_names() + "." + left_out);
    }
    card_.answer.kind = *known;
    read_answer_parts(child);
    if (answer_line(card_.answer).empty()) return report_missing_answer(child);
    ++known_;
  }

  void read_answer_parts(const Element& child) {
    const bool preserve = preserves(child);
    const AnswerKind kind = card_.answer.kind;
    if (kind != AnswerKind::set && kind != AnswerKind::sequence && kind != AnswerKind::pairs) {
      read_single_answer(child, preserve);
      return;
    }
    reading_.each_child(
        child,
        [&](const Element& part) {
          if (part.name() == "item" && kind != AnswerKind::pairs)
            add_item(leaf(part, false, preserve), part);
          else if (part.name() == "pair" && kind == AnswerKind::pairs)
            read_pair(part, preserve);
          else
            report_unknown_part(part, child);
        },
        [&](std::size_t comment) { keep_comment(comment); });
  }
  void read_single_answer(const Element& child, bool preserve) {
    const auto* part = child.node->FirstChildElement();
    const std::string_view name = part ? part->Name() : "";
    if (name != "item" && name != "pair") {
      card_.answer.text =
          read_leaf(reading_, child, {card_.id, card_.extras, known_, true}, false, preserve);
      return;
    }
    usable_ = false;
    report(child,
           "The answer is of kind " + std::string(deck::name(card_.answer.kind)) + " but holds <" +
               std::string(name) + ">.",
           std::string("Write kind=\"set\", \"sequence\" or \"pairs\".") + left_out);
  }
  void add_item(std::string words, const Element& part) {
    if (words.empty()) return report_empty(part);
    card_.answer.items.push_back(std::move(words));
  }
  void read_pair(const Element& part, bool preserve) {
    Pair pair;
    reading_.each_child(
        part,
        [&](const Element& side) {
          if (side.name() == "left")
            pair.left = leaf(side, false, preserve);
          else if (side.name() == "right")
            pair.right = leaf(side, false, preserve);
          else
            report_unknown_part(side, part);
        },
        [&](std::size_t comment) { keep_comment(comment); });
    if (!pair.left.empty() && !pair.right.empty())
      return card_.answer.pairs.push_back(std::move(pair));
    report(part, "A <pair> needs a <left> and a <right>.", "Fill both; until then it is not used.");
  }
  void report_missing_answer(const Element& at) {
    if (!usable_) return;
    usable_ = false;
    report(at, "The card \"" + card_.id + "\" has no answer.",
           std::string("Add <answer kind=\"text\">...</answer>.") + left_out);
  }

  void read_passage(const Element& child) {
    if (is_repeated(child, card_.passage.has_value())) return;
    report_lost_attributes(reading_, child, card_.id, {"source", "paragraph"});
    Passage passage{child.attribute("source"), 0};
    const std::string number = child.attribute("paragraph");
    const char* const end = number.data() + number.size();
    const auto parsed = std::from_chars(number.data(), end, passage.paragraph);
    if (!number.empty() &&
        (parsed.ec != std::errc() || parsed.ptr != end || passage.paragraph < 1)) {
      passage.paragraph = 0;
      report(child, "The paragraph \"" + number + "\" is not a number from 1.",
             "Count the body paragraphs of the source; until then the whole source is meant.");
    }
    card_.passage = std::move(passage);
    ++known_;
  }

  void read_image(const Element& child) {
    if (is_repeated(child, !card_.image.empty())) return;
    report_lost_attributes(reading_, child, card_.id, {"file"});
    const std::string file = child.attribute("file");
    if (!is_safe_file_name(file)) {
      report(child, "The image \"" + file + "\" is not the name of a file beside the deck.",
             "Put the file beside the deck and write its name; until then it is not shown.");
      return keep(child);
    }
    card_.image = file;
    ++known_;
  }

  bool is_complete() {
    if (card_.id.empty()) {
      usable_ = false;
      report(element_, "A card has no id.",
             std::string("Give it one that no other card has, and keep it: progress hangs on it.") +
                 left_out);
    }
    if (card_.prompt.empty() && !card_.cloze) {
      usable_ = false;
      report(element_, "The card \"" + card_.id + "\" has no prompt.",
             std::string("Add <prompt>...</prompt>.") + left_out);
    }
    if (!has_answer_) report_missing_answer(element_);
    return usable_;
  }

  Reading& reading_;
  const Element& element_;
  Card card_;
  std::vector<std::string> right_; // every way to answer rightly
  int known_ = 0;                  // children read so far that a writer writes
  bool has_answer_ = false;
  bool usable_ = true;
};

} // namespace

// An option that is also right must never be offered as wrong. Such cards are rare, so they are
// read again, knowing what is right.
std::optional<Card> read_card(Reading& reading, const Element& element) {
  const Reading::Mark mark = reading.mark();
  auto card = CardReader(reading, element).read();
  if (!card) return card;
  const std::string answer = answer_line(card->answer);
  const auto is_right = [&](const WrongOption& option) {
    return option.text == answer || std::find(card->accepted.begin(), card->accepted.end(),
                                              option.text) != card->accepted.end();
  };
  if (std::none_of(card->wrong.begin(), card->wrong.end(), is_right)) return card;
  reading.rewind(mark);
  std::vector<std::string> right = std::move(card->accepted);
  right.push_back(answer);
  return CardReader(reading, element, std::move(right)).read();
}

} // namespace entente::deck
