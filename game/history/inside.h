#pragma once

// What a History holds.

#include "history/derived.h"
#include "history/queries.h"
#include "history/store.h"

#include <optional>
#include <type_traits>
#include <vector>

namespace entente::history {

// Asks the next opening to look at every page.
void suspect(const fs::path& folder);

struct History::Inside {
  Inside(std::filesystem::path in, Options given);

  fs::path folder;
  Options options;
  std::vector<core::Error> notices;
  Models models; // of options.scheduling
  Store store;
  std::uint64_t writer;

  // The days last counted: several screens ask for the same, and every row is looked at for them.
  // They hold while no row has come, from here or from another program.
  struct Days {
    Filter filter;
    int day_start = 0;
    std::int64_t last_row = 0;
    std::vector<DayCount> counts;
  };
  std::optional<Days> days;

  [[nodiscard]] Derived derived() const;
  void rebuild();
  std::vector<RowId> append(core::Moment at, std::span<const Event> events);
  void require_writer() const {
    if (!store.lock) throw Failure{store.refusal};
  }

  // Turns a Failure into the Error it carries.
  template <typename F> auto guarded(F work) const -> core::Result<std::invoke_result_t<F>> {
    try {
      return work();
    } catch (const Failure& failure) {
      if (failure.error.code == core::ErrorCode::malformed && store.lock) suspect(folder);
      return failure.error;
    }
  }
};

} // namespace entente::history
