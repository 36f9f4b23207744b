#include "deck/encoding.h"

#include <cstdint>
#include <cstdio>
#include <cstring>

namespace entente::deck {

namespace {

constexpr const char* save_as_utf8 = "Save it as UTF-8 in your editor.";

unsigned char byte(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

bool continues(std::string_view bytes, std::size_t at) { return (byte(bytes, at) & 0xC0U) == 0x80; }

// Bytes of the well-formed sequence at `at` (Unicode 15, table 3-7), 0 when there is none.
std::size_t sequence_length(std::string_view bytes, std::size_t at) {
  const unsigned lead = byte(bytes, at);
  const unsigned second = byte(bytes, at + 1);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4 || !continues(bytes, at + 1)) return 0;
  if (lead < 0xE0) return 2;
  if (!continues(bytes, at + 2)) return 0;
  if (lead == 0xE0 && second < 0xA0) return 0; // over-long
  if (lead == 0xED && second > 0x9F) return 0; // surrogates
  if (lead < 0xF0) return 3;
  if (!continues(bytes, at + 3) || (lead == 0xF0 && second < 0x90) ||
      (lead == 0xF4 && second > 0x8F))
    return 0;
  return 4;
}

// U+FFFE and U+FFFF are characters of no text.
bool is_noncharacter(std::string_view bytes, std::size_t at) {
  return byte(bytes, at) == 0xEF && byte(bytes, at + 1) == 0xBF && byte(bytes, at + 2) >= 0xBE;
}

bool is_control(unsigned char value) {
  return value < 0x20 && value != '\t' && value != '\n' && value != '\r';
}

// True when eight bytes hold only ASCII at or above the space: nothing to look at.
bool is_plain_block(const char* block) {
  std::uint64_t word = 0;
  std::memcpy(&word, block, sizeof word);
  constexpr std::uint64_t high = 0x8080808080808080U;
  return (word & high) == 0 && (((word | high) - 0x2020202020202020U) & high) == high;
}

std::string hexadecimal(unsigned char value) {
  char text[8];
  std::snprintf(text, sizeof text, "0x%02X", static_cast<unsigned>(value));
  return text;
}

std::optional<ByteFault> find_wide_encoding(std::string_view bytes) {
  const unsigned char a = byte(bytes, 0), b = byte(bytes, 1);
  const bool marked = (a == 0xFF && b == 0xFE) || (a == 0xFE && b == 0xFF);
  const bool zeroes =
      bytes.size() >= 2 && ((a == '<' && b == 0) || (a == 0 && b == '<') || (a == 0 && b == 0));
  if (!marked && !zeroes) return std::nullopt;
  return ByteFault{0, "The file is written in UTF-16 or UTF-32, not in UTF-8", save_as_utf8};
}

ByteFault fault_at(std::string_view bytes, std::size_t at) {
  const std::string shown = hexadecimal(byte(bytes, at));
  if (byte(bytes, at) < 0x80)
    return {at, "A control character (" + shown + ") stands here, which XML does not allow",
            "Delete it."};
  return {at, "The byte " + shown + " is not UTF-8; the file looks like Latin-1 or Windows-1252",
          save_as_utf8};
}

} // namespace

std::optional<ByteFault> find_byte_fault(std::string_view bytes) {
  if (auto wide = find_wide_encoding(bytes)) return wide;
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (at + 8 <= bytes.size() && is_plain_block(bytes.data() + at)) {
      at += 8;
      continue;
    }
    const std::size_t length = sequence_length(bytes, at);
    if (length == 0 || is_control(byte(bytes, at)) || (length == 3 && is_noncharacter(bytes, at)))
      return fault_at(bytes, at);
    at += length;
  }
  return std::nullopt;
}

std::optional<ByteFault> find_declared_encoding_fault(std::string_view bytes) {
  const std::size_t start = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (!bytes.substr(start).starts_with("<?xml")) return std::nullopt;
  const std::string_view declaration = bytes.substr(start, bytes.find("?>", start) - start);
  const std::size_t key = declaration.find("encoding");
  const std::size_t open =
      key == std::string_view::npos ? key : declaration.find_first_of("'\"", key);
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t close = declaration.find(declaration[open], open + 1);
  const std::string declared(declaration.substr(open + 1, close - open - 1));
  std::string upper = declared;
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (upper == "UTF-8" || upper == "UTF8" || upper == "US-ASCII") return std::nullopt;
  return ByteFault{start + open + 1,
                   "The first line says that the file is written in " + declared +
                       "; decks are written in UTF-8",
                   "Save it as UTF-8 in your editor and write encoding=\"UTF-8\" there."};
}

} // namespace entente::deck
