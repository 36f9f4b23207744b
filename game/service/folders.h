#pragma once

// What the file chooser shows: one folder's entries, and the files opened lately.

#include "core/result.h"
#include "service/effects.h"

#include <filesystem>
#include <string>
#include <vector>

namespace entente::service {

// Hidden entries are left out; files whose extension is not asked for too. Errors: not_found,
// not_readable.
[[nodiscard]] core::Result<FolderListed> list_folder(const std::filesystem::path& folder,
                                                     const std::vector<std::string>& extensions);

// The last eight files opened, newest first, kept in the data folder.
[[nodiscard]] std::vector<std::filesystem::path> recent_files(const std::filesystem::path& data);
void remember_file(const std::filesystem::path& data, const std::filesystem::path& file);

} // namespace entente::service
