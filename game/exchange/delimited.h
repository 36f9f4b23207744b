#pragma once

// Records of text parted by a separator, with quotes as spreadsheets write them (RFC 4180).

#include "core/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

struct Record {
  std::vector<std::string> fields;
  int line = 1; // on which it begins
};

// Lines of white space only are passed over. Errors: malformed, naming the line where a quote opens
// and is never closed.
[[nodiscard]] core::Result<std::vector<Record>>
read_delimited(std::string_view text, char separator, int first_line, const std::string& name);
// Quoted where it must be.
[[nodiscard]] std::string write_delimited(const std::vector<std::string>& fields, char separator);

// Refuses what is not UTF-8, naming the byte's place; gives the text without a byte order mark.
[[nodiscard]] core::Result<std::string_view> utf8_text(std::string_view bytes,
                                                       const std::string& name);

} // namespace entente::exchange
