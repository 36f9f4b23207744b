#include "generate/source_reader.h"

#include "generate/lexicon.h"
#include "text/encodings.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>

namespace entente::generate {

namespace {

struct Magic {
  std::string_view bytes;
  const char* name;
};

constexpr std::array<Magic, 12> magics = {{{"%PDF", "a PDF document"},
                                           {"PK\x03\x04", "a ZIP archive or an office document"},
                                           {"\x89PNG", "a picture"},
                                           {"\xFF\xD8\xFF", "a picture"},
                                           {"GIF8", "a picture"},
                                           {"{\\rtf", "a rich text document"},
                                           {"\xD0\xCF\x11\xE0", "an old office document"},
                                           {"\x1F\x8B", "a compressed file"},
                                           {"\x28\xB5\x2F\xFD", "a compressed file"},
                                           {"\x7F"
                                            "ELF",
                                            "a program"},
                                           {"SQLite format 3", "a database"},
                                           {"OggS", "a sound"}}};

core::Error refuse(const std::string& what, const std::string& name) {
  return {core::ErrorCode::unsupported, "The article is " + what + ", not text.", name,
          "Save its words as a plain text file in UTF-8 and try again."};
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}

// Control characters are no words: a space parts what stood around them.
void blank_controls(std::string& text) {
  std::replace_if(text.begin(), text.end(), is_control, ' ');
}

bool has_many_controls(std::string_view bytes) {
  const auto count = std::count_if(bytes.begin(), bytes.end(), is_control);
  return count > 0 && static_cast<std::size_t>(count) * 50 > bytes.size();
}

core::Result<SourceText> to_utf8(std::string_view bytes, const std::string& name) {
  SourceText source;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    source.text = bytes.substr(3);
    source.plain = false;
    if (text::is_valid_utf8(source.text)) return source;
  }
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") ||
                    bytes.substr(0, 4000).find('\0') != std::string_view::npos;
  if (!wide && text::is_valid_utf8(bytes)) {
    source.text = bytes;
    return source;
  }
  const auto guess = text::guess_encoding(bytes);
  constexpr int sure_enough = 20;
  if (!guess || guess->confidence < sure_enough || (wide && !guess->name.starts_with("UTF-")))
    return refuse("in no encoding that could be told", name);
  auto decoded = text::decode(bytes, guess->name);
  if (!decoded || has_many_controls(*decoded)) return refuse("broken " + guess->name, name);
  source.text = std::move(*decoded);
  source.note = "read as " + guess->name;
  source.plain = false;
  return source;
}

bool has_ending(const std::string& name, std::initializer_list<std::string_view> endings) {
  const std::string lower = lower_ascii(name);
  return std::any_of(endings.begin(), endings.end(),
                     [&](std::string_view ending) { return lower.ends_with(ending); });
}

bool looks_like_html(std::string_view text) {
  const std::string head = lower_ascii(trimmed(text.substr(0, 400)));
  return head.starts_with("<!doctype html") || head.starts_with("<html") ||
         (head.starts_with("<?xml") && head.find("<html") != std::string::npos);
}

} // namespace

core::Result<SourceText> read_source(std::string_view bytes, const std::string& name) {
  for (const Magic& magic : magics)
    if (bytes.starts_with(magic.bytes)) return refuse(magic.name, name);
  auto source = to_utf8(bytes, name);
  if (!source) return source;
  if (has_many_controls(source->text)) return refuse("a binary file", name);
  if (has_ending(name, {".html", ".htm", ".xhtml"}) || looks_like_html(source->text)) {
    source->text = text_of_html(source->text);
    source->plain = false;
  } else if (has_ending(name, {".md", ".markdown"})) {
    source->text = text_of_markdown(source->text);
    source->plain = false;
  }
  blank_controls(source->text);
  return source;
}

} // namespace entente::generate
