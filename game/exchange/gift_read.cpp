// GIFT in: a subset of what Moodle reads, each question on its own: one that cannot be read is
// named with its line and costs no other.

#include "deck/markup.h"
#include "deck/xml_text.h"
#include "exchange/deck_builder.h"
#include "exchange/delimited.h"
#include "exchange/formats.h"
#include "exchange/gift_text.h"
#include "exchange/html.h"
#include "exchange/plain_number.h"

#include <algorithm>
#include <charconv>

namespace entente::exchange {

namespace {

struct Block { // of lines between empty ones
  std::string text;
  GiftLabels labels;
  int line = 1;
};

// One alternative between the braces: =words, ~%50%words, #feedback.
struct Alternative {
  bool right = false;
  double weight = 0; // percent
  std::string_view words, feedback;
};

constexpr double whole = 99.5; // thirds are written as 33.33333

class Question {
public:
  Question(const Block& block, DeckBuilder& builder, Report& report, std::string category)
      : builder_(builder), report_(report), where_("line " + std::to_string(block.line)) {
    card_.id = block.labels.id;
    card_.tags = block.labels.tags;
    card_.category = std::move(category);
  }

  // Nothing when it is read, or was left out with a note; else what is wrong with it.
  std::optional<std::string> read(std::string_view text) {
    take_name(text);
    const std::size_t open = gift_find(text, "{");
    if (open == std::string_view::npos) {
      if (gift_find(text, "}") != std::string_view::npos) return "A } closes nothing";
      report_.dropped("description", "It asks nothing.", where_);
      return std::nullopt;
    }
    const std::size_t close = gift_find(text, "}", open + 1);
    if (close == std::string_view::npos) return "A { is not closed by }";
    take_prompt(text.substr(0, open), text.substr(close + 1));
    return take_answers(text.substr(open + 1, close - open - 1));
  }

private:
  void take_name(std::string_view& text) {
    text = deck::trim(text);
    if (!text.starts_with("::")) return;
    for (std::size_t at = gift_find(text, ":", 2); at != std::string_view::npos;
         at = gift_find(text, ":", at + 1)) {
      if (!text.substr(at).starts_with("::")) continue;
      if (card_.id.empty()) card_.id = slug(gift_unescape(text.substr(2, at - 2)));
      text = deck::trim(text.substr(at + 2));
      return;
    }
  }

  void take_prompt(std::string_view before, std::string_view after) {
    before = deck::trim(before);
    for (const std::string_view format : {"[html]", "[moodle]", "[markdown]", "[plain]"}) {
      if (!before.starts_with(format)) continue;
      html_ = format == "[html]";
      before.remove_prefix(format.size());
    }
    card_.prompt = words(before);
    const std::string rest = words(after);
    if (rest.empty()) return;
    card_.cloze = deck::Card::Cloze{card_.prompt + " ", " " + rest};
    // No space before a full stop or a comma.
    if (std::string_view(".,;:!?").find(rest.front()) != std::string_view::npos)
      card_.cloze->after = rest;
    card_.prompt += " _____" + card_.cloze->after;
  }

  std::string words(std::string_view raw) {
    std::string plain = gift_unescape(raw);
    if (!html_) return plain;
    HtmlWords found = words_of_html(plain);
    report_html(found, report_, where_);
    return found.text;
  }

  std::optional<std::string> take_answers(std::string_view inside) {
    const std::size_t general = find_general(inside);
    if (general != std::string_view::npos) {
      card_.explanation = words(inside.substr(general + 4));
      inside = inside.substr(0, general);
    }
    inside = deck::trim(inside);
    if (inside.empty()) {
      report_.dropped("essay question", "It has no answer to judge by.", where_);
      return std::nullopt;
    }
    if (inside.front() == '#') return take_number(inside.substr(1));
    if (take_true_false(inside)) return finish();
    return take_alternatives(inside);
  }

  static std::size_t find_general(std::string_view inside) {
    for (std::size_t at = gift_find(inside, "#"); at != std::string_view::npos;
         at = gift_find(inside, "#", at + 1))
      if (inside.substr(at).starts_with("####")) return at;
    return std::string_view::npos;
  }

