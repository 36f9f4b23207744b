// Dates that no calendar has, and times that run backwards.

#include "deck/check_parts.h"
#include "judge/date_words.h"
#include "judge/tokens.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace entente::deck {

namespace {

int days_in(int month, int year) {
  static constexpr std::array<int, 13> days = {0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return month == 2 && !leap ? 28 : days.at(static_cast<std::size_t>(month));
}

bool is_impossible(int year, int month, int day) {
  return month < 0 || month > 12 || (day > 0 && (month < 1 || day > days_in(month, year)));
}

// A word or number of the text; a mark parts them.
struct Piece {
  std::size_t begin = 0, end = 0;
  std::string_view text;
  bool is_number = false;
  int value = 0; // of a number of at most four digits, ordinal ending or not; else -1
  int month = 0;
};

bool is_letter(char c) {
  return std::isalpha(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 128;
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

int month_named(std::string_view word) {
  const auto symbols = judge::date_symbols(word);
  return symbols && symbols->size() == 1 && !symbols->front().misspelt &&
                 symbols->front().kind == judge::DateSymbol::Kind::month
             ? symbols->front().value
             : 0;
}

Piece read_piece(std::string_view text, std::size_t at) {
  Piece piece{at, at, {}, is_digit(text[at])};
  const auto belongs = [&](char c) { return piece.is_number ? is_digit(c) : is_letter(c); };
  while (piece.end < text.size() && belongs(text[piece.end])) ++piece.end;
  piece.text = text.substr(at, piece.end - at);
  if (!piece.is_number) {
    piece.month = piece.text.size() >= 3 ? month_named(piece.text) : 0;
    return piece;
  }
  piece.value = piece.text.size() <= 4 ? std::stoi(std::string(piece.text)) : -1;
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (text.substr(piece.end).starts_with(ending) &&
        (piece.end + 2 == text.size() || !is_letter(text[piece.end + 2])))
      piece.end += 2;
  return piece;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t at = 0; at < text.size();)
    if (is_digit(text[at]) || is_letter(text[at])) {
      pieces.push_back(read_piece(text, at));
      at = pieces.back().end;
    } else {
      ++at;
    }
  return pieces;
}

class DateFinder {
public:
  explicit DateFinder(std::string_view text) : text_(text), pieces_(pieces_of(text)) {}

  std::vector<DateHit> find() {
    std::vector<DateHit> hits;
    for (std::size_t i = 0; i < pieces_.size();) {
      std::size_t used = 0;
      DateHit hit = read(i, used);
      if (used == 0) {
        ++i;
        continue;
      }
      hit.begin = pieces_[i].begin;
      hit.end = pieces_[i + used - 1].end;
      hits.push_back(hit);
      i += used;
    }
    return hits;
  }

private:
  [[nodiscard]] const Piece* piece(std::size_t i) const {
    return i < pieces_.size() ? &pieces_[i] : nullptr;
  }
  [[nodiscard]] std::string_view between(std::size_t i) const { // pieces i and i + 1
    return text_.substr(pieces_[i].end, pieces_[i + 1].begin - pieces_[i].end);
  }
  [[nodiscard]] bool is_year(std::size_t i) const {
    const Piece* p = piece(i);
    return p && p->is_number && p->text.size() == 4 && p->value >= 1000 && p->value < 2200;
  }
  [[nodiscard]] bool is_month(std::size_t i) const { return piece(i) && piece(i)->month > 0; }
  [[nodiscard]] bool is_small_number(std::size_t i) const {
    const Piece* p = piece(i);
    return p && p->is_number && p->text.size() <= 2 && p->value >= 1;
  }

  DateHit read(std::size_t i, std::size_t& used) const {
    if (const auto hit = read_digits(i, used); used > 0) return hit;
    if (const auto hit = read_day_month(i, used); used > 0) return hit;
    if (const auto hit = read_month_day(i, used); used > 0) return hit;
    if (is_month(i) && i + 1 < pieces_.size() && is_year(i + 1) && is_gap(between(i)))
      return used = 2, made(pieces_[i + 1].value, pieces_[i].month, 0);
    if (is_month(i) && i > 0 && (pieces_[i - 1].text == "from" || pieces_[i - 1].text == "between"))
      return used = 1, made(0, pieces_[i].month, 0);
    if (is_year(i) && !is_part_of_number(i)) return used = 1, made(pieces_[i].value, 0, 0);
    return {};
  }

  static bool is_gap(std::string_view gap) {
    return gap == " " || gap == ", " || gap == ". " || gap == "," || gap == "." || gap == "-";
  }
  static DateHit made(int year, int month, int day) {
    DateHit hit;
    std::tie(hit.year, hit.month, hit.day) = std::tuple(year, month, day);
    hit.impossible = is_impossible(year, month, day);
    return hit;
  }
  // 1,200 and 3.1415 and 2000 % and $2020 are no years.
  [[nodiscard]] bool is_part_of_number(std::size_t i) const {
    const std::size_t begin = pieces_[i].begin, end = pieces_[i].end;
    const std::string_view before = text_.substr(0, begin), after = text_.substr(end);
    const auto joined = [](char mark, char digit) {
      return (mark == ',' || mark == '.') && is_digit(digit);
    };
    return (before.size() >= 2 && joined(before.back(), before[before.size() - 2])) ||
           (after.size() >= 2 && joined(after[0], after[1])) || before.ends_with('$') ||
           after.starts_with(" %") || after.starts_with("%") ||
           (!after.empty() && is_letter(after[0]));
  }

  // 2021-02-30, 30.2.2021, 30/2/2021
  DateHit read_digits(std::size_t i, std::size_t& used) const {
    if (i + 2 >= pieces_.size()) return {};
    const std::string_view mark = between(i);
    if (mark != between(i + 1) || (mark != "-" && mark != "." && mark != "/")) return {};
    const Piece &a = pieces_[i], &b = pieces_[i + 1], &c = pieces_[i + 2];
    if (!b.is_number || b.text.size() > 2) return {};
    if (is_year(i) && c.is_number && c.text.size() <= 2 && mark == "-")
      return used = 3, strict(a.value, b.value, c.value);
    if (!is_small_number(i) || !is_year(i + 2)) return {};
    used = 3;
    if (b.value > 12 && a.value <= 12) return strict(c.value, a.value, b.value);
    DateHit hit = strict(c.value, b.value, a.value);
    if (hit.impossible && a.value <= 12) hit = strict(c.value, a.value, b.value);
    return hit;
  }
  static DateHit strict(int year, int month, int day) {
    DateHit hit = made(year, month, day);
    hit.impossible = hit.impossible || month < 1 || day < 1;
    return hit;
  }

  // 30 February 2021, 30th of February
  DateHit read_day_month(std::size_t i, std::size_t& used) const {
    if (!is_small_number(i) || i + 1 >= pieces_.size()) return {};
    std::size_t m = i + 1;
    if (pieces_[m].text == "of" && m + 1 < pieces_.size()) ++m;
    if (!is_month(m) || !is_gap(between(i)) || !is_gap(between(m - 1))) return {};
    const bool year = is_year(m + 1) && is_gap(between(m));
    const int day = pieces_[i].value;
    if (day > 31 && !year) return {};
    used = m - i + 1 + (year ? 1 : 0);
    return made(year ? pieces_[m + 1].value : 0, pieces_[m].month, day);
  }

  // February 30, 2021
  DateHit read_month_day(std::size_t i, std::size_t& used) const {
    if (!is_month(i) || !is_small_number(i + 1) || !is_gap(between(i))) return {};
    const bool year = is_year(i + 2) && is_gap(between(i + 1));
    const int day = pieces_[i + 1].value;
    if (day > 31 && !year && pieces_[i].text.size() < 4) return {};
    used = year ? 3 : 2;
    return made(year ? pieces_[i + 2].value : 0, pieces_[i].month, day);
  }

  std::string_view text_;
  std::vector<Piece> pieces_;
};

bool is_later(DateHit a, DateHit b) {
  if (a.year == 0) a.year = b.year; // "from June to May 2021"
  if (a.year == 0 || b.year == 0) return false;
  if (a.year != b.year) return a.year > b.year;
  if (a.month == 0 || b.month == 0 || a.month != b.month) return a.month > b.month && b.month > 0;
  return a.day > b.day && b.day > 0;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// "A to B", "A-B", "between A and B"
bool is_range(const DatedText& dated, std::size_t i) {
  const std::string_view text = dated.text;
  const DateHit &a = dated.hits[i], &b = dated.hits[i + 1];
  const std::string_view joint = trimmed(text.substr(a.end, b.begin - a.end));
  const std::string_view before = trimmed(text.substr(0, a.begin));
  if (joint == "to" || joint == "until" || joint == "till" || joint == "-" || joint == "through")
    return joint != "to" || before.ends_with("from") || a.begin == 0;
  return joint == "and" && before.ends_with("between");
}

struct Written {
  Part part;
  const std::string* text;
};

std::vector<Written> parts_with_dates(const Card& card) {
  using Of = Part::Of;
  std::vector<Written> parts = {{{Of::prompt}, &card.prompt},
                                {{Of::answer}, &card.answer.text},
                                {{Of::explanation}, &card.explanation},
                                {{Of::hint}, &card.hint}};
  for (std::size_t i = 0; i < card.answer.items.size(); ++i)
    parts.push_back({{Of::item, i}, &card.answer.items[i]});
  for (const Pair& pair : card.answer.pairs) {
    parts.push_back({{Of::answer}, &pair.left});
    parts.push_back({{Of::answer}, &pair.right});
  }
  for (std::size_t i = 0; i < card.accepted.size(); ++i)
    parts.push_back({{Of::accept, i}, &card.accepted[i]});
  for (std::size_t i = 0; i < card.wrong.size(); ++i)
    parts.push_back({{Of::wrong, i}, &card.wrong[i].text});
  if (card.cloze) parts.push_back({{Of::cloze}, &card.cloze->before});
  if (card.cloze) parts.push_back({{Of::cloze}, &card.cloze->after});
  return parts;
}

bool counts_backwards(const Card& card) {
  static const std::set<std::string> words = {"latest",  "newest",    "recent",    "last",
                                              "reverse", "backwards", "descending"};
  const Words prompt = words_of(card.prompt);
  return std::any_of(prompt.begin(), prompt.end(),
                     [&](const std::string& word) { return words.contains(word); });
}

void check_sequence(const Card& card, Findings& findings) {
  if (card.answer.kind != AnswerKind::sequence || counts_backwards(card)) return;
  std::optional<DateHit> before;
  for (std::size_t i = 0; i < card.answer.items.size(); ++i) {
    const auto dated = find_dates(card.answer.items[i]);
    if (dated.hits.size() != 1) continue;
    if (before && is_later(*before, dated.hits.front()))
      return findings.push_back(
          {Fault::date_order,
           card.id,
           {Part::Of::item, i},
           {},
           "The item " + quoted(card.answer.items[i]) + " is earlier than one before it.",
           "Put the items into the order of their dates.",
           std::nullopt});
    before = dated.hits.front();
  }
}

} // namespace

DatedText find_dates(std::string_view text) {
  DatedText dated{judge::readable(text), {}};
  dated.hits = DateFinder(dated.text).find();
  return dated;
}

void check_dates(const Card& card, Findings& findings) {
  for (const auto& [part, text] : parts_with_dates(card)) {
    if (text->find_first_of("0123456789") == std::string::npos) continue;
    const DatedText dated = find_dates(*text);
    for (const DateHit& hit : dated.hits)
      if (hit.impossible)
        findings.push_back({Fault::impossible_date,
                            card.id,
                            part,
                            {},
                            "No calendar has the date " +
                                quoted(dated.text.substr(hit.begin, hit.end - hit.begin)) + ".",
                            "Correct the day or the month.",
                            std::nullopt});
    for (std::size_t i = 0; i + 1 < dated.hits.size(); ++i)
      if (is_range(dated, i) && is_later(dated.hits[i], dated.hits[i + 1]) &&
          dated.text.find("bc") == std::string::npos)
        findings.push_back({Fault::date_order,
                            card.id,
                            part,
                            {},
                            quoted(*text) + " runs from later to earlier.",
                            "Put the earlier date first.",
                            std::nullopt});
  }
  check_sequence(card, findings);
}

} // namespace entente::deck
