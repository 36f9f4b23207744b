#include "generate/corrections.h"

#include "generate/lexicon.h"

#include <algorithm>
#include <charconv>

namespace entente::generate {

namespace {

constexpr std::string_view verbs[] = {"docdate", "alias", "not-person", "speaker",
                                      "date",    "drop",  "answer"};

bool needs_value(std::string_view verb) {
  return verb == "alias" || verb == "speaker" || verb == "date" || verb == "answer";
}

core::Error bad_line(const std::string& file, int number, std::string what) {
  return {core::ErrorCode::malformed, std::move(what), file + ":" + std::to_string(number),
          "Write for example: speaker q7 = Joe Biden"};
}

core::Result<Correction> read_line(std::string_view line, const std::string& file, int number) {
  const auto space = std::min(line.find(' '), line.size());
  Correction item{std::string(line.substr(0, space)), {}, {}, std::string(line)};
  if (std::find(std::begin(verbs), std::end(verbs), item.verb) == std::end(verbs))
    return bad_line(file, number, "\"" + item.verb + "\" is no correction.");
  const std::string_view rest = trimmed(line.substr(space));
  const auto equals = rest.find(" = ");
  item.what = trimmed(rest.substr(0, equals));
  if (equals != std::string_view::npos) item.value = trimmed(rest.substr(equals + 3));
  if (item.what.empty() || (needs_value(item.verb) && item.value.empty()))
    return bad_line(file, number, "The correction is not complete.");
  return item;
}

// "q7" -> 7 with prefix q; 0 when it is no such place.
std::size_t ordinal(std::string_view what, char prefix) {
  std::size_t number = 0;
  if (what.size() < 2 || what[0] != prefix) return 0;
  const auto [end, error] = std::from_chars(what.data() + 1, what.data() + what.size(), number);
  return error == std::errc{} && end == what.data() + what.size() ? number : 0;
}

std::size_t entity_named(const Facts& facts, std::string_view name) {
  for (std::size_t e = 0; e < facts.entities.size(); ++e) {
    const Entity& entity = facts.entities[e];
    if (entity.name == name ||
        std::find(entity.aliases.begin(), entity.aliases.end(), name) != entity.aliases.end())
      return e;
  }
  return nobody;
}

std::size_t entity_for(Facts& facts, const std::string& name) {
  const std::size_t known = entity_named(facts, name);
  if (known != nobody) return known;
  Entity entity;
  entity.kind = EntityKind::person;
  entity.name = name;
  facts.entities.push_back(std::move(entity));
  return facts.entities.size() - 1;
}

bool make_alias(const Correction& item, Facts& facts) {
  const std::size_t from = entity_named(facts, item.what);
  if (from == nobody) return false;
  const std::size_t to = entity_for(facts, item.value);
  facts.entities[to].aliases.push_back(item.what);
  for (Mention& mention : facts.mentions)
    if (mention.entity == from) mention.entity = to;
  if (from != to) facts.entities[from].kind = EntityKind::other;
  return true;
}

bool unmake_person(const Correction& item, Facts& facts) {
  const std::size_t entity = entity_named(facts, item.what);
  if (entity == nobody) return false;
  facts.entities[entity].kind = EntityKind::other;
  return true;
}

void set_speaker(QuoteFact& quote, const std::string& speaker, Facts& facts) {
  quote.rule = "corrected";
  if (speaker == "-") {
    quote.speaker.clear();
    quote.entity = nobody;
    quote.kind = "scare";
    quote.sure = false;
    return;
  }
  quote.entity = entity_for(facts, speaker);
  quote.speaker = facts.entities[quote.entity].name;
  if (quote.kind != "speech") quote.kind = "fragment";
  quote.sure = true;
}

bool correct_speaker(const Correction& item, const Document& document, Facts& facts) {
  const std::size_t number = ordinal(item.what, 'q');
  bool found = false;
  for (std::size_t q = 0; q < facts.quotes.size(); ++q) {
    const std::string words(trimmed(document.words(facts.quotes[q].span)));
    const bool quoted = item.what == words || item.what == "\u201C" + words + "\u201D" ||
                        item.what == "\"" + words + "\"";
    if (!quoted && q + 1 != number) continue;
    set_speaker(facts.quotes[q], item.value, facts);
    found = true;
  }
  return found;
}

bool correct_date(const Correction& item, Facts& facts) {
  const std::size_t date = ordinal(item.what, 'd'), sentence = ordinal(item.what, 's');
  bool found = false;
  for (std::size_t d = 0; d < facts.dates.size(); ++d) {
    const bool meant = d + 1 == date || facts.dates[d].sentence + 1 == sentence ||
                       facts.dates[d].value == item.what;
    if (!meant) continue;
    facts.dates[d].value = item.value;
    facts.dates[d].how = "corrected";
    found = true;
  }
  return found;
}

} // namespace

core::Result<Corrections> read_corrections(std::string_view text, const std::string& file) {
  Corrections corrections;
  int number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = trimmed(text.substr(start, end - start));
    start = end + 1;
    ++number;
    if (line.empty() || line.starts_with('#')) continue;
    auto item = read_line(line, file, number);
    if (!item) return std::move(item).error();
    if (item->verb == "docdate") {
      corrections.document_date = read_date(item->what);
      if (!corrections.document_date)
        return bad_line(file, number, "\"" + item->what + "\" is no date.");
    } else if (item->verb == "date" && item->value.size() == 10 && !read_date(item->value)) {
      return bad_line(file, number, "\"" + item->value + "\" is no date.");
    } else {
      corrections.items.push_back(std::move(*item));
    }
  }
  return corrections;
}

void correct_names(const Corrections& corrections, Facts& facts,
                   std::vector<std::string>& unmatched) {
  for (const Correction& item : corrections.items) {
    bool found = true;
    if (item.verb == "alias") found = make_alias(item, facts);
    if (item.verb == "not-person") found = unmake_person(item, facts);
    if (!found) unmatched.push_back(item.line);
  }
}

void correct_facts(const Corrections& corrections, const Document& document, Facts& facts,
                   std::vector<std::string>& unmatched) {
  for (const Correction& item : corrections.items) {
    bool found = true;
    if (item.verb == "speaker") found = correct_speaker(item, document, facts);
    if (item.verb == "date") found = correct_date(item, facts);
    if (!found) unmatched.push_back(item.line);
  }
}

} // namespace entente::generate
