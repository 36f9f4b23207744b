#include "draw/png.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <filesystem>

using namespace entente;
using namespace entente::draw;

TEST_CASE("an image comes back as it went out") {
  CHECK(rc::check([] {
    Image image(*rc::gen::inRange(1, 20), *rc::gen::inRange(1, 20));
    for (std::uint8_t& byte : image.pixels) byte = *rc::gen::arbitrary<std::uint8_t>();
    const auto read = decode_png(encode_png(image), "memory");
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == image);
  }));
}

TEST_CASE("files are written and read") {
  const auto path = std::filesystem::temp_directory_path() / "entente-png-test.png";
  const Image image(3, 2, rgb(0x123456));
  REQUIRE(write_png(path, image).has_value());
  CHECK(read_png(path).value() == image);
  std::filesystem::remove(path);
}

TEST_CASE("what is no picture is an error that names its source") {
  CHECK(core::describe(decode_png("hello", "cat.png").error()) ==
        "cat.png: This is not a readable PNG picture.");
  CHECK(decode_png("", "cat.png").error().code == core::ErrorCode::malformed);
  Image noise(64, 64);
  for (std::size_t i = 0; i < noise.pixels.size(); ++i)
    noise.pixels[i] = static_cast<std::uint8_t>(i * i % 251);
  const std::string whole = encode_png(noise);
  CHECK(core::describe(decode_png(whole.substr(0, whole.size() / 2), "cat.png").error()) ==
        "cat.png: The PNG picture is damaged.");
}

TEST_CASE("a picture that would not fit in memory is refused before it is read") {
  std::string bytes = encode_png(Image(8, 8));
  // The header's width and height: 100 000 each. libpng checks the header's sum, so it says either
  // that the picture is too large or that it is broken, and reads nothing.
  for (const std::size_t at : {16U, 20U}) bytes.replace(at, 4, std::string("\x00\x01\x86\xA0", 4));
  CHECK(!decode_png(bytes, "huge.png").has_value());
}

TEST_CASE("damaged bytes never crash") {
  const std::string whole = encode_png(Image(8, 8, rgb(0x336699)));
  CHECK(rc::check([&] {
    std::string bytes = whole;
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    (void)decode_png(bytes, "x");
  }));
}
