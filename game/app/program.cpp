#include "app/program.h"

#include "draw/png.h"
#include "draw/rasteriser.h"
#include "text/glyph_atlas.h"
#include "ui/describe.h"
#include "ui/paint.h"
#include "ui/strings.h"
#include "ui/theme.h"

#include <algorithm>
#include <cmath>

namespace entente::app {

Program::Program(service::Desk& desk, service::Handlers& handlers, text::Typesetter& typesetter)
    : desk_(desk),
      handlers_(handlers),
      typesetter_(typesetter),
      runtime_(typesetter, screens::commands()) {
  model_.settings = desk.settings();
  apply_settings();
  show();
}

void Program::start(const std::vector<std::filesystem::path>& decks) {
  service::Effects effects{service::Refresh{}};
  for (const auto& deck : decks) effects.push_back(service::AddDeck{deck});
  perform(effects);
  notices_.insert(notices_.end(), desk_.notices().begin(), desk_.notices().end());
  show_next_notice();
  show();
}

// One after another: the next when the dialog before it is closed.
void Program::show_next_notice() {
  if (auto problem = desk_.backup().take_problem()) notices_.push_back(std::move(*problem));
  if (notices_.empty() || model_.dialog) return;
  model_.dialog = screens::ErrorDialog{"", std::move(notices_.front())};
  notices_.pop_front();
}

void Program::resize(float width, float height) {
  runtime_.resize(width, height);
  show();
}

void Program::set_desktop_scale(float scale) {
  desktop_scale_ = scale;
  apply_settings();
  show();
}

void Program::apply_settings() {
  const double chosen = model_.settings.scale;
  runtime_.set_scale(chosen > 0 ? static_cast<float>(chosen) : desktop_scale_);
  runtime_.set_reduced_motion(!model_.settings.motion);
}

const ui::Theme& Program::theme() const {
  switch (model_.settings.theme) {
  case service::ThemeChoice::dark:
    return ui::dark_theme();
  case service::ThemeChoice::contrast:
    return ui::contrast_theme();
  case service::ThemeChoice::light:
    break;
  }
  return ui::light_theme();
}

draw::Color Program::background() const { return theme().color(ui::Tone::paper); }

ui::Outcome Program::handle(const ui::InputEvent& event) {
  if (const auto* size = std::get_if<ui::Resize>(&event)) resize(size->width, size->height);
  auto outcome = runtime_.handle(event, now().utc_ms);
  for (const auto& activation : outcome.activations)
    if (const auto message = actions_.resolve(activation)) send(*message);
  return outcome;
}

void Program::tick() {
  const auto due = screens::next_tick(model_, now());
  if (due && due->utc_ms <= now().utc_ms)
    send(screens::Tick{});
  else if (due)
    show(); // a clock on the screen goes on
}

bool Program::may_close() {
  const bool asked = model_.dialog.has_value();
  perform(screens::before_closing(model_, now()));
  show();
  return asked || !model_.dialog;
}

void Program::send(const screens::Message& message) {
  perform(screens::update(model_, message, now()));
  show_next_notice();
  show();
}

// Results may ask for more: all of it is done before the next frame.
void Program::perform(const service::Effects& effects) {
  std::vector<service::Effect> waiting(effects.rbegin(), effects.rend());
  while (!waiting.empty()) {
    const service::Effect effect = std::move(waiting.back());
    waiting.pop_back();
    const auto result = handlers_.run(effect);
    if (!result) continue;
    const auto more = screens::update(model_, screens::Came{*result}, now());
    // What failed stops what was to follow it.
    if (std::holds_alternative<service::Failed>(*result)) waiting.clear();
    waiting.insert(waiting.end(), more.rbegin(), more.rend());
  }
  apply_settings();
}

void Program::take_work() {
  const auto results = handlers_.came();
  if (results.empty()) return;
  for (const auto& result : results) perform(screens::update(model_, screens::Came{result}, now()));
  show();
}

void Program::show() {
  auto made = screens::view(model_, now(), runtime_.width_dp(), runtime_.height_dp());
  actions_ = std::move(made.actions);
  title_ = std::move(made.title);
  runtime_.show(std::move(made.root), now().utc_ms);
}

bool Program::paint(draw::DrawList& list) {
  const bool dirty = runtime_.take_dirty(now().utc_ms);
  if (!dirty && !stale_) return false;
  stale_ = false;
  // A full atlas is cleared while painting: what was drawn from it before is then stale.
  for (int attempt = 0; attempt < 2; ++attempt) {
    const unsigned generation = list.atlas().generation();
    list.clear();
    ui::paint({runtime_.frame(), theme(), typesetter_, runtime_.interaction(now().utc_ms)}, list);
    if (list.atlas().generation() == generation) break;
  }
  return true;
}

std::optional<std::chrono::milliseconds> Program::next_deadline() const {
  std::optional<std::int64_t> at = runtime_.next_deadline(now().utc_ms);
  if (const auto tick = screens::next_tick(model_, now()))
    at = at ? std::min(*at, tick->utc_ms) : tick->utc_ms;
  if (!at) return std::nullopt;
  return std::chrono::milliseconds(std::max<std::int64_t>(0, *at - now().utc_ms));
}

core::Result<std::string> Program::picture(text::GlyphSource& glyphs) {
  constexpr float highest = 20000; // pixels
  auto made = screens::view(model_, now(), runtime_.width_dp(), runtime_.height_dp());
  const draw::Rect window = runtime_.frame().window;
  ui::Runtime page(typesetter_, screens::commands());
  page.set_scale(runtime_.scale());
  page.set_reduced_motion(true);
  page.resize(window.width, window.height);
  page.show(std::move(made.root), now().utc_ms);
  const ui::Placed* scrolled = page.frame().find("page");
  const float hidden = scrolled == nullptr ? 0 : scrolled->scroll_limit();
  page.resize(window.width, std::min(highest, window.height + std::ceil(hidden)));
  page.finish_motion();
  text::GlyphAtlas atlas(glyphs);
  draw::DrawList list(atlas);
  ui::paint({page.frame(), theme(), typesetter_, page.interaction(now().utc_ms)}, list);
  draw::Image image(static_cast<int>(page.frame().window.width),
                    static_cast<int>(page.frame().window.height));
  draw::rasterise(list, image);
  return draw::encode_png(image);
}

std::string Program::describe() { return ui::describe(runtime_.frame(), runtime_.focused()); }

} // namespace entente::app
