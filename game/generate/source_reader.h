#pragma once

// Stage 0: a file's bytes to the plain text of its article. HTML and Markdown lose their markup,
// other encodings become UTF-8, and what is no text is refused by name.

#include "core/result.h"

#include <string>
#include <string_view>

namespace entente::generate {

struct SourceText {
  std::string text;  // valid UTF-8, no control characters but line ends and tabs
  std::string note;  // what was done to it: "read as windows-1251"; empty when nothing
  bool plain = true; // the file's own text, so places in it are places in the file
};

// name: the file's, for its ending and for messages. Errors: unsupported (a PDF, a picture, bytes
// in no encoding known), with what to do.
[[nodiscard]] core::Result<SourceText> read_source(std::string_view bytes, const std::string& name);

// A web page's article as lines: headline, paragraphs, captions. Scripts, menus and forms are left
// out.
[[nodiscard]] std::string text_of_html(std::string_view html);
[[nodiscard]] std::string text_of_markdown(std::string_view markdown);

} // namespace entente::generate
