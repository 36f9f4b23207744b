#include "generate/lexicon.h"

#include <algorithm>
#include <charconv>

namespace entente::generate {

namespace {

core::Error bad_line(const std::string& where, std::string what) {
  return {core::ErrorCode::malformed, std::move(what), where,
          "Correct the line in the language folder."};
}

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(),
                     [&](std::string_view end) { return text.ends_with(end); });
}

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// Regular English forms; an ending "+" asks for a doubled consonant (admit+ -> admitted).
std::vector<std::string> verb_forms(std::string_view lemma) {
  const bool doubled = lemma.ends_with('+');
  const std::string base(doubled ? lemma.substr(0, lemma.size() - 1) : lemma);
  const std::string stem = doubled ? base + base.back() : base;
  if (base.ends_with('y') && base.size() > 1 && !is_vowel(base[base.size() - 2])) {
    const std::string cut = base.substr(0, base.size() - 1);
    return {base, cut + "ies", cut + "ied", base + "ing"};
  }
  if (base.ends_with('e') && !base.ends_with("ee")) {
    const std::string cut = base.substr(0, base.size() - 1);
    return {base, base + "s", base + "d", cut + "ing"};
  }
  if (base.ends_with("ee")) return {base, base + "s", base + "d", base + "ing"};
  const bool hiss = ends_with_any(base, {"s", "sh", "ch", "x", "z"});
  return {base, base + (hiss ? "es" : "s"), stem + "ed", stem + "ing"};
}

} // namespace

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    if (const auto part = trimmed(text.substr(start, end - start)); !part.empty())
      parts.push_back(part);
    start = end + 1;
  }
  return parts;
}

core::Result<Classes> Lexicon::make_class(std::string_view name, const std::string& where) {
  if (const auto found = classes_.find(name); found != classes_.end()) return found->second;
  const unsigned bit = shape::count + static_cast<unsigned>(classes_.size());
  if (bit >= Classes::limit) return bad_line(where, "More than 115 word classes.");
  classes_.emplace(std::string(name), Classes::bit(bit));
  return Classes::bit(bit);
}

std::uint32_t Lexicon::intern(std::string_view lower) {
  const auto [place, is_new] = words_.try_emplace(std::string(lower));
  if (is_new) place->second.id = static_cast<std::uint32_t>(words_.size());
  return place->second.id;
}

void Lexicon::add_word(std::string_view entry, Classes bit) {
  std::int32_t number = 0;
  if (const auto equals = entry.find('='); equals != std::string_view::npos) {
    std::from_chars(entry.data() + equals + 1, entry.data() + entry.size(), number);
    entry = entry.substr(0, equals);
  }
  const auto parts = split(entry, '_');
  if (parts.size() > 1) {
    Phrase phrase;
    phrase.classes = bit;
    for (const std::string_view part : parts) phrase.words.push_back(intern(part));
    phrases_[phrase.words.front()].push_back(std::move(phrase));
    return;
  }
  intern(entry);
  Word& word = words_.find(entry)->second;
  word.classes |= bit;
  if (number != 0) word.number = number;
}

void Lexicon::add_verb(std::string_view entry, Classes bit) {
  const auto irregular = split(entry, '/');
  const auto regular = verb_forms(irregular.front());
  const std::string past(irregular.size() > 1 ? irregular[1] : std::string_view(regular[2]));
  const std::string participle(irregular.size() > 2 ? irregular[2] : std::string_view(past));
  for (const std::string& form : {regular[0], regular[1], past, participle, regular[3]})
    add_word(form, bit);
  note_verb({regular[0], regular[1], past, participle, regular[3]});
}

// The first list to name a form keeps it: "found" is of find, not of found.
void Lexicon::note_verb(VerbForms forms) {
  const std::size_t index = verbs_.size();
  for (const std::string& form :
       {forms.past, forms.participle, forms.base, forms.third, forms.gerund})
    verb_forms_.emplace(form, index);
  verbs_.push_back(std::move(forms));
}

const VerbForms* Lexicon::verb(std::string_view form) const {
  const auto found = verb_forms_.find(form);
  return found == verb_forms_.end() ? nullptr : &verbs_[found->second];
}

bool Lexicon::is_form(const VerbForms& verb, std::string_view form, VerbForm which) {
  switch (which) {
  case VerbForm::base:
    return form == verb.base;
  case VerbForm::third:
    return form == verb.third;
  case VerbForm::past:
    return form == verb.past;
  case VerbForm::participle:
    return form == verb.participle;
  case VerbForm::gerund:
    return form == verb.gerund;
  }
  return false;
}

core::Status Lexicon::add_words(std::string_view text, const std::string& file) {
  int number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = trimmed(text.substr(start, end - start));
    start = end + 1;
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    const std::string where = file + ":" + std::to_string(number);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return bad_line(where, "No class before a colon.");
    const bool verbs = colon > 0 && line[colon - 1] == '~';
    const auto bit = make_class(line.substr(0, verbs ? colon - 1 : colon), where);
    if (!bit) return bit.error();
    for (const std::string_view entry : split(line.substr(colon + 1), ' '))
      verbs ? add_verb(entry, *bit) : add_word(entry, *bit);
  }
  return core::Done{};
}

void Lexicon::add_country_name(const std::string& name, std::size_t index,
                               std::string_view class_name) {
  const auto bit = make_class(class_name, "countries");
  if (!bit) return;
  std::string entry = lower_ascii(name);
  country_names_.emplace(entry, static_cast<int>(index));
  std::replace(entry.begin(), entry.end(), ' ', '_');
  add_word(entry, *bit);
}

core::Status Lexicon::add_countries(std::string_view text, const std::string& file) {
  int number = 0;
  for (const std::string_view line : split(text, '\n')) {
    ++number;
    if (line.starts_with('#')) continue;
    std::vector<std::string_view> fields;
    for (std::size_t start = 0; start <= line.size();) {
      const std::size_t end = std::min(line.find('|', start), line.size());
      fields.push_back(trimmed(line.substr(start, end - start)));
      start = end + 1;
    }
    if (fields.size() != 4)
      return bad_line(file + ": entry " + std::to_string(number), "A country has four fields.");
    Country country;
    country.name = fields[0];
    for (const auto alias : split(fields[1], ',')) country.aliases.emplace_back(alias);
    for (const auto demonym : split(fields[2], ',')) country.demonyms.emplace_back(demonym);
    country.capital = fields[3];
    const std::size_t index = countries_.size();
    add_country_name(country.name, index, "COUNTRY");
    for (const auto& alias : country.aliases) add_country_name(alias, index, "COUNTRY");
    for (const auto& demonym : country.demonyms) add_country_name(demonym, index, "DEMONYM");
    if (!country.capital.empty()) add_country_name(country.capital, index, "CAPITAL");
    countries_.push_back(std::move(country));
  }
  return core::Done{};
}

Word Lexicon::find(std::string_view lower) const {
  const auto found = words_.find(lower);
  return found == words_.end() ? Word{} : found->second;
}

Classes Lexicon::class_bit(std::string_view name) const {
  const auto found = classes_.find(name);
  return found == classes_.end() ? Classes{} : found->second;
}

const std::vector<Lexicon::Phrase>& Lexicon::phrases(std::uint32_t first) const {
  static const std::vector<Phrase> none;
  const auto found = phrases_.find(first);
  return found == phrases_.end() ? none : found->second;
}

int Lexicon::country_of(std::string_view name) const {
  const auto found = country_names_.find(lower_ascii(name));
  return found == country_names_.end() ? -1 : found->second;
}

} // namespace entente::generate
