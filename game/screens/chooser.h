#pragma once

// The small file chooser: recent files, folders, type to filter, paste a path.

#include "service/effects.h"

#include <filesystem>
#include <string>
#include <variant>

namespace entente::screens {

struct ChooserDialog {
  // What a chosen file is for.
  struct AddDeck {};
  struct RelocateDeck {
    std::filesystem::path from;
  };
  struct AttachText {
    std::string deck, source;
  };
  struct DraftText {}; // cards are made from it
  struct ImportDeck {};
  struct HandOut { // a folder is chosen, or the whole path typed
    std::string deck, what;
    std::string file; // its name when none is typed
  };
  struct PrintExam { // as HandOut
    std::string id, file;
  };
  using Purpose =
      std::variant<AddDeck, RelocateDeck, AttachText, ImportDeck, HandOut, DraftText, PrintExam>;

  Purpose purpose;
  service::FolderListed listed; // empty until the first answer comes
  std::string typed;            // filter, or a path when it holds a slash
};

struct OpenChooser {
  ChooserDialog::Purpose purpose;
};
struct ChooserTyped {
  std::string text;
};
struct ChooserPick { // a folder opens, a file is chosen
  std::filesystem::path path;
  bool folder = false;
};
struct ChooserUp {};
struct ChooserAccept {}; // Enter: the path typed, or the first entry that matches
using ChooserMessage =
    std::variant<OpenChooser, ChooserTyped, ChooserPick, ChooserUp, ChooserAccept>;

} // namespace entente::screens
