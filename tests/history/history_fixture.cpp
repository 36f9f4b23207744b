#include "history/history_fixture.h"

#include <cmath>
#include <cstdlib>
#include <unistd.h>

namespace entente::tests {

Folder::Folder(const fs::path& parent) {
  std::string name = (parent / "entente-history-XXXXXX").string();
  if (::mkdtemp(name.data()) != nullptr) path = name;
}

fs::path Folder::quick_place() {
  const char* memory = "/dev/shm";
  return ::access(memory, W_OK | X_OK) == 0 ? fs::path(memory) : fs::temp_directory_path();
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path, ignored);
}

core::Moment moment(double days, std::int64_t ms) {
  const core::Day first = core::day_of({2026, 11, 2});
  core::Moment moment = core::start_of(first, 60, 9 * 60);
  moment.utc_ms += std::llround(days * static_cast<double>(core::ms_per_day)) + ms;
  return moment;
}

history::Answer answer(const std::string& card, memory::Grade grade, const std::string& deck) {
  history::Answer made;
  made.deck = deck;
  made.card = card;
  made.session = std::string("s");
  made.verdict = grade == memory::Grade::again ? judge::Verdict::wrong : judge::Verdict::right;
  made.proposed = grade;
  made.given = grade;
  made.taken_ms = 4000;
  return made;
}

history::History open(const fs::path& folder, history::Options options) {
  return must(history::History::open(folder, std::move(options)));
}

} // namespace entente::tests
