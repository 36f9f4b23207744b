#pragma once

// The formats of other programs: one table, a row each. A reader turns any bytes into a deck and a
// report, or says what is wrong and where; a writer turns a deck into bytes and a report. Nothing
// here touches a file, and nothing in a file is ever evaluated.

#include "core/result.h"
#include "core/time.h"
#include "deck/deck.h"
#include "exchange/report.h"
#include "memory/progress.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exchange {

// The most a file may hold: more is refused before it is unpacked.
inline constexpr std::uintmax_t max_file_bytes = std::uintmax_t{512} << 20U;
inline constexpr std::uintmax_t max_text_bytes = std::uintmax_t{64} << 20U;

struct Media {
  std::string name; // of a file, no folders; cards name it as their image
  std::string bytes;
  bool operator==(const Media&) const = default;
};

struct Review {
  std::string card; // id
  core::Moment at;
  memory::Grade grade = memory::Grade::good;
  std::int64_t taken_ms = 0;
  bool operator==(const Review&) const = default;
};

// What is known of a learner and this deck.
struct Learned {
  std::vector<Review> reviews; // ascending in time
  std::vector<std::string> suspended;
  std::map<std::string, memory::CardProgress> progress; // going out only: by card
  bool operator==(const Learned&) const = default;
};

// For pasted text: what stands between term and definition, and between cards.
struct Separators {
  std::string term = "\t", card = "\n";
  bool operator==(const Separators&) const = default;
};

struct Incoming {
  std::string_view bytes;
  std::string name;  // of the file, for messages
  std::string title; // of the deck where the file has none
  Separators separators;
};

struct Imported {
  deck::Deck deck;
  Learned learned;
  std::vector<Media> media;
  Report report;
};

// The bytes of a picture that a card names.
using LoadMedia = std::function<core::Result<std::string>(const std::string& name)>;

struct Outgoing {
  const deck::Deck& deck;
  Learned learned;
  LoadMedia load_media; // empty: pictures stay behind, and the report says so
  core::Moment now;
  Separators separators;
};

struct Exported {
  std::string bytes;
  Report report;
};

struct Format {
  std::string_view name;                            // "gift"
  std::string_view title;                           // "GIFT (Moodle)", for people
  std::span<const std::string_view> extensions;     // ".gift", the first is the one to write
  bool (*looks_like)(std::string_view bytes);       // among formats that share an extension
  core::Result<Imported> (*read)(const Incoming&);  // null: out only
  core::Result<Exported> (*write)(const Outgoing&); // null: in only
};

// In the order they are offered.
[[nodiscard]] std::span<const Format> formats();
[[nodiscard]] const Format* find_format(std::string_view name);
// By extension (lower-case, with its dot), and by a look at the bytes where several share it. Null:
// none.
[[nodiscard]] const Format* format_for_reading(std::string_view extension, std::string_view bytes);
[[nodiscard]] const Format* format_for_writing(std::string_view extension);

// Read and write with the checks that all formats share. Errors: malformed, with `where` as
// NAME:LINE:COLUMN or NAME/MEMBER; too_large; unsupported.
[[nodiscard]] core::Result<Imported> read(const Format& format, const Incoming& incoming);
[[nodiscard]] core::Result<Exported> write(const Format& format, const Outgoing& outgoing);

} // namespace entente::exchange
