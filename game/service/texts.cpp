#include "service/texts.h"

#include "core/file.h"
#include "deck/source_text.h"
#include "text/unicode.h"

#include <sstream>

namespace entente::service {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t most_list_bytes = 1U << 20U;

// "DECK<TAB>SOURCE<TAB>HASH", a line each; the last word on a source counts.
std::string list_key(const std::string& deck, const std::string& source) {
  return deck + "\t" + source + "\t";
}

// A file name in a deck must stay beside the deck.
bool is_plain_name(const std::string& name) {
  return !name.empty() && fs::path(name).filename() == fs::path(name) && name != "." &&
         name != "..";
}

} // namespace

core::Status Texts::attach(const std::string& deck, const std::string& source,
                           std::string_view text) {
  if (!text::is_valid_utf8(text))
    return core::Error{core::ErrorCode::malformed, "The text is not UTF-8.", "",
                       "Save it as UTF-8 and attach it again."};
  if (deck::body_paragraphs(text).empty())
    return core::Error{core::ErrorCode::malformed, "The text has no paragraphs.", "",
                       "Choose the article's text."};
  std::error_code ignored; // writing says what is wrong with the folder
  fs::create_directories(folder_, ignored);
  const std::string hash = deck::text_hash(text);
  auto written = core::write_file(folder_ / (hash + ".txt"), text);
  if (!written) return written;
  const auto list = core::read_file(folder_ / "list", most_list_bytes);
  return core::write_file(folder_ / "list",
                          list.value_or("") + list_key(deck, source) + hash + "\n");
}

std::optional<std::string> Texts::hash_of(const std::string& deck,
                                          const std::string& source) const {
  const auto list = core::read_file(folder_ / "list", most_list_bytes);
  if (!list) return std::nullopt;
  std::optional<std::string> found;
  std::istringstream lines(*list);
  const std::string key = list_key(deck, source);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with(key)) found = line.substr(key.size());
  return found;
}

bool Texts::has(const fs::path& deck_file, const std::string& deck,
                const deck::Source& source) const {
  std::error_code ignored;
  const auto hash = hash_of(deck, source.id);
  if (hash && is_plain_name(*hash) && fs::exists(folder_ / (*hash + ".txt"), ignored)) return true;
  return is_plain_name(source.file) && fs::exists(deck_file.parent_path() / source.file, ignored);
}

std::optional<std::string> Texts::find(const fs::path& deck_file, const std::string& deck,
                                       const deck::Source& source) const {
  if (const auto hash = hash_of(deck, source.id); hash && is_plain_name(*hash)) {
    auto own = core::read_file(folder_ / (*hash + ".txt"), most_text_bytes);
    if (own) return std::move(*own);
  }
  if (!is_plain_name(source.file)) return std::nullopt;
  auto beside = core::read_file(deck_file.parent_path() / source.file, most_text_bytes);
  if (!beside || !text::is_valid_utf8(*beside)) return std::nullopt;
  return std::move(*beside);
}

} // namespace entente::service
