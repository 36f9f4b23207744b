#include "quiz/fields.h"

namespace entente::quiz {

LineWriter& LineWriter::word(std::string_view text) {
  if (!empty_) line_ += '\t';
  empty_ = false;
  for (const char c : text) {
    if (c == '\t')
      line_ += "\\t";
    else if (c == '\n')
      line_ += "\\n";
    else if (c == '\\')
      line_ += "\\\\";
    else
      line_ += c;
  }
  return *this;
}

LineWriter& LineWriter::indices(const std::vector<std::size_t>& values) {
  std::string all;
  for (const std::size_t value : values) all += (all.empty() ? "" : " ") + std::to_string(value);
  return word(all);
}

LineReader::LineReader(std::string_view line) : fields_(1) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '\t') {
      fields_.emplace_back();
    } else if (line[i] == '\\' && i + 1 < line.size()) {
      ++i;
      fields_.back() += line[i] == 't' ? '\t' : line[i] == 'n' ? '\n' : line[i];
    } else {
      fields_.back() += line[i];
    }
  }
}

std::string LineReader::word() {
  if (!at_end()) return fields_[at_++];
  good_ = false;
  return "";
}

std::vector<std::size_t> LineReader::indices() {
  const std::string all = word();
  std::vector<std::size_t> values;
  const char* at = all.data();
  const char* const end = at + all.size();
  while (at < end) {
    std::size_t value = 0;
    const auto [next, error] = std::from_chars(at, end, value);
    if (error != std::errc() || (next < end && *next != ' ')) {
      good_ = false;
      return {};
    }
    values.push_back(value);
    at = next < end ? next + 1 : next;
  }
  return values;
}

} // namespace entente::quiz
