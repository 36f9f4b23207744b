// How much of what a reader finds the generator finds too, on the texts that come with keys. Prints
// a row a text; the floors are a little under what is reached, so that a rule that spoils others
// shows.

#include "key.h"

#include <doctest/doctest.h>

#include <cstdio>

using namespace entente;
using namespace entente::generate;
using namespace entente::tests;

namespace {

const char* const texts[] = {"agency", "longread", "encyclopaedia", "science",
                             "sports", "council",  "obituary",      "interview"};

struct Score {
  int key = 0, found = 0, right = 0;
  void operator+=(const Score& other) {
    key += other.key;
    found += other.found;
    right += other.right;
  }
  [[nodiscard]] double f1() const { return key + found == 0 ? 100 : 200.0 * right / (key + found); }
};

// Of each byte of the text, its place in code points.
std::vector<std::size_t> code_points(const std::string& text) {
  std::vector<std::size_t> places;
  std::size_t count = 0;
  for (const char c : text) {
    places.push_back(count);
    count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    places.back() = count - 1;
  }
  places.push_back(count);
  return places;
}

class Scorer {
public:
  Scorer(const std::string& id, bool tell_day) : key_(read_key(id)) {
    std::ifstream in(root() / "tests/generate/texts" / (id + ".txt"), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    places_ = code_points(text);
    article_ = extract(text, tell_day ? key_.published : std::string());
  }

  [[nodiscard]] Score dates() const {
    Score score;
    for (const KeyEntry& wanted : key_.dates) score.key += wanted.role != "dateline";
    for (const DateFact& date : article_.facts.dates) {
      const KeyEntry* wanted = touching(key_.dates, date.span);
      if (wanted != nullptr && wanted->role == "dateline") continue;
      ++score.found;
      score.right += wanted != nullptr && wanted->value == date.value;
    }
    return score;
  }

  [[nodiscard]] Score speakers() const {
    Score score;
    for (const KeyEntry& wanted : key_.quotes)
      score.key += !wanted.value.empty() && wanted.kind != "headline";
    for (const QuoteFact& quote : article_.facts.quotes) {
      const KeyEntry* wanted = touching(key_.quotes, quote.span);
      if (quote.speaker.empty() || wanted == nullptr || wanted->kind == "headline") continue;
      ++score.found;
      score.right += names(*wanted, quote);
    }
    return score;
  }

  // Quotations of nobody that were given to somebody.
  [[nodiscard]] int false_speakers() const {
    int count = 0;
    for (const QuoteFact& quote : article_.facts.quotes) {
      const KeyEntry* wanted = touching(key_.quotes, quote.span);
      count += wanted != nullptr && wanted->value.empty() && !quote.speaker.empty();
    }
    return count;
  }

  // Of the speakers that would be asked for: how many, and how many of them right.
  [[nodiscard]] Score asked() const {
    Score score;
    for (const QuoteFact& quote : article_.facts.quotes) {
      const KeyEntry* wanted = touching(key_.quotes, quote.span);
      if (!quote.sure || wanted == nullptr) continue;
      ++score.found;
      score.right += names(*wanted, quote);
    }
    return score;
  }

private:
  [[nodiscard]] const KeyEntry* touching(const std::vector<KeyEntry>& entries, Span span) const {
    const std::size_t begin = places_[span.begin], end = places_[span.end];
    for (const KeyEntry& entry : entries)
      if (begin < entry.end && entry.start < end) return &entry;
    return nullptr;
  }

  static bool names(const KeyEntry& wanted, const QuoteFact& quote) {
    return !wanted.value.empty() && (quote.speaker == wanted.value ||
                                     std::find(wanted.accepted.begin(), wanted.accepted.end(),
                                               quote.speaker) != wanted.accepted.end());
  }

  Key key_;
  std::vector<std::size_t> places_;
  Article article_;
};

} // namespace

TEST_CASE("dates and speakers of texts of eight genres") {
  Score dated, undated, speakers, asked;
  int traps = 0;
  std::printf("%-16s %12s %12s %10s %8s\n", "text, F1 of", "dates", "no day given", "speakers",
              "traps");
  for (const char* id : texts) {
    const Scorer with_day(id, true), without(id, false);
    std::printf("%-16s %12.1f %12.1f %10.1f %8d\n", id, with_day.dates().f1(), without.dates().f1(),
                with_day.speakers().f1(), with_day.false_speakers());
    dated += with_day.dates();
    undated += without.dates();
    speakers += with_day.speakers();
    asked += with_day.asked();
    traps += with_day.false_speakers();
  }
  std::printf("%-16s %12.1f %12.1f %10.1f %8d; of %d asked for, %d right\n", "all", dated.f1(),
              undated.f1(), speakers.f1(), traps, asked.found, asked.right);
  CHECK(dated.f1() >= 93);
  CHECK(undated.f1() >= 88);
  CHECK(speakers.f1() >= 95);
  CHECK(traps <= 1);
  CHECK(asked.right * 100 >= 97 * asked.found);
}
