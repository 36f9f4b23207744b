#pragma once

// Word tables written as plain text, so that a table reads like a list.

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace entente::judge {

// Calls f with each piece of `list` between separators, empty ones left out.
template <typename F> void each_piece(std::string_view list, char separator, F&& f) {
  while (!list.empty()) {
    const std::size_t end = list.find(separator);
    if (const std::string_view piece = list.substr(0, end); !piece.empty()) f(piece);
    if (end == std::string_view::npos) return;
    list.remove_prefix(end + 1);
  }
}

// Tells most words that are in no list from their first byte and length, without hashing them.
class Glance {
public:
  void add(std::string_view word) { lengths_[first(word)] |= bit(word); }
  [[nodiscard]] bool may_hold(std::string_view word) const {
    return (lengths_[first(word)] & bit(word)) != 0;
  }

private:
  static std::size_t first(std::string_view word) {
    return word.empty() ? 0 : static_cast<unsigned char>(word.front());
  }
  static std::uint64_t bit(std::string_view word) {
    return std::uint64_t{1} << std::min<std::size_t>(word.size(), 63);
  }

  std::array<std::uint64_t, 256> lengths_{};
};

// Words between spaces. Views into the list, which must outlive the set (a literal does).
class WordSet {
public:
  explicit WordSet(std::string_view list) {
    each_piece(list, ' ', [this](std::string_view word) {
      words_.insert(word);
      glance_.add(word);
    });
  }
  [[nodiscard]] bool contains(std::string_view word) const {
    return glance_.may_hold(word) && words_.contains(word);
  }

private:
  Glance glance_;
  std::unordered_set<std::string_view> words_;
};

// Lines of words; a word may stand in several lines. "|" parts a line into sides; without one each
// word is a side of its own.
class WordGroups {
public:
  explicit WordGroups(std::string_view lines, char separator = ' ') {
    int line = 0;
    each_piece(lines, '\n', [&](std::string_view text) {
      const bool sided = text.find('|') != std::string_view::npos;
      int side = 0;
      each_piece(text, '|', [&](std::string_view words) {
        each_piece(words, separator, [&](std::string_view word) {
          places_[word].push_back({line, side});
          glance_.add(word);
          if (!sided) ++side;
        });
        ++side;
      });
      ++line;
    });
  }

  // Both stand in one line.
  [[nodiscard]] bool share(std::string_view a, std::string_view b) const {
    return meet(a, b, [](Place x, Place y) { return x.line == y.line; });
  }
  // Both stand in one line, on different sides.
  [[nodiscard]] bool differ(std::string_view a, std::string_view b) const {
    return meet(a, b, [](Place x, Place y) { return x.line == y.line && x.side != y.side; });
  }
  [[nodiscard]] bool contains(std::string_view word) const {
    return glance_.may_hold(word) && places_.contains(word);
  }

private:
  struct Place {
    int line, side;
  };

  template <typename F> bool meet(std::string_view a, std::string_view b, F&& agree) const {
    if (!glance_.may_hold(a) || !glance_.may_hold(b)) return false;
    const auto x = places_.find(a);
    const auto y = places_.find(b);
    if (x == places_.end() || y == places_.end()) return false;
    for (const Place first : x->second)
      for (const Place second : y->second)
        if (agree(first, second)) return true;
    return false;
  }

  Glance glance_;
  std::unordered_map<std::string_view, std::vector<Place>> places_;
};

// "word=value" pairs between spaces.
class WordMap {
public:
  explicit WordMap(std::string_view list) {
    each_piece(list, ' ', [this](std::string_view pair) {
      const std::size_t equals = pair.find('=');
      values_.emplace(pair.substr(0, equals), pair.substr(equals + 1));
      glance_.add(pair.substr(0, equals));
    });
  }
  // The value, or an empty view.
  [[nodiscard]] std::string_view find(std::string_view word) const {
    if (!glance_.may_hold(word)) return {};
    const auto found = values_.find(word);
    return found == values_.end() ? std::string_view() : found->second;
  }
  [[nodiscard]] const std::unordered_map<std::string_view, std::string_view>& all() const {
    return values_;
  }

private:
  Glance glance_;
  std::unordered_map<std::string_view, std::string_view> values_;
};

} // namespace entente::judge
