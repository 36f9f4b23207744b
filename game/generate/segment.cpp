#include "generate/segment.h"

#include "generate/characters.h"

#include <algorithm>

namespace entente::generate {

namespace {

class Pairing {
public:
  explicit Pairing(const Document& document) : document_(document) {}

  std::vector<Marked> run() {
    for (std::size_t line = 0; line < document_.lines.size(); ++line) pair_line(line, false);
    const std::size_t doubles = quotes_.size();
    for (std::size_t line = 0; line < document_.lines.size(); ++line) pair_line(line, true);
    drop_nested(doubles);
    std::sort(quotes_.begin(), quotes_.end(),
              [](const Marked& a, const Marked& b) { return a.open < b.open; });
    return std::move(quotes_);
  }

private:
  void pair_line(std::size_t line, bool single) {
    const auto [first, end] = document_.line_tokens[line];
    std::size_t open = none;
    // A caption may stand between two paragraphs of one quotation.
    const bool counts = !single && document_.lines[line].role == LineRole::body;
    bool left_open = counts && left_open_;
    if (counts) left_open_ = false;
    for (std::size_t t = first; t < end; ++t) {
      if (!document_.tokens[t].is(shape::mark)) continue;
      const QuoteMark mark =
          single ? single_quote(document_.form(t)) : double_quote(document_.form(t));
      if (mark == QuoteMark::none) continue;
      if (open == none) {
        if (left_open && looks_closing(t, first, end)) {
          add_continued(first, t, line);
        } else if (can_open(t, first, end, mark, single)) {
          open = t;
        }
        left_open = false;
      } else if (can_close(t, end, mark, single)) {
        add(open, t, line, true, single);
        open = none;
      } else if (mark == QuoteMark::opens) {
        open = t; // the first was never closed
      }
    }
    if (open == none || single) return;
    add(open, end, line, false, single);
    left_open_ = left_open_ || counts;
  }

  // “… on and on.¶ And on.” She left: a mark behind a word and before a space, with none before it.
  [[nodiscard]] bool looks_closing(std::size_t t, std::size_t first, std::size_t end) const {
    return t > first + 1 && glued(t) &&
           (t + 1 == end || !glued(t + 1) || document_.tokens[t + 1].is(shape::mark));
  }

  void add_continued(std::size_t first, std::size_t close, std::size_t line) {
    const Span inside{document_.tokens[first].span.begin, document_.tokens[close].span.begin};
    quotes_.push_back({first, close, inside, line, true, false, true});
  }

  [[nodiscard]] bool glued(std::size_t t) const { return document_.tokens[t].is(shape::glued); }

  // A single mark opens only before a word and after a space, so that apostrophes do not count.
  [[nodiscard]] bool can_open(std::size_t t, std::size_t first, std::size_t end, QuoteMark mark,
                              bool single) const {
    if (t + 1 >= end) return false;
    if (!single) return mark != QuoteMark::closes || t == first;
    if (mark == QuoteMark::closes) return false;
    return (t == first || !glued(t) || document_.tokens[t - 1].is(shape::mark)) && glued(t + 1);
  }

  // A second opening mark closes where only a closing one makes sense: after a word, before space.
  [[nodiscard]] bool can_close(std::size_t t, std::size_t end, QuoteMark mark, bool single) const {
    const bool word_follows =
        t + 1 < end && glued(t + 1) && !document_.tokens[t + 1].is(shape::mark | shape::possessive);
    if (single) return mark != QuoteMark::opens && glued(t) && !word_follows;
    if (mark == QuoteMark::opens) return glued(t) && !word_follows;
    return true;
  }

  void add(std::size_t open, std::size_t close, std::size_t line, bool closed, bool single) {
    const std::size_t begin = document_.tokens[open].span.end;
    const std::size_t end =
        closed ? document_.tokens[close].span.begin : document_.lines[line].span.end;
    if (end > begin) quotes_.push_back({open, close, {begin, end}, line, closed, single, false});
  }

