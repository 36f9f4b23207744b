#include "text/fixed_typesetter.h"
#include "ui/describe.h"
#include "ui/widgets.h"

#include <doctest/doctest.h>

using namespace entente;
using namespace entente::ui;

TEST_CASE("a tree is described one node a line, without those that have no role") {
  const Node root = column(h1("Say \"hello\""), row(button("Go", 0).id("go").disabled()),
                           bar("Known", "46 %", 0.46))
                        .role(Role::screen)
                        .label("Test");
  CHECK(describe(root) == "screen \"Test\"\n"
                          "  heading \"Say \\\"hello\\\"\"\n"
                          "  button #go \"Go\" disabled\n"
                          "    text \"Go\"\n"
                          "  meter \"Known\" =\"46 %\"\n");
}

TEST_CASE("a laid-out tree is described with rectangles and focus") {
  text::FixedTypesetter typesetter;
  const Node root = column(row(button("Go", 0).id("go"))).role(Role::screen);
  const Frame frame = lay_out({root, 300, 200, 1, typesetter, {}});
  CHECK(describe(frame, "go") == "screen [0 0 300 200]\n"
                                 "  button #go \"Go\" [0 0 53 46] *focused\n"
                                 "    text \"Go\" [19 12 15 22]\n");
}
