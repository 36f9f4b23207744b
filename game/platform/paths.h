#pragma once

// Where things lie: the user's folders by the XDG rules, and the program's own assets and decks
// (beside an installed program, else in the source tree it was built from).

#include <filesystem>

namespace entente::platform {

// $XDG_DATA_HOME/entente, else ~/.local/share/entente. Not created here.
[[nodiscard]] std::filesystem::path user_data_folder();
// The user's home, for the file chooser; "/" when there is none.
[[nodiscard]] std::filesystem::path home_folder();
// Themes, strings, language rules.
[[nodiscard]] std::filesystem::path assets_folder();
// The shipped decks.
[[nodiscard]] std::filesystem::path shipped_decks_folder();

} // namespace entente::platform