  // Single marks count where they do not stand inside double ones.
  void drop_nested(std::size_t doubles) {
    std::vector<Span> outer;
    for (std::size_t i = 0; i < doubles; ++i) outer.push_back(quotes_[i].inside);
    std::erase_if(quotes_, [&](const Marked& quote) {
      if (!quote.single) return false;
      const auto after =
          std::upper_bound(outer.begin(), outer.end(), quote.inside.begin,
                           [](std::size_t at, const Span& span) { return at < span.begin; });
      return after != outer.begin() && std::prev(after)->touches(quote.inside);
    });
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  const Document& document_;
  std::vector<Marked> quotes_;
  bool left_open_ = false; // by the line before
};

class Cutter {
public:
  Cutter(Document& document, const std::vector<Marked>& quotes, const Language& language)
      : document_(document),
        quotes_(quotes),
        abbreviation_(language.lexicon.class_bit("ABBR")),
        stop_(language.lexicon.class_bit("STOP")) {}

  void run() {
    for (std::size_t line = 0; line < document_.lines.size(); ++line) cut_line(line);
  }

private:
  void cut_line(std::size_t line) {
    const auto [first, end] = document_.line_tokens[line];
    std::size_t begin = first;
    for (std::size_t t = first; t < end; ++t) {
      const std::size_t after = end_after(t, end);
      if (after == 0) continue;
      add(begin, after, line);
      begin = after;
      t = after - 1;
    }
    if (begin < end) add(begin, end, line);
  }

  void add(std::size_t begin, std::size_t end, std::size_t line) {
    document_.sentences.push_back({document_.span_of(begin, end), line, begin, end});
  }

  // The quotation that token t stands in, or null.
  const Marked* quote_at(std::size_t t) {
    while (next_quote_ < quotes_.size() && quotes_[next_quote_].close < t) ++next_quote_;
    if (next_quote_ == quotes_.size()) return nullptr;
    const Marked& quote = quotes_[next_quote_];
    return quote.open < t && t <= quote.close ? &quote : nullptr;
  }

  // First token of the next sentence if one ends at t; 0 if none does.
  std::size_t end_after(std::size_t t, std::size_t end) {
    const Token& token = document_.tokens[t];
    const bool ends_word = token.is(abbreviation_) && document_.form(t).ends_with('.');
    if (!token.is(stop_) && !ends_word) return 0;
    std::size_t next = t + 1;
    while (next < end && is_tail(next)) ++next;
    if (next == end) return end;
    if (document_.tokens[next].is(shape::glued)) return 0;
    if (!may_begin_sentence(next, ends_word)) return 0;
    const Marked* quote = quote_at(t);
    if (quote != nullptr && next <= quote->close && !ends_inside(*quote)) return 0;
    return next;
  }

  // A long quotation of several sentences is several sentences.
  static bool ends_inside(const Marked& quote) { return quote.close - quote.open > 9; }

  // Marks that belong to the sentence just ended: more stops, closing quotes and brackets.
  [[nodiscard]] bool is_tail(std::size_t t) const {
    const Token& token = document_.tokens[t];
    if (!token.is(shape::mark) || !token.is(shape::glued)) return false;
    const std::string_view form = document_.form(t);
    return token.is(stop_) || form == ")" || form == "]" || double_quote(form) != QuoteMark::none ||
           single_quote(form) == QuoteMark::closes || form == "'";
  }

  [[nodiscard]] bool may_begin_sentence(std::size_t t, bool after_abbreviation) const {
    const Token& token = document_.tokens[t];
    const std::string_view form = document_.form(t);
    if (token.is(shape::mark))
      return double_quote(form) != QuoteMark::none || single_quote(form) != QuoteMark::none ||
             form == "(" || form == "[";
    if (after_abbreviation) return false;
    if (token.is(shape::number)) return true;
    return token.is(shape::capital) || static_cast<unsigned char>(form[0]) >= 0x80;
  }

  Document& document_;
  const std::vector<Marked>& quotes_;
  Classes abbreviation_, stop_;
  std::size_t next_quote_ = 0;
};

} // namespace

std::vector<Marked> pair_quotes(const Document& document) { return Pairing(document).run(); }

void cut_sentences(Document& document, const std::vector<Marked>& quotes,
                   const Language& language) {
  Cutter(document, quotes, language).run();
}

} // namespace entente::generate
