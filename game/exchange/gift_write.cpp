// GIFT out (https://docs.moodle.org/en/GIFT_format), as plain text: [plain] keeps < and & as they
// are.

#include "exchange/formats.h"
#include "exchange/gift_text.h"
#include "exchange/losses.h"
#include "exchange/plain_number.h"

#include <algorithm>

namespace entente::exchange {

namespace {

// -> parts pairs.
std::string without_arrows(std::string words, const deck::Card& card, Report& report) {
  for (std::size_t at; (at = words.find("->")) != std::string::npos;) {
    words.replace(at, 2, "→");
    report.changed("-> within an answer", "GIFT parts pairs by it; → stands for it.", card.id);
  }
  return gift_escape(words);
}

// Moodle reads %50% before words as a weight.
std::string answer_words(const std::string& words, const deck::Card& card, Report& report) {
  return (words.starts_with('%') ? "%100%" : "") + without_arrows(words, card, report);
}

// * stands for any words in a short answer.
std::string short_words(const std::string& words, const deck::Card& card, Report& report) {
  std::string out;
  for (const char c : answer_words(words, card, report)) (out += c == '*' ? "\\" : "") += c;
  return out;
}

std::string choice(const deck::Card& card) {
  const auto option = [](char sign, const std::string& words, const std::string& reason) {
    // Wrong ones weigh nothing; said only where the words begin like a weight.
    const std::string weight = !words.starts_with('%') ? "" : sign == '=' ? "%100%" : "%0%";
    return std::string("\n  ") + sign + weight + gift_escape(words) +
           (reason.empty() ? "" : "#" + gift_escape(reason));
  };
  std::string out = option('=', deck::answer_line(card.answer), "");
  for (const auto& wrong : card.wrong) out += option('~', wrong.text, wrong.reason);
  return out;
}

std::string pairs(const deck::Card& card, Report& report) {
  std::string out;
  for (const deck::Pair& pair : card.answer.pairs)
    out += "\n  =" + answer_words(pair.left, card, report) + " -> " +
           without_arrows(pair.right, card, report);
  return out;
}

std::string short_answers(const deck::Card& card, Report& report) {
  std::string out = "\n  =" + short_words(deck::answer_line(card.answer), card, report);
  for (const std::string& accepted : card.accepted)
    out += "\n  =" + short_words(accepted, card, report);
  return out;
}

bool is_true_false(const deck::Card& card) {
  const std::string& right = card.answer.text;
  return card.wrong.size() == 1 && card.accepted.empty() &&
         ((right == "True" && card.wrong[0].text == "False") ||
          (right == "False" && card.wrong[0].text == "True"));
}

std::string true_false(const deck::Card& card) {
  const std::string& reason = card.wrong[0].reason;
  return (card.answer.text == "True" ? "TRUE" : "FALSE") +
         (reason.empty() ? "" : "#" + gift_escape(reason));
}

// What stands between the braces, and what that form loses.
std::string answers(const deck::Card& card, Report& report) {
  Holds holds = {.explanation = true, .tags = true, .category = true, .id = true};
  std::string out;
  if (card.answer.kind == deck::AnswerKind::pairs && card.answer.pairs.size() > 1) {
    holds.lists = true;
    out = pairs(card, report);
  } else if (is_true_false(card)) {
    holds.wrong = holds.reasons = true;
    out = true_false(card);
  } else if (!card.wrong.empty()) {
    holds.wrong = holds.reasons = true;
    out = choice(card);
  } else if (card.answer.kind == deck::AnswerKind::number && plain_number(card.answer.text)) {
    holds.kind = true;
    out = "#" + *plain_number(card.answer.text);
  } else {
    holds.accepted = true;
    out = short_answers(card, report);
  }
  report_losses(card, holds, "GIFT", report);
  return out;
}

std::string question(const deck::Card& card, Report& report) {
  std::string out = gift_comment({card.id, card.tags}) + "::" + gift_escape(card.id) + "::[plain]" +
                    gift_escape(card.prompt) + " {" + answers(card, report);
  if (!card.explanation.empty()) out += "\n  ####" + gift_escape(card.explanation);
  return out + "\n}\n\n";
}

} // namespace

core::Result<Exported> write_gift(const Outgoing& outgoing) {
  Exported exported;
  report_deck_losses(outgoing.deck, false, "GIFT", exported.report);
  std::string category;
  for (const deck::Card& card : outgoing.deck.cards) {
    const deck::Category* found = deck::find_category(outgoing.deck, card.category);
    const std::string name = found ? found->name : card.category;
    if (name != category && !name.empty())
      exported.bytes += "$CATEGORY: " + category_path(name) + "\n\n";
    category = name;
    exported.bytes += question(card, exported.report);
  }
  return exported;
}

} // namespace entente::exchange
