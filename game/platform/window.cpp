#include "platform/window.h"

#include "platform/sfml_version.h"
#include "platform/translate.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace entente::platform {

namespace {

// SFML writes its complaints (no vertical sync, no device) to its own stream; they help nobody.
void silence_sfml() {
  static std::ostringstream nowhere;
  sf::err().rdbuf(nowhere.rdbuf());
}

sf::Color colour(draw::Color c) { return {c.r, c.g, c.b, c.a}; }

// The window's icon: a card with a tick in the accent colour, drawn here so that no file is needed.
std::vector<std::uint8_t> icon_pixels(unsigned size) {
  std::vector<std::uint8_t> pixels(std::size_t{size} * size * 4, 0);
  const auto put = [&](unsigned x, unsigned y, draw::Color c) {
    std::uint8_t* at = &pixels[(std::size_t{y} * size + x) * 4];
    at[0] = c.r, at[1] = c.g, at[2] = c.b, at[3] = c.a;
  };
  const unsigned inset = size / 8;
  for (unsigned y = inset; y < size - inset; ++y)
    for (unsigned x = inset; x < size - inset; ++x) put(x, y, draw::rgb(0x0B6B63));
  for (unsigned i = 0; i < size / 2; ++i) { // short stroke down, long stroke up
    const unsigned x = size / 4 + i;
    const unsigned y = i < size / 6 ? size / 2 + i : size / 2 + size / 3 - i;
    for (unsigned thick = 0; thick < size / 8; ++thick) put(x, y + thick, draw::rgb(0xFFFFFF));
  }
  return pixels;
}

} // namespace

struct Window::Inner {
  sf::RenderWindow window;
  std::optional<WindowWatch> watch;
  Translator translator;
  sf::Texture atlas;
  const text::GlyphAtlas* uploaded = nullptr; // whose pixels the texture holds
  int uploaded_height = 0;
  std::map<draw::TextureId, sf::Texture> pictures;
  draw::TextureId next_picture = draw::atlas_texture + 1;
  std::vector<sf::Vertex> vertices; // kept between frames for its memory

  void upload(text::GlyphAtlas& source) {
    text::AtlasRect dirty = source.take_dirty();
    if (uploaded != &source || uploaded_height != source.height()) {
      if (!sfml::create(atlas, static_cast<unsigned>(source.width()),
                        static_cast<unsigned>(source.height())))
        return;
      uploaded = &source;
      uploaded_height = source.height();
      dirty = {0, 0, source.width(), source.height()};
    }
    if (dirty.width > 0) upload_part(source, dirty);
  }

  void upload_part(const text::GlyphAtlas& source, const text::AtlasRect& part) {
    const auto row_bytes = static_cast<std::size_t>(part.width) * 4;
    std::vector<std::uint8_t> pixels(row_bytes * static_cast<std::size_t>(part.height));
    for (int row = 0; row < part.height; ++row) {
      const auto from =
          (static_cast<std::size_t>(part.y + row) * static_cast<std::size_t>(source.width()) +
           static_cast<std::size_t>(part.x)) *
          4;
      std::copy_n(source.pixels().begin() + static_cast<std::ptrdiff_t>(from), row_bytes,
                  pixels.begin() + static_cast<std::ptrdiff_t>(row_bytes) * row);
    }
    sfml::update(atlas, pixels.data(), static_cast<unsigned>(part.width),
                 static_cast<unsigned>(part.height), static_cast<unsigned>(part.x),
                 static_cast<unsigned>(part.y));
  }

  const sf::Texture* texture(draw::TextureId id) const {
    if (id == draw::no_texture) return nullptr;
    if (id == draw::atlas_texture) return &atlas;
    const auto found = pictures.find(id);
    return found == pictures.end() ? nullptr : &found->second;
  }

  void draw(const draw::DrawList& list, const draw::Batch& batch) {
    vertices.clear();
    for (const std::uint32_t index : list.indices().subspan(batch.first, batch.count)) {
      const draw::Vertex& v = list.vertices()[index];
      vertices.push_back(sfml::vertex(v.x, v.y, colour(v.color), v.u, v.v));
    }
    sf::RenderStates states;
    states.texture = texture(batch.texture);
    if (batch.texture == draw::no_texture) states.blendMode = sf::BlendNone;
    if (!vertices.empty()) window.draw(vertices.data(), vertices.size(), sfml::triangles, states);
  }
};

Window::Window() : inner_(std::make_unique<Inner>()) {}
Window::~Window() = default;

core::Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
  silence_sfml();
  if (!display_answers())
    return core::Error{core::ErrorCode::not_found, "There is no display to open a window on.", "",
                       "Run it in a desktop session, or use \"entente drill\"."};
  std::unique_ptr<Window> window(new Window);
  sfml::open(window->inner_->window, static_cast<unsigned>(options.width),
             static_cast<unsigned>(options.height), options.title);
  let_display_go();
  window->inner_->watch.emplace(sfml::handle(window->inner_->window));
  constexpr unsigned icon_size = 64;
  sfml::set_icon(window->inner_->window, icon_size, icon_pixels(icon_size).data());
  return window;
}

std::vector<ui::InputEvent> Window::events() {
  std::vector<ui::InputEvent> found;
  while (const auto event = sfml::poll(inner_->window)) {
    const auto* press = std::get_if<sfml::KeyPressed>(&*event);
    const int keycode =
        press != nullptr ? inner_->watch->take_keycode(letter_or_digit(press->key)) : 0;
    auto translated = inner_->translator.translate(*event, keycode);
    if (translated) found.push_back(std::move(*translated));
  }
  return found;
}

bool Window::needs_repaint() { return inner_->watch->take_expose(); }

void Window::wait(const Waker& waker, std::optional<std::chrono::milliseconds> at_most) {
  inner_->watch->wait(waker, at_most);
}

Size Window::size() const {
  const auto size = inner_->window.getSize();
  return {static_cast<int>(size.x), static_cast<int>(size.y)};
}

float Window::desktop_scale() const { return inner_->watch->scale(); }

void Window::set_title(const std::string& title) {
  inner_->window.setTitle(sf::String::fromUtf8(title.begin(), title.end()));
}

std::string Window::clipboard() const {
  const auto bytes = sf::Clipboard::getString().toUtf8();
  return {bytes.begin(), bytes.end()};
}

void Window::set_clipboard(const std::string& text) {
  sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end()));
}

draw::TextureId Window::add_picture(int width, int height, std::span<const std::uint8_t> rgba) {
  sf::Texture texture;
  const auto w = static_cast<unsigned>(width);
  const auto h = static_cast<unsigned>(height);
  if (width <= 0 || height <= 0 || rgba.size() < std::size_t{w} * h * 4) return 0;
  if (!sfml::create(texture, w, h)) return 0;
  texture.setSmooth(true);
  sfml::update(texture, rgba.data(), w, h, 0, 0);
  inner_->pictures.emplace(inner_->next_picture, std::move(texture));
  return inner_->next_picture++;
}

void Window::remove_picture(draw::TextureId id) { inner_->pictures.erase(id); }

void Window::present(const draw::DrawList& list, draw::Color background) {
  sfml::pixel_view(inner_->window);
  inner_->upload(list.atlas());
  inner_->window.clear(colour(background));
  for (const draw::Batch& batch : list.batches()) inner_->draw(list, batch);
  inner_->window.display();
}

} // namespace entente::platform
