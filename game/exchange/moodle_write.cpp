// Moodle XML out.

#include "deck/xml_tree.h"
#include "exchange/base64.h"
#include "exchange/formats.h"
#include "exchange/gift_text.h"
#include "exchange/html.h"
#include "exchange/losses.h"
#include "exchange/plain_number.h"

#include <algorithm>
#include <filesystem>

namespace entente::exchange {

namespace {

using deck::XmlNode;

XmlNode text_element(const char* name, const std::string& text) {
  XmlNode element(name);
  element.leaf("text", text);
  return element;
}

XmlNode html_element(const char* name, const std::string& words) {
  return text_element(name, html_of_words(words)).with("format", "html");
}

XmlNode answer(const char* fraction, const std::string& words, const std::string& reason,
               bool html) {
  XmlNode element = text_element("answer", html ? html_of_words(words) : words);
  element.with("fraction", fraction).with("format", html ? "html" : "moodle_auto_format");
  element.add(html_element("feedback", reason));
  return element;
}

std::string escaped_stars(const std::string& words) {
  std::string out;
  for (const char c : words) (out += c == '*' ? "\\" : "") += c;
  return out;
}

// The question's type, its answers, and what of the card they hold.
struct Answers {
  const char* type = "shortanswer";
  std::vector<XmlNode> elements;
  Holds holds = {
      .explanation = true, .hint = true, .tags = true, .image = true, .category = true, .id = true};
};

Answers pairs(const deck::Card& card) {
  Answers answers{"matching", {XmlNode("shuffleanswers").say("true")}};
  answers.holds.lists = true;
  for (const deck::Pair& pair : card.answer.pairs) {
    XmlNode each = html_element("subquestion", pair.left);
    each.add(text_element("answer", pair.right));
    answers.elements.push_back(std::move(each));
  }
  return answers;
}

Answers choice(const deck::Card& card) {
  Answers answers{"multichoice",
                  {XmlNode("single").say("true"), XmlNode("shuffleanswers").say("true"),
                   XmlNode("answernumbering").say("abc")}};
  answers.holds.wrong = answers.holds.reasons = true;
  answers.elements.push_back(answer("100", deck::answer_line(card.answer), "", true));
  for (const auto& wrong : card.wrong)
    answers.elements.push_back(answer("0", wrong.text, wrong.reason, true));
  return answers;
}

Answers number(const deck::Card& card) {
  Answers answers{"numerical", {}};
  answers.holds.kind = true;
  XmlNode right = answer("100", card.answer.text, "", false);
  right.leaf("tolerance", "0");
  answers.elements.push_back(std::move(right));
  return answers;
}

Answers short_answers(const deck::Card& card) {
  Answers answers{"shortanswer", {XmlNode("usecase").say("0")}};
  answers.holds.accepted = true;
  answers.elements.push_back(
      answer("100", escaped_stars(deck::answer_line(card.answer)), "", false));
  for (const std::string& accepted : card.accepted)
    answers.elements.push_back(answer("100", escaped_stars(accepted), "", false));
  return answers;
}

Answers answers_of(const deck::Card& card) {
  if (card.answer.kind == deck::AnswerKind::pairs && card.answer.pairs.size() > 1)
    return pairs(card);
  if (!card.wrong.empty()) return choice(card);
  if (card.answer.kind == deck::AnswerKind::number && plain_number(card.answer.text))
    return number(card);
  return short_answers(card);
}

// Moodle keeps a question's pictures in it.
void add_picture(const deck::Card& card, const Outgoing& outgoing, XmlNode& text, Report& report) {
  if (card.image.empty()) return;
  auto bytes = outgoing.load_media
                   ? outgoing.load_media(card.image)
                   : core::Result<std::string>(core::Error{core::ErrorCode::not_found, "", "", ""});
  if (!bytes) {
    report.dropped("picture", "Its file could not be read.", card.id);
    return;
  }
  const std::string name = std::filesystem::path(card.image).filename().string();
  text.children[0].say("<br><img src=\"@@PLUGINFILE@@/" + html_of_words(name) + "\" alt=\"\">");
  XmlNode& file = text.children.emplace_back("file");
  file.with("name", name).with("path", "/").with("encoding", "base64").say(pack_base64(*bytes));
}

XmlNode question(const deck::Card& card, const Outgoing& outgoing, Report& report) {
  Answers answers = answers_of(card);
  report_losses(card, answers.holds, "Moodle XML", report);
  XmlNode element("question");
  element.with("type", answers.type);
  element.add(text_element("name", card.id));
  XmlNode text = html_element("questiontext", card.prompt);
  add_picture(card, outgoing, text, report);
  element.add(std::move(text));
  if (!card.explanation.empty()) element.add(html_element("generalfeedback", card.explanation));
  element.leaf("defaultgrade", "1").leaf("penalty", "0.3333333").leaf("hidden", "0");
  element.leaf("idnumber", card.id);
  for (XmlNode& each : answers.elements) element.add(std::move(each));
  if (!card.hint.empty()) element.add(html_element("hint", card.hint));
  if (card.tags.empty()) return element;
  XmlNode tags("tags");
  for (const std::string& tag : card.tags) tags.add(text_element("tag", tag));
  element.add(std::move(tags));
  return element;
}

XmlNode category_element(const std::string& name) {
  XmlNode element("question");
  element.with("type", "category");
  element.add(text_element("category", "$course$/top/" + category_path(name)));
  return element;
}

} // namespace

core::Result<Exported> write_moodle(const Outgoing& outgoing) {
  Exported exported;
  report_deck_losses(outgoing.deck, false, "Moodle XML", exported.report);
  XmlNode quiz("quiz");
  std::string last;
  for (const deck::Card& card : outgoing.deck.cards) {
    const deck::Category* category = deck::find_category(outgoing.deck, card.category);
    const std::string name = category ? category->name : card.category;
    if (name != last && !name.empty()) quiz.add(category_element(name));
    last = name;
    quiz.add(question(card, outgoing, exported.report));
  }
  exported.bytes = deck::write_xml(quiz);
  return exported;
}

} // namespace entente::exchange
