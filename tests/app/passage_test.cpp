// A learner's own copy of the source text: how it comes in, and what answers then show.

#include "app/stage.h"
#include "text/fixed_typesetter.h"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::tests;

namespace {

const char* words = "A first paragraph, of a river in the plain.\n\n"
                    "A second paragraph, of a tower beside a river.\n";

void answer_the_choice(Stage& stage) {
  stage.drill("forms", "choice");
  stage.answer(true);
}

} // namespace

TEST_CASE("without the text an answer has its paragraph's number and nothing to follow") {
  text::FixedTypesetter setter;
  Stage stage(setter, Past::none);
  stage.add_deck("forms.xml");
  answer_the_choice(stage);
  CHECK(stage.shows("Source: paragraph 2"));
  CHECK_FALSE(stage.shows("show in the text"));
}

TEST_CASE("a text pasted at the deck is kept, and answers show their passage") {
  text::FixedTypesetter setter;
  Stage stage(setter, Past::none);
  stage.add_deck("forms.xml");
  stage.send(screens::GoTo{screens::RailPlace::decks});
  CHECK(stage.shows("A talk on rivers: the text is not here."));
  stage.click("attach-talk");
  CHECK(stage.shows("Open a file…"));
  stage.send(screens::DraftMessage{screens::PasteTyped{words}});
  stage.press(ui::Key::enter, {.ctrl = true});
  CHECK(stage.shows("A talk on rivers: the text is here"));
  answer_the_choice(stage);
  stage.click("passage");
  CHECK(stage.shows("A second paragraph, of a tower beside a river."));
}
