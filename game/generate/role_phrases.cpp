#include "generate/role_phrases.h"

#include <algorithm>

namespace entente::generate {

namespace {

constexpr std::size_t longest_before = 7, longest_after = 16; // tokens

std::string words(const Document& document, std::size_t first, std::size_t end) {
  return std::string(document.words(document.span_of(first, end)));
}

bool is_role_word(const Document& document, const NameBits& bits, std::size_t t) {
  return document.tokens[t].is(bits.role);
}

// May stand inside a role phrase, left of its head.
bool is_modifier(const Document& document, const NameBits& bits, std::size_t t) {
  const Token& token = document.tokens[t];
  if (token.is(shape::possessive)) return true;
  if (!token.is(shape::word)) return document.form(t) == "-" && token.is(shape::glued);
  return !token.is(bits.function() | bits.cue | bits.month | bits.past) ||
         (token.is(shape::capital) && !token.is(bits.stop));
}

std::size_t left_edge(const Document& document, const NameBits& bits, std::size_t head) {
  std::size_t first = head;
  while (first > 0 && head - first < longest_before && is_modifier(document, bits, first - 1) &&
         document.tokens[first].span.begin - document.tokens[first - 1].span.end <= 1)
    --first;
  // "University of Texas student": the organisation's name goes on before its "of".
  if (first > 1 && document.form(first - 1) == "of" && document.tokens[first].is(shape::capital) &&
      document.tokens[first - 2].is(bits.org) && document.tokens[first - 2].is(shape::capital))
    first -= 2;
  while (first < head && document.tokens[first].is(shape::possessive)) ++first;
  return first;
}

// Capitalised words of the phrase that are not the role itself.
std::string organisation_in(const Document& document, const NameBits& bits, std::size_t first,
                            std::size_t end) {
  std::size_t begin = end, last = end;
  for (std::size_t t = first; t < end; ++t) {
    const Token& token = document.tokens[t];
    if (!token.is(shape::capital) || token.is(bits.role)) continue;
    if (begin == end) begin = t;
    last = t + 1;
  }
  return begin == end ? std::string() : words(document, begin, last);
}

// End of the apposition that opens at `end` with a comma, or `end` when it is none.
std::size_t apposition_end(const Document& document, const NameBits& bits, std::size_t end,
                           std::size_t sentence_end) {
  if (end + 2 >= sentence_end || !document.tokens[end].is(bits.comma)) return end;
  std::size_t t = end + 1;
  if (document.tokens[t].is(shape::number) && document.tokens[t + 1].is(bits.comma)) t += 2;
  for (std::size_t n = 0; t < sentence_end && n < longest_after; ++t, ++n) {
    const Token& token = document.tokens[t];
    if (token.is(bits.comma) || document.form(t) == "." || document.form(t) == ";") return t;
    const bool relative = document.form(t - 1) == "who" || document.form(t - 1) == "that";
    if (token.is(bits.say | bits.be | bits.modal | bits.have) && !token.is(shape::capital) &&
        n > 0 && !relative)
      return end;
  }
  return end;
}

} // namespace

bool is_role_before(const Document& document, const NameBits& bits, std::size_t first) {
  if (first == 0) return false;
  std::size_t t = first - 1;
  const bool comma = document.tokens[t].is(bits.comma);
  if (comma && t > 0) --t;
  const Token& token = document.tokens[t];
  if (!token.is(bits.role | bits.person_noun) || token.span.end > document.tokens[first].span.begin)
    return false;
  // "the leader, Monday" is no name; the caller knows that a name follows.
  return comma || document.tokens[first].span.begin - token.span.end <= 1;
}

RolePhrase role_before(const Document& document, const NameBits& bits, std::size_t first,
                       std::size_t name) {
  std::size_t end = name;
  if (first == name) { // the role stands outside the run, in lower case
    if (!is_role_before(document, bits, first)) return {};
    end = document.tokens[first - 1].is(bits.comma) ? first - 1 : first;
  }
  if (end == 0 || end <= first - std::min(first, longest_before)) return {};
  std::size_t head = end - 1;
  while (head > first && !is_role_word(document, bits, head)) --head;
  const bool titled_only = first < name && document.tokens[end - 1].is(bits.title) &&
                           !document.tokens[end - 1].is(bits.role);
  if (titled_only || document.tokens[end - 1].is(bits.person_noun)) return {};
  const std::size_t begin = left_edge(document, bits, std::min(first, end - 1));
  return {words(document, begin, end), organisation_in(document, bits, begin, end)};
}

RolePhrase role_after(const Document& document, const Language& language, const NameBits& bits,
                      std::size_t end, std::size_t sentence) {
  if (!has_role_after(document, language, bits, end, sentence)) return {};
  const std::size_t sentence_end = document.sentences[sentence].end_token;
  const std::size_t close = apposition_end(document, bits, end, sentence_end);
  std::size_t begin = end + 1;
  if (document.tokens[begin].is(shape::number)) begin += 2;
  if (begin < close && document.tokens[begin].is(bits.det)) ++begin;
  if (begin >= close) return {};
  return {words(document, begin, close), organisation_in(document, bits, begin, close)};
}

bool has_role_after(const Document& document, const Language& language, const NameBits& bits,
                    std::size_t end, std::size_t sentence) {
  const std::size_t sentence_end = document.sentences[sentence].end_token;
  const std::size_t close = apposition_end(document, bits, end, sentence_end);
  for (std::size_t t = end + 1; t < close; ++t) {
    if (document.tokens[t].is(bits.prep)) return false;
    const std::size_t phrase = phrase_length(document, language.lexicon, t, close, bits.role);
    if (phrase > 0 || document.tokens[t].is(bits.role)) return true;
  }
  return false;
}

bool is_governed(const Document& document, const Language& language, std::size_t t) {
  const Classes object = language.lexicon.class_bit("OBJPREP");
  const Classes det = language.lexicon.class_bit("DET");
  if (t > 0 && document.tokens[t - 1].is(det)) --t;
  // "of The Globe and Mail": the second of two names stands behind the same preposition.
  if (t > 1 && document.form(t - 1) == "and" && document.tokens[t - 2].is(shape::capital)) {
    --t;
    while (t > 0 && document.tokens[t - 1].is(shape::capital)) --t;
    if (t > 0 && document.tokens[t - 1].is(det)) --t;
  }
  return t > 0 && document.tokens[t - 1].is(object) && !document.tokens[t - 1].is(shape::capital);
}

namespace {

class RoleMentions {
public:
  RoleMentions(const Document& document, const Language& language, const NameBits& bits,
               const std::vector<bool>& taken)
      : document_(document), language_(language), bits_(bits), taken_(taken) {}

