#include "generate/runs.h"

#include <algorithm>

namespace entente::generate {

NameBits::NameBits(const Lexicon& lexicon) {
  const auto bit = [&](const char* name) { return lexicon.class_bit(name); };
  stop = bit("STOPCAP");
  role = bit("ROLE");
  title = bit("TITLE");
  person_noun = bit("PERSONNOUN");
  group = bit("GROUPNOUN");
  anon = bit("ANON");
  institution = bit("INSTITUTION");
  org = bit("ORGHEAD");
  place_head = bit("PLACEHEAD");
  event = bit("EVENTHEAD");
  non_name = bit("NONNAME");
  given = bit("GIVEN");
  family_first = bit("FAMILYFIRST");
  particle = bit("PARTICLE");
  place = bit("PLACE");
  side = bit("SIDE");
  country = bit("COUNTRY");
  demonym = bit("DEMONYM");
  capital = bit("CAPITAL");
  det = bit("DET");
  prep = bit("PREP");
  conj = bit("CONJ");
  pronoun = bit("PRONOUN");
  modal = bit("MODAL");
  be = bit("BE");
  have = bit("HAVE");
  say = bit("SAY");
  cue = say | bit("CALL");
  comma = bit("COMMA");
  lparen = bit("LPAREN");
  rparen = bit("RPAREN");
  adverb = bit("ADVERB");
  month = bit("MONTH") | bit("WEEKDAY");
  past = bit("PAST");
}

std::size_t phrase_length(const Document& document, const Lexicon& lexicon, std::size_t t,
                          std::size_t end, Classes classes) {
  std::size_t longest = 0;
  for (const auto& phrase : lexicon.phrases(document.tokens[t].symbol.word)) {
    if (!(phrase.classes & classes).any() || t + phrase.words.size() > end) continue;
    const bool same = std::equal(
        phrase.words.begin(), phrase.words.end(),
        document.tokens.begin() + static_cast<std::ptrdiff_t>(t),
        [](std::uint32_t word, const Token& token) { return token.symbol.word == word; });
    if (same) longest = std::max(longest, phrase.words.size());
  }
  return longest;
}

namespace {

class RunFinder {
public:
  RunFinder(const Document& document, const Language& language, const NameBits& bits)
      : document_(document), lexicon_(language.lexicon), bits_(bits) {}

  std::vector<Run> run() {
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
      const Sentence& sentence = document_.sentences[s];
      const LineRole role = document_.role_of(sentence);
      if (role == LineRole::noise || role == LineRole::repeated || role == LineRole::credit ||
          role == LineRole::dateline)
        continue;
      scan(s, sentence);
    }
    return std::move(runs_);
  }

private:
  [[nodiscard]] const Token& token(std::size_t t) const { return document_.tokens[t]; }
  [[nodiscard]] bool is_name_word(std::size_t t) const {
    return token(t).is(shape::capital) && token(t).is(shape::word);
  }

  void scan(std::size_t index, const Sentence& sentence) {
    for (std::size_t t = sentence.first_token; t < sentence.end_token;) {
      const bool starts =
          is_name_word(t) && (!token(t).is(bits_.stop) || starts_phrase(t, sentence));
      if (!starts) {
        ++t;
        continue;
      }
      const std::size_t end = extend(t, sentence.end_token);
      add(t, end, index);
      t = end;
    }
  }

  [[nodiscard]] bool starts_phrase(std::size_t t, const Sentence& sentence) const {
    return phrase_length(document_, lexicon_, t, sentence.end_token,
                         bits_.country | bits_.place | bits_.capital) != 0;
  }

  [[nodiscard]] std::size_t extend(std::size_t first, std::size_t end) const {
    std::size_t t = first;
    bool org = false;
    for (;;) {
      const Classes phrases =
          bits_.role | bits_.country | bits_.place | bits_.capital | bits_.demonym;
      const std::size_t phrase = phrase_length(document_, lexicon_, t, end, phrases);
      org = org || token(t).is(bits_.org);
      t += std::max<std::size_t>(phrase, 1);
      t = through_link(t, end, org);
      if (t >= end || !is_name_word(t) || token(t).is(shape::glued)) return std::min(t, end);
      // "James To": a surname may look like a small word.
      if (token(t).is(bits_.stop) && !token(t).is(bits_.given) &&
          !(t == first + 1 && token(first).is(bits_.given)))
        return t;
    }
  }

  // Skips what may stand inside a name: "of" after University, "van" before a name, "&".
  [[nodiscard]] std::size_t through_link(std::size_t t, std::size_t end, bool org) const {
    if (t + 1 >= end) return t;
    const std::string_view form = document_.form(t);
    if (token(t).is(bits_.particle) && !token(t).is(shape::capital) && is_name_word(t + 1) &&
        !token(t).is(shape::mark) && form != "y" && form != "e" && form != "i")
      return t + 1;
    if (t + 2 < end && token(t).is(bits_.particle) && token(t + 1).is(bits_.particle) &&
        is_name_word(t + 2) && token(t).is(shape::word)) // "von der"
      return t + 2;
    if (form == "&" && is_name_word(t + 1)) return t + 1;
    if (!org || (form != "of" && form != "for" && form != "on")) return t;
    std::size_t next = t + 1;
    if (document_.form(next) == "the" && next + 1 < end) ++next;
    const bool a_name = is_name_word(next) && !token(next).is(bits_.stop);
    return a_name && (form == "of" || token(t - 1).is(bits_.org)) ? next : t;
  }

  void add(std::size_t first, std::size_t end, std::size_t sentence) {
    Run run{first, end, sentence, first, false, false, false};
    for (std::size_t t = first; t < end;) {
      const std::size_t phrase = phrase_length(document_, lexicon_, t, end, bits_.role);
      // "Dean Kamen": a given name that is a role elsewhere.
      const bool given = t == first && token(t).is(bits_.given) && end - t == 2;
      const bool role = !given && (phrase > 0 || token(t).is(bits_.role));
      const bool title = token(t).is(bits_.title) && end - t > 1;
      const std::size_t next = t + std::max<std::size_t>(phrase, 1);
      // "Judge" and "Mark" are names too when nothing follows them.
      if (role || title) {
        run.name = next;
        run.has_role = run.has_role || role;
        run.has_title = run.has_title || title;
      }
      if (token(t).is(bits_.org) && phrase == 0) run.has_org_head = true;
      t = next;
    }
    // "Resident Derek Plumb"
    if (!run.has_role && end - first > 2 && token(first).is(bits_.person_noun)) {
      run.name = first + 1;
      run.has_role = true;
    }
    runs_.push_back(run);
  }

  const Document& document_;
  const Lexicon& lexicon_;
  const NameBits& bits_;
  std::vector<Run> runs_;
};

} // namespace

std::vector<Run> find_runs(const Document& document, const Language& language,
                           const NameBits& bits) {
  return RunFinder(document, language, bits).run();
}

} // namespace entente::generate
