#pragma once

// Everything that can happen to the window's model, as one variant: what the learner does, and what
// comes back from the service. Each page's messages are declared in its header.

#include "screens/chooser.h"
#include "screens/deck_memory.h"
#include "screens/decks.h"
#include "screens/draft.h"
#include "screens/drill.h"
#include "screens/exam.h"
#include "screens/game.h"
#include "screens/paste_cards.h"
#include "screens/progress.h"
#include "screens/reading.h"
#include "screens/seminar.h"
#include "screens/settings_page.h"
#include "screens/workshop.h"
#include "service/effects.h"

#include <string>
#include <variant>

namespace entente::screens {

// The places of the rail.
enum class RailPlace { today, decks, exam, progress, workshop, settings, keys };
struct GoTo {
  RailPlace place = RailPlace::today;
};
struct Back {}; // one level up: dialog, page, Today
struct CloseDialog {};
struct Came { // from the service
  service::Result result;
};
struct Tick {}; // time has passed: waits end, clocks run out

struct ChooseDeck { // shown on Today
  std::string deck;
};
struct Start { // a session over a deck
  std::string deck;
  quiz::Mode mode = quiz::Mode::drill;
  quiz::Selection selection;
};
struct StartReading {
  std::string deck;
  quiz::Selection selection;
};
struct AskReset { // says first what it would do
  std::string deck, card;
};
struct GoOn {};          // with the drill that waits
struct ExplainPoints {}; // of the session on the page
struct Carry {           // carries out an effect as it is, closing the dialog it was asked in
  service::Effect effect;
};
struct Quit {};        // ends what is open, then the window closes
struct ToggleLight {}; // light and dark, from anywhere
struct Zoom {          // interface scale: one step up or down, 0 = back to the desktop's own
  int steps = 0;
};

using AnyMessage =
    std::variant<GoTo, Back, CloseDialog, Came, Tick, ChooseDeck, Start, StartReading, AskReset,
                 GoOn, ExplainPoints, Carry, ToggleLight, Quit, Zoom, DrillMessage, ReadingMessage,
                 SeminarMessage, MemoryMessage, DecksMessage, SettingsMessage, ChooserMessage,
                 ExamMessage, ProgressMessage, GameMessage, WorkshopMessage, DraftMessage,
                 PasteCardsMessage>;
// What copies, moves and ends it is compiled once and not in every file that touches one.
struct Message : AnyMessage {
  using AnyMessage::variant;
  Message();
  Message(const Message&);
  Message(Message&&) noexcept;
  Message& operator=(const Message&);
  Message& operator=(Message&&) noexcept;
  ~Message();
};

} // namespace entente::screens