  std::vector<RoleMention> run() {
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) scan(s);
    return std::move(found_);
  }

private:
  void scan(std::size_t index) {
    const Sentence& sentence = document_.sentences[index];
    std::size_t free_from = sentence.first_token;
    for (std::size_t t = sentence.first_token; t < sentence.end_token; ++t) {
      const std::size_t head = head_at(t, sentence.end_token);
      if (head == 0) continue;
      const std::size_t first = std::max(begin_of(t), free_from);
      const std::size_t end = end_of(t + head, sentence.end_token);
      found_.push_back({first, end, index});
      free_from = end;
      t = end - 1;
    }
  }

  // Tokens of a head noun at t, or 0.
  [[nodiscard]] std::size_t head_at(std::size_t t, std::size_t end) const {
    if (taken_[t]) return 0;
    const Classes heads =
        bits_.role | bits_.group | bits_.anon | bits_.institution | bits_.person_noun;
    const std::size_t phrase = phrase_length(document_, language_.lexicon, t, end, bits_.role);
    if (phrase > 0) return phrase;
    const Token& token = document_.tokens[t];
    if (!token.is(heads) || token.is(bits_.cue)) return 0;
    // A head noun is the last of its kind: "police officers".
    const bool more = t + 1 < end && !taken_[t + 1] && document_.tokens[t + 1].is(heads) &&
                      !document_.tokens[t + 1].is(bits_.cue);
    return more || is_bare(t) ? 0 : 1;
  }

  // "took office": an institution without an article is nobody.
  [[nodiscard]] bool is_bare(std::size_t t) const {
    const Token& token = document_.tokens[t];
    const bool only_institution =
        token.is(bits_.institution) && !token.is(bits_.role | bits_.group | bits_.anon);
    if (!only_institution || token.is(shape::capital) || t == 0) return false;
    if (document_.form(t).ends_with('s')) return false;
    const Token& before = document_.tokens[t - 1];
    return before.is(bits_.past | bits_.prep | bits_.cue | bits_.modal);
  }

  [[nodiscard]] std::size_t begin_of(std::size_t head) const {
    return left_edge(document_, bits_, head);
  }

  // "ambassador to Britain", "spokesperson for the group"
  [[nodiscard]] std::size_t end_of(std::size_t t, std::size_t end) const {
    if (t + 1 >= end || !is_link(t)) return t;
    std::size_t next = t + 1;
    if (document_.tokens[next].is(bits_.det)) ++next;
    const std::size_t first = next;
    while (next < end && next - first < 5 && document_.tokens[next].is(shape::word) &&
           is_modifier(document_, bits_, next) && (taken_[next] || !taken_[first]))
      ++next;
    const bool named = next > first && (document_.tokens[next - 1].is(shape::capital) ||
                                        document_.tokens[next - 1].is(bits_.institution));
    return named ? next : t;
  }

  [[nodiscard]] bool is_link(std::size_t t) const {
    const std::string_view form = document_.form(t);
    return form == "of" || form == "for" || form == "to" || form == "at" || form == "with";
  }

  const Document& document_;
  const Language& language_;
  const NameBits& bits_;
  const std::vector<bool>& taken_;
  std::vector<RoleMention> found_;
};

} // namespace

std::vector<RoleMention> role_mentions(const Document& document, const Language& language,
                                       const NameBits& bits, const std::vector<bool>& taken) {
  return RoleMentions(document, language, bits, taken).run();
}

} // namespace entente::generate
