#include "exchange/delimited.h"

#include "deck/encoding.h"
#include "deck/markup.h"

#include <algorithm>

namespace entente::exchange {

namespace {

class Reader {
public:
  Reader(std::string_view text, char separator, int line)
      : text_(text), separator_(separator), line_(line) {}

  std::vector<Record> read() {
    std::vector<Record> records;
    while (at_ < text_.size() && open_quote_ == 0) {
      Record record = read_record();
      const bool blank = std::ranges::all_of(record.fields, [](const std::string& field) {
        return field.find_first_not_of(" \t\r") == std::string::npos;
      });
      if (!blank) records.push_back(std::move(record));
    }
    return records;
  }

  [[nodiscard]] int open_quote() const { return open_quote_; } // its line; 0 = none

private:
  Record read_record() {
    Record record;
    record.line = line_;
    for (;;) {
      record.fields.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted() : plain());
      if (at_ >= text_.size()) return record;
      const char end = text_[at_++];
      if (end == separator_) continue;
      if (end == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
      ++line_;
      return record;
    }
  }

  [[nodiscard]] bool at_end_of_field() const {
    return at_ >= text_.size() || text_[at_] == separator_ || text_[at_] == '\n' ||
           text_[at_] == '\r';
  }

  std::string plain() {
    const std::size_t begin = at_;
    while (!at_end_of_field()) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string quoted() {
    const int opened = line_;
    std::string words;
    for (++at_; at_ < text_.size(); ++at_) {
      if (text_[at_] == '"') {
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') {
          ++at_;
          return words + plain(); // what stands after the quote is a slip; kept
        }
        ++at_;
      }
      if (text_[at_] == '\n') ++line_;
      words += text_[at_];
    }
    open_quote_ = opened;
    return words;
  }

  std::string_view text_;
  char separator_;
  std::size_t at_ = 0;
  int line_;
  int open_quote_ = 0;
};

std::string quoted(const std::string& field) {
  std::string out = "\"";
  for (const char c : field) (out += c == '"' ? "\"" : "") += c;
  return out + "\"";
}

bool needs_quotes(const std::string& field, char separator) {
  return field.find_first_of(std::string("\"\n\r") + separator) != std::string::npos ||
         field.starts_with('#') || field.starts_with(' ') || field.ends_with(' ');
}

} // namespace

core::Result<std::vector<Record>> read_delimited(std::string_view text, char separator,
                                                 int first_line, const std::string& name) {
  Reader reader(text, separator, first_line);
  std::vector<Record> records = reader.read();
  if (reader.open_quote() == 0) return records;
  return core::Error{core::ErrorCode::malformed, "A quote opens here and is never closed.",
                     deck::at_place(name, {reader.open_quote(), 1}),
                     "Close it, or write \"\" for a quote within a quoted field."};
}

std::string write_delimited(const std::vector<std::string>& fields, char separator) {
  std::string line;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) line += separator;
    line += needs_quotes(fields[i], separator) ? quoted(fields[i]) : fields[i];
  }
  return line + "\n";
}

core::Result<std::string_view> utf8_text(std::string_view bytes, const std::string& name) {
  if (const auto fault = deck::find_byte_fault(bytes))
    return core::Error{core::ErrorCode::malformed, fault->message + ".",
                       deck::at_place(name, deck::place_of(bytes, fault->offset)), fault->advice};
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes;
}

} // namespace entente::exchange
