#pragma once

// The words that stand for enumerations on disk. They are part of the format: never changed, only
// added to. Unknown words (of a newer program's rows) read as the first name.

#include "history/answer.h"

#include <array>
#include <string_view>
#include <utility>

namespace entente::history {

template <typename Value, std::size_t size>
using Names = std::array<std::pair<Value, std::string_view>, size>;

inline constexpr Names<Mode, 5> mode_names = {{{Mode::drill, "drill"},
                                               {Mode::quick, "quick"},
                                               {Mode::cram, "cram"},
                                               {Mode::exam, "exam"},
                                               {Mode::game, "game"}}};

inline constexpr Names<deck::Form, 6> form_names = {{{deck::Form::choice, "choice"},
                                                     {deck::Form::typed, "typed"},
                                                     {deck::Form::flip, "flip"},
                                                     {deck::Form::cloze, "cloze"},
                                                     {deck::Form::order, "order"},
                                                     {deck::Form::match, "match"}}};

inline constexpr Names<judge::Verdict, 3> verdict_names = {{{judge::Verdict::wrong, "wrong"},
                                                            {judge::Verdict::almost, "almost"},
                                                            {judge::Verdict::right, "right"}}};

inline constexpr Names<memory::Algorithm, 2> algorithm_names = {
    {{memory::Algorithm::fsrs7, "fsrs7"}, {memory::Algorithm::fsrs6, "fsrs6"}}};

template <typename Value, std::size_t size>
constexpr std::string_view word(const Names<Value, size>& names, Value value) {
  for (const auto& [each, text] : names)
    if (each == value) return text;
  return names[0].second;
}

template <typename Value, std::size_t size>
constexpr Value value_of(const Names<Value, size>& names, std::string_view text) {
  for (const auto& [each, name] : names)
    if (name == text) return each;
  return names[0].first;
}

// A list in one text: each item ends with U+001F, which XML text cannot hold (it becomes a space).
[[nodiscard]] std::string joined(const std::vector<std::string>& items);
[[nodiscard]] std::vector<std::string> split(std::string_view text);

} // namespace entente::history
