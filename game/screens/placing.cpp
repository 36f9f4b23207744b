#include "screens/placing.h"

#include "screens/parts.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <algorithm>

namespace entente::screens {

using namespace ui;

namespace {

// The place an option was given, from 1; 0 when it waits.
std::size_t place_of(const std::vector<std::size_t>& placed, std::size_t option) {
  const auto found = std::find(placed.begin(), placed.end(), option);
  return found == placed.end() ? 0 : static_cast<std::size_t>(found - placed.begin()) + 1;
}

// A place in words: the left side of a pair, or its number.
std::string place_words(const quiz::Question& question, std::size_t place) {
  return question.form == deck::Form::match
             ? question.lefts[place]
             : say("order.place", {{"n", number(std::int64_t(place) + 1)}});
}

std::string note_of(const Placing& placing, std::size_t option, std::size_t place) {
  const std::size_t home = placing.question.options[option].home;
  if (placing.revealed && place != 0 && place != home + 1)
    return say("placed.not", {{"right", place_words(placing.question, home)},
                              {"given", place_words(placing.question, place - 1)}});
  if (placing.revealed) return place_words(placing.question, home);
  return place == 0 ? "" : place_words(placing.question, place - 1);
}

OptionLook look_of(const Placing& placing, std::size_t option, std::size_t place) {
  if (!placing.revealed) return place == 0 ? OptionLook::open : OptionLook::dim;
  return place == placing.question.options[option].home + 1 ? OptionLook::right : OptionLook::wrong;
}

Build options(const Placing& placing) {
  Build all = column().gap(8).role(Role::list).label(say("drill.options"));
  for (std::size_t i = 0; i < placing.question.options.size(); ++i) {
    const std::size_t place = place_of(placing.placed, i);
    const bool open = !placing.revealed && place == 0;
    Build built = option_row({"option-" + std::to_string(i + 1), static_cast<int>(i) + 1,
                              placing.question.options[i].text, look_of(placing, i, place),
                              note_of(placing, i, place), placing.language},
                             open ? placing.pick(i) : -1);
    if (open) built.node().command = placing.scope + "." + std::to_string(i + 1);
    all.add(std::move(built));
  }
  return all;
}

Build asking(const Placing& placing) {
  const std::size_t next = placing.placed.size();
  if (placing.revealed || next >= placing.question.options.size()) return Build();
  if (placing.question.form == deck::Form::match)
    return prose(muted(say("match.which") + " "),
                 strong(placing.question.lefts[next], Tone::accent))
        .size(17);
  return text(say("order.which", {{"n", number(std::int64_t(next) + 1)}})).mute();
}

Build take_back(const Placing& placing) {
  if (placing.revealed || placing.placed.empty()) return Build();
  return row(button(say("command.unpick"), placing.unpick)
                 .quiet()
                 .id("unpick")
                 .command(commands().at(placing.scope + ".unpick")));
}

} // namespace

bool place_next(std::vector<std::size_t>& placed, std::size_t option, std::size_t of) {
  if (option >= of || place_of(placed, option) != 0) return false;
  placed.push_back(option);
  if (placed.size() + 1 == of)
    for (std::size_t i = 0; i < of; ++i)
      if (place_of(placed, i) == 0) placed.push_back(i);
  return true;
}

std::optional<quiz::Given> placed_answer(const quiz::Question& question,
                                         const std::vector<std::size_t>& placed) {
  if (placed.size() < question.options.size()) return std::nullopt;
  if (question.form == deck::Form::order) return quiz::Ordered{placed};
  return quiz::Matched{placed};
}

std::vector<std::size_t> placed_in(const quiz::Given& given) {
  if (const auto* ordered = std::get_if<quiz::Ordered>(&given)) return ordered->options;
  if (const auto* matched = std::get_if<quiz::Matched>(&given)) return matched->options;
  return {};
}

Build placing_view(const Placing& placing) {
  Build all = column().gap(12);
  if (!placing.revealed) all.add(asking(placing));
  all.add(options(placing));
  if (!placing.revealed && !placing.placed.empty()) all.add(take_back(placing));
  return all;
}

} // namespace entente::screens
