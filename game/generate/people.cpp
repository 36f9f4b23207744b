#include "generate/people.h"

#include "text/unicode.h"

#include <algorithm>

namespace entente::generate {

namespace {

constexpr std::size_t longest_role = 9; // words

bool is_named_kind(EntityKind kind) {
  return kind == EntityKind::person || kind == EntityKind::country ||
         kind == EntityKind::organisation;
}

// Not "New York City", nor a name run together with what stood beside it.
bool looks_like_organisation(const Asking& asking, const std::string& name) {
  const Lexicon& lexicon = asking.language.lexicon;
  const auto words = split(name, ' ');
  const auto is = [&](std::string_view word, const char* of) {
    return (lexicon.find(lower_ascii(word)).classes & lexicon.class_bit(of)).any();
  };
  if (words.empty() || lower_ascii(words.back()) == "city") return false;
  for (std::size_t i = 1; i < words.size(); ++i)
    if (is(words[i], "GIVEN")) return false; // "NASA Bill Ingalls"
  return std::none_of(words.begin(), words.end(),
                      [&](std::string_view word) { return word == "on" || is(word, "MONTH"); });
}

// A full name, or an organisation's that is more than a common word with a capital ("News").
bool is_clear_name(const Asking& asking, const Entity& entity) {
  if (entity.kind == EntityKind::organisation && !looks_like_organisation(asking, entity.name))
    return false;
  if (entity.name.find(' ') != std::string::npos) return true;
  if (entity.kind == EntityKind::person) return false;
  const Classes common = asking.language.lexicon.class_bit("INSTITUTION") |
                         asking.language.lexicon.class_bit("NONNAME");
  const bool listed =
      (asking.language.lexicon.find(lower_ascii(entity.name)).classes & common).any();
  return !listed;
}

// Does one stand for the other: a spokesman for his ministry, a minister for his country?
bool speak_for_each_other(const Asking& asking, const Entity& a, const Entity& b) {
  const auto named_in = [&](const Entity& whole, const std::string& role) {
    if (role.empty()) return false;
    const std::string text = text::comparable(role);
    if (text.find(text::comparable(whole.name)) != std::string::npos) return true;
    const int country = asking.language.lexicon.country_of(whole.name);
    if (country < 0) return false;
    const Country& known = asking.language.lexicon.countries()[static_cast<std::size_t>(country)];
    const auto in_role = [&](const std::string& word) {
      return text.find(text::comparable(word)) != std::string::npos;
    };
    return std::any_of(known.demonyms.begin(), known.demonyms.end(), in_role) ||
           std::any_of(known.aliases.begin(), known.aliases.end(), in_role);
  };
  return named_in(a, b.role) || named_in(b, a.role) || named_in(a, b.name) || named_in(b, a.name);
}

// Short words of a quotation, for a reason: "said “of great significance”".
std::string quoted_by(const Asking& asking, std::size_t entity) {
  constexpr std::size_t longest = 60; // bytes
  for (const QuoteFact& quote : asking.facts.quotes) {
    if (quote.entity != entity || !quote.sure || quote.span.end - quote.span.begin > 2 * longest)
      continue;
    const std::string words = tidy(trimmed(asking.document.words(quote.span)));
    if (words.size() <= longest) return words;
  }
  return {};
}

std::string reason_for(const Asking& asking, std::size_t index) {
  const Entity& entity = asking.facts.entities[index];
  const std::string name = tidy(entity.name);
  if (const std::string words = quoted_by(asking, index); !words.empty())
    return asking.phrases.fill("why-quoted", {{"name", capitalised(name)}, {"words", words}});
  if (const std::string role = clean_role(asking, entity.role);
      entity.kind == EntityKind::person && !role.empty())
    return asking.phrases.fill("why-role", {{"name", name}, {"role", role}});
  return asking.phrases.fill("why-named", {{"name", capitalised(name)}});
}

} // namespace

std::string clean_role(const Asking& asking, const std::string& role) {
  const Lexicon& lexicon = asking.language.lexicon;
  const Classes drop = lexicon.class_bit("DET") | lexicon.class_bit("ADVERB") |
                       lexicon.class_bit("PRONOUN") | lexicon.class_bit("CONJ");
  std::vector<std::string_view> words = split(role, ' ');
  std::size_t first = 0;
  for (; first < words.size(); ++first) {
    const std::string lower = lower_ascii(words[first]);
    const bool is_lower = words[first][0] >= 'a' && words[first][0] <= 'z';
    const bool verb = is_lower && lexicon.verb(lower) != nullptr &&
                      !(lexicon.find(lower).classes & lexicon.class_bit("ROLE")).any();
    const bool small =
        is_lower || words[first].size() == 1 || (words[first][1] >= 'a' && words[first][1] <= 'z');
    if (!verb && (!small || !(lexicon.find(lower).classes & drop).any())) break;
  }
  std::string cleaned;
  for (std::size_t i = first; i < words.size(); ++i)
    cleaned += (cleaned.empty() ? "" : " ") + std::string(words[i]);
  const bool vague =
      cleaned.find("counterpart") != std::string::npos || cleaned.find('(') != std::string::npos ||
      cleaned.find("\u201C") != std::string::npos || cleaned.find('"') != std::string::npos;
  return vague || words.size() - first > longest_role ? std::string() : tidy(cleaned);
}

deck::Answer name_answer(const Entity& entity) {
  deck::Answer answer;
  answer.text = tidy(entity.name);
  answer.kind = entity.kind == EntityKind::person         ? deck::AnswerKind::person
                : entity.kind == EntityKind::organisation ? deck::AnswerKind::organisation
                : entity.kind == EntityKind::country || entity.kind == EntityKind::place
                    ? deck::AnswerKind::place
                    : deck::AnswerKind::text;
  return answer;
}

std::vector<std::string> accepted_names(const Asking& asking, std::size_t index) {
  const Entity& entity = asking.facts.entities[index];
  std::vector<std::string> accepted;
  for (const std::string& alias : entity.aliases) accepted.push_back(tidy(alias));
  if (entity.kind == EntityKind::person) {
    if (const std::string role = clean_role(asking, entity.role);
        !role.empty() && count_words(role) < 5)
      accepted.push_back(role + " " + tidy(entity.name));
  } else if (entity.kind == EntityKind::country) {
    const int country = asking.language.lexicon.country_of(entity.name);
    if (country >= 0) {
      const Country& known = asking.language.lexicon.countries()[static_cast<std::size_t>(country)];
      for (const std::string& alias : known.aliases) accepted.push_back(alias);
    }
  } else if (entity.kind == EntityKind::organisation &&
             entity.name.find(' ') != std::string::npos) {
    accepted.push_back("the " + tidy(entity.name));
  }
  return accepted;
}

std::vector<Distractor> other_names(const Asking& asking, std::size_t index,
                                    const std::vector<std::size_t>& except) {
  constexpr std::size_t most = 12;
  const Entity& answer = asking.facts.entities[index];
  std::vector<std::pair<int, std::size_t>> ranked;
  for (const std::size_t e : asking.named) {
    const Entity& other = asking.facts.entities[e];
    if (e == index || !is_named_kind(other.kind)) continue;
    // A person is never mistaken for an institution; institutions and countries may be.
    if ((other.kind == EntityKind::person) != (answer.kind == EntityKind::person)) continue;
    const int kind = other.kind == answer.kind ? 0 : 2;
    ranked.emplace_back(kind + (asking.speakers.contains(e) ? 0 : 1), e);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Distractor> options;
  for (const auto& [rank, e] : ranked) {
    if (options.size() >= most) break;
    const Entity& other = asking.facts.entities[e];
    if (std::find(except.begin(), except.end(), e) != except.end()) continue;
    if (other.kind != EntityKind::country && !is_clear_name(asking, other)) continue;
    if (speak_for_each_other(asking, answer, other)) continue;
    options.push_back({tidy(other.name), reason_for(asking, e)});
  }
  return options;
}

} // namespace entente::generate
