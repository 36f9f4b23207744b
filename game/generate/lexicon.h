#pragma once

// A language's words in classes, read from the plain files of its folder. A class is one bit, so a
// token knows all its classes in one number and a pattern tests them with one AND.

#include "core/result.h"
#include "generate/classes.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::generate {

// Classes that come from a token's shape; the files add the rest (MONTH, SAY, ROLE ...).
namespace shape {
inline constexpr Classes capital = Classes::bit(0); // first letter upper case
inline constexpr Classes upper = Classes::bit(1);   // two letters or more, all upper case
inline constexpr Classes number = Classes::bit(2);  // digits, with , and . inside
inline constexpr Classes day = Classes::bit(3);     // 1 to 31, with or without th
inline constexpr Classes year = Classes::bit(4);    // 1000 to 2199
inline constexpr Classes decade = Classes::bit(5);  // 1990s, ’90s
inline constexpr Classes iso = Classes::bit(6);     // 2021-05-20
inline constexpr Classes clock = Classes::bit(7);   // 22:30
inline constexpr Classes word = Classes::bit(8);    // letters
inline constexpr Classes mark = Classes::bit(9);    // punctuation
inline constexpr Classes possessive = Classes::bit(10);
inline constexpr Classes glued = Classes::bit(11);   // no space before
inline constexpr Classes slashed = Classes::bit(12); // 20/05/2021
inline constexpr unsigned count = 13;
} // namespace shape

struct Word {
  std::uint32_t id = 0; // 0 = in no list
  Classes classes;
  std::int32_t number = 0; // of months, weekdays, numerals
};

// A form of a verb that one of the lists names with "~".
struct VerbForms {
  std::string base, third, past, participle, gerund;
};
enum class VerbForm { base, third, past, participle, gerund };

struct Country {
  std::string name;
  std::vector<std::string> aliases;  // US, America, U.S.
  std::vector<std::string> demonyms; // American
  std::string capital;               // speaks for its government: Washington
};

class Lexicon {
public:
  // Adds a file of "CLASS: word word=5 two_words ..."; "CLASS~: say/said add" adds the forms of a
  // verb too. Errors: malformed, with file and line.
  core::Status add_words(std::string_view text, const std::string& file);
  // Adds "name | aliases | demonyms | capital" lines, fields split at commas.
  core::Status add_countries(std::string_view text, const std::string& file);

  [[nodiscard]] Word find(std::string_view lower) const;
  // The id of a word that rules name; new words join the vocabulary.
  std::uint32_t intern(std::string_view lower);
  // The bit of a class; empty when no file names it.
  [[nodiscard]] Classes class_bit(std::string_view name) const;
  // Phrases of several words ("prime minister"), by the id of their first word.
  struct Phrase {
    std::vector<std::uint32_t> words;
    Classes classes;
  };
  [[nodiscard]] const std::vector<Phrase>& phrases(std::uint32_t first) const;
  // Index into countries() for any of its names; -1 when it is none.
  [[nodiscard]] int country_of(std::string_view name) const;
  [[nodiscard]] const std::vector<Country>& countries() const { return countries_; }
  // The verb that a lower-case form belongs to ("met" -> meet); null when it is none.
  [[nodiscard]] const VerbForms* verb(std::string_view form) const;
  // Is `form` this form of that verb? "put" is several.
  [[nodiscard]] static bool is_form(const VerbForms& verb, std::string_view form, VerbForm which);

private:
  core::Result<Classes> make_class(std::string_view name, const std::string& where);
  void add_word(std::string_view entry, Classes bit);
  void add_verb(std::string_view entry, Classes bit);
  void add_country_name(const std::string& name, std::size_t index, std::string_view class_name);
  void note_verb(VerbForms forms);

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  std::unordered_map<std::string, Word, Hash, std::equal_to<>> words_;
  std::unordered_map<std::string, Classes, Hash, std::equal_to<>> classes_;
  std::unordered_map<std::uint32_t, std::vector<Phrase>> phrases_;
  std::unordered_map<std::string, int, Hash, std::equal_to<>> country_names_;
  std::vector<Country> countries_;
  std::vector<VerbForms> verbs_;
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> verb_forms_;
};

// ASCII letters lowered, other bytes as they are: enough to look words up.
[[nodiscard]] std::string lower_ascii(std::string_view text);
[[nodiscard]] std::string_view trimmed(std::string_view text);
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

} // namespace entente::generate
