// The ways a deck leaves: on paper, or for another program.

#include "exchange/deck_builder.h"
#include "exchange/format.h"
#include "screens/pages.h"
#include "screens/words.h"
#include "ui/widgets.h"

namespace entente::screens {

using namespace ui;

namespace {

Build way(Frame& frame, const HandOutDialog& dialog, const std::string& what,
          const std::string& words, const std::string& extension, const std::string& suffix = "") {
  const std::string file = exchange::slug(dialog.title) + suffix + extension;
  const ChooserDialog::HandOut purpose{dialog.deck, what, file};
  return button(words, frame.on(ChooserMessage{OpenChooser{purpose}})).id("way-" + what);
}

Build papers(Frame& frame, const HandOutDialog& dialog) {
  Build all = column().gap(8);
  for (const char* what : {"quiz-A", "quiz-B", "cards", "sheet"})
    all.add(way(frame, dialog, what, say(std::string("print.") + what), ".pdf",
                std::string("-") + what));
  return all;
}

Build programs(Frame& frame, const HandOutDialog& dialog) {
  Build all = column().gap(8);
  for (const auto& format : exchange::formats())
    if (format.write != nullptr)
      all.add(way(frame, dialog, std::string(format.name), std::string(format.title),
                  std::string(format.extensions.front())));
  return all;
}

} // namespace

Build hand_out_view(Frame& frame, const HandOutDialog& dialog) {
  return ui::dialog(
      "hand-out", say(dialog.paper ? "print.title" : "export.title"),
      column(text(dialog.title).mute(),
             scroll_area("ways", dialog.paper ? papers(frame, dialog) : programs(frame, dialog))
                 .flex(),
             row(spacer(), button(say("dialog.cancel"), frame.on(CloseDialog{})).id("cancel")))
          .gap(16));
}

} // namespace entente::screens
