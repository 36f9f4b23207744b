#pragma once

// The one place that knows SFML's version: the same source builds on 2.5, 2.6 and 3.x. Only what
// all of them have is used: a window, one vertex array, textures, sound buffers.

#include <SFML/Audio.hpp>
#include <SFML/Graphics.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace entente::platform::sfml {

using Key = sf::Keyboard::Key;
#if SFML_VERSION_MAJOR >= 3
inline constexpr auto triangles = sf::PrimitiveType::Triangles;
#else
inline constexpr auto triangles = sf::Triangles;
#endif

enum class Button { left, middle, right, other };

struct Closed {};
struct Resized {
  unsigned width, height;
};
struct FocusGained {};
struct FocusLost {};
struct TextEntered {
  std::uint32_t code_point;
};
struct KeyPressed {
  Key key;
  bool control, shift, alt, system;
};
struct KeyReleased {
  Key key;
};
struct Moved {
  int x, y;
};
struct Pressed {
  Button button;
  int x, y;
};
struct Released {
  Button button;
  int x, y;
};
struct Wheel {
  bool vertical;
  float steps;
  int x, y;
};
struct PointerLeft {};
using Event = std::variant<Closed, Resized, FocusGained, FocusLost, TextEntered, KeyPressed,
                           KeyReleased, Moved, Pressed, Released, Wheel, PointerLeft>;

inline Button button(sf::Mouse::Button which) {
#if SFML_VERSION_MAJOR >= 3
  using B = sf::Mouse::Button;
  return which == B::Left     ? Button::left
         : which == B::Middle ? Button::middle
         : which == B::Right  ? Button::right
                              : Button::other;
#else
  return which == sf::Mouse::Left     ? Button::left
         : which == sf::Mouse::Middle ? Button::middle
         : which == sf::Mouse::Right  ? Button::right
                                      : Button::other;
#endif
}

#if SFML_VERSION_MAJOR >= 3
inline std::optional<Event> translate(const sf::Event& event) {
  if (event.is<sf::Event::Closed>()) return Closed{};
  if (event.is<sf::Event::FocusGained>()) return FocusGained{};
  if (event.is<sf::Event::FocusLost>()) return FocusLost{};
  if (event.is<sf::Event::MouseLeft>()) return PointerLeft{};
  if (const auto* e = event.getIf<sf::Event::Resized>()) return Resized{e->size.x, e->size.y};
  if (const auto* e = event.getIf<sf::Event::TextEntered>())
    return TextEntered{static_cast<std::uint32_t>(e->unicode)};
  if (const auto* e = event.getIf<sf::Event::KeyPressed>())
    return KeyPressed{e->code, e->control, e->shift, e->alt, e->system};
  if (const auto* e = event.getIf<sf::Event::KeyReleased>()) return KeyReleased{e->code};
  if (const auto* e = event.getIf<sf::Event::MouseMoved>())
    return Moved{e->position.x, e->position.y};
  if (const auto* e = event.getIf<sf::Event::MouseButtonPressed>())
    return Pressed{button(e->button), e->position.x, e->position.y};
  if (const auto* e = event.getIf<sf::Event::MouseButtonReleased>())
    return Released{button(e->button), e->position.x, e->position.y};
  if (const auto* e = event.getIf<sf::Event::MouseWheelScrolled>())
    return Wheel{e->wheel == sf::Mouse::Wheel::Vertical, e->delta, e->position.x, e->position.y};
  return std::nullopt;
}
#else
inline std::optional<Event> translate(const sf::Event& event) {
  switch (event.type) {
  case sf::Event::Closed:
    return Closed{};
  case sf::Event::GainedFocus:
    return FocusGained{};
  case sf::Event::LostFocus:
    return FocusLost{};
  case sf::Event::MouseLeft:
    return PointerLeft{};
  case sf::Event::Resized:
    return Resized{event.size.width, event.size.height};
  case sf::Event::TextEntered:
    return TextEntered{event.text.unicode};
  case sf::Event::KeyPressed:
    return KeyPressed{event.key.code, event.key.control, event.key.shift, event.key.alt,
                      event.key.system};
  case sf::Event::KeyReleased:
    return KeyReleased{event.key.code};
  case sf::Event::MouseMoved:
    return Moved{event.mouseMove.x, event.mouseMove.y};
  case sf::Event::MouseButtonPressed:
    return Pressed{button(event.mouseButton.button), event.mouseButton.x, event.mouseButton.y};
  case sf::Event::MouseButtonReleased:
    return Released{button(event.mouseButton.button), event.mouseButton.x, event.mouseButton.y};
  case sf::Event::MouseWheelScrolled:
    return Wheel{event.mouseWheelScroll.wheel == sf::Mouse::VerticalWheel,
                 event.mouseWheelScroll.delta, event.mouseWheelScroll.x, event.mouseWheelScroll.y};
  default:
    return std::nullopt;
  }
}
#endif

