// deck.xsd and the reader agree; needs xmllint.

#include "core/file.h"
#include "deck/deck_file.h"
#include "deck/sample.h"
#include "deck/xml_reader.h"
#include "support/shared.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

using namespace entente;
namespace fs = std::filesystem;

namespace {

bool has_xmllint() { return std::system("command -v xmllint > /dev/null 2>&1") == 0; }

bool is_valid(const fs::path& deck) {
  const fs::path schema = tests::root() / "decks" / "deck.xsd";
  const std::string command = "xmllint --noout --nonet --schema '" + schema.string() + "' '" +
                              deck.string() + "' > /dev/null 2>&1";
  return std::system(command.c_str()) == 0;
}

bool is_valid(const std::string& xml) {
  const fs::path path = fs::temp_directory_path() / "entente-schema.xml";
  REQUIRE(core::write_file(path, xml));
  const bool valid = is_valid(path);
  fs::remove(path);
  return valid;
}

#define NEEDS_XMLLINT()                                                                            \
  if (!has_xmllint()) {                                                                            \
    tests::skip("xmllint is not installed");                                                       \
    return;                                                                                        \
  }

} // namespace

TEST_CASE("a deck with one of everything is valid") {
  NEEDS_XMLLINT();
  CHECK(is_valid(tests::full_deck));
}

TEST_CASE("the schema refuses what the reader reports") {
  NEEDS_XMLLINT();
  const std::string body = "<prompt>p</prompt><answer>a</answer>";
  CHECK(is_valid(tests::deck_of(tests::good_card)));
  for (const std::string& card :
       {"<card category=\"c\">" + body + "</card>",             // no id
        "<card id=\"x\" category=\"z\">" + body + "</card>",    // unknown category
        "<card id=\"x\">" + body + "</card>",                   // none
        "<card id=\"good\" category=\"c\">" + body + "</card>", // id taken
        "<card id=\"x\" category=\"c\" forms=\"sing\">" + body + "</card>",
        "<card id=\"x\" category=\"c\">" + body + "<explenation/></card>",
        "<card id=\"x\" category=\"c\">" + body + "<cloze>no gap</cloze></card>",
        "<card id=\"x\" category=\"c\">" + body + "<passage source=\"s\"/></card>",
        std::string("<card id=\"x\" category=\"c\"><answer kind=\"hue\">a</answer></card>")}) {
    CAPTURE(card);
    CHECK_FALSE(is_valid(tests::deck_of(tests::good_card + card)));
    const auto reading = deck::read_deck(tests::deck_of(tests::good_card + card), "d");
    CHECK((reading.has_value() && !reading->problems.empty()));
  }
}

TEST_CASE("every deck we ship is valid and read without a problem") {
  for (const auto& entry : fs::directory_iterator(tests::root() / "decks")) {
    if (entry.path().extension() != ".xml") continue;
    CAPTURE(entry.path());
    const auto reading = deck::read_deck_file(entry.path());
    REQUIRE(reading.has_value());
    for (const auto& problem : reading->problems)
      FAIL_CHECK(deck::describe(problem, entry.path().string()));
    if (has_xmllint()) CHECK(is_valid(entry.path()));
  }
}

TEST_CASE("the deck of the manual is valid and read without a problem") {
  NEEDS_XMLLINT();
  const auto manual = core::read_file(tests::root() / "docs" / "formats" / "deck.md", 1'000'000);
  REQUIRE(manual);
  const auto begin = manual->find("<?xml");
  const std::string xml = manual->substr(begin, manual->find("```", begin) - begin);
  CHECK(is_valid(xml));
  const auto reading = deck::read_deck(xml, "manual");
  REQUIRE(reading.has_value());
  CHECK(reading->problems.empty());
}
