#pragma once

// A teacher's corrections (ARTICLE.fix), one a line, # starts a comment:
//   docdate 2021-05-30          alias Mr B = Joe Biden       not-person Big Tech
//   speaker q7 = Joe Biden      speaker “killer” = Joe Biden (q7: the seventh quotation; - =
//   nobody) date d3 = 2021-05-20        date s4 = 2021-05-20 (the date in the fourth sentence) drop
//   CARD-ID                answer CARD-ID = text
// They are applied before relations are drawn, so that one correction mends every card.

#include "generate/calendar.h"
#include "generate/facts.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::generate {

struct Correction {
  std::string verb, what, value;
  std::string line; // as written, for naming it when it fits nothing
};

struct Corrections {
  std::optional<PartialDate> document_date;
  std::vector<Correction> items;
};

// Errors: malformed, with the line's number; `file` names it.
[[nodiscard]] core::Result<Corrections> read_corrections(std::string_view text,
                                                         const std::string& file);

// alias, not-person: before quotations are attributed.
void correct_names(const Corrections& corrections, Facts& facts,
                   std::vector<std::string>& unmatched);
// speaker, date.
void correct_facts(const Corrections& corrections, const Document& document, Facts& facts,
                   std::vector<std::string>& unmatched);

} // namespace entente::generate