// The next event that means something here; none when the queue is empty.
inline std::optional<Event> poll(sf::RenderWindow& window) {
#if SFML_VERSION_MAJOR >= 3
  while (const auto raw = window.pollEvent())
    if (auto event = translate(*raw)) return event;
#else
  sf::Event raw{};
  while (window.pollEvent(raw))
    if (auto event = translate(raw)) return event;
#endif
  return std::nullopt;
}

inline void open(sf::RenderWindow& window, unsigned width, unsigned height,
                 const std::string& title) {
#if SFML_VERSION_MAJOR >= 3
  window.create(sf::VideoMode({width, height}), title);
#else
  window.create(sf::VideoMode(width, height), title);
#endif
}

inline unsigned long handle(const sf::RenderWindow& window) {
#if SFML_VERSION_MAJOR >= 3
  return window.getNativeHandle();
#else
  return window.getSystemHandle();
#endif
}

// One unit, one pixel, whatever size the window took.
inline void pixel_view(sf::RenderWindow& window) {
  const auto size = window.getSize();
  const auto width = static_cast<float>(size.x);
  const auto height = static_cast<float>(size.y);
#if SFML_VERSION_MAJOR >= 3
  window.setView(sf::View(sf::FloatRect({0, 0}, {width, height})));
#else
  window.setView(sf::View(sf::FloatRect(0, 0, width, height)));
#endif
}

inline sf::Vertex vertex(float x, float y, sf::Color colour, float u, float v) {
#if SFML_VERSION_MAJOR >= 3
  return sf::Vertex{{x, y}, colour, {u, v}};
#else
  return {{x, y}, colour, {u, v}};
#endif
}

inline bool create(sf::Texture& texture, unsigned width, unsigned height) {
#if SFML_VERSION_MAJOR >= 3
  return texture.resize({width, height});
#else
  return texture.create(width, height);
#endif
}

inline void update(sf::Texture& texture, const std::uint8_t* rgba, unsigned width, unsigned height,
                   unsigned x, unsigned y) {
#if SFML_VERSION_MAJOR >= 3
  texture.update(rgba, {width, height}, {x, y});
#else
  texture.update(rgba, width, height, x, y);
#endif
}

inline void set_icon(sf::RenderWindow& window, unsigned size, const std::uint8_t* rgba) {
#if SFML_VERSION_MAJOR >= 3
  window.setIcon({size, size}, rgba);
#else
  window.setIcon(size, size, rgba);
#endif
}

inline bool load_samples(sf::SoundBuffer& buffer, const std::vector<std::int16_t>& samples,
                         unsigned rate) {
#if SFML_VERSION_MAJOR >= 3
  return buffer.loadFromSamples(samples.data(), samples.size(), 1, rate, {sf::SoundChannel::Mono});
#else
  return buffer.loadFromSamples(samples.data(), samples.size(), 1, rate);
#endif
}

} // namespace entente::platform::sfml
