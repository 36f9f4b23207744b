#include "ui/build.h"

namespace entente::ui {

namespace {

Run run_of(std::string words, Tone tone, int weight) {
  Run run;
  run.text = std::move(words);
  run.style.tone = tone;
  run.style.weight = weight;
  return run;
}

Build heading(std::string words, float size, float leading) {
  return say(std::move(words))
      .role(Role::heading)
      .size(size)
      .bold()
      .leading(leading)
      .proportional();
}

} // namespace

Build say(std::string words) { return prose(plain(std::move(words))); }

Build prose_of(std::vector<Run> runs) {
  Node node;
  node.role = Role::text;
  node.paragraph.emplace().runs = std::move(runs);
  return Build(std::move(node));
}

Build h1(std::string words) { return heading(std::move(words), 30, 1.2F).serif().spacing(-0.4F); }
Build h2(std::string words) { return heading(std::move(words), 17, 1.3F); }
Build h3(std::string words) { return heading(std::move(words), 13, 1.3F).tone(Tone::ink2); }

Build figure(std::string words) {
  return say(std::move(words)).size(30).bold().leading(1.1F).spacing(-0.6F).proportional();
}

Build prompt(std::string words, const std::string& language) {
  return heading(std::move(words), 29, 1.35F).serif().weight(500).spacing(-0.2F).language(language);
}

Run plain(std::string words) { return run_of(std::move(words), Tone::ink, 400); }
Run strong(std::string words, Tone tone) { return run_of(std::move(words), tone, 600); }
Run muted(std::string words) { return run_of(std::move(words), Tone::ink2, 400); }
Run toned(std::string words, Tone tone) { return run_of(std::move(words), tone, 400); }

Run marked(std::string words, Tone mark) {
  Run run = plain(std::move(words));
  run.style.mark = mark;
  return run;
}

} // namespace entente::ui
