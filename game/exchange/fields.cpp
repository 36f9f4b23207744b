#include "exchange/fields.h"

#include "deck/names.h"
#include "deck/xml_text.h"
#include "exchange/losses.h"
#include "text/unicode.h"

#include <algorithm>
#include <charconv>

namespace entente::exchange {

namespace {

constexpr std::array<std::string_view, column_count> titles = {
    "Id",   "Question", "Answer",   "Kind",   "Accepted",  "Wrong", "Why wrong", "Explanation",
    "Hint", "Cloze",    "Category", "Source", "Paragraph", "Image", "Forms",     "Tags"};

struct OtherName {
  std::string_view name;
  Column column;
};
constexpr OtherName other_names[] = {{"guid", Column::id},
                                     {"front", Column::prompt},
                                     {"prompt", Column::prompt},
                                     {"term", Column::prompt},
                                     {"word", Column::prompt},
                                     {"text", Column::prompt},
                                     {"back", Column::answer},
                                     {"definition", Column::answer},
                                     {"correct answer", Column::answer},
                                     {"translation", Column::answer},
                                     {"right answer", Column::answer},
                                     {"extra", Column::explanation},
                                     {"back extra", Column::explanation},
                                     {"notes", Column::explanation},
                                     {"feedback", Column::explanation},
                                     {"reason", Column::explanation},
                                     {"deck", Column::category},
                                     {"topic", Column::category},
                                     {"lesson", Column::category},
                                     {"picture", Column::image},
                                     {"tag", Column::tags},
                                     {"wrong answers", Column::wrong}};

constexpr std::string_view gap = "{{c1::}}";

std::string& at(Row& row, Column column) { return row[static_cast<std::size_t>(column)]; }
const std::string& at(const Row& row, Column column) {
  return row[static_cast<std::size_t>(column)];
}

// Backslash escapes, so that an item stays on its line. `more` is escaped too.
std::string escape_item(std::string_view item, char more = '\0') {
  std::string out;
  for (const char c : item) {
    if (c == '\n')
      out += "\\n";
    else if (c == '\\' || (more != '\0' && c == more))
      (out += '\\') += c;
    else
      out += c;
  }
  return out;
}

std::string unescape_item(std::string_view item) {
  std::string out;
  for (std::size_t i = 0; i < item.size(); ++i) {
    if (item[i] == '\\' && i + 1 < item.size()) {
      ++i;
      out += item[i] == 'n' ? '\n' : item[i];
    } else {
      out += item[i];
    }
  }
  return out;
}

std::vector<std::string> raw_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string pair_line(const deck::Pair& pair) {
  return escape_item(pair.left, '=') + " = " + escape_item(pair.right, '=');
}

deck::Pair read_pair(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\\') {
      ++i;
    } else if (line[i] == '=') {
      return {std::string(deck::trim(unescape_item(line.substr(0, i)))),
              std::string(deck::trim(unescape_item(line.substr(i + 1))))};
    }
  }
  return {std::string(deck::trim(unescape_item(line))), ""};
}

std::string answer_field(const deck::Answer& answer) {
  if (answer.kind == deck::AnswerKind::pairs) {
    std::string lines;
    for (const deck::Pair& pair : answer.pairs)
      lines += (lines.empty() ? "" : "\n") + pair_line(pair);
    return lines;
  }
  return is_list(answer.kind) ? join_lines(answer.items) : answer.text;
}

deck::Answer read_answer(deck::AnswerKind kind, const std::string& field) {
  deck::Answer answer;
  answer.kind = kind;
  if (kind == deck::AnswerKind::pairs)
    for (const std::string& line : raw_lines(field)) answer.pairs.push_back(read_pair(line));
  else if (is_list(kind))
    answer.items = split_lines(field);
  else
    answer.text = field;
  return answer;
}

std::string spaced(const std::vector<std::string>& words) {
  std::string all;
  for (std::string word : words) {
    std::ranges::replace_if(word, [](char c) { return c == ' ' || c == '\n' || c == '\t'; }, '_');
    all += (all.empty() ? "" : " ") + word;
  }
  return all;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (c != ' ' && c != '\n' && c != '\t')
      word += c;
    else if (!word.empty())
      words.push_back(std::exchange(word, ""));
  }
  return words;
}

// A line for each wrong option, "-" where it has no reason: empty lines would not survive.
std::string reasons_of(const deck::Card& card) {
  std::string lines;
  bool any = false;
  for (const auto& wrong : card.wrong) {
    any = any || !wrong.reason.empty();
    lines += lines.empty() ? "" : "\n";
    lines += wrong.reason.empty() ? "-" : wrong.reason == "-" ? "\\-" : escape_item(wrong.reason);
  }
  return any ? lines : "";
}

void put_passage(Row& row, const deck::Deck& deck, const deck::Passage& passage) {
  for (const deck::Source& source : deck.sources)
    if (source.id == passage.source)
      at(row, Column::source) = source.title.empty() ? source.id : source.title;
  if (passage.paragraph > 0) at(row, Column::paragraph) = std::to_string(passage.paragraph);
}

