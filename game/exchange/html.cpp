#include "exchange/html.h"

#include "deck/xml_text.h"

#include <algorithm>
#include <array>
#include <gumbo.h>
#include <memory>

namespace entente::exchange {

namespace {

constexpr int most_depth = 256;
constexpr int most_tags = 10'000;

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::ranges::find(tags, tag) != tags.end();
}

bool is_silent(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_HEAD, GUMBO_TAG_TITLE,
                         GUMBO_TAG_TEMPLATE, GUMBO_TAG_NOSCRIPT});
}
bool is_block(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_DIV, GUMBO_TAG_LI, GUMBO_TAG_TR, GUMBO_TAG_UL, GUMBO_TAG_OL,
                         GUMBO_TAG_TABLE, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4,
                         GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE, GUMBO_TAG_HR, GUMBO_TAG_DT,
                         GUMBO_TAG_DD, GUMBO_TAG_SECTION});
}
bool is_plain(GumboTag tag) { // shows nothing that the words do not
  return is_one_of(tag, {GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_DIV, GUMBO_TAG_P, GUMBO_TAG_BR,
                         GUMBO_TAG_SPAN, GUMBO_TAG_IMG, GUMBO_TAG_HEAD, GUMBO_TAG_AUDIO,
                         GUMBO_TAG_VIDEO});
}

class Walk {
public:
  void visit(const GumboNode& node, int depth) {
    if (depth > most_depth) return;
    switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
      return add_text(node.v.text.text);
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return visit_element(node.v.element, depth);
    case GUMBO_NODE_DOCUMENT:
      return visit_children(node.v.document.children, depth);
    case GUMBO_NODE_COMMENT:
      return;
    }
  }

  HtmlWords take(bool anki) {
    if (anki) take_sounds();
    words_.text = std::string(deck::trim(words_.text));
    return std::move(words_);
  }

  // White space stands as it is, but for line breaks, which HTML counts as a space.
  void add_text(std::string_view text) {
    const bool blank = text.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (blank && (pending_ > 0 || words_.text.empty())) return;
    put_breaks();
    pending_ = 0;
    for (const char c : text) words_.text += c == '\n' || c == '\r' ? ' ' : c;
  }

private:
  void visit_children(const GumboVector& children, int depth) {
    for (unsigned int i = 0; i < children.length; ++i)
      visit(*static_cast<const GumboNode*>(children.data[i]), depth + 1);
  }

  void visit_element(const GumboElement& element, int depth) {
    const GumboTag tag = element.tag;
    if (is_silent(tag)) return;
    if (!is_plain(tag)) words_.formatted = true;
    if (tag == GUMBO_TAG_BR) words_.text += '\n';
    if (tag == GUMBO_TAG_IMG) add_image(element);
    if (tag == GUMBO_TAG_AUDIO || tag == GUMBO_TAG_VIDEO) ++words_.sounds;
    const std::size_t breaks = tag == GUMBO_TAG_P ? 2 : is_block(tag) ? 1 : 0;
    break_line(breaks);
    visit_children(element.children, depth);
    pending_ = std::max(pending_, breaks);
  }

  void add_image(const GumboElement& element) {
    const GumboAttribute* source = gumbo_get_attribute(&element.attributes, "src");
    if (source != nullptr && *source->value != '\0') words_.images.emplace_back(source->value);
  }

  // At least so many line feeds before what comes next, unless nothing came before.
  void break_line(std::size_t breaks) { pending_ = std::max(pending_, breaks); }
  void put_breaks() {
    if (pending_ == 0 || words_.text.empty()) return;
    const std::size_t last = words_.text.find_last_not_of('\n');
    const std::size_t there = words_.text.size() - (last == std::string::npos ? 0 : last + 1);
    if (there < pending_) words_.text.append(pending_ - there, '\n');
  }

  void take_sounds() {
    constexpr std::string_view mark = "[sound:";
    for (std::size_t at; (at = words_.text.find(mark)) != std::string::npos;) {
      const std::size_t end = words_.text.find(']', at);
      if (end == std::string::npos) return;
      words_.text.erase(at, end + 1 - at);
      ++words_.sounds;
    }
  }

  HtmlWords words_;
  std::size_t pending_ = 0;
};

// Most fields hold no markup at all; one that nests a million deep would take the parser's stack.
HtmlWords words_without_tags(std::string_view text, bool formatted, bool anki) {
  Walk walk;
  walk.add_text(text);
  HtmlWords words = walk.take(anki);
  words.formatted = formatted;
  return words;
}

} // namespace

HtmlWords words_of_html(std::string_view html, bool anki) {
  const auto tags = std::ranges::count(html, '<');
  if (tags > most_tags || (tags == 0 && html.find('&') == std::string_view::npos))
    return words_without_tags(html, tags > 0, anki);
  GumboOptions options = kGumboDefaultOptions;
  options.fragment_context = GUMBO_TAG_DIV;
  const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&options, html.data(), html.size()), destroy);
  Walk walk;
  walk.visit(*output->root, 0);
  return walk.take(anki);
}

std::string html_of_words(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '\n')
      out += "<br>";
    else
      out += deck::escape(std::string_view(&c, 1));
  }
  return out;
}

void report_html(const HtmlWords& words, Report& report, const std::string& where) {
  if (words.formatted)
    report.changed("formatting", "Words are kept; bold, lists and tables become plain text.",
                   where);
  if (words.sounds > 0)
    report.dropped("sound or video", "Entente plays none.", where, words.sounds);
  if (words.images.size() > 1)
    report.dropped("further picture", "A card holds one.", where,
                   static_cast<int>(words.images.size()) - 1);
}

} // namespace entente::exchange
