// A card against the text it was made from: quotations and speakers.

#include "deck/check_parts.h"
#include "deck/source_text.h"
#include "deck/xml_text.h"
#include "judge/person.h"
#include "judge/word_list.h"
#include "text/unicode.h"

#include <algorithm>
#include <array>

namespace entente::deck {

namespace {

// Short quoted words in an explanation are as often irony as quotation.
constexpr std::size_t fewest_words_in_prose = 3;

struct Marks {
  std::string_view open, close;
};
constexpr std::array<Marks, 4> quotation_marks = {
    {{"“", "”"}, {"„", "“"}, {"«", "»"}, {"\"", "\""}}};

// What stands between quotation marks, in order.
std::vector<std::string> quotations(std::string_view text) {
  std::vector<std::string> found;
  for (const Marks& marks : quotation_marks)
    for (std::size_t at = text.find(marks.open); at != std::string_view::npos;) {
      const std::size_t begin = at + marks.open.size();
      const std::size_t end = text.find(marks.close, begin);
      if (end == std::string_view::npos) break;
      found.emplace_back(text.substr(begin, end - begin));
      at = text.find(marks.open, end + marks.close.size());
    }
  return found;
}

// The stretches between what a quotation leaves out (…, [...]) or puts in [brackets].
std::vector<Words> stretches(std::string_view quotation) {
  std::vector<Words> parts;
  std::string part;
  const auto close = [&] {
    if (Words words = words_of(part); !words.empty()) parts.push_back(std::move(words));
    part.clear();
  };
  for (std::size_t at = 0; at < quotation.size();) {
    const std::string_view rest = quotation.substr(at);
    const auto skip = [&](std::size_t bytes) {
      close();
      at += bytes;
    };
    if (rest.starts_with("…"))
      skip(std::string_view("…").size());
    else if (rest.starts_with("...") || rest.starts_with("___"))
      skip(3);
    else if (rest.front() == '[')
      skip(std::min(rest.find(']'), rest.size() - 1) + 1);
    else
      part += quotation[at++];
  }
  close();
  return parts;
}

bool stands_in(const SourceWords& source, std::string_view quotation) {
  const auto parts = stretches(quotation);
  return std::all_of(parts.begin(), parts.end(),
                     [&](const Words& part) { return holds(source.words, part); });
}

class QuoteCheck {
public:
  QuoteCheck(const Card& card, const SourceWords& source, Findings& findings)
      : card_(card), source_(source), findings_(findings) {}

  void run() {
    if (card_.answer.kind == AnswerKind::quote && quotations(card_.answer.text).empty())
      check({Part::Of::answer}, card_.answer.text);
    quoted_in({Part::Of::prompt}, card_.prompt, 1);
    quoted_in({Part::Of::answer}, card_.answer.text, 1);
    for (std::size_t i = 0; i < card_.answer.items.size(); ++i)
      quoted_in({Part::Of::item, i}, card_.answer.items[i], 1);
    for (const Pair& pair : card_.answer.pairs) {
      quoted_in({Part::Of::answer}, pair.left, 1);
      quoted_in({Part::Of::answer}, pair.right, 1);
    }
    if (card_.cloze)
      quoted_in({Part::Of::cloze},
                card_.cloze->before + answer_line(card_.answer) + card_.cloze->after, 1);
    quoted_in({Part::Of::explanation}, card_.explanation, fewest_words_in_prose);
    for (std::size_t i = 0; i < card_.wrong.size(); ++i)
      quoted_in({Part::Of::wrong, i}, card_.wrong[i].reason, fewest_words_in_prose);
  }

private:
  void quoted_in(Part part, std::string_view text, std::size_t fewest) {
    for (const std::string& quotation : quotations(text))
      if (words_of(quotation).size() >= fewest) check(part, quotation);
  }
  void check(Part part, const std::string& quotation) {
    if (stands_in(source_, quotation)) return;
    const auto same = [&](const Finding& finding) {
      return finding.fault == Fault::quote && finding.part == part;
    };
    if (std::any_of(findings_.begin(), findings_.end(), same)) return;
    findings_.push_back({Fault::quote,
                         card_.id,
                         part,
                         {},
                         "The source does not have the words " + quoted(quotation) + ".",
                         "Quote it word for word, mark what is left out by …, or take the "
                         "quotation marks away.",
                         std::nullopt});
  }

