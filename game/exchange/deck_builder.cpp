#include "exchange/deck_builder.h"

#include "core/random.h"
#include "deck/xml_text.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace entente::exchange {

namespace {

std::string hex(std::uint64_t value) {
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(value));
  return std::string(digits.data()).substr(0, 10);
}

bool is_plain(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool is_control(char c) {
  return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7F;
}

void tidy_in_place(std::string& words) { words = tidy(words); }

void tidy_list(std::vector<std::string>& list) {
  std::ranges::for_each(list, tidy_in_place);
  std::erase(list, "");
}

void tidy_answer(deck::Answer& answer) {
  tidy_in_place(answer.text);
  tidy_list(answer.items);
  for (deck::Pair& pair : answer.pairs) {
    tidy_in_place(pair.left);
    tidy_in_place(pair.right);
  }
}

void tidy_card(deck::Card& card) {
  tidy_in_place(card.prompt);
  tidy_answer(card.answer);
  tidy_list(card.accepted);
  tidy_list(card.tags);
  for (deck::WrongOption& wrong : card.wrong) {
    tidy_in_place(wrong.text);
    tidy_in_place(wrong.reason);
  }
  std::erase_if(card.wrong, [](const auto& wrong) { return wrong.text.empty(); });
  tidy_in_place(card.explanation);
  tidy_in_place(card.hint);
}

template <typename Named> auto find_named(const std::vector<Named>& all, std::string_view name) {
  return std::ranges::find_if(all, [&](const Named& each) {
    if constexpr (requires { each.title; })
      return each.title == name;
    else
      return each.name == name;
  });
}

template <typename Named> std::string id_for(const std::vector<Named>& all, std::string_view name) {
  const std::string wanted = slug(name);
  std::string id = wanted;
  for (int n = 2; std::ranges::find(all, id, &Named::id) != all.end(); ++n)
    id = wanted + "-" + std::to_string(n);
  return id;
}

constexpr std::array<const char*, 4> colours = {"dates", "speakers", "quotes", "areas"};

} // namespace

std::string slug(std::string_view words) {
  std::string out;
  bool foreign = false;
  for (const char c : text::lower(text::strip_accents(words), "en")) {
    foreign = foreign || static_cast<unsigned char>(c) >= 0x80;
    if (is_plain(c))
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  if (out.size() > 40) out.resize(40);
  while (out.ends_with('-')) out.pop_back();
  // "Вопрос 1" and "Ответ 1" must not both be "1".
  if (out.empty() || foreign) out += (out.empty() ? "" : "-") + hex(core::hash(words));
  return out;
}

std::string tidy(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == '\r') {
      if (i + 1 == words.size() || words[i + 1] != '\n') out += '\n';
    } else if (!is_control(words[i])) {
      out += words[i];
    }
  }
  if (!text::is_valid_utf8(out)) out = text::to_utf8(text::to_utf32(out));
  return std::string(deck::trim(out));
}

DeckBuilder::DeckBuilder(const std::string& title, Report& report) : report_(report) {
  set_title(title.empty() ? "Imported deck" : title);
}

void DeckBuilder::set_id(const std::string& id) {
  if (id.empty()) return;
  deck_.id = tidy(id);
  has_id_ = true;
}

void DeckBuilder::set_title(std::string_view title) {
  std::string tidied = tidy(title);
  if (tidied.empty()) return;
  deck_.title = std::move(tidied);
  if (!has_id_) deck_.id = slug(deck_.title);
}

void DeckBuilder::set_language(std::string_view language) {
  if (!language.empty() && language.size() < 36) deck_.language = tidy(language);
}

void DeckBuilder::set_description(std::string_view words) { deck_.description = tidy(words); }

std::string DeckBuilder::category(std::string_view name) {
  const std::string tidied = tidy(name);
  if (tidied.empty()) return {};
  const auto found = find_named(deck_.categories, tidied);
  if (found != deck_.categories.end()) return found->id;
  const std::string id = id_for(deck_.categories, tidied);
  deck_.categories.push_back({id, tidied, colours[deck_.categories.size() % colours.size()]});
  return id;
}

std::string DeckBuilder::source(std::string_view title) {
  const std::string tidied = tidy(title);
  if (tidied.empty()) return {};
  const auto found = find_named(deck_.sources, tidied);
  if (found != deck_.sources.end()) return found->id;
  deck_.sources.push_back({id_for(deck_.sources, tidied), tidied});
  return deck_.sources.back().id;
}

std::string DeckBuilder::free_id(std::string wanted) {
  std::string id = wanted;
  for (int n = 2; !ids_.insert(id).second; ++n) id = wanted + "-" + std::to_string(n);
  return id;
}

bool DeckBuilder::is_complete(const deck::Card& card, const std::string& where) {
  if (card.prompt.empty())
    report_.dropped("card without a question", "There is nothing to ask.", where);
  else if (deck::answer_line(card.answer).empty())
    report_.dropped("card without an answer", "There is nothing to judge by.", where);
  else
    return true;
  return false;
}

// The deck's own reader sets them aside; said here, where somebody sees it.
void DeckBuilder::drop_right_among_wrong(deck::Card& card, const std::string& where) {
  const std::string right = deck::answer_line(card.answer);
  const auto gone = std::erase_if(card.wrong, [&](const deck::WrongOption& wrong) {
    return wrong.text == right ||
           std::ranges::find(card.accepted, wrong.text) != card.accepted.end();
  });
  if (gone > 0)
    report_.dropped("wrong option that is also right", "It would make the question unfair.", where,
                    static_cast<int>(gone));
}

std::string DeckBuilder::add(deck::Card card, const std::string& where) {
  tidy_card(card);
  if (!is_complete(card, where)) return {};
  drop_right_among_wrong(card, where);
  if (card.id.empty()) card.id = "card-" + hex(core::hash(card.prompt));
  card.id = free_id(tidy(card.id));
  if (card.category.empty()) card.category = category("Cards");
  deck_.cards.push_back(std::move(card));
  return deck_.cards.back().id;
}

deck::Deck DeckBuilder::take() {
  if (deck_.categories.empty()) category("Cards");
  return std::move(deck_);
}

} // namespace entente::exchange
