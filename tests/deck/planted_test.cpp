// Faults planted into decks in which nothing is amiss: what share of them the deck check finds, and
// how often it cries wolf.

#include "core/file.h"
#include "deck/check.h"
#include "deck/clean_decks.h"
#include "deck/deck_file.h"
#include "deck/xml_reader.h"
#include "deck/xml_writer.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <cstdio>
#include <map>

using namespace entente;
using namespace entente::deck;

namespace {

struct Ground {
  Deck deck;
  CheckMaterial material;
};

Deck deck_from(const std::string& xml) {
  auto reading = read_deck(xml, "deck.xml");
  REQUIRE(reading);
  REQUIRE(reading->problems.empty());
  return std::move(reading->deck);
}

std::vector<Ground> grounds() {
  std::vector<Ground> all;
  all.push_back({deck_from(tests::harbour_deck), {{{"gazette", tests::harbour_text}}, {}}});
  all.push_back({deck_from(tests::nature_deck), {}});
  all.push_back({deck_from(tests::history_deck), {}});
  auto shipped = read_deck_file(tests::root() / "decks/russia-china-2021.xml");
  REQUIRE(shipped);
  CheckMaterial material;
  if (tests::has_shared("data/article/seed.txt"))
    if (auto text = core::read_file(tests::shared_folder() / "data/article/seed.txt", 1 << 20))
      material.texts.emplace("article", *text);
  all.push_back({std::move(shipped->deck), std::move(material)});
  return all;
}

struct Share {
  int planted = 0, found = 0;
};
using Shares = std::map<Fault, Share>;

bool is_found(const std::vector<Finding>& findings, Fault fault, const std::string& card) {
  for (const Finding& finding : findings)
    if (finding.fault == fault && finding.card == card) return true;
  return false;
}

class Planter {
public:
  Planter(const Ground& ground, Shares& shares)
      : check_(ground.deck, ground.material), ground_(ground), shares_(shares) {}

  // A changed card, or a changed deck: is it noticed?
  void plant(Fault fault, const Card& changed) { note(fault, changed.id, check_(changed)); }
  void plant(Fault fault, const Deck& deck, const std::string& card) {
    note(fault, card, check_across(deck));
  }

private:
  void note(Fault fault, const std::string& card, const std::vector<Finding>& findings) {
    Share& share = shares_[fault];
    ++share.planted;
    if (is_found(findings, fault, card))
      ++share.found;
    else
      MESSAGE("missed: ", std::string(name(fault)), " in ", ground_.deck.id, "/", card);
  }

