// Any bytes as an article: a refusal or a deck, the same twice, never a crash.

#include "deck/xml_reader.h"
#include "deck/xml_writer.h"
#include "generate/deck_maker.h"
#include "generate/source_reader.h"
#include "platform/paths.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace entente;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto english = generate::load_language(platform::assets_folder(), "en");
  if (!english) std::abort();
  const auto source =
      generate::read_source({reinterpret_cast<const char*>(data), size}, "fuzz.txt");
  if (!source) return 0;
  const std::string first = deck::write_deck(generate::make_deck(source->text, *english, {}).deck);
  const std::string second = deck::write_deck(generate::make_deck(source->text, *english, {}).deck);
  const auto read = deck::read_deck(first, "fuzz.xml");
  if (first != second || !read || !read->problems.empty()) std::abort();
  return 0;
}
