#pragma once

// The parts of the Workshop's page. Internal to it.

#include "screens/pages.h"
#include "screens/workshop.h"

namespace entente::screens {

// A window of less, in dp, has the list above the form; a wider one beside it.
inline constexpr float workshop_narrow = 480;

[[nodiscard]] ui::Build workshop_list(Frame& frame, const WorkshopPage& page);
[[nodiscard]] ui::Build workshop_form(Frame& frame, const WorkshopPage& page);
// What is amiss with the card on the form, beside it so that nothing jumps while it is typed.
[[nodiscard]] ui::Build workshop_findings(Frame& frame, const WorkshopPage& page);
[[nodiscard]] ui::Build workshop_preview(Frame& frame, const WorkshopPage& page);
[[nodiscard]] ui::Build workshop_deck_panel(Frame& frame, const WorkshopPage& page);
[[nodiscard]] ui::Build workshop_problems_panel(Frame& frame, const WorkshopPage& page);
[[nodiscard]] ui::Build workshop_many_panel(Frame& frame, const WorkshopPage& page);

// A finding with its sign; its weight by sign and colour.
[[nodiscard]] draw::Icon sign_of(deck::Weight weight);
[[nodiscard]] ui::Tone tone_of(deck::Weight weight);

// Things to choose among, in as many lines as it takes; of `one_of` exactly one.
struct Pick {
  std::string id, words;
  int action = -1;
  bool selected = false;
  std::optional<ui::Hue> hue;
};
[[nodiscard]] ui::Build picks(const std::string& label, const std::vector<Pick>& all,
                              bool one_of = false);

// A one-line field that sends its text.
[[nodiscard]] ui::Build plain_field(Frame& frame, const std::string& id, const std::string& label,
                                    const std::string& text,
                                    std::function<Message(std::string)> make,
                                    bool multiline = false);

} // namespace entente::screens
