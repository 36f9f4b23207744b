#pragma once

// The last typeset texts by request, so that a frame that shows the same words only looks them up.
// Inside text/.

#include "text/typeset.h"

#include <list>
#include <optional>
#include <string>
#include <unordered_map>

namespace entente::text {

class TextCache {
public:
  explicit TextCache(std::size_t capacity) : capacity_(capacity) {}

  // nullptr when it is not there.
  [[nodiscard]] const Text* find(const TextRequest& request);
  // The reference holds until `capacity` other texts have been kept.
  const Text& keep(const TextRequest& request, Text text);
  void clear();

private:
  struct Entry {
    std::string text, language;
    TextRequest request; // its views point into the two strings above
    Text result;
  };
  struct Hash {
    std::size_t operator()(const TextRequest& request) const;
  };
  struct Same {
    bool operator()(const TextRequest& a, const TextRequest& b) const;
  };

  std::size_t capacity_;
  std::list<Entry> entries_; // most recently used first
  std::unordered_map<TextRequest, std::list<Entry>::iterator, Hash, Same> index_;
};

} // namespace entente::text