  std::optional<std::string> finish() {
    builder_.add(std::move(card_), where_);
    return std::nullopt;
  }

  bool take_true_false(std::string_view inside) {
    const std::size_t feedback = gift_find(inside, "#");
    const std::string_view word = deck::trim(inside.substr(0, feedback));
    const bool is_true = word == "T" || word == "TRUE";
    if (!is_true && word != "F" && word != "FALSE") return false;
    card_.answer.text = is_true ? "True" : "False";
    std::string reason;
    if (feedback != std::string_view::npos) {
      const std::string_view rest = inside.substr(feedback + 1);
      reason = words(rest.substr(0, gift_find(rest, "#")));
    }
    card_.wrong.push_back({is_true ? "False" : "True", std::move(reason)});
    return true;
  }

  // 1822, 1822:5, 1..5, or several as =%50%1822:2.
  std::optional<std::string> take_number(std::string_view inside) {
    inside = deck::trim(inside);
    if (inside.starts_with('=') || inside.starts_with('~')) {
      const auto all = alternatives(inside);
      const auto best = std::ranges::find_if(
          all, [](const Alternative& each) { return each.right && each.weight >= whole; });
      if (best == all.end()) return "No number is wholly right";
      if (all.size() > 1)
        report_.dropped("partly right number", "Entente takes one right number.", where_);
      inside = best->words;
    }
    inside = deck::trim(inside.substr(0, gift_find(inside, "#")));
    const auto value = number_of(inside);
    if (!value) return "\"" + std::string(inside) + "\" is not a number";
    card_.answer = {deck::AnswerKind::number, *value, {}, {}};
    return finish();
  }

  std::optional<std::string> number_of(std::string_view words) {
    if (const std::size_t range = words.find(".."); range != std::string_view::npos) {
      const auto low = plain_number(words.substr(0, range));
      const auto high = plain_number(words.substr(range + 2));
      if (!low || !high) return std::nullopt;
      report_.changed("range of numbers", "Its middle is asked for.", where_);
      return number_words((std::stod(*low) + std::stod(*high)) / 2);
    }
    const std::size_t colon = words.find(':');
    const auto value = plain_number(words.substr(0, colon));
    if (value && colon != std::string_view::npos && deck::trim(words.substr(colon + 1)) != "0")
      report_.dropped("tolerance of a number", "Entente judges numbers exactly.", where_);
    return value;
  }

  static std::vector<Alternative> alternatives(std::string_view inside) {
    std::vector<Alternative> all;
    std::size_t at = gift_find(inside, "=~");
    while (at != std::string_view::npos) {
      const std::size_t next = gift_find(inside, "=~", at + 1);
      all.push_back(
          alternative(inside.substr(at, next == std::string_view::npos ? next : next - at)));
      at = next;
    }
    return all;
  }

  static Alternative alternative(std::string_view raw) {
    Alternative one;
    one.right = raw.front() == '=';
    one.weight = one.right ? 100 : 0;
    raw = deck::trim(raw.substr(1));
    if (const std::size_t end = raw.find('%', 1);
        raw.starts_with('%') && end != std::string_view::npos) {
      const auto [rest, error] = std::from_chars(raw.data() + 1, raw.data() + end, one.weight);
      if (error == std::errc{} && rest == raw.data() + end) raw.remove_prefix(end + 1);
    }
    const std::size_t feedback = gift_find(raw, "#");
    one.words = raw.substr(0, feedback);
    if (feedback != std::string_view::npos) one.feedback = raw.substr(feedback + 1);
    return one;
  }

  std::optional<std::string> take_alternatives(std::string_view inside) {
    const auto all = alternatives(inside);
    if (all.empty()) { // {Paris}: one short answer
      card_.answer.text = words(inside.substr(0, gift_find(inside, "#")));
      return finish();
    }
    if (gift_find(inside, "~") != std::string_view::npos) return take_choice(all);
    if (is_match(all)) return take_pairs(all);
    return take_short(all);
  }

  static bool is_match(const std::vector<Alternative>& all) {
    return std::ranges::all_of(all, [](const Alternative& each) {
      return each.words.find("->") != std::string_view::npos;
    });
  }

