#include "platform/translate.h"

#include "text/unicode.h"

#include <utility>

namespace entente::platform {

namespace {

using ui::Key;

constexpr Key digit_row[] = {Key::digit_1, Key::digit_2, Key::digit_3, Key::digit_4,
                             Key::digit_5, Key::digit_6, Key::digit_7, Key::digit_8,
                             Key::digit_9, Key::digit_0, Key::minus,   Key::equals};
constexpr Key top_row[] = {Key::q,
                           Key::w,
                           Key::e,
                           Key::r,
                           Key::t,
                           Key::y,
                           Key::u,
                           Key::i,
                           Key::o,
                           Key::p,
                           Key::left_bracket,
                           Key::right_bracket};
constexpr Key home_row[] = {Key::a, Key::s, Key::d, Key::f,         Key::g,     Key::h,
                            Key::j, Key::k, Key::l, Key::semicolon, Key::quote, Key::grave};
constexpr Key bottom_row[] = {Key::backslash, Key::z, Key::x,     Key::c,      Key::v,    Key::b,
                              Key::n,         Key::m, Key::comma, Key::period, Key::slash};

template <std::size_t count> Key in_row(const Key (&row)[count], int first, int keycode) {
  const int at = keycode - first;
  return at >= 0 && at < static_cast<int>(count) ? row[at] : Key::unknown;
}

// Keys known by what they do, not where they are.
constexpr std::pair<sfml::Key, Key> by_meaning[] = {{sfml::Key::Space, Key::space},
                                                    {sfml::Key::Escape, Key::escape},
                                                    {sfml::Key::Tab, Key::tab},
                                                    {sfml::Key::Delete, Key::delete_},
                                                    {sfml::Key::Insert, Key::insert},
                                                    {sfml::Key::Left, Key::left},
                                                    {sfml::Key::Right, Key::right},
                                                    {sfml::Key::Up, Key::up},
                                                    {sfml::Key::Down, Key::down},
                                                    {sfml::Key::Home, Key::home},
                                                    {sfml::Key::End, Key::end},
                                                    {sfml::Key::PageUp, Key::page_up},
                                                    {sfml::Key::PageDown, Key::page_down},
                                                    {sfml::Key::Enter, Key::enter},
                                                    {sfml::Key::Backspace, Key::backspace},
                                                    {sfml::Key::Add, Key::equals},
                                                    {sfml::Key::Subtract, Key::minus}};

int number(sfml::Key key) { return static_cast<int>(key); }

Key in_range(sfml::Key key, sfml::Key first, sfml::Key last, Key to) {
  if (number(key) < number(first) || number(key) > number(last)) return Key::unknown;
  return static_cast<Key>(static_cast<int>(to) + number(key) - number(first));
}

Key by_name(sfml::Key key) {
  for (const auto& [from, to] : by_meaning)
    if (from == key) return to;
  if (const Key found = in_range(key, sfml::Key::F1, sfml::Key::F12, Key::f1);
      found != Key::unknown)
    return found;
  return in_range(key, sfml::Key::Numpad0, sfml::Key::Numpad9, Key::digit_0);
}

// When no keycode is known: the letter or digit SFML made of it.
Key by_letter(sfml::Key key) {
  if (const Key letter = in_range(key, sfml::Key::A, sfml::Key::Z, Key::a); letter != Key::unknown)
    return letter;
  return in_range(key, sfml::Key::Num0, sfml::Key::Num9, Key::digit_0);
}

ui::PointerButton button(sfml::Button which) {
  if (which == sfml::Button::middle) return ui::PointerButton::middle;
  if (which == sfml::Button::right) return ui::PointerButton::secondary;
  return ui::PointerButton::primary;
}

draw::Point at(int x, int y) { return {static_cast<float>(x), static_cast<float>(y)}; }

template <class... Cases> struct Overloaded : Cases... {
  using Cases::operator()...;
};
template <class... Cases> Overloaded(Cases...) -> Overloaded<Cases...>;

} // namespace

Key key_at(int keycode) {
  for (const Key key : {in_row(digit_row, 10, keycode), in_row(top_row, 24, keycode),
                        in_row(home_row, 38, keycode), in_row(bottom_row, 51, keycode)})
    if (key != Key::unknown) return key;
  return Key::unknown;
}

char letter_or_digit(sfml::Key key) {
  if (number(key) >= number(sfml::Key::A) && number(key) <= number(sfml::Key::Z))
    return static_cast<char>('a' + number(key) - number(sfml::Key::A));
  if (number(key) >= number(sfml::Key::Num0) && number(key) <= number(sfml::Key::Num9))
    return static_cast<char>('0' + number(key) - number(sfml::Key::Num0));
  return 0;
}

ui::KeyDown Translator::pressed(const sfml::KeyPressed& event, int keycode) {
  Key key = by_name(event.key);
  if (key == Key::unknown) key = key_at(keycode);
  if (key == Key::unknown) key = by_letter(event.key);
  const auto code = static_cast<std::uint32_t>(keycode != 0 ? keycode : 1000 + number(event.key));
  held_[number(event.key)] = code;
  return {key, {event.control, event.shift, event.alt}, code};
}

std::optional<ui::InputEvent> Translator::typed(std::uint32_t code_point) const {
  // Control characters come as text too: Ctrl+Z is U+001A.
  if (code_point < 0x20 || code_point == 0x7F) return std::nullopt;
  const auto character = static_cast<char32_t>(code_point);
  return ui::TextInput{text::to_utf8({&character, 1})};
}

std::optional<ui::InputEvent> Translator::translate(const sfml::Event& event, int keycode) {
  using Event = std::optional<ui::InputEvent>;
  return std::visit(
      Overloaded{
          [](const sfml::Closed&) -> Event { return ui::CloseRequest{}; },
          [](const sfml::Resized& e) -> Event {
            return ui::Resize{static_cast<float>(e.width), static_cast<float>(e.height)};
          },
          [](const sfml::FocusGained&) -> Event { return ui::FocusChange{true}; },
          [this](const sfml::FocusLost&) -> Event {
            held_.clear();
            return ui::FocusChange{false};
          },
          [this](const sfml::TextEntered& e) -> Event { return typed(e.code_point); },
          [this, keycode](const sfml::KeyPressed& e) -> Event { return pressed(e, keycode); },
          [this](const sfml::KeyReleased& e) -> Event {
            const auto found = held_.find(number(e.key));
            if (found == held_.end()) return std::nullopt;
            const std::uint32_t code = found->second;
            held_.erase(found);
            return ui::KeyUp{code};
          },
          [](const sfml::Moved& e) -> Event { return ui::PointerMove{at(e.x, e.y)}; },
          [](const sfml::Pressed& e) -> Event {
            if (e.button == sfml::Button::other) return std::nullopt;
            return ui::PointerDown{at(e.x, e.y), button(e.button), {}};
          },
          [](const sfml::Released& e) -> Event {
            if (e.button == sfml::Button::other) return std::nullopt;
            return ui::PointerUp{at(e.x, e.y), button(e.button)};
          },
          [](const sfml::Wheel& e) -> Event {
            if (!e.vertical) return std::nullopt;
            return ui::Wheel{at(e.x, e.y), -e.steps * 3, {}};
          },
          [](const sfml::PointerLeft&) -> Event { return ui::PointerLeave{}; }},
      event);
}

} // namespace entente::platform
