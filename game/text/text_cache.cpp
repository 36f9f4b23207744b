#include "text/text_cache.h"

#include <functional>

namespace entente::text {

std::size_t TextCache::Hash::operator()(const TextRequest& request) const {
  const std::hash<float> number;
  std::size_t sum = std::hash<std::string_view>{}(request.text);
  for (const float part :
       {request.font.size, request.max_width, request.line_height,
        static_cast<float>(request.font.weight), static_cast<float>(request.max_lines)})
    sum = sum * 31 + number(part);
  return sum;
}

bool TextCache::Same::operator()(const TextRequest& a, const TextRequest& b) const {
  return a.text == b.text && a.font == b.font && a.max_width == b.max_width &&
         a.line_height == b.line_height && a.max_lines == b.max_lines && a.align == b.align &&
         a.language == b.language;
}

const Text* TextCache::find(const TextRequest& request) {
  const auto found = index_.find(request);
  if (found == index_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, found->second);
  return &found->second->result;
}

const Text& TextCache::keep(const TextRequest& request, Text text) {
  if (entries_.size() >= capacity_) {
    index_.erase(entries_.back().request);
    entries_.pop_back();
  }
  entries_.push_front(
      {std::string(request.text), std::string(request.language), request, std::move(text)});
  Entry& entry = entries_.front();
  entry.request.text = entry.text;
  entry.request.language = entry.language;
  index_.emplace(entry.request, entries_.begin());
  return entry.result;
}

void TextCache::clear() {
  index_.clear();
  entries_.clear();
}

} // namespace entente::text
