#pragma once

// Other programs' files on disk: read into a deck with its pictures beside it, and written from
// one. The formats are exchange/'s; here are files, folders and the learner's history.

#include "core/result.h"
#include "exchange/format.h"
#include "history/history.h"

#include <filesystem>
#include <string>

namespace entente::service {

// Which format a file is read or written as: by its name where given, else by extension and look.
struct ExchangeChoice {
  std::string format; // empty: by the file
  exchange::Separators separators;
};

// Errors: those of reading a file and of exchange::read; usage when no format fits, naming all.
// Pictures of one of our own decks are read from beside it.
[[nodiscard]] core::Result<exchange::Imported> import_file(const std::filesystem::path& path,
                                                           const ExchangeChoice& choice);

// Pictures go to FILE's stem + "-media" beside it, and cards name them there.
// Errors: not_writable.
[[nodiscard]] core::Status save_deck(const exchange::Imported& imported,
                                     const std::filesystem::path& file);

// `pictures`: the folder that the deck's picture names start from.
[[nodiscard]] exchange::LoadMedia pictures_in(const std::filesystem::path& pictures);
// Errors: not_writable, usage when no format fits, and those of exchange::write. Gives the report.
[[nodiscard]] core::Result<exchange::Report> export_file(const exchange::Outgoing& outgoing,
                                                         const std::filesystem::path& file,
                                                         const ExchangeChoice& choice);

// What a learner's history says of a deck, for formats that hold it. Errors: those of the history.
[[nodiscard]] core::Result<exchange::Learned> learned_of_deck(const history::History& history,
                                                              const std::string& deck);
// Answers and suspensions that came with a deck; answers already there are left alone. Gives how
// many were new. Errors: those of the history.
[[nodiscard]] core::Result<int> keep_learned(history::History& history, const std::string& deck,
                                             const exchange::Learned& learned, core::Moment now);

// "csv, gift, ..." of those that can be read or written.
[[nodiscard]] std::string format_names(bool reading);

} // namespace entente::service
