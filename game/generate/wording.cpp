#include "generate/wording.h"

#include "generate/characters.h"
#include "text/unicode.h"

#include <algorithm>

namespace entente::generate {

namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Does a straight mark at `at` open? It does behind a space, a bracket or the beginning.
bool opens(std::string_view text, std::size_t at) {
  return at == 0 || is_space(text[at - 1]) || text[at - 1] == '(' || text[at - 1] == '[';
}

void close_up(std::string& result, bool opening) {
  if (!opening && result.ends_with(' ')) result.pop_back();
  result += opening ? "\u201C" : "\u201D";
}

} // namespace

std::string tidy(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (is_space(c)) {
      const bool wanted = !result.empty() && result.back() != ' ' && !result.ends_with("\u201C");
      if (wanted) result += ' ';
    } else if (c == '"') {
      close_up(result, opens(text, at));
    } else if (c == '\'') {
      result += "\u2019";
    } else {
      result += c;
      if (result.ends_with(" \u201D")) result.erase(result.size() - 4, 1);
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

std::string words_of(const Document& document, std::size_t first, std::size_t end) {
  return first < end ? tidy(document.words(document.span_of(first, end))) : std::string();
}

std::string capitalised(std::string_view text) {
  if (text.empty()) return {};
  const std::size_t length = character_length(text, 0);
  return text::upper(text.substr(0, length), "en") +
         std::string(text.substr(std::min(length, text.size())));
}

std::size_t count_words(std::string_view text) { return split(text, ' ').size(); }

std::string joined(const std::vector<std::string>& names, std::string_view last) {
  std::string result;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) result += i + 1 == names.size() ? " " + std::string(last) + " " : ", ";
    result += names[i];
  }
  return result;
}

std::string without_inner_stops(std::string text) {
  for (const std::string_view stop : {".\u201D", ",\u201D"})
    for (auto at = text.find(stop); at != std::string::npos; at = text.find(stop, at))
      text.erase(at, 1);
  return text;
}

Wording::Wording(const Document& document, const Facts& facts, const Lexicon& lexicon)
    : document_(document), facts_(facts), pointing_(lexicon.class_bit("POINTING")) {}

std::size_t Wording::mention_at(std::size_t token) const {
  const auto found = std::lower_bound(
      facts_.mentions.begin(), facts_.mentions.end(), token,
      [](const Mention& mention, std::size_t t) { return mention.first_token < t; });
  std::size_t best = nobody;
  for (auto it = found; it != facts_.mentions.end() && it->first_token == token; ++it)
    if (best == nobody || it->end_token > facts_.mentions[best].end_token)
      best = static_cast<std::size_t>(it - facts_.mentions.begin());
  return best;
}

std::size_t Wording::date_at(std::size_t token) const {
  const auto found =
      std::lower_bound(facts_.dates.begin(), facts_.dates.end(), token,
                       [](const DateFact& date, std::size_t t) { return date.first_token < t; });
  return found != facts_.dates.end() && found->first_token == token
             ? static_cast<std::size_t>(found - facts_.dates.begin())
             : nobody;
}

// "Lavrov" alone, not in "the Lavrov-Blinken talks", nor where his office stands before the name.
bool Wording::is_full_name_wanted(const Mention& mention) const {
  const Entity& entity = facts_.entities[mention.entity];
  if (entity.kind != EntityKind::person) return false;
  const auto hyphen = [&](std::size_t t) {
    return t < document_.tokens.size() && document_.form(t) == "-" &&
           document_.tokens[t].is(shape::glued);
  };
  if (hyphen(mention.end_token) || (mention.first_token > 0 && hyphen(mention.first_token - 1)))
    return false;
  const std::string_view text = document_.words(mention.span);
  return text.size() < entity.name.size() && !text.ends_with(entity.name);
}

std::string Wording::plain(std::size_t first, std::size_t end) const {
  std::string result;
  std::size_t begun = first; // of the stretch taken as it is
  const auto flush = [&](std::size_t until) {
    const std::string part = words_of(document_, begun, until);
    if (part.empty()) return;
    const bool glue = result.empty() || document_.tokens[begun].is(shape::glued);
    result += (glue ? "" : " ") + part;
  };
  bool quoted = false;
  for (std::size_t t = first; t < end; ++t) {
    const std::string_view form = document_.form(t);
    if (form == "\u201C" || form == "\u201D" || form == "\"") quoted = !quoted;
    if (quoted) continue;
    const std::size_t mention = mention_at(t);
    if (mention != nobody && facts_.mentions[mention].end_token <= end) {
      const Mention& named = facts_.mentions[mention];
      if (is_full_name_wanted(named)) {
        flush(t);
        const bool glue = result.empty() || document_.tokens[t].is(shape::glued);
        result += (glue ? "" : " ") + tidy(facts_.entities[named.entity].name);
        begun = named.end_token;
      }
      t = named.end_token - 1;
    } else if (document_.tokens[t].is(pointing_) && !document_.tokens[t].is(shape::capital)) {
      flush(t);
      begun = t + 1;
    } else if (form == "(" || form == "[") {
      std::size_t close = t + 1;
      while (close < end && document_.form(close) != ")" && document_.form(close) != "]") ++close;
      if (close == end) continue;
      flush(t);
      begun = close + 1;
      t = close;
    }
  }
  flush(end);
  return result;
}

std::string beginning(std::string_view words) {
  constexpr std::size_t fewest = 4;
  const auto parts = split(words, ' ');
  if (parts.size() < fewest) return {};
  std::string begun;
  for (std::size_t i = 0; i < std::max<std::size_t>(3, parts.size() * 3 / 5); ++i)
    begun += (begun.empty() ? "" : " ") + std::string(parts[i]);
  while (begun.ends_with(',') || begun.ends_with('.')) begun.pop_back();
  return begun + " \u2026";
}

} // namespace entente::generate
