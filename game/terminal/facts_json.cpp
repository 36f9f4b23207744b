#include "terminal/facts_json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace entente::terminal {

namespace {

using Json = nlohmann::ordered_json;

// Byte offsets to code points of the file.
class CodePoints {
public:
  explicit CodePoints(const std::string& text) : text_(text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (at % step == 0) marks_.push_back(count);
      if (starts_character(text[at])) ++count;
    }
    if (marks_.empty() || text.size() % step == 0) marks_.push_back(count);
  }

  [[nodiscard]] std::size_t at(std::size_t byte) const {
    std::size_t count = marks_[std::min(byte / step, marks_.size() - 1)];
    for (std::size_t b = byte / step * step; b < byte && b < text_.size(); ++b)
      count += starts_character(text_[b]);
    return count;
  }

private:
  static bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }
  static constexpr std::size_t step = 256;
  const std::string& text_;
  std::vector<std::size_t> marks_;
};

class Writer {
public:
  explicit Writer(const generate::Generated& made)
      : made_(made),
        article_(made.article),
        facts_(article_.facts),
        points_(article_.document.text) {}

  [[nodiscard]] std::string run() const {
    Json json;
    json["id"] = facts_.id;
    json["document_date"] = facts_.document_date.empty() ? Json() : Json(facts_.document_date);
    json["dates"] = list(facts_.dates, [&](const auto& date) { return of(date); });
    json["quotes"] = list(facts_.quotes, [&](const auto& quote) { return of(quote); });
    json["persons"] = persons();
    json["cooperation"] = list(facts_.cooperation, [&](const auto& fact) { return of(fact); });
    json["numbers"] = list(facts_.numbers, [&](const auto& number) { return of(number); });
    json["events"] = list(facts_.events, [&](const auto& event) { return of(event); });
    json["conflicts"] = list(facts_.conflicts, [](const generate::Conflict& conflict) {
      return Json{{"what", conflict.what}, {"kept", conflict.kept}, {"other", conflict.other}};
    });
    json["cards"] = list(made_.origins, [&](const generate::Origin& origin) {
      return Json{{"id", origin.card},
                  {"kind", origin.kind},
                  {"start", points_.at(origin.sentence.begin)},
                  {"end", points_.at(origin.sentence.end)}};
    });
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
  }

private:
  template <typename Items, typename Write> static Json list(const Items& items, Write write) {
    Json array = Json::array();
    for (const auto& item : items) array.push_back(write(item));
    return array;
  }

  [[nodiscard]] Json placed(generate::Span span) const {
    return {{"start", points_.at(span.begin)},
            {"end", points_.at(span.end)},
            {"text", std::string(article_.document.words(span))}};
  }

  [[nodiscard]] Json of(const generate::DateFact& date) const {
    Json json = placed(date.span);
    json["value"] = date.value;
    if (!date.value2.empty()) json["value2"] = date.value2;
    json["how"] = date.how;
    json["rule"] = date.rule;
    return json;
  }

  [[nodiscard]] Json of(const generate::QuoteFact& quote) const {
    Json json = placed(quote.span);
    json["speaker"] = quote.speaker.empty() ? Json() : Json(quote.speaker);
    json["kind"] = quote.kind;
    json["rule"] = quote.rule;
    json["sure"] = quote.sure;
    return json;
  }

  [[nodiscard]] Json persons() const {
    Json array = Json::array();
    for (const generate::Entity& entity : facts_.entities)
      if (entity.kind == generate::EntityKind::person)
        array.push_back(
            {{"text", entity.name}, {"role", entity.role}, {"organisation", entity.organisation}});
    return array;
  }

  [[nodiscard]] Json of(const generate::CooperationFact& fact) const {
    return {{"parties", fact.parties},
            {"area", fact.area},
            {"start", points_.at(fact.span.begin)},
            {"end", points_.at(fact.span.end)}};
  }

  [[nodiscard]] Json of(const generate::NumberFact& number) const {
    Json json = placed(number.span);
    json["value"] = number.value;
    json["unit"] = number.unit;
    json["counts"] = number.counts;
    return json;
  }

  [[nodiscard]] Json of(const generate::EventFact& event) const {
    Json json = placed(event.span);
    json["what"] = event.what;
    json["date"] = event.date.empty() ? Json() : Json(event.date);
    return json;
  }

  const generate::Generated& made_;
  const generate::Article& article_;
  const generate::Facts& facts_;
  CodePoints points_;
};

} // namespace

std::string facts_json(const generate::Generated& made) { return Writer(made).run(); }

} // namespace entente::terminal
