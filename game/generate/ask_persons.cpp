// Who is X? The answer is the office as the article words it; wrong options are other persons'
// offices.

#include "generate/ask.h"
#include "generate/people.h"

#include "text/unicode.h"

#include <algorithm>

namespace entente::generate {

namespace {

struct Office {
  std::size_t entity = nobody;
  std::string role;
};

class PersonAsker {
public:
  explicit PersonAsker(const Asking& asking)
      : asking_(asking), role_bit_(asking.language.lexicon.class_bit("ROLE")) {
    for (std::size_t e = 0; e < asking_.facts.entities.size(); ++e) {
      if (offices_.size() == most_offices) break;
      const Entity& entity = asking_.facts.entities[e];
      if (entity.role_sentence != nobody && !asking_.asks(entity.role_sentence)) continue;
      if (entity.kind != EntityKind::person || entity.role_sentence == nobody) continue;
      if (entity.name.find(' ') == std::string::npos) continue;
      std::string role = clean_role(asking_, entity.role);
      if (!role.empty() && names_office(role) && says_enough(role))
        offices_.push_back({e, std::move(role)});
    }
  }

  void run(Candidates& found) const {
    for (const Office& office : offices_) {
      ask_office(office, found);
      ask_holder(office, found);
    }
    for (std::size_t l = 0; l < asking_.document.lines.size(); ++l)
      if (asking_.document.lines[l].role == LineRole::byline) ask_author(l, found);
  }

private:
  [[nodiscard]] bool names_office(const std::string& role) const {
    for (const std::string_view word : split(role, ' ')) {
      const std::string lower = lower_ascii(word);
      if ((asking_.language.lexicon.find(lower).classes & role_bit_).any()) return true;
      for (const auto part : split(lower, '-'))
        if ((asking_.language.lexicon.find(part).classes & role_bit_).any()) return true;
    }
    const std::string lower = lower_ascii(role);
    for (const char* phrase : {"secretary of state", "prime minister", "secretary general"})
      if (lower.find(phrase) != std::string::npos) return true;
    return false;
  }

