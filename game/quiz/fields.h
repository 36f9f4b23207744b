#pragma once

// Within quiz/: lines of tab-separated fields, written and read back.

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::quiz {

class LineWriter {
public:
  LineWriter& word(std::string_view text); // escaped
  template <typename Number> LineWriter& number(Number value) {
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    return word({digits, static_cast<std::size_t>(end - digits)});
  }
  LineWriter& indices(const std::vector<std::size_t>& values); // one field, by spaces
  [[nodiscard]] std::string line() const { return line_ + '\n'; }

private:
  std::string line_;
  bool empty_ = true;
};

// Reads fields one after another. A field that is missing or not what was asked for gives a plain
// value and turns `good` off for good.
class LineReader {
public:
  explicit LineReader(std::string_view line);
  std::string word();
  template <typename Number> Number number() {
    const std::string text = word();
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) good_ = false;
    return value;
  }
  bool flag() { return number<int>() != 0; }
  std::vector<std::size_t> indices();
  void refuse() { good_ = false; }
  [[nodiscard]] bool at_end() const { return at_ == fields_.size(); }
  [[nodiscard]] bool good() const { return good_; }

private:
  std::vector<std::string> fields_;
  std::size_t at_ = 0;
  bool good_ = true;
};

} // namespace entente::quiz