  CardCheck check_;
  const Ground& ground_;
  Shares& shares_;
};

bool is_single(const Card& card) { return !card.answer.text.empty(); }

// Every nth card that fits, so that a run stays short.
template <typename Fits, typename Plant>
void each(const Deck& deck, std::size_t most, Fits fits, Plant plant) {
  std::vector<const Card*> cards;
  for (const Card& card : deck.cards)
    if (fits(card)) cards.push_back(&card);
  const std::size_t step = std::max<std::size_t>(1, cards.size() / most);
  for (std::size_t i = 0; i < cards.size(); i += step) plant(*cards[i]);
}

bool has_options(const Card& card) { return card.wrong.size() >= 2; }
bool is_person(const Card& card) {
  return card.answer.kind == AnswerKind::person && has_options(card);
}
bool is_date(const Card& card) { return card.answer.kind == AnswerKind::date && has_options(card); }

void plant_options(const Deck& deck, Planter& planter) {
  each(
      deck, 8, [](const Card& c) { return has_options(c) && is_single(c); },
      [&](Card card) {
        card.wrong[0].text = card.answer.text + ".";
        planter.plant(Fault::two_right, card);
        for (char& c : card.wrong[0].text)
          c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        planter.plant(Fault::two_right, card);
      });
  each(
      deck, 6, [](const Card& c) { return has_options(c) && !c.accepted.empty(); },
      [&](Card card) {
        card.wrong[1].text = " " + card.accepted.back() + " ";
        planter.plant(Fault::two_right, card);
      });
  each(deck, 6, is_person, [&](Card card) {
    card.wrong[0].text = card.answer.text;
    card.wrong[0].text.erase(card.wrong[0].text.size() - 3, 1); // a letter is lost
    planter.plant(Fault::close_option, card);
  });
  each(deck, 6, has_options, [&](Card card) {
    card.wrong[1].text = card.wrong[0].text;
    planter.plant(Fault::same_options, card);
  });
}

void plant_kinds(const Deck& deck, Planter& planter) {
  each(deck, 6, is_person, [&](Card card) {
    card.wrong[0].text = "12 May 1999";
    planter.plant(Fault::other_kind, card);
    card.wrong[0].text = "17 per cent";
    planter.plant(Fault::other_kind, card);
  });
  each(deck, 6, is_date, [&](Card card) {
    card.wrong[1].text = "Tomas Reyle";
    planter.plant(Fault::other_kind, card);
    card.wrong[1].text = "the old quay";
    planter.plant(Fault::other_kind, card);
  });
  each(
      deck, 6, [](const Card& c) { return has_options(c) && c.answer.kind == AnswerKind::number; },
      [&](Card card) {
        card.wrong[0].text = "the shipyard";
        planter.plant(Fault::other_kind, card);
      });
  each(
      deck, 6, [](const Card& c) { return has_options(c) && c.answer.kind == AnswerKind::place; },
      [&](Card card) {
        card.wrong[0].text = "1911";
        planter.plant(Fault::other_kind, card);
      });
}

void plant_shapes(const Deck& deck, Planter& planter) {
  each(
      deck, 8, [](const Card& c) { return has_options(c) && is_single(c); },
      [&](Card card) {
        card.answer.text +=
            ", as the text says in so many words a little further down, near its end";
        planter.plant(Fault::length, card);
      });
  each(
      deck, 6,
      [](const Card& c) {
        return has_options(c) && c.answer.kind == AnswerKind::text &&
               c.answer.text.find_first_of("aeiouAEIOU") != 0;
      },
      [&](Card card) {
        card.prompt = "What was meant was a …";
        card.wrong[0].text = "elephant " + card.wrong[0].text;
        planter.plant(Fault::grammar, card);
      });
  each(
      deck, 6, [](const Card& c) { return !c.wrong.empty() && c.answer.kind == AnswerKind::set; },
      [&](Card card) {
        card.wrong[0].text += "; something else";
        planter.plant(Fault::grammar, card);
      });
  each(
      deck, 4, [](const Card& c) { return has_options(c) && c.answer.kind == AnswerKind::text; },
      [&](Card card) {
        card.prompt = "Which things are meant?";
        card.answer.text = "red houses";
        for (WrongOption& option : card.wrong) option.text = "red " + option.text + " tower";
        planter.plant(Fault::grammar, card);
      });
}

void plant_telling(const Deck& deck, Planter& planter) {
  const auto tells = [](const Card& c) {
    return is_single(c) && c.answer.text.size() >= 5 && !c.prompt.empty() &&
           c.answer.kind != AnswerKind::number;
  };
  each(deck, 6, tells, [&](Card card) {
    card.hint = "Think of " + card.answer.text + ".";
    planter.plant(Fault::given_away, card);
  });
  each(deck, 6, tells, [&](const Card& card) {
    Deck changed = deck;
    Card teller = card;
    teller.id = "teller";
    teller.prompt =
        card.answer.text + " is right for “" + card.prompt + "”, but what is its colour?";
    teller.answer = {AnswerKind::text, "dark green", {}, {}};
    teller.accepted.clear();
    teller.wrong.clear();
    teller.cloze.reset();
    changed.cards.push_back(teller);
    planter.plant(Fault::given_away, changed, card.id);
  });
}

void plant_duplicates(const Deck& deck, Planter& planter) {
  const auto fits = [](const Card& c) { return c.prompt.size() > 30 && is_single(c); };
  each(deck, 6, fits, [&](Card card) {
    Deck changed = deck;
    card.id = "again";
    changed.cards.push_back(card);
    planter.plant(Fault::duplicate, changed, "again");
    changed.cards.back().prompt = "According to the article: " + card.prompt;
    planter.plant(Fault::near_duplicate, changed, "again");
    changed.cards.back().prompt.insert(changed.cards.back().prompt.size() - 1, ", exactly");
    planter.plant(Fault::near_duplicate, changed, "again");
  });
}

void plant_dates(const Deck& deck, Planter& planter) {
  each(deck, 5, is_date, [&](Card card) {
    for (const char* date : {"31 April 2021", "February 30, 2020", "2021-02-29", "31.6.2019"}) {
      card.wrong[0].text = date;
      planter.plant(Fault::impossible_date, card);
    }
    card.wrong[0].text = "from June 2021 to May 2021";
    planter.plant(Fault::date_order, card);
    card.wrong[0].text = "2019–2015";
    planter.plant(Fault::date_order, card);
  });
  each(
      deck, 3, [](const Card& c) { return c.answer.kind == AnswerKind::sequence; },
      [&](Card card) {
        card.answer.items = {"The end (1999)", "The beginning (1989)", "The middle (1994)"};
        planter.plant(Fault::date_order, card);
      });
}

void plant_rest(const Deck& deck, Planter& planter) {
  each(
      deck, 5, [](const Card&) { return true; },
      [&](Card card) {
        card.explanation.clear();
        planter.plant(Fault::no_explanation, card);
      });
  Deck changed = deck;
  changed.categories.push_back({"bare", "Bare", "areas", {}, {}});
  planter.plant(Fault::empty_category, changed, "");
  changed = deck;
  for (Card& card : changed.cards)
    if (is_single(card)) card.answer.text += " and so on";
  planter.plant(Fault::longest_right, changed, "");
}

void plant_against_source(const Deck& deck, Planter& planter) {
  each(
      deck, 8, [](const Card& c) { return c.answer.kind == AnswerKind::quote; },
      [&](Card card) {
        card.answer.text += " indeed";
        planter.plant(Fault::quote, card);
      });
  each(
      deck, 8, [](const Card& c) { return c.prompt.find("“") != std::string::npos; },
      [&](Card card) {
        card.prompt.replace(card.prompt.find("“"), 3, "“never ");
        planter.plant(Fault::quote, card);
      });
  const auto says = [](const Card& c) {
    return is_person(c) && (c.prompt.find("said") != std::string::npos ||
                            c.prompt.find("called") != std::string::npos ||
                            c.prompt.find("“") != std::string::npos);
  };
  each(deck, 8, says, [&](Card card) {
    card.wrong[0].text = "Angela Merkel";
    planter.plant(Fault::speaker, card);
    card.answer.text = "Emmanuel Macron";
    planter.plant(Fault::speaker, card);
  });
}

} // namespace

