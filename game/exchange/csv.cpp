// CSV and TSV with the header lines of Anki (https://docs.ankiweb.net/importing/text-files.html):
// #separator, #html, #tags, #deck, #columns, #guid column, #tags column, #deck column.

#include "deck/xml_text.h"
#include "exchange/delimited.h"
#include "exchange/fields.h"
#include "exchange/formats.h"
#include "exchange/html.h"
#include "exchange/losses.h"
#include "text/unicode.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace entente::exchange {

namespace {

struct Header {
  std::optional<char> separator;
  bool html = false;
  std::string deck, tags, columns;
  std::map<std::string, std::size_t> places; // "guid column" -> 1-based
  std::size_t length = 0;                    // bytes of the header lines
  int lines = 0;
};

std::optional<char> separator_of(std::string_view value) {
  static const std::map<std::string, char, std::less<>> names = {{"comma", ','}, {"semicolon", ';'},
                                                                 {"tab", '\t'},  {"space", ' '},
                                                                 {"pipe", '|'},  {"colon", ':'}};
  const std::string trimmed(deck::trim(value));
  if (const auto found = names.find(text::lower(trimmed, "en")); found != names.end())
    return found->second;
  if (trimmed == "\\t" || value.find('\t') != std::string_view::npos) return '\t';
  return trimmed.size() == 1 ? std::optional(trimmed.front()) : std::nullopt;
}

// A spreadsheet that saved the file may have put separators after the value.
std::string without_trailing_separators(std::string_view value) {
  value = deck::trim(value);
  while (value.size() > 1 && (value.back() == ',' || value.back() == ';' || value.back() == '\t'))
    value.remove_suffix(1);
  return std::string(deck::trim(value));
}

void read_header_line(std::string_view line, Header& header) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return; // a comment
  const std::string key = text::lower(deck::trim(line.substr(1, colon - 1)), "en");
  const std::string_view raw = line.substr(colon + 1);
  const std::string value = without_trailing_separators(raw);
  if (key == "separator") header.separator = separator_of(raw);
  if (key == "html") header.html = value == "true";
  if (key == "deck") header.deck = value;
  if (key == "tags") header.tags = value;
  if (key == "columns") header.columns = std::string(raw);
  if (key.ends_with(" column")) {
    std::size_t place = 0;
    std::from_chars(value.data(), value.data() + value.size(), place);
    if (place > 0) header.places[key] = place;
  }
}

Header read_header(std::string_view text) {
  Header header;
  while (text.substr(header.length).starts_with('#')) {
    const std::string_view rest = text.substr(header.length);
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    read_header_line(rest.substr(0, end), header);
    header.length += std::min(end + 1, rest.size());
    ++header.lines;
  }
  return header;
}

char guess_separator(std::string_view text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  for (const char candidate : {'\t', '|', ';', ','})
    if (line.find(candidate) != std::string_view::npos) return candidate;
  return ',';
}

// Which column each field is; nothing for fields of no known name.
using Places = std::vector<std::optional<Column>>;

Places places_of(const std::vector<std::string>& names) {
  Places places;
  places.reserve(names.size());
  for (const std::string& name : names) places.push_back(find_column(name));
  return places;
}

bool is_title_row(const Places& places) {
  const auto has = [&](Column column) {
    return std::ranges::find(places, std::optional(column)) != places.end();
  };
  return has(Column::prompt) && (has(Column::answer) || has(Column::cloze));
}

// Question, answer, explanation, for a file that names nothing.
Places bare_places(std::size_t fields) {
  Places places(fields);
  constexpr Column order[] = {Column::prompt, Column::answer, Column::explanation};
  for (std::size_t i = 0; i < std::min<std::size_t>(fields, 3); ++i) places[i] = order[i];
  return places;
}

class Table {
public:
  Table(const Incoming& incoming, Header header, Imported& imported)
      : header_(std::move(header)), imported_(imported), builder_(incoming.title, imported.report) {
    if (!header_.deck.empty()) builder_.set_title(header_.deck);
  }

  void read(const std::vector<Record>& records) {
    if (records.empty()) return;
    std::size_t first = 0;
    if (!header_.columns.empty()) {
      const auto names = read_delimited(header_.columns, *header_.separator, 1, "");
      if (names && !names->empty()) places_ = places_of(names->front().fields);
    } else if (Places titles = places_of(records.front().fields); is_title_row(titles)) {
      places_ = std::move(titles);
      first = 1;
    }
    if (!is_title_row(places_)) places_ = bare_places(records.front().fields.size());
    put_header_places();
    for (std::size_t i = first; i < records.size(); ++i) read_record(records[i]);
    imported_.deck = builder_.take();
  }

private:
  void put_header_places() {
    const auto put = [&](const char* key, Column column) {
      const auto found = header_.places.find(key);
      if (found == header_.places.end() || found->second > 1000) return;
      if (places_.size() < found->second) places_.resize(found->second);
      places_[found->second - 1] = column;
    };
    put("guid column", Column::id);
    put("tags column", Column::tags);
    put("deck column", Column::category);
    if (const auto type = header_.places.find("notetype column");
        type != header_.places.end() && type->second <= places_.size())
      places_[type->second - 1] = std::nullopt;
  }

