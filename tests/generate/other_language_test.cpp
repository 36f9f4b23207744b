// Another language is another folder: nothing else is needed to find its dates and speakers and to
// ask for them in its words.

#include "generate/deck_maker.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace entente;
using namespace entente::generate;

namespace {

class Folder {
public:
  Folder() : root_(std::filesystem::temp_directory_path() / "entente-language-test") {
    std::filesystem::remove_all(root_);
    std::filesystem::create_directories(root_ / "language" / "es");
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(root_); }

  void add(const char* name, const char* text) const {
    std::ofstream(root_ / "language" / "es" / name) << text;
  }
  [[nodiscard]] const std::filesystem::path& path() const { return root_; }

private:
  std::filesystem::path root_;
};

void fill(const Folder& folder) {
  folder.add("words.txt", "MONTH: mayo=5 junio=6\nSMALLMONTH:\nSTOP: . ! ?\nCOMMA: ,\nSAY: dijo\n"
                          "GIVEN: ana carlos eva pablo\nWHO:\nMAYBE:\nQ:\n");
  folder.add("noise.rules", "");
  folder.add("coop.rules", "");
  folder.add("dates.rules", "rule dia : {DAY} de {MONTH} de {YEAR} => day\n");
  folder.add("quotes.rules", "rule dijo : {Q} ,? dijo {speaker:WHO|MAYBE} => who sure\n");
  folder.add("preguntas.ask",
             "say who : quién\nask said-speech : Según el artículo, ¿{who} dijo: «{words}»?\n"
             "say said-explanation : Lo dijo {name}.\n"
             "say why-named : {name} dijo otra cosa.\n");
}

} // namespace

TEST_CASE("a folder of Spanish words and rules makes Spanish cards") {
  const Folder folder;
  fill(folder);
  const auto spanish = load_language(folder.path(), "es");
  REQUIRE_MESSAGE(spanish.has_value(), (spanish ? "" : core::describe(spanish.error())));
  DeckOptions options;
  options.id = "puerto";
  const Generated made =
      make_deck("Noticias del puerto\n"
                "«Hemos abierto el nuevo puerto el 3 de mayo de 2021», dijo Ana Vega.\n"
                "«Fue un día largo y bueno para todos nosotros», dijo Carlos Ruiz.\n"
                "«Los barcos llegan ahora cada mañana a la ciudad», dijo Eva Soler.\n"
                "«También en invierno el puerto queda abierto», dijo Pablo Gil.\n",
                *spanish, options);
  REQUIRE(made.article.facts.dates.size() == 1);
  CHECK(made.article.facts.dates[0].value == "2021-05-03");
  REQUIRE(made.article.facts.quotes.size() == 4);
  CHECK(made.article.facts.quotes[0].speaker == "Ana Vega");
  REQUIRE(!made.deck.cards.empty());
  CHECK(made.deck.language == "es");
  CHECK(made.deck.cards[0].prompt.starts_with("Según el artículo, ¿Quién dijo: «Hemos"));
}
