// Pictures planted with faults, beside good ones: what share the deck check finds, and how often it
// cries wolf.

#include "core/file.h"
#include "deck/check.h"
#include "draw/png.h"
#include "service/deck_check.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <unistd.h>

using namespace entente;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("entente-images-" + std::to_string(::getpid()));
  Folder() { fs::create_directories(path / "inner"); }
  ~Folder() { fs::remove_all(path); }
  void put(const std::string& name, const std::string& bytes) const {
    REQUIRE(core::write_file(path / name, bytes));
  }
};

std::string png(int width, int height) {
  return draw::encode_png(draw::Image(width, height, {200, 40, 90, 255}));
}

// A start and an end are all that is asked of a JPEG.
const std::string jpeg = std::string("\xFF\xD8\xFF\xE0 words in place of a scan ") + "\xFF\xD9";

std::string with_byte(std::string bytes, std::size_t at) {
  bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
  return bytes;
}

std::vector<std::string> put_good(const Folder& folder) {
  folder.put("one.png", png(1, 1));
  folder.put("wide.png", png(300, 2));
  folder.put("tall.PNG", png(2, 300));
  folder.put("name with spaces.png", png(8, 8));
  folder.put("inner/in a folder.png", png(16, 9));
  folder.put("photo.jpg", jpeg);
  folder.put("photo.jpeg", jpeg + std::string(20, '\0'));
  return {"one.png",   "wide.png",  "tall.PNG", "name with spaces.png", "inner/in a folder.png",
          "photo.jpg", "photo.jpeg"};
}

std::vector<std::string> put_faulty(const Folder& folder) {
  const std::string whole = png(40, 40);
  std::vector<std::string> names = {"gone.png", "One.png", "inner", "inner/gone.png", "one.png/x"};
  const auto put = [&](const std::string& name, const std::string& bytes) {
    folder.put(name, bytes);
    names.push_back(name);
  };
  put("empty.png", "");
  put("text.png", "This is no picture at all.");
  put("page.jpg", "<html><body>404</body></html>");
  put("other.gif", "GIF89a\x01");
  put("vector.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>");
  put("head only.png", whole.substr(0, 8));
  put("no size.png", whole.substr(0, 20));
  put("half.png", whole.substr(0, whole.size() / 2));
  put("no end.png", whole.substr(0, whole.size() - 14));
  put("bad size.png", with_byte(whole, 18));
  put("bad sum.png", with_byte(whole, whole.size() / 2));
  put("half.jpg", jpeg.substr(0, jpeg.size() - 2));
  put("start.jpg", jpeg.substr(0, 3));
  return names;
}

deck::Deck deck_with(const std::vector<std::string>& images) {
  deck::Deck deck;
  deck.id = "images";
  deck.categories = {{"c", "Cards", "dates", {}, {}}};
  for (const std::string& image : images) {
    deck::Card card;
    card.id = "card-" + std::to_string(deck.cards.size());
    card.category = "c";
    card.prompt = "What is to be seen on the picture called “" + image + "”?";
    card.answer.text = "Thing " + std::to_string(deck.cards.size());
    card.explanation = "The picture shows it.";
    card.image = image;
    deck.cards.push_back(std::move(card));
  }
  return deck;
}

std::ptrdiff_t found_in(const Folder& folder, const deck::Deck& deck) {
  const auto material =
      service::check_material(folder.path / "deck.xml", deck, service::Texts(folder.path / "data"));
  std::ptrdiff_t found = 0;
  for (const deck::Card& card : deck.cards) {
    const auto findings = deck::CardCheck(deck, material)(card);
    const bool seen = std::ranges::any_of(
        findings, [](const auto& each) { return each.fault == deck::Fault::image; });
    found += seen ? 1 : 0;
    MESSAGE(card.image, seen ? ": amiss" : ": good");
  }
  return found;
}

} // namespace

TEST_CASE("faulty pictures are found, and good ones are left alone") {
  const Folder folder;
  const deck::Deck good = deck_with(put_good(folder)), faulty = deck_with(put_faulty(folder));
  const auto alarms = found_in(folder, good), found = found_in(folder, faulty);
  std::printf("image            %3zd planted %3zd found; %zd false alarms on %zd good pictures\n",
              std::ssize(faulty.cards), found, alarms, std::ssize(good.cards));
  CHECK(found == std::ssize(faulty.cards));
  CHECK(alarms == 0);
}
