#include "platform/translate.h"

#include <doctest/doctest.h>

#include <variant>

using namespace entente::platform;
using entente::ui::Key;

namespace {

entente::ui::KeyDown press(Translator& translator, sfml::Key key, int keycode) {
  const auto event =
      translator.translate(sfml::KeyPressed{key, false, false, false, false}, keycode);
  REQUIRE(event);
  return std::get<entente::ui::KeyDown>(*event);
}

} // namespace

TEST_CASE("letters are named by their place, whatever the layout") {
  Translator translator;
  CHECK(press(translator, sfml::Key::Unknown, 43).key == Key::h); // р on a Russian keyboard
  CHECK(press(translator, sfml::Key::Q, 38).key == Key::a);       // AZERTY's Q
  CHECK(press(translator, sfml::Key::H, 0).key == Key::h);        // place unknown: its letter
  CHECK(press(translator, sfml::Key::Enter, 36).key == Key::enter);
  CHECK(press(translator, sfml::Key::Numpad3, 89).key == Key::digit_3);
  CHECK(press(translator, sfml::Key::F1, 67).key == Key::f1);
  CHECK(key_at(10) == Key::digit_1);
  CHECK(key_at(61) == Key::slash);
  CHECK(key_at(65) == Key::unknown);
}

TEST_CASE("a key comes up under the code it went down with") {
  Translator translator;
  const auto down = press(translator, sfml::Key::H, 43);
  const auto up = translator.translate(sfml::KeyReleased{sfml::Key::H}, 0);
  REQUIRE(up);
  CHECK(std::get<entente::ui::KeyUp>(*up).code == down.code);
  CHECK_FALSE(translator.translate(sfml::KeyReleased{sfml::Key::H}, 0));
}

TEST_CASE("text comes as UTF-8, control characters not at all") {
  Translator translator;
  const auto typed = translator.translate(sfml::TextEntered{0x43F}, 0);
  REQUIRE(typed);
  CHECK(std::get<entente::ui::TextInput>(*typed).text == "п");
  CHECK_FALSE(translator.translate(sfml::TextEntered{0x1A}, 0));
  CHECK_FALSE(translator.translate(sfml::TextEntered{0x7F}, 0));
}
