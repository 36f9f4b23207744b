#pragma once

// A map that forgets what was asked for longest ago. Inside text/.

#include <cstddef>
#include <list>
#include <unordered_map>
#include <utility>

namespace entente::text {

template <typename Key, typename Value, typename Hash> class Lru {
public:
  explicit Lru(std::size_t capacity) : capacity_(capacity) {}

  // nullptr when it is not there.
  [[nodiscard]] const Value* find(const Key& key) {
    const auto found = index_.find(key);
    if (found == index_.end()) return nullptr;
    entries_.splice(entries_.begin(), entries_, found->second);
    return &found->second->second;
  }

  // A key that find() has just missed. The reference holds until `capacity` others have been kept.
  const Value& keep(const Key& key, Value value) {
    if (entries_.size() >= capacity_) {
      index_.erase(entries_.back().first);
      entries_.pop_back();
    }
    entries_.emplace_front(key, std::move(value));
    index_.emplace(key, entries_.begin());
    return entries_.front().second;
  }

private:
  using Entries = std::list<std::pair<Key, Value>>; // most recently used first
  std::size_t capacity_;
  Entries entries_;
  std::unordered_map<Key, typename Entries::iterator, Hash> index_;
};

} // namespace entente::text