  std::string value_of(const std::string& field, const std::string& where) {
    if (!header_.html) return field;
    HtmlWords words = words_of_html(field, true);
    report_html(words, imported_.report, where);
    if (!words.images.empty()) image_ = words.images.front();
    return std::move(words.text);
  }

  Row row_of_record(const Record& record, const std::string& where) {
    Row row;
    image_.clear();
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      if (record.fields[i].empty()) continue;
      if (i >= places_.size() || !places_[i]) {
        imported_.report.dropped("column " + std::to_string(i + 1),
                                 "It has no name that Entente knows.", where);
        continue;
      }
      row[static_cast<std::size_t>(*places_[i])] = value_of(record.fields[i], where);
    }
    if (auto& image = row[static_cast<std::size_t>(Column::image)]; image.empty()) image = image_;
    return row;
  }

  void read_record(const Record& record) {
    const std::string where = "line " + std::to_string(record.line);
    const Row row = row_of_record(record, where);
    deck::Card card = card_of(row, builder_, imported_.report, where);
    if (!header_.tags.empty()) add_tags(card);
    if (has_cloze_gap(card.prompt)) {
      card.explanation = card.explanation.empty() ? card.answer.text : card.explanation;
      for (deck::Card& each : cloze_cards(card.prompt, card)) builder_.add(std::move(each), where);
    } else {
      builder_.add(std::move(card), where);
    }
  }

  void add_tags(deck::Card& card) const {
    std::string_view rest = header_.tags;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (end > 0) card.tags.emplace_back(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  Header header_;
  Imported& imported_;
  DeckBuilder builder_;
  Places places_;
  std::string image_;
};

constexpr Holds all_but_lists_of_sources = {.accepted = true,
                                            .wrong = true,
                                            .reasons = true,
                                            .explanation = true,
                                            .hint = true,
                                            .tags = true,
                                            .passage = true,
                                            .image = true,
                                            .cloze = true,
                                            .kind = true,
                                            .lists = true,
                                            .category = true,
                                            .id = true,
                                            .forms = true};

std::vector<std::string> used_fields(const Row& row, const std::vector<Column>& columns) {
  std::vector<std::string> fields;
  for (const Column column : columns) fields.push_back(row[static_cast<std::size_t>(column)]);
  return fields;
}

std::string place_line(const char* key, const std::vector<Column>& columns, Column column) {
  const auto found = std::ranges::find(columns, column);
  if (found == columns.end()) return {};
  return std::string("#") + key + " column:" + std::to_string(found - columns.begin() + 1) + "\n";
}

void report_card(const deck::Card& card, Report& report) {
  report_losses(card, all_but_lists_of_sources, "A table", report);
  if (!card.image.empty())
    report.changed("picture", "A table holds its name only; put the file beside it.", card.id);
  const auto spaced = std::ranges::count_if(card.tags, [](const std::string& tag) {
    return tag.find_first_of(" \n\t") != std::string::npos;
  });
  if (spaced > 0)
    report.changed("tag with a space", "Tags are parted by spaces, so it becomes _.", card.id,
                   static_cast<int>(spaced));
}

core::Result<Exported> write_table(const Outgoing& outgoing, char separator, const char* name) {
  Exported exported;
  std::vector<Row> rows;
  for (const deck::Card& card : outgoing.deck.cards) {
    rows.push_back(row_of(outgoing.deck, card));
    report_card(card, exported.report);
  }
  report_deck_losses(outgoing.deck, false, "A table", exported.report);
  const std::vector<Column> columns = columns_used(rows);
  std::vector<std::string> names;
  for (const Column column : columns) names.emplace_back(title(column));
  std::string title = outgoing.deck.title;
  std::ranges::replace(title, '\n', ' ');
  exported.bytes = std::string("#separator:") + name + "\n#html:false\n#deck:" + title +
                   "\n#columns:" + write_delimited(names, separator) +
                   place_line("guid", columns, Column::id) +
                   place_line("tags", columns, Column::tags);
  for (const Row& row : rows)
    exported.bytes += write_delimited(used_fields(row, columns), separator);
  return exported;
}

} // namespace

bool looks_like_csv(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  for (const char* key : {"#separator:", "#html:", "#deck:", "#columns:", "#notetype", "#tags"})
    if (bytes.starts_with(key)) return true;
  return false;
}

core::Result<Imported> read_csv(const Incoming& incoming) {
  const auto text = utf8_text(incoming.bytes, incoming.name);
  if (!text) return text.error();
  Header header = read_header(*text);
  const std::string_view body = text->substr(header.length);
  if (!header.separator) header.separator = guess_separator(body);
  const auto records = read_delimited(body, *header.separator, header.lines + 1, incoming.name);
  if (!records) return records.error();
  Imported imported;
  Table(incoming, std::move(header), imported).read(*records);
  return imported;
}

core::Result<Exported> write_csv(const Outgoing& outgoing) {
  return write_table(outgoing, ',', "Comma");
}
core::Result<Exported> write_tsv(const Outgoing& outgoing) {
  return write_table(outgoing, '\t', "Tab");
}

} // namespace entente::exchange