  const Card& card_;
  const SourceWords& source_;
  Findings& findings_;
};

bool says(std::string_view word) {
  static const judge::WordSet words(
      "said says say saying told tells stated states stating added adds called calls calling "
      "termed terms described describes describing stressed stressing insisted insists warned "
      "warns announced announces declared declares claimed claims argued argues wrote writes "
      "explained explains noted notes replied replies asked asks spoke speaks quoted remarked "
      "commented accused criticised criticized scolded praised promised denied admitted "
      "suggested urged pointed characterised characterized labelled labeled dubbed complained "
      "tweeted tweets tweeting posted posts recalled recalls observed observes concluded concludes "
      "according statement speech remarks words phrase rated rebuked reproached used summed");
  return words.contains(word);
}

// "Who said ...", "Which person used the words ...": the answer is a speaker.
bool asks_for_speaker(const Card& card) {
  static const judge::WordSet persons("who whose whom which");
  static const judge::WordSet saying(
      "said says say told stated called calls termed described stressed insisted warned announced "
      "declared claimed argued explained noted replied spoke quoted remarked commented accused "
      "criticised criticized promised denied admitted speaker words phrase quotation quote "
      "warning labelled labeled dubbed complained uttered");
  if (card.answer.kind != AnswerKind::person) return false;
  const Words words = words_of(card.prompt);
  const auto any = [&](const judge::WordSet& set) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return set.contains(word); });
  };
  return any(persons) && (any(saying) || !quotations(card.prompt).empty());
}

// The words by which a person may be named alone: the whole name, the family name.
std::vector<std::string> names_of(std::string_view person) {
  std::vector<std::string> names;
  const judge::Name name = judge::read_name(person);
  if (!name.parts.empty()) names.push_back(name.parts.back());
  const Words words = words_of(person);
  if (names.empty() && !words.empty()) names.push_back(words.back());
  return names;
}

bool names(const Words& sentence, const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::find(sentence.begin(), sentence.end(), name) != sentence.end();
  });
}

Sentence made_sentence(std::string_view text) {
  static const judge::WordSet pronouns("he she they his her i");
  Sentence sentence{words_of(text)};
  sentence.speaks = !quotations(text).empty() || text.find("“") != std::string_view::npos;
  for (const std::string& word : sentence.words) {
    sentence.speaks = sentence.speaks || says(word);
    sentence.pronoun = sentence.pronoun || pronouns.contains(word);
  }
  return sentence;
}

std::vector<Sentence> sentences_of(std::string_view paragraph) {
  std::vector<Sentence> sentences;
  std::size_t begin = 0;
  for (std::size_t at = 0; at + 1 < paragraph.size(); ++at) {
    if (std::string_view(".!?").find(paragraph[at]) == std::string_view::npos) continue;
    const std::size_t space = paragraph.find(' ', at);
    if (space == std::string_view::npos || space > at + 5) continue; // closing marks at most
    sentences.push_back(made_sentence(paragraph.substr(begin, space - begin)));
    begin = space;
    at = space;
  }
  sentences.push_back(made_sentence(paragraph.substr(begin)));
  return sentences;
}

// Near enough to speaking: named in a sentence that quotes or says, or just before one whose
// subject is a pronoun.
bool spoke(const SourceWords& source, const std::vector<std::string>& person) {
  for (const auto& block : source.blocks) {
    bool named_before = false;
    for (const Sentence& sentence : block) {
      const bool named = names(sentence.words, person);
      if (sentence.speaks && (named || (named_before && sentence.pronoun))) return true;
      named_before = named || (named_before && sentence.pronoun);
    }
  }
  return false;
}

void check_speakers(const Card& card, const SourceWords& source, Findings& findings) {
  if (!asks_for_speaker(card)) return;
  if (const auto person = names_of(card.answer.text); !spoke(source, person))
    findings.push_back(
        {Fault::speaker,
         card.id,
         {Part::Of::answer},
         {},
         quoted(card.answer.text) + (names(source.words, person) ? " never speaks in the source."
                                                                 : " is not in the source."),
         "Look up in the source who says it.",
         std::nullopt});
  for (std::size_t i = 0; i < card.wrong.size(); ++i)
    if (!names(source.words, names_of(card.wrong[i].text)))
      findings.push_back(
          {Fault::speaker,
           card.id,
           {Part::Of::wrong, i},
           {},
           "The wrong option " + quoted(card.wrong[i].text) + " is nobody in the source.",
           "Offer somebody who speaks there, so that the text decides.",
           std::nullopt});
}

} // namespace

SourceWords::SourceWords(std::string_view text) : words(words_of(text)) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (const std::string line = collapse(text.substr(at, end - at)); !line.empty())
      blocks.push_back(sentences_of(line));
    at = end + 1;
  }
  body_paragraphs = deck::body_paragraphs(text).size();
}

void check_source(const Card& card, const SourceWords& source, Findings& findings) {
  QuoteCheck(card, source, findings).run();
  check_speakers(card, source, findings);
  const int paragraph = card.passage ? card.passage->paragraph : 0;
  if (paragraph > static_cast<int>(source.body_paragraphs))
    findings.push_back({Fault::passage,
                        card.id,
                        {Part::Of::passage},
                        {},
                        "The source has " + std::to_string(source.body_paragraphs) +
                            " paragraphs, not " + std::to_string(paragraph) + ".",
                        "Name the paragraph that the card is about.",
                        std::nullopt});
}

} // namespace entente::deck