  // "professor", "member": true of too many.
  static bool says_enough(const std::string& role) {
    const bool named =
        std::any_of(role.begin(), role.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return count_words(role) > 1 && (named || count_words(role) > 2);
  }

  void ask_office(const Office& office, Candidates& found) const {
    const Entity& person = asking_.facts.entities[office.entity];
    Candidate candidate;
    candidate.kind = "who-is";
    candidate.category = "speakers";
    candidate.anchor = person.name;
    candidate.sentence = person.role_sentence;
    candidate.stem = asking_.phrases.fill("who-is", {{"name", tidy(person.name)}});
    candidate.answer.text = office.role;
    candidate.accepted = accepted_roles(office.role);
    candidate.pool = other_roles(office);
    candidate.explanation = explanation(office);
    candidate.worth = 60;
    found.push_back(std::move(candidate));
  }

  void ask_holder(const Office& office, Candidates& found) const {
    const Entity& person = asking_.facts.entities[office.entity];
    if (!is_only_holder(office) || offices_.size() < 4) return;
    Candidate candidate;
    candidate.kind = "which-role";
    candidate.category = "speakers";
    candidate.anchor = office.role;
    candidate.sentence = person.role_sentence;
    candidate.stem = asking_.phrases.fill("which-role", {{"role", office.role}});
    candidate.answer = name_answer(person);
    candidate.accepted = accepted_names(asking_, office.entity);
    std::erase_if(candidate.accepted, [&](const std::string& form) {
      return form.find(office.role) != std::string::npos;
    });
    candidate.asks_for_name = true;
    for (const Office& other : offices_)
      if (other.entity != office.entity)
        candidate.pool.push_back(
            {tidy(asking_.facts.entities[other.entity].name),
             asking_.phrases.fill("why-role",
                                  {{"name", tidy(asking_.facts.entities[other.entity].name)},
                                   {"role", other.role}})});
    rotate_from(candidate.pool, office);
    candidate.explanation = explanation(office);
    candidate.worth = 30;
    found.push_back(std::move(candidate));
  }

  // Cards of one deck should not all offer the same three.
  void rotate_from(std::vector<Distractor>& pool, const Office& office) const {
    const auto at = static_cast<std::size_t>(&office - offices_.data());
    if (!pool.empty())
      std::rotate(pool.begin(), pool.begin() + static_cast<std::ptrdiff_t>(at % pool.size()),
                  pool.end());
  }

  // "X is an expert at the Council": where does the author work?
  void ask_author(std::size_t line, Candidates& found) const {
    const auto [first, end] = asking_.document.line_tokens[line];
    const std::size_t author = asking_.wording.mention_at(first);
    if (author == nobody || !is_person(author)) return;
    std::size_t at = asking_.facts.mentions[author].end_token;
    while (at < end && asking_.document.form(at) != "at" && asking_.document.form(at) != "of") ++at;
    if (at + 1 < end && asking_.document.form(at + 1) == "the") ++at;
    const std::size_t house = at + 1 < end ? asking_.wording.mention_at(at + 1) : nobody;
    if (house == nobody) return;
    const std::size_t organisation = asking_.facts.mentions[house].entity;
    const Entity& entity = asking_.facts.entities[organisation];
    if (entity.kind != EntityKind::organisation) return;
    Candidate candidate;
    candidate.kind = "author";
    candidate.category = "speakers";
    candidate.sentence = asking_.facts.mentions[author].sentence;
    candidate.anchor = "author";
    const std::string name =
        tidy(asking_.facts.entities[asking_.facts.mentions[author].entity].name);
    candidate.stem = asking_.phrases.fill("author", {{"name", name}});
    candidate.answer = name_answer(entity);
    candidate.accepted = accepted_names(asking_, organisation);
    candidate.asks_for_name = true;
    candidate.pool = other_names(asking_, organisation, {});
    for (const std::string& other : asking_.phrases.list("ORGANISATION"))
      candidate.pool.push_back({other, asking_.phrases.fill("why-not-in-text")});
    candidate.explanation = asking_.phrases.fill(
        "author-explanation", {{"name", name}, {"organisation", candidate.answer.text}});
    candidate.worth = 30;
    found.push_back(std::move(candidate));
  }

  [[nodiscard]] bool is_person(std::size_t mention) const {
    return asking_.facts.entities[asking_.facts.mentions[mention].entity].kind ==
           EntityKind::person;
  }

  [[nodiscard]] std::string explanation(const Office& office) const {
    return asking_.phrases.fill(
        "role-explanation",
        {{"name", tidy(asking_.facts.entities[office.entity].name)}, {"role", office.role}});
  }

  [[nodiscard]] bool is_only_holder(const Office& office) const {
    const std::string role = text::comparable(office.role);
    return std::none_of(offices_.begin(), offices_.end(), [&](const Office& other) {
      const std::string form = text::comparable(other.role);
      return other.entity != office.entity &&
             (form.find(role) != std::string::npos || role.find(form) != std::string::npos);
    });
  }

  // "Russian Foreign Minister": also without the country, and "Foreign Minister of Russia".
  [[nodiscard]] std::vector<std::string> accepted_roles(const std::string& role) const {
    std::vector<std::string> accepted;
    const std::size_t space = role.find(' ');
    if (space == std::string::npos) return accepted;
    std::string first = role.substr(0, space);
    const std::string rest = role.substr(space + 1);
    if (first.ends_with("\u2019s")) first.resize(first.size() - 4);
    const int country = asking_.language.lexicon.country_of(first);
    if (country < 0 || count_words(rest) < 2) return accepted;
    accepted.push_back(rest);
    const std::string& name =
        asking_.language.lexicon.countries()[static_cast<std::size_t>(country)].name;
    accepted.push_back(
        asking_.phrases.fill("role-of-country", {{"role", rest}, {"country", name}}));
    accepted.push_back(name + "\u2019s " + rest);
    return accepted;
  }

  [[nodiscard]] std::vector<Distractor> other_roles(const Office& office) const {
    std::vector<Distractor> pool;
    for (const Office& other : offices_) {
      if (other.entity == office.entity || pool.size() == 12) continue;
      if (is_same_office(text::comparable(office.role), text::comparable(other.role))) continue;
      pool.push_back(
          {other.role,
           asking_.phrases.fill("why-that-is",
                                {{"name", tidy(asking_.facts.entities[other.entity].name)}})});
    }
    rotate_from(pool, office);
    add_variants(office.role, pool);
    return pool;
  }

  // The same house, another office: "Malaysia’s Foreign Minister" for its Prime Minister.
  void add_variants(const std::string& role, std::vector<Distractor>& pool) const {
    const std::string folded = lower_ascii(role);
    const bool house = has_word(role, "ORGHEAD") && !has_word(role, "STATEHOUSE");
    for (const char* field :
         {house ? "OFFICES-CLUB" : "OFFICES-STATE", "OFFICES-DEPARTMENT", "OFFICES-FIRM",
          "OFFICES-SCIENCE", "OFFICES-SPORT", "OFFICES-ARTS", "OFFICES-LAW"}) {
      const auto& offices = asking_.phrases.list(field);
      for (const std::string& office : offices) {
        const auto at = folded.find(office);
        const bool whole =
            at != std::string::npos && (at == 0 || folded[at - 1] == ' ') &&
            (at + office.size() == folded.size() || folded[at + office.size()] == ' ');
        if (!whole) continue;
        const bool title = role[at] >= 'A' && role[at] <= 'Z' && at > 0;
        for (const std::string& other : offices)
          if (!is_same_office(other, office) && folded.find(other) == std::string::npos)
            pool.push_back({role.substr(0, at) +
                                (title || at == 0 ? in_case(other, role[at], title) : other) +
                                role.substr(at + office.size()),
                            asking_.phrases.fill("why-not-in-text")});
        return;
      }
    }
  }

  // "head coach" and "coach", "spokesman" and "spokesperson": no wrong option for each other.
  static bool is_same_office(const std::string& a, const std::string& b) {
    const auto speaks = [](const std::string& office) {
      return office.find("spokes") != std::string::npos;
    };
    return a.find(b) != std::string::npos || b.find(a) != std::string::npos ||
           (speaks(a) && speaks(b) && a.substr(0, 8) == b.substr(0, 8));
  }

  [[nodiscard]] bool has_word(const std::string& role, const char* of) const {
    const Lexicon& lexicon = asking_.language.lexicon;
    const auto words = split(role, ' ');
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return (lexicon.find(lower_ascii(word)).classes & lexicon.class_bit(of)).any();
    });
  }

  // Title case where the office had it.
  static std::string in_case(const std::string& office, char first, bool all) {
    if (first >= 'a' && first <= 'z') return office;
    std::string result;
    for (const auto word : split(office, ' '))
      result += (result.empty() ? "" : " ") +
                ((all || result.empty()) && word != "of" ? capitalised(word) : std::string(word));
    return result;
  }

  static constexpr std::size_t most_offices = 300;
  const Asking& asking_;
  Classes role_bit_;
  std::vector<Office> offices_;
};

} // namespace

void ask_persons(const Asking& asking, Candidates& found) { PersonAsker(asking).run(found); }

} // namespace entente::generate
