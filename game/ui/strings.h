#pragma once

// Every word of the interface, from assets/strings/LANGUAGE.strings: `key = text` a line, {names}
// filled in where the text is used. A text that counts has one line a plural form:
// `cards.one = {n} card`, `cards.other = {n} cards`.

#include "core/result.h"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::ui {

using Arguments = std::initializer_list<std::pair<std::string_view, std::string>>;

class Strings {
public:
  Strings() = default;
  // Errors: malformed, with NAME:LINE, for a line without "=" or a key given twice.
  [[nodiscard]] static core::Result<Strings> parse(std::string_view text, const std::string& name,
                                                   std::string language);

  // These, with what they lack taken from others: a language that is not whole yet.
  [[nodiscard]] Strings over(const Strings& others) const;
  // The key itself in brackets when it is missing: seen at once, and a test looks for it.
  [[nodiscard]] std::string say(std::string_view key, Arguments arguments = {}) const;
  // KEY.one, KEY.other ... by the number; fills {n} with it.
  [[nodiscard]] std::string count(std::string_view key, std::int64_t n) const;

  // What was said in English below the window (a finding, an error), in this language: the keys
  // that begin with "said." have its sentences, whole or with gaps for what is named in them. Comes
  // back as it is where none fits.
  [[nodiscard]] std::string retold(std::string_view english) const;

  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> keys() const;
  [[nodiscard]] const std::string& language() const { return language_; }

private:
  std::map<std::string, std::string, std::less<>> texts_;
  std::map<std::string, std::string, std::less<>> english_; // of "said.", by key; empty: this is it
  std::string language_ = "en";
};

// The ones in use. Set at the start and when the language is changed, by the main thread only.
void use_strings(Strings strings);
[[nodiscard]] const Strings& strings();

// For views: the text in the language in use.
[[nodiscard]] inline std::string tr(std::string_view key, Arguments arguments = {}) {
  return strings().say(key, arguments);
}

} // namespace entente::ui
