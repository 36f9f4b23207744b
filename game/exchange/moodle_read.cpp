// Moodle XML in (https://docs.moodle.org/en/Moodle_XML_format).

#include "deck/markup.h"
#include "deck/xml_tree.h"
#include "exchange/archive.h"
#include "exchange/base64.h"
#include "exchange/deck_builder.h"
#include "exchange/formats.h"
#include "exchange/gift_text.h"
#include "exchange/html.h"
#include "exchange/plain_number.h"
#include "text/unicode.h"

#include <algorithm>
#include <cstdlib>

namespace entente::exchange {

namespace {

using deck::XmlNode;

constexpr double whole = 99.5;

double fraction_of(const XmlNode& answer) {
  return std::strtod(answer.attribute("fraction").c_str(), nullptr);
}

// \* is a star; a bare one stands for any words.
std::optional<std::string> without_stars(const std::string& words) {
  std::string plain;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == '*') return std::nullopt;
    if (words[i] == '\\' && i + 1 < words.size() && words[i + 1] == '*') ++i;
    plain += words[i];
  }
  return plain;
}

class Reader {
public:
  Reader(const Incoming& incoming, Imported& imported)
      : imported_(imported), report_(imported.report), builder_(incoming.title, imported.report) {}

  void read(const XmlNode& quiz) {
    for (const XmlNode& question : quiz.children)
      if (question.name == "question") read_question(question);
    imported_.deck = builder_.take();
  }

private:
  void read_question(const XmlNode& question) {
    where_ = "line " + std::to_string(question.place.line);
    const std::string type = question.attribute("type");
    if (type == "category") {
      if (const XmlNode* category = question.child("category"))
        category_ = builder_.category(category_name(category->text_of("text")));
      return;
    }
    deck::Card card;
    read_common(question, card);
    if (read_answer(type, question, card)) builder_.add(std::move(card), where_);
  }

  void read_common(const XmlNode& question, deck::Card& card) {
    card.category = category_;
    card.id = question.text_of("idnumber");
    if (const XmlNode* text = question.child("questiontext")) {
      card.prompt = words(*text, &card);
      read_files(*text, card);
    }
    card.explanation = words_of(question, "generalfeedback");
    card.hint = words_of(question, "hint");
    if (const XmlNode* tags = question.child("tags"))
      for (const XmlNode& tag : tags->children)
        if (tag.name == "tag") card.tags.push_back(tag.text_of("text"));
  }

  // The words of an element with a <text> in it, by its format.
  std::string words(const XmlNode& element, deck::Card* card = nullptr) {
    const std::string format = element.attribute("format");
    const std::string raw = element.text_of("text");
    const bool html = format == "html" || (format != "plain_text" && format != "markdown" &&
                                           raw.find('<') != std::string::npos);
    if (!html) return raw;
    HtmlWords found = words_of_html(raw);
    report_html(found, report_, where_);
    if (card != nullptr && !found.images.empty()) image_ = found.images.front();
    return std::move(found.text);
  }
  std::string words_of(const XmlNode& question, const char* name) {
    const XmlNode* element = question.child(name);
    return element == nullptr ? std::string() : words(*element);
  }

  // <file name="x.png" encoding="base64">, shown as @@PLUGINFILE@@/x.png.
  void read_files(const XmlNode& text, deck::Card& card) {
    const std::string shown = std::exchange(image_, "");
    for (const XmlNode& file : text.children) {
      if (file.name != "file") continue;
      const std::string name = file.attribute("name");
      const auto safe = safe_name(name);
      if (!safe || !card.image.empty() || !shown.ends_with("/" + name)) {
        report_.dropped("file", safe ? "No card shows it." : "Its name is a path.", where_);
        continue;
      }
      card.image = keep_media(*safe, unpack_base64(file.text()));
    }
  }

  // A second file of the same name gets another one.
  std::string keep_media(const std::string& name, std::string bytes) {
    std::string free = name;
    for (int n = 2;; ++n) {
      const auto same = std::ranges::find(imported_.media, free, &Media::name);
      if (same != imported_.media.end() && same->bytes != bytes) {
        free = std::to_string(n) + "-" + name;
        continue;
      }
      if (same == imported_.media.end()) imported_.media.push_back({free, std::move(bytes)});
      return free;
    }
  }

