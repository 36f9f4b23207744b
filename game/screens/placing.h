#pragma once

// Putting things in order, or together: the options of an order or match question with the place
// each was given. Drill, exam and games ask with it.

#include "quiz/grading.h"
#include "ui/build.h"

#include <functional>
#include <string>
#include <vector>

namespace entente::screens {

// Takes an option as the next one, or gives it back; the last one has only one place left to go.
// False: there is no such option.
bool place_next(std::vector<std::size_t>& placed, std::size_t option, std::size_t of);
// The answer once every option has its place.
[[nodiscard]] std::optional<quiz::Given> placed_answer(const quiz::Question& question,
                                                       const std::vector<std::size_t>& placed);
// The options in the order given, of an answer that has one.
[[nodiscard]] std::vector<std::size_t> placed_in(const quiz::Given& given);

struct Placing {
  const quiz::Question& question;
  std::vector<std::size_t> placed; // options, in the order chosen
  bool revealed = false;           // where each belongs is shown
  std::string language = "en";
  std::string scope = "drill"; // its commands: SCOPE.1 .. SCOPE.8, SCOPE.unpick
  std::function<int(std::size_t)> pick;
  int unpick = -1; // takes the last one back
};
[[nodiscard]] ui::Build placing_view(const Placing& placing);

} // namespace entente::screens
