#pragma once

// What a person is or does, as the article words it: before the name ("Chinese Foreign Ministry
// spokesman Zhao Lijian"), after it ("Jeff Rathke, the State Department spokesperson,"), or with no
// name at all ("Russia’s ambassador to Britain", "Chinese officials").

#include "generate/runs.h"

#include <string>

namespace entente::generate {

struct RolePhrase {
  std::string text, organisation;
};

// first: the run's first token; name: where the name itself begins.
[[nodiscard]] RolePhrase role_before(const Document& document, const NameBits& bits,
                                     std::size_t first, std::size_t name);
[[nodiscard]] RolePhrase role_after(const Document& document, const Language& language,
                                    const NameBits& bits, std::size_t end, std::size_t sentence);
[[nodiscard]] bool is_role_before(const Document& document, const NameBits& bits,
                                  std::size_t first);
[[nodiscard]] bool has_role_after(const Document& document, const Language& language,
                                  const NameBits& bits, std::size_t end, std::size_t sentence);

struct RoleMention {
  std::size_t first = 0, end = 0, sentence = 0;
};
// Role phrases and institutions without a name, outside tokens already taken.
[[nodiscard]] std::vector<RoleMention> role_mentions(const Document& document,
                                                     const Language& language, const NameBits& bits,
                                                     const std::vector<bool>& taken);

// Does the phrase that begins at t stand behind a preposition?
[[nodiscard]] bool is_governed(const Document& document, const Language& language, std::size_t t);

} // namespace entente::generate
