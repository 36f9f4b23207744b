#include "exchange/gift_text.h"

#include "deck/xml_text.h"

namespace entente::exchange {

namespace {

constexpr std::string_view special = "\\~=#{}:";

std::string replaced(std::string words, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = words.find(from, at)) != std::string::npos; at += to.size())
    words.replace(at, from.size(), to);
  return words;
}

// Moodle trims the value: a space keeps a backslash at its end from escaping the bracket.
std::string label(std::string_view key, const std::string& value) {
  return " [" + std::string(key) + ":" + replaced(replaced(value, "\n", " "), "]", "\\]") +
         (value.ends_with('\\') ? " ]" : "]");
}

// Values of [key:...] in a comment.
std::vector<std::string> values(std::string_view line, const std::string& key) {
  std::vector<std::string> found;
  const std::string open = "[" + key + ":";
  for (std::size_t at = line.find(open); at != std::string_view::npos; at = line.find(open, at)) {
    at += open.size();
    std::size_t end = line.find(']', at);
    while (end != std::string_view::npos && end > at && line[end - 1] == '\\')
      end = line.find(']', end + 1);
    if (end == std::string_view::npos) break;
    const std::string_view value = deck::trim(line.substr(at, end - at));
    found.push_back(replaced(std::string(value), "\\]", "]"));
  }
  return found;
}

} // namespace

std::string gift_escape(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (special.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string gift_unescape(std::string_view raw) {
  raw = deck::trim(raw);
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '\n') {
      out += ' ';
    } else if (raw[i] == '\\' && i + 1 < raw.size() &&
               (raw[i + 1] == 'n' || special.find(raw[i + 1]) != std::string_view::npos)) {
      ++i;
      out += raw[i] == 'n' ? '\n' : raw[i];
    } else {
      out += raw[i];
    }
  }
  return out;
}

std::size_t gift_find(std::string_view raw, std::string_view characters, std::size_t from) {
  for (std::size_t i = from; i < raw.size(); ++i) {
    if (raw[i] == '\\')
      ++i;
    else if (characters.find(raw[i]) != std::string_view::npos)
      return i;
  }
  return std::string_view::npos;
}

std::string gift_comment(const GiftLabels& labels) {
  std::string out = "//";
  if (!labels.id.empty()) out += label("id", labels.id);
  for (const std::string& tag : labels.tags) out += label("tag", tag);
  return out + "\n";
}

void read_gift_comment(std::string_view line, GiftLabels& labels) {
  for (std::string& id : values(line, "id")) labels.id = std::move(id);
  for (std::string& tag : values(line, "tag")) labels.tags.push_back(std::move(tag));
}

std::string category_path(std::string_view name) {
  return replaced(replaced(std::string(name), "\n", " "), "/", "//");
}

std::string category_name(std::string_view path) {
  path = deck::trim(path);
  for (const std::string_view root : {"$course$/", "$module$/", "$system$/", "$cat1$/", "top/"})
    if (path.starts_with(root)) path.remove_prefix(root.size());
  return replaced(std::string(path), "//", "/");
}

} // namespace entente::exchange
