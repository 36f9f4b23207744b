// Cards to cut out: eight a page, fronts and backs. The backs run the other way across the page, so
// that they meet their fronts when it is printed on both sides and turned on its long edge.

#include "exchange/paper_parts.h"

#include <algorithm>

namespace entente::exchange::paper {

namespace {

constexpr int columns = 2, rows = 4, a_page = columns * rows;
constexpr double least_size = 6;                      // points
constexpr double close_below = 8, close_lines = 0.86; // small words stand closer, still readable
constexpr double side = 42.5, padding = 14;           // points; 15 mm left and right

class CardDrawing {
public:
  CardDrawing(Canvas& canvas, const deck::Deck& deck, const LoadMedia& load_media, Report& report)
      : canvas_(canvas), deck_(deck), load_media_(load_media), report_(report) {
    wide_ = (canvas.size().width - 2 * side) / columns;
    high_ = (canvas.size().height - 2 * side) / rows;
  }

  void draw() {
    const std::size_t count = deck_.cards.size();
    for (std::size_t first = 0; first < count; first += a_page) {
      if (first > 0) canvas_.new_page();
      const std::size_t end = std::min(first + a_page, count);
      crop_marks();
      for (std::size_t i = first; i < end; ++i) front(i, i - first);
      canvas_.new_page();
      crop_marks();
      for (std::size_t i = first; i < end; ++i) back(i, i - first);
    }
  }

private:
  struct Room {
    double x = 0, y = 0, width = 0, height = 0;
  };

  [[nodiscard]] Room room(std::size_t place, bool is_back) const {
    const auto column = static_cast<int>(place) % columns;
    const auto row = static_cast<int>(place) / columns;
    const int across = is_back ? columns - 1 - column : column;
    return {side + across * wide_ + padding, side + row * high_ + padding, wide_ - 2 * padding,
            high_ - 2 * padding};
  }

  // Short lines outside the cards, and small crosses where four meet.
  void crop_marks() {
    const double right = canvas_.size().width, bottom = canvas_.size().height;
    for (int i = 0; i <= columns; ++i) {
      const double x = side + i * wide_;
      canvas_.line(x, 16, x, side - 8, grey, 0.4);
      canvas_.line(x, bottom - side + 8, x, bottom - 16, grey, 0.4);
    }
    for (int i = 0; i <= rows; ++i) {
      const double y = side + i * high_;
      canvas_.line(16, y, side - 8, y, grey, 0.4);
      canvas_.line(right - side + 8, y, right - 16, y, grey, 0.4);
    }
    for (int i = 1; i < rows; ++i) {
      const double x = side + wide_, y = side + i * high_;
      canvas_.line(x - 3, y, x + 3, y, pale, 0.4);
      canvas_.line(x, y - 3, x, y + 3, pale, 0.4);
    }
  }

  void corner(const Room& room, std::size_t number, const std::string& other, Colour colour) {
    canvas_.draw(canvas_.words(other, sans(7.5, true, colour), room.width - 30), room.x,
                 room.y - 3);
    Style style = sans(7.5);
    style.align = PANGO_ALIGN_RIGHT;
    canvas_.draw(canvas_.words(std::to_string(number + 1), style, 26), room.x + room.width - 26,
                 room.y - 3);
  }

  // The largest size at which the words fit.
  Words fitted(const std::string& words, Style style, double width, double height,
               const deck::Card& card) {
    for (; style.size > least_size; style.size -= 0.5) {
      if (style.size < close_below) style.spacing = close_lines;
      Words fit = canvas_.words(words, style, width);
      if (fit.height() <= height) return fit;
    }
    Words cut = canvas_.words(words, style, width);
    if (cut.height() <= height) return cut;
    report_.changed("long words on a card", "They are cut where smaller type could not be read.",
                    card.id);
    cut.cut_to(height);
    return cut;
  }

  void front(std::size_t i, std::size_t place) {
    const deck::Card& card = deck_.cards[i];
    const Room all = room(place, false);
    const deck::Category* category = deck::find_category(deck_, card.category);
    corner(all, i, category ? category->name : "", colour_of(category));
    double top = all.y + 14;
    const double bottom = all.y + all.height;
    if (!card.image.empty() && picture(card, all, top)) top += all.height * 0.5;
    Style style = serif(13);
    style.align = PANGO_ALIGN_CENTER;
    const Words words = fitted(card.prompt, style, all.width, bottom - top, card);
    canvas_.draw(words, all.x, top + (bottom - top - words.height()) / 2);
  }

  bool picture(const deck::Card& card, const Room& all, double top) {
    const auto bytes =
        load_media_ ? load_media_(card.image) : core::Result<std::string>(core::Error{});
    if (bytes && canvas_.picture(*bytes, all.x, top, all.width, all.height * 0.48)) return true;
    report_.dropped("picture", "It cannot be read, or is no PNG.", card.id);
    return false;
  }

  void back(std::size_t i, std::size_t place) {
    const deck::Card& card = deck_.cards[i];
    const Room all = room(place, true);
    corner(all, i, paragraph_words(card), grey);
    const double top = all.y + 14, height = all.height - 14;
    Style answer_style = serif(14, true), more_style = serif(8.5);
    answer_style.align = more_style.align = PANGO_ALIGN_CENTER;
    more_style.colour = grey;
    const std::string& more = card.explanation;
    const double share = more.empty() ? height : height * 0.55;
    const Words answer =
        fitted(deck::answer_line(card.answer), answer_style, all.width, share, card);
    if (more.empty()) return canvas_.draw(answer, all.x, top + (height - answer.height()) / 2);
    const double gap = 8;
    const Words words = fitted(more, more_style, all.width, height - answer.height() - gap, card);
    const double y = top + (height - answer.height() - gap - words.height()) / 2;
    canvas_.draw(answer, all.x, y);
    canvas_.draw(words, all.x, y + answer.height() + gap);
  }

  Canvas& canvas_;
  const deck::Deck& deck_;
  const LoadMedia& load_media_;
  Report& report_;
  double wide_ = 0, high_ = 0;
};

} // namespace

void draw_cards(Canvas& canvas, const deck::Deck& deck, const LoadMedia& load_media,
                Report& report) {
  CardDrawing(canvas, deck, load_media, report).draw();
}

} // namespace entente::exchange::paper
