#include "text/han.h"

#include <doctest/doctest.h>

using namespace entente::text;

TEST_CASE("traditional characters have simplified ones") {
  CHECK(simplified("聯合國氣候變化, abc") == "联合国气候变化, abc");
  CHECK(simplified(simplified("習近平")) == "习近平");
}

TEST_CASE("pinyin is toneless, and leaves other scripts alone") {
  CHECK(pinyin("习近平") == "xi jin ping");
  CHECK(pinyin("Xi 主席") == "Xi zhu xi");
  CHECK(is_pinyin_syllable("zhuang"));
  CHECK_FALSE(is_pinyin_syllable("kar"));
}