TEST_CASE("planted faults are found, and clean decks stay clean") {
  Shares shares;
  int cards = 0, alarms = 0;
  for (const Ground& ground : grounds()) {
    Planter planter(ground, shares);
    for (const Finding& finding : check_deck(ground.deck, ground.material)) {
      ++alarms;
      MESSAGE("false alarm in ", ground.deck.id, "/", finding.card, ": ", finding.message);
    }
    cards += static_cast<int>(ground.deck.cards.size());
    plant_options(ground.deck, planter);
    plant_kinds(ground.deck, planter);
    plant_shapes(ground.deck, planter);
    plant_telling(ground.deck, planter);
    plant_duplicates(ground.deck, planter);
    plant_dates(ground.deck, planter);
    plant_rest(ground.deck, planter);
    if (!ground.material.texts.empty()) plant_against_source(ground.deck, planter);
  }
  Share all;
  for (const auto& [fault, share] : shares) {
    std::printf("%-16s %3d planted %3d found\n", std::string(name(fault)).c_str(), share.planted,
                share.found);
    all.planted += share.planted;
    all.found += share.found;
  }
  std::printf("all              %3d planted %3d found; %d false alarms on %d clean cards\n",
              all.planted, all.found, alarms, cards);
  CHECK(all.planted >= 150);
  CHECK(all.found * 100 >= all.planted * 95);
  CHECK(alarms == 0);
}