  bool read_answer(const std::string& type, const XmlNode& question, deck::Card& card) {
    if (type == "multichoice") return read_choice(question, card);
    if (type == "truefalse") return read_true_false(question, card);
    if (type == "shortanswer") return read_short(question, card);
    if (type == "numerical") return read_number(question, card);
    if (type == "matching") return read_pairs(question, card);
    if (type == "ordering") return read_sequence(question, card);
    report_.dropped("question of type " + type, "Entente has nothing like it.", where_);
    return false;
  }

  bool none_right() {
    report_.dropped("question without a right answer", "There is nothing to judge by.", where_);
    return false;
  }

  bool read_choice(const XmlNode& question, deck::Card& card) {
    std::vector<std::string> right;
    for (const XmlNode& answer : question.children) {
      if (answer.name != "answer") continue;
      if (fraction_of(answer) > 0)
        right.push_back(tidy(words(answer)));
      else
        card.wrong.push_back({words(answer), words_of(answer, "feedback")});
    }
    if (right.empty()) return none_right();
    if (right.size() == 1) {
      card.answer.text = right.front();
      return true;
    }
    report_.changed("question with several right options",
                    "Its right options are asked for as a set; the wrong ones are left out.",
                    where_);
    card.wrong.clear();
    card.answer = {deck::AnswerKind::set, "", std::move(right), {}};
    return true;
  }

  bool read_true_false(const XmlNode& question, deck::Card& card) {
    std::string right, reason;
    for (const XmlNode& answer : question.children) {
      if (answer.name != "answer") continue;
      if (fraction_of(answer) > 0)
        right = text::lower(answer.text_of("text"), "en") == "true" ? "True" : "False";
      else
        reason = words_of(answer, "feedback");
    }
    if (right.empty()) return none_right();
    card.wrong = {{right == "True" ? "False" : "True", reason}};
    card.answer.text = std::move(right);
    return true;
  }

  bool read_short(const XmlNode& question, deck::Card& card) {
    for (const XmlNode& answer : question.children) {
      if (answer.name != "answer") continue;
      const auto text = without_stars(tidy(answer.text_of("text")));
      if (!text || fraction_of(answer) < whole)
        report_.dropped(text ? "partly right answer" : "answer with *",
                        "Entente has right and wrong only.", where_);
      else if (card.answer.text.empty())
        card.answer.text = *text;
      else
        card.accepted.push_back(*text);
    }
    return !card.answer.text.empty() || none_right();
  }

  bool read_number(const XmlNode& question, deck::Card& card) {
    for (const XmlNode& answer : question.children) {
      if (answer.name != "answer" || fraction_of(answer) < whole) continue;
      const auto number = plain_number(answer.text_of("text"));
      if (!number) continue;
      if (std::strtod(answer.text_of("tolerance").c_str(), nullptr) > 0)
        report_.dropped("tolerance of a number", "Entente judges numbers exactly.", where_);
      card.answer = {deck::AnswerKind::number, *number, {}, {}};
      return true;
    }
    return none_right();
  }

  bool read_pairs(const XmlNode& question, deck::Card& card) {
    card.answer.kind = deck::AnswerKind::pairs;
    for (const XmlNode& each : question.children) {
      if (each.name != "subquestion") continue;
      const XmlNode* answer = each.child("answer"); // plain, unlike the left side
      deck::Pair pair{tidy(words(each)), answer ? tidy(answer->text_of("text")) : ""};
      if (!pair.left.empty() && !pair.right.empty())
        card.answer.pairs.push_back(std::move(pair));
      else
        report_.dropped("pair without a left side", "Entente matches whole pairs.", where_);
    }
    return true;
  }

  bool read_sequence(const XmlNode& question, deck::Card& card) {
    card.answer.kind = deck::AnswerKind::sequence;
    for (const XmlNode& answer : question.children)
      if (answer.name == "answer") card.answer.items.push_back(tidy(words(answer)));
    return true;
  }

  Imported& imported_;
  Report& report_;
  DeckBuilder builder_;
  std::string where_, category_, image_;
};

} // namespace

bool looks_like_moodle(std::string_view bytes) {
  return bytes.substr(0, 4096).find("<quiz") != std::string_view::npos;
}

core::Result<Imported> read_moodle(const Incoming& incoming) {
  const auto root = deck::read_xml(incoming.bytes, incoming.name);
  if (!root) return root.error();
  if (root->name != "quiz")
    return core::Error{core::ErrorCode::malformed,
                       "The root element is <" + root->name + ">, not <quiz>.",
                       deck::at_place(incoming.name, root->place),
                       "Export the questions from Moodle as Moodle XML."};
  Imported imported;
  Reader(incoming, imported).read(*root);
  return imported;
}

} // namespace entente::exchange
