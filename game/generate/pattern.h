#pragma once

// Patterns over tokens, as the rule files write them:
//   word {CLASS} {A|B} {~CLASS}   one token; ~ = in none of these classes; ^word = capitalised
//   {slot:CLASS}                  the same, remembered under a name (else under the class's name)
//   ( a b | c )   x?  x*  x+      choice, optional, repeated (as few as will do)
//   !( ... )   <!( ... )          not followed by, not preceded by (one token)
// Matching backtracks within a fixed budget, so no input can make it slow.

#include "generate/lexicon.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::generate {

// What a pattern sees of a token. Chunks (a person, a quotation) are tokens to it too.
struct Symbol {
  std::uint32_t word = 0;
  Classes classes;
};

struct Match {
  std::size_t begin = 0, end = 0;                    // in symbols
  std::vector<std::pair<int, std::size_t>> captured; // slot, symbol
  [[nodiscard]] std::optional<std::size_t> at(int slot) const;
};

class Pattern {
public:
  static core::Result<Pattern> compile(std::string_view source, Lexicon& lexicon,
                                       const std::string& where);

  // whole: the match has to end with the last symbol.
  [[nodiscard]] std::optional<Match> match(std::span<const Symbol> symbols, std::size_t start,
                                           bool whole = false) const;
  // Cheap test whether a match can start at this symbol at all.
  [[nodiscard]] bool may_start(const Symbol& symbol) const {
    return first_.anything || (symbol.classes & first_.any).any() ||
           (symbol.word != 0 && !first_.words.empty() && starts_with(symbol.word));
  }
  [[nodiscard]] int slot(std::string_view name) const; // -1 = none

  struct Node {
    enum class Kind { token, choice, repeat, not_ahead, not_behind } kind = Kind::token;
    std::uint32_t word = 0; // literal, or 0
    Classes any, none, all;
    bool wildcard = false;
    int slot = -1;
    int least = 1, most = 1;                  // repeat
    std::vector<std::vector<Node>> sequences; // choice, and the body of the others
  };

  // What a match may begin with; tested for each word of a text, so it is made once.
  struct First {
    Classes any;
    std::vector<std::uint32_t> words;
    bool anything = false;
  };

  [[nodiscard]] const First& first() const { return first_; }

private:
  [[nodiscard]] bool starts_with(std::uint32_t word) const;

  First first_;
  std::vector<Node> nodes_;
  std::vector<std::string> slots_;
};

} // namespace entente::generate
