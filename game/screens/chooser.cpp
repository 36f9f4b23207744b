#include "screens/chooser.h"

#include "exchange/format.h"
#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/words.h"
#include "text/unicode.h"
#include "ui/widgets.h"

namespace entente::screens {

using namespace ui;
using service::Effects;
namespace fs = std::filesystem;

namespace {

// The name of the file to be written when none is typed; null when one is to be read.
const std::string* writes(const ChooserDialog::Purpose& purpose) {
  if (const auto* out = std::get_if<ChooserDialog::HandOut>(&purpose)) return &out->file;
  const auto* exam = std::get_if<ChooserDialog::PrintExam>(&purpose);
  return exam == nullptr ? nullptr : &exam->file;
}

std::vector<std::string> extensions(const ChooserDialog::Purpose& purpose) {
  if (std::holds_alternative<ChooserDialog::AttachText>(purpose) ||
      std::holds_alternative<ChooserDialog::DraftText>(purpose))
    return {".txt", ".md"};
  if (writes(purpose) != nullptr) return {".none"}; // folders only
  if (!std::holds_alternative<ChooserDialog::ImportDeck>(purpose)) return {".xml"};
  std::vector<std::string> all;
  for (const auto& format : exchange::formats())
    if (format.read != nullptr)
      all.insert(all.end(), format.extensions.begin(), format.extensions.end());
  return all;
}

Effects list(const ChooserDialog& chooser, const fs::path& folder) {
  return {service::ListFolder{folder, extensions(chooser.purpose)}};
}

exchange::PaperWords paper_words() {
  return {say("paper.name"),
          say("paper.date"),
          say("paper.mark"),
          say("paper.form"),
          say("paper.exam"),
          say("paper.answers"),
          say("paper.answered"),
          say("paper.other"),
          [](int n) { return say_count("paper.questions", n); }};
}

Effects choose(Model& model, const ChooserDialog& chooser, const fs::path& file) {
  const auto purpose = chooser.purpose;
  model.dialog.reset();
  return std::visit(
      Overloaded{[&](const ChooserDialog::AddDeck&) -> Effects { return {service::AddDeck{file}}; },
                 [&](const ChooserDialog::RelocateDeck& p) -> Effects {
                   return {service::RelocateDeck{p.from, file}};
                 },
                 [&](const ChooserDialog::DraftText&) -> Effects {
                   return {service::DraftText{file, ""}};
                 },
                 [&](const ChooserDialog::AttachText& p) -> Effects {
                   return {service::AttachText{p.deck, p.source, file, ""}};
                 },
                 [&](const ChooserDialog::ImportDeck&) -> Effects {
                   model.status = say("import.reading");
                   return {service::ImportDeck{file}};
                 },
                 [&](const ChooserDialog::HandOut& p) -> Effects {
                   return {service::HandOut{p.deck, p.what, file, paper_words()}};
                 },
                 [&](const ChooserDialog::PrintExam& p) -> Effects {
                   return {service::PrintExam{p.id, file, paper_words()}};
                 }},
      purpose);
}

bool matches(const service::FolderEntry& entry, const std::string& typed) {
  return entente::text::comparable(entry.name).find(entente::text::comparable(typed)) !=
         std::string::npos;
}

bool is_path(const std::string& typed) { return typed.find('/') != std::string::npos; }

Effects accept(Model& model, const ChooserDialog& chooser) {
  if (is_path(chooser.typed)) return choose(model, chooser, chooser.typed);
  if (const auto* name = writes(chooser.purpose))
    return choose(model, chooser,
                  chooser.listed.folder / (chooser.typed.empty() ? *name : chooser.typed));
  for (const auto& entry : chooser.listed.entries) {
    if (!matches(entry, chooser.typed)) continue;
    const fs::path path = chooser.listed.folder / entry.name;
    return entry.folder ? list(chooser, path) : choose(model, chooser, path);
  }
  return {};
}

Effects take(Model& model, ChooserDialog& chooser, const ChooserMessage& message) {
  return std::visit(Overloaded{[&](const OpenChooser&) { return Effects{}; },
                               [&](const ChooserTyped& m) {
                                 chooser.typed = m.text;
                                 return Effects{};
                               },
                               [&](const ChooserPick& m) {
                                 return m.folder ? list(chooser, m.path)
                                                 : choose(model, chooser, m.path);
                               },
                               [&](const ChooserUp&) {
                                 return list(chooser, chooser.listed.folder.parent_path());
                               },
                               [&](const ChooserAccept&) { return accept(model, chooser); }},
                    message);
}

Build entry_row(Frame& frame, const std::string& words, const fs::path& path, bool folder,
                const std::string& id) {
  return row(icon(folder ? draw::Icon::chevron_right : draw::Icon::dot, 14,
                  folder ? Tone::accent : Tone::ink3),
             text(words).lines(1).flex())
      .gap(10)
      .padding({10, 8})
      .radius(8)
      .role(Role::list_item)
      .id(id)
      .label(words)
      .action(frame.on(ChooserMessage{ChooserPick{path, folder}}));
}

Build recent(Frame& frame, const ChooserDialog& chooser) {
  Build all = column().gap(2);
  if (!chooser.typed.empty() || chooser.listed.recent.empty()) return all;
  all.add(h3(say("chooser.recent")));
  for (const auto& path : chooser.listed.recent)
    all.add(entry_row(frame, path.filename().string(), path, false, "recent-" + path.string()));
  return all;
}

Build entries(Frame& frame, const ChooserDialog& chooser) {
  Build all = column().gap(2).role(Role::list).label(say("chooser.files"));
  if (is_path(chooser.typed)) return std::move(all).add(text(say("chooser.path")).mute());
  for (const auto& entry : chooser.listed.entries)
    if (matches(entry, chooser.typed))
      all.add(entry_row(frame, entry.name, chooser.listed.folder / entry.name, entry.folder,
                        "entry-" + entry.name));
  return all;
}

const char* title(const ChooserDialog::Purpose& purpose) {
  if (std::holds_alternative<ChooserDialog::AddDeck>(purpose)) return "chooser.add";
  if (std::holds_alternative<ChooserDialog::RelocateDeck>(purpose)) return "chooser.locate";
  if (std::holds_alternative<ChooserDialog::ImportDeck>(purpose)) return "chooser.import";
  if (writes(purpose) != nullptr) return "chooser.hand-out";
  if (std::holds_alternative<ChooserDialog::DraftText>(purpose)) return "chooser.draft";
  return "chooser.attach";
}

} // namespace

Effects update(Model& model, const ChooserMessage& message) {
  if (const auto* open = std::get_if<OpenChooser>(&message)) {
    model.dialog = ChooserDialog{open->purpose, {}, ""};
    return {service::ListFolder{{}, extensions(open->purpose)}};
  }
  auto* chooser = model.dialog ? std::get_if<ChooserDialog>(&*model.dialog) : nullptr;
  return chooser == nullptr ? Effects{} : take(model, *chooser, message);
}

Build chooser_view(Frame& frame, const ChooserDialog& chooser) {
  FieldParts field;
  const std::string* out = writes(chooser.purpose);
  field.id = "chooser-field";
  field.label = say(out ? "chooser.name" : "chooser.field");
  field.placeholder = out ? *out : say("chooser.field");
  field.text = chooser.typed;
  field.autofocus = true;
  field.on_change = frame.actions.on_text(
      [](std::string typed) { return Message{ChooserMessage{ChooserTyped{std::move(typed)}}}; });
  field.on_submit = frame.on(ChooserMessage{ChooserAccept{}});
  return ui::dialog(
      "chooser", say(title(chooser.purpose)),
      column(
          row(button(say("chooser.up"), frame.on(ChooserMessage{ChooserUp{}})).compact().id("up"),
              text(chooser.listed.folder.string()).small().mute().lines(1).flex())
              .gap(12),
          text_field(std::move(field)),
          scroll_area("chooser-list",
                      column(recent(frame, chooser), entries(frame, chooser)).gap(10))
              .flex(),
          wrap(std::holds_alternative<ChooserDialog::ImportDeck>(chooser.purpose)
                   ? Build(
                         button(say("paste-cards.open"), frame.on(PasteCardsMessage{AskForCards{}}))
                             .id("paste-cards"))
                   : Build(),
               spacer(), button(say("dialog.cancel"), frame.on(CloseDialog{})).id("cancel"),
               button(say(out ? "chooser.save" : "chooser.open"),
                      frame.on(ChooserMessage{ChooserAccept{}}))
                   .primary()
                   .id("open"))
              .gap(12))
          .gap(14));
}

} // namespace entente::screens
