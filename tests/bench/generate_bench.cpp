// How fast a text becomes a deck: megabytes a second by stage, on prose of several lengths. Prints
// figures; fails nothing.

#include "generate/deck_maker.h"
#include "platform/paths.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

using namespace entente;

namespace {

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// Prose of our own: names, days, numbers and quotations in the mix of a news text.
std::string paragraph(int n) {
  static const char* const people[] = {"Ann Lee",     "Mark Chan",   "Maria Silva",
                                       "Peter Novak", "Laura Moore", "Ahmed Hassan"};
  static const char* const towns[] = {"Geneva", "Lisbon", "Nairobi", "Oslo", "Lima", "Osaka"};
  const std::string who = people[n % 6], other = people[(n / 6 + 1 + n) % 6];
  const std::string town = towns[(n / 3) % 6];
  return "On " + std::to_string(n % 28 + 1) + " March " + std::to_string(1990 + n % 35) + ", " +
         who + " met " + other + " in " + town +
         ". The harbour of the old town had been closed for " + std::to_string(n % 90 + 3) +
         " days, and about " + std::to_string(n + 100) +
         " people had left their homes on the coast. “The work on the bridge will continue until "
         "every family has water,” said engineer " +
         who + " of " + town +
         " University. The council described the plan as “a fair and simple step”, while its "
         "neighbours asked for more time. According to the agency, the cost rose by 12 per cent.\n";
}

std::string prose(std::size_t bytes) {
  std::string text = "A bridge for the old town\n";
  for (int n = 0; text.size() < bytes; ++n) text += paragraph(n);
  return text;
}

void measure(const generate::Language& language, const char* name, const std::string& text) {
  const double start = cpu_seconds();
  generate::ExtractOptions facts_only;
  const auto article = generate::extract(text, language, facts_only);
  const double facts = cpu_seconds() - start;
  const double again = cpu_seconds();
  const auto made = generate::make_deck(text, language, {});
  const double deck = cpu_seconds() - again;
  const double megabytes = static_cast<double>(text.size()) / 1e6;
  std::printf("%-14s %7.3f MB  facts %7.2f MB/s  deck %7.2f MB/s  (%.1f ms, %zu cards)\n", name,
              megabytes, megabytes / facts, megabytes / deck, deck * 1e3, made.deck.cards.size());
}

} // namespace

// Texts named on the command line are measured too.
int main(int count, char** names) {
  const auto language = generate::load_language(platform::assets_folder(), "en");
  if (!language) {
    std::printf("%s\n", core::describe(language.error()).c_str());
    return 1;
  }
  for (int i = 1; i < count; ++i) {
    std::ifstream in(names[i], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!text.empty()) measure(*language, "file", text);
  }
  measure(*language, "0.1 MB prose", prose(100'000));
  measure(*language, "1 MB prose", prose(1'000'000));
  measure(*language, "10 MB prose", prose(10'000'000));
  return 0;
}
