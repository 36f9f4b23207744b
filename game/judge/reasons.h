#pragma once

// The names of the reasons: stable, shown to learners and printed by `entente judge`. Every verdict
// carries exactly one of them.

#include <string_view>

namespace entente::judge::reason {

// right
inline constexpr std::string_view exact = "exact";              // the answer itself
inline constexpr std::string_view variant = "variant";          // a way the deck accepts
inline constexpr std::string_view form = "written another way"; // same meaning, other writing
inline constexpr std::string_view surname = "surname";          // enough: nobody else here has it
inline constexpr std::string_view initials = "initials";
inline constexpr std::string_view first_name = "short first name"; // Tony for Antony
inline constexpr std::string_view name_order = "name order";
inline constexpr std::string_view title = "title"; // with a title or rank
inline constexpr std::string_view transliteration = "transliteration";
inline constexpr std::string_view short_name = "short name"; // acronym or another common name
inline constexpr std::string_view any_order = "any order";   // a set's items, order free

// almost: right but ...
inline constexpr std::string_view spelling = "spelling";
inline constexpr std::string_view accent = "accent";
inline constexpr std::string_view word_order = "word order";
inline constexpr std::string_view small_words = "small words"; // articles, prepositions
inline constexpr std::string_view extra_words = "extra words";
inline constexpr std::string_view year_not_asked = "year not asked";
inline constexpr std::string_view year_missing = "year missing";
inline constexpr std::string_view short_year = "short year"; // '15 for 2015
inline constexpr std::string_view more_exact = "more exact than asked";
inline constexpr std::string_view part_of_month = "early, mid or late missing";
inline constexpr std::string_view unit_missing = "unit missing";
inline constexpr std::string_view unit_not_asked = "unit not asked";
inline constexpr std::string_view bound = "more or less";      // "over 100" against "100"
inline constexpr std::string_view rank = "rank or count";      // "4th" against "4"
inline constexpr std::string_view grouping = "digit grouping"; // 4.500 for 4,500

// wrong
inline constexpr std::string_view empty = "empty";
inline constexpr std::string_view too_long = "too long";
inline constexpr std::string_view unreadable = "unreadable";
inline constexpr std::string_view refused = "refused"; // said to be wrong by learner or teacher
inline constexpr std::string_view other_answer = "other answer";
inline constexpr std::string_view other_of_deck = "other answer of this deck";
inline constexpr std::string_view other_date = "other date";
inline constexpr std::string_view not_a_date = "not a date";
inline constexpr std::string_view less_exact = "less exact than asked";
inline constexpr std::string_view other_number = "other number";
inline constexpr std::string_view not_a_number = "not a number";
inline constexpr std::string_view magnitude = "magnitude";
inline constexpr std::string_view other_unit = "other unit";
inline constexpr std::string_view other_person = "other person";
inline constexpr std::string_view shared_name = "shared name"; // two people here go by it
inline constexpr std::string_view first_name_only = "first name only";
inline constexpr std::string_view other_place = "other place";
inline constexpr std::string_view other_organisation = "other organisation";
inline constexpr std::string_view other_words = "other words";
inline constexpr std::string_view negation = "negation";
inline constexpr std::string_view opposite = "opposite";
inline constexpr std::string_view part_missing = "part missing";
inline constexpr std::string_view extra_part = "extra part";
inline constexpr std::string_view other_order = "other order";

} // namespace entente::judge::reason
