#include "screens/settings_page.h"

#include "screens/overloaded.h"
#include "screens/pages.h"
#include "screens/words.h"
#include "ui/widgets.h"

#include <cmath>
#include <cstdio>

namespace entente::screens {

using namespace ui;
using service::Effects;

namespace {

template <class Change> int saving(Frame& frame, Change change) {
  service::Settings settings = frame.model.settings;
  change(settings);
  return frame.on(SettingsMessage{ChangeSettings{settings}});
}

Choice theme_choice(Frame& frame, service::ThemeChoice theme) {
  const std::string key = "theme." + std::string(service::name(theme));
  return {"theme-" + std::string(service::name(theme)), say(key),
          saving(frame, [theme](auto& s) { s.theme = theme; }),
          frame.model.settings.theme == theme};
}

// Each in its own words, to be found by those who read no other.
Choice language_choice(Frame& frame, const char* language) {
  return {std::string("language-") + language, say(std::string("language.") + language),
          saving(frame, [language](auto& s) { s.language = language; }),
          frame.model.settings.language == language};
}

Choice model_choice(Frame& frame, memory::Algorithm algorithm) {
  return {"model-" + std::string(memory::name(algorithm)),
          say("model." + std::string(memory::name(algorithm))),
          saving(frame, [algorithm](auto& s) { s.algorithm = algorithm; }),
          frame.model.settings.algorithm == algorithm};
}

Build line(const std::string& label, const std::string& help, Build control) {
  return wrap(column(text(label).bold(), text(help).small().mute()).gap(2).flex().min_width(240),
              std::move(control))
      .gap(18);
}

// What a person reads for a number of the table.
std::string value_words(const quiz::Setting& setting, double value) {
  if (setting.name == "wanted_recall") return percent(value);
  if (setting.name == "day_start_minutes") {
    char time[16];
    std::snprintf(time, sizeof time, "%02d:%02d", static_cast<int>(value) / 60,
                  static_cast<int>(value) % 60);
    return time;
  }
  const bool whole = value == std::floor(value);
  if (setting.unit.empty())
    return whole ? number(static_cast<std::int64_t>(value)) : decimal(value);
  const std::string unit = "unit." + std::string(setting.unit);
  return whole ? say_count(unit, static_cast<std::int64_t>(value))
               : say(unit + ".other", {{"n", decimal(value)}});
}

std::string label_of(const quiz::Setting& setting) {
  return say("setting." + std::string(setting.name));
}

std::string help_of(const quiz::Setting& setting) {
  return say("setting." + std::string(setting.name) + ".help");
}

double step_of(const quiz::Setting& setting) {
  if (setting.name == "wanted_recall") return 0.01;
  if (setting.name == "day_start_minutes") return 30;
  if (setting.name == "reveal_guard_ms") return 50;
  if (std::holds_alternative<double quiz::Settings::*>(setting.field))
    return setting.most <= 1 ? 0.1 : 0.5;
  return setting.most > 200 ? 5 : 1;
}

Build number_line(Frame& frame, const quiz::Setting& setting) {
  const std::string name(setting.name);
  const double value = quiz::value_of(frame.model.settings.quiz, setting);
  const int change = frame.actions.on_number(
      [name](double to) { return Message{SettingsMessage{ChangeNumber{name, to}}}; });
  Build control;
  if (std::holds_alternative<bool quiz::Settings::*>(setting.field)) {
    control = switch_(name, label_of(setting), value != 0, change);
    return line(label_of(setting), help_of(setting), std::move(control));
  }
  SliderParts parts{name,
                    label_of(setting),
                    value_words(setting, value),
                    {value, setting.least, setting.most, step_of(setting)},
                    change};
  return line(label_of(setting), help_of(setting), stepper(std::move(parts)));
}

Build looks(Frame& frame) {
  const auto& settings = frame.model.settings;
  const double scale = settings.scale == 0 ? 1 : settings.scale;
  SliderParts size{"scale",
                   say("settings.scale"),
                   settings.scale == 0 ? say("settings.scale-own") : percent(scale),
                   {scale, service::least_scale, service::most_scale, 0.05},
                   frame.actions.on_number([settings](double to) {
                     service::Settings changed = settings;
                     changed.scale = to;
                     return Message{SettingsMessage{ChangeSettings{changed}}};
                   })};
  return card(h2(say("settings.looks")),
              line(say("settings.theme"), say("settings.theme.help"),
                   choices(say("settings.theme"),
                           {theme_choice(frame, service::ThemeChoice::light),
                            theme_choice(frame, service::ThemeChoice::dark),
                            theme_choice(frame, service::ThemeChoice::contrast)})),
              line(say("settings.language"), say("settings.language.help"),
                   choices(say("settings.language"),
                           {language_choice(frame, "en"), language_choice(frame, "ru"),
                            language_choice(frame, "zh")})),
              line(say("settings.scale"), say("settings.scale.help"), stepper(std::move(size))),
              line(say("settings.motion"), say("settings.motion.help"),
                   switch_("motion", say("settings.motion"), settings.motion,
                           saving(frame, [](auto& s) { s.motion = !s.motion; }))),
              line(say("settings.sound"), say("settings.sound.help"),
                   switch_("sound", say("settings.sound"), settings.sound,
                           saving(frame, [](auto& s) { s.sound = !s.sound; }))))
      .gap(16);
}

// Each press makes the day easier, and from the easiest an ordinary one again.
double easier(double share) {
  if (share == quiz::full_day) return quiz::less_day;
  return share == quiz::less_day ? quiz::no_day : quiz::full_day;
}

Build easy_day(Frame& frame, int day) {
  const auto at = static_cast<std::size_t>(day);
  const double share = frame.model.settings.quiz.easy_days[at];
  const char* words = share == quiz::full_day   ? "settings.easy.full"
                      : share == quiz::less_day ? "settings.easy.less"
                                                : "settings.easy.none";
  const core::Day monday{4}; // 5 January 1970
  const int press =
      saving(frame, [at](auto& s) { s.quiz.easy_days[at] = easier(s.quiz.easy_days[at]); });
  return button(weekday_short(monday + day) + ": " + say(words), press)
      .compact()
      .id("easy-" + std::to_string(day))
      .label(weekday_name(monday + day) + ": " + say(words));
}

Build easy_days(Frame& frame) {
  Build all = wrap().gap(8).line_gap(8).role(Role::group).label(say("settings.easy"));
  for (int day = 0; day < 7; ++day) all.add(easy_day(frame, day));
  return column(text(say("settings.easy")).bold(), text(say("settings.easy.help")).small().mute(),
                space(6).width(0), std::move(all))
      .gap(2);
}

Build studying(Frame& frame) {
  Build all = card(h2(say("settings.studying"))).gap(16);
  for (const auto& setting : quiz::settings_table()) all.add(number_line(frame, setting));
  all.add(easy_days(frame));
  all.add(line(say("settings.model"), say("settings.model.help"),
               choices(say("settings.model"), {model_choice(frame, memory::Algorithm::fsrs7),
                                               model_choice(frame, memory::Algorithm::fsrs6)})));
  all.add(text(fit_words(frame.model, frame.model.settings.algorithm)).small().mute());
  return all;
}

} // namespace

Effects update(Model& model, const SettingsMessage& message) {
  return std::visit(Overloaded{[](const ChangeSettings& m) -> Effects {
                                 return {service::SaveSettings{m.settings}};
                               },
                               [&](const ChangeNumber& m) -> Effects {
                                 service::Settings settings = model.settings;
                                 const auto done = quiz::assign(settings.quiz, m.name, m.value);
                                 if (!done) return {};
                                 return {service::SaveSettings{settings}};
                               }},
                    message);
}

Build settings_view(Frame& frame) {
  return column(h1(say("place.settings")), looks(frame), studying(frame)).gap(18);
}

} // namespace entente::screens