  std::optional<std::string> take_choice(const std::vector<Alternative>& all) {
    std::vector<std::string> right;
    for (const Alternative& each : all) {
      if (each.weight > 0)
        right.push_back(words(each.words));
      else
        card_.wrong.push_back({words(each.words), words(each.feedback)});
    }
    if (right.empty()) return "No option is right";
    if (right.size() == 1) {
      card_.answer.text = right.front();
      return finish();
    }
    report_.changed("question with several right options",
                    "Its right options are asked for as a set; the wrong ones are left out.",
                    where_);
    card_.wrong.clear();
    card_.answer = {deck::AnswerKind::set, "", std::move(right), {}};
    return finish();
  }

  std::optional<std::string> take_pairs(const std::vector<Alternative>& all) {
    card_.answer.kind = deck::AnswerKind::pairs;
    for (const Alternative& each : all) {
      const std::size_t arrow = each.words.find("->");
      card_.answer.pairs.push_back(
          {words(each.words.substr(0, arrow)), words(each.words.substr(arrow + 2))});
    }
    std::erase_if(card_.answer.pairs,
                  [](const deck::Pair& pair) { return pair.left.empty() || pair.right.empty(); });
    return finish();
  }

  std::optional<std::string> take_short(const std::vector<Alternative>& all) {
    for (const Alternative& each : all) {
      std::string text = words(each.words);
      if (each.weight < whole) {
        report_.dropped("partly right answer", "Entente has right and wrong only.", where_);
        continue;
      }
      if (!take_stars(text)) continue;
      if (card_.answer.text.empty())
        card_.answer.text = std::move(text);
      else
        card_.accepted.push_back(std::move(text));
    }
    if (card_.answer.text.empty()) return "No answer is wholly right";
    return finish();
  }

  // \* is a star; a bare one stands for any words, which is no answer.
  bool take_stars(std::string& text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '*') {
        report_.dropped("answer with *", "Entente judges words, not patterns.", where_);
        return false;
      }
      if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '*') ++i;
      plain += text[i];
    }
    text = std::move(plain);
    return true;
  }

  DeckBuilder& builder_;
  Report& report_;
  std::string where_;
  deck::Card card_;
  bool html_ = false;
};

class Reader {
public:
  Reader(const Incoming& incoming, Imported& imported)
      : report_(imported.report), builder_(incoming.title, imported.report) {}

  void read(std::string_view text) {
    for (int number = 1; !text.empty(); ++number) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      take_line(deck::trim(text.substr(0, end)), number);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    finish_block();
  }

  deck::Deck deck() { return builder_.take(); }

private:
  void take_line(std::string_view line, int number) {
    if (line.empty()) return finish_block();
    if (line.starts_with("//")) return read_gift_comment(line.substr(2), block_.labels);
    if (line.starts_with("$CATEGORY:")) {
      finish_block();
      category_ = builder_.category(category_name(line.substr(10)));
      return;
    }
    if (block_.text.empty()) block_.line = number;
    (block_.text += block_.text.empty() ? "" : "\n") += line;
  }

  void finish_block() {
    if (block_.text.empty()) return; // labels may stand above an empty line
    Question question(block_, builder_, report_, category_);
    if (const auto fault = question.read(block_.text))
      report_.dropped("question", *fault + ".", "line " + std::to_string(block_.line));
    block_ = {};
  }

  Report& report_;
  DeckBuilder builder_;
  Block block_;
  std::string category_;
};

} // namespace

bool looks_like_gift(std::string_view bytes) {
  if (bytes.starts_with("$CATEGORY:") || bytes.starts_with("::")) return true;
  const std::size_t open = gift_find(bytes, "{");
  if (open == std::string_view::npos) return false;
  const std::size_t inside = bytes.find_first_not_of(" \t\r\n", open + 1);
  return inside != std::string_view::npos &&
         std::string_view("=~#TF").find(bytes[inside]) != std::string_view::npos;
}

core::Result<Imported> read_gift(const Incoming& incoming) {
  const auto text = utf8_text(incoming.bytes, incoming.name);
  if (!text) return text.error();
  Imported imported;
  Reader reader(incoming, imported);
  reader.read(*text);
  imported.deck = reader.deck();
  return imported;
}

} // namespace entente::exchange