void read_wrong(const Row& row, deck::Card& card) {
  const auto reasons = raw_lines(at(row, Column::why_wrong));
  std::size_t n = 0;
  for (std::string& wrong : split_lines(at(row, Column::wrong))) {
    const bool has_reason = n < reasons.size() && reasons[n] != "-";
    const std::string reason = has_reason ? unescape_item(reasons[n]) : "";
    card.wrong.push_back({std::move(wrong), reason});
    ++n;
  }
}

void read_forms(const Row& row, deck::Card& card, Report& report, const std::string& where) {
  for (const std::string& word : words_of(at(row, Column::forms))) {
    if (const auto form = deck::find_form(word))
      card.forms.push_back(*form);
    else
      report.dropped("form \"" + word + "\"", "It is not one of " + deck::form_names() + ".",
                     where);
  }
}

void read_passage(const Row& row, DeckBuilder& builder, deck::Card& card) {
  const std::string source = builder.source(at(row, Column::source));
  if (source.empty()) return;
  const std::string& words = at(row, Column::paragraph);
  int paragraph = 0;
  std::from_chars(words.data(), words.data() + words.size(), paragraph);
  card.passage = deck::Passage{source, std::max(paragraph, 0)};
}

} // namespace

std::string_view title(Column column) { return titles[static_cast<std::size_t>(column)]; }

std::optional<Column> find_column(std::string_view words) {
  const std::string wanted = text::comparable(words);
  for (std::size_t i = 0; i < titles.size(); ++i)
    if (text::comparable(titles[i]) == wanted) return static_cast<Column>(i);
  for (const OtherName& other : other_names)
    if (other.name == wanted) return other.column;
  return std::nullopt;
}

std::string join_lines(const std::vector<std::string>& items) {
  std::string all;
  for (std::size_t i = 0; i < items.size(); ++i) all += (i ? "\n" : "") + escape_item(items[i]);
  return all;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines = raw_lines(text);
  for (std::string& line : lines) line = unescape_item(line);
  std::erase_if(lines, [](const std::string& line) { return deck::trim(line).empty(); });
  return lines;
}

Row row_of(const deck::Deck& deck, const deck::Card& card) {
  Row row;
  at(row, Column::id) = card.id;
  at(row, Column::prompt) = card.prompt;
  at(row, Column::answer) = answer_field(card.answer);
  if (card.answer.kind != deck::AnswerKind::text)
    at(row, Column::kind) = std::string(deck::name(card.answer.kind));
  at(row, Column::accepted) = join_lines(card.accepted);
  std::vector<std::string> wrong;
  for (const auto& each : card.wrong) wrong.push_back(each.text);
  at(row, Column::wrong) = join_lines(wrong);
  at(row, Column::why_wrong) = reasons_of(card);
  at(row, Column::explanation) = card.explanation;
  at(row, Column::hint) = card.hint;
  if (card.cloze)
    at(row, Column::cloze) = card.cloze->before + std::string(gap) + card.cloze->after;
  const deck::Category* category = deck::find_category(deck, card.category);
  at(row, Column::category) = category ? category->name : card.category;
  if (card.passage) put_passage(row, deck, *card.passage);
  at(row, Column::image) = card.image;
  std::vector<std::string> forms;
  for (const deck::Form form : card.forms) forms.emplace_back(deck::name(form));
  at(row, Column::forms) = spaced(forms);
  at(row, Column::tags) = spaced(card.tags);
  return row;
}

deck::Card card_of(const Row& row, DeckBuilder& builder, Report& report, const std::string& where) {
  deck::Card card;
  card.id = at(row, Column::id);
  card.prompt = at(row, Column::prompt);
  const std::string& kind_word = at(row, Column::kind);
  const auto kind = deck::find_answer_kind(kind_word);
  if (!kind && !kind_word.empty())
    report.changed("kind \"" + kind_word + "\"",
                   "It is not one of " + deck::answer_kind_names() + "; it is read as text.",
                   where);
  card.answer = read_answer(kind.value_or(deck::AnswerKind::text), at(row, Column::answer));
  card.accepted = split_lines(at(row, Column::accepted));
  read_wrong(row, card);
  card.explanation = at(row, Column::explanation);
  card.hint = at(row, Column::hint);
  const std::string& sentence = at(row, Column::cloze);
  if (const std::size_t place = sentence.find(gap); place != std::string::npos)
    card.cloze = deck::Card::Cloze{sentence.substr(0, place), sentence.substr(place + gap.size())};
  card.category = builder.category(at(row, Column::category));
  read_passage(row, builder, card);
  card.image = at(row, Column::image);
  read_forms(row, card, report, where);
  card.tags = words_of(at(row, Column::tags));
  return card;
}

std::vector<Column> columns_used(const std::vector<Row>& rows) {
  std::vector<Column> used;
  for (std::size_t i = 0; i < column_count; ++i)
    if (std::ranges::any_of(rows, [&](const Row& row) { return !row[i].empty(); }))
      used.push_back(static_cast<Column>(i));
  return used;
}

} // namespace entente::exchange
