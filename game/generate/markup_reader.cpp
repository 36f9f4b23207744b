// HTML by gumbo, Markdown by md4c to HTML and then the same way.

#include "generate/lexicon.h"
#include "generate/source_reader.h"

#include <algorithm>
#include <gumbo.h>
#include <md4c-html.h>
#include <memory>
#include <vector>

namespace entente::generate {

namespace {

bool is_one_of(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

// What is no part of an article.
bool is_skipped(GumboTag tag) {
  return is_one_of(tag, {GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE,
                         GUMBO_TAG_NAV, GUMBO_TAG_FORM, GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT,
                         GUMBO_TAG_ASIDE, GUMBO_TAG_FOOTER, GUMBO_TAG_IFRAME, GUMBO_TAG_SVG,
                         GUMBO_TAG_OBJECT, GUMBO_TAG_HEAD, GUMBO_TAG_SUP});
}

bool is_block(GumboTag tag) {
  return is_one_of(tag,
                   {GUMBO_TAG_P,       GUMBO_TAG_DIV,        GUMBO_TAG_H1,     GUMBO_TAG_H2,
                    GUMBO_TAG_H3,      GUMBO_TAG_H4,         GUMBO_TAG_H5,     GUMBO_TAG_H6,
                    GUMBO_TAG_LI,      GUMBO_TAG_UL,         GUMBO_TAG_OL,     GUMBO_TAG_TR,
                    GUMBO_TAG_TD,      GUMBO_TAG_TH,         GUMBO_TAG_TABLE,  GUMBO_TAG_BLOCKQUOTE,
                    GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE,    GUMBO_TAG_HEADER, GUMBO_TAG_MAIN,
                    GUMBO_TAG_FIGURE,  GUMBO_TAG_FIGCAPTION, GUMBO_TAG_DD,     GUMBO_TAG_DT,
                    GUMBO_TAG_PRE,     GUMBO_TAG_ADDRESS,    GUMBO_TAG_HR,     GUMBO_TAG_BODY,
                    GUMBO_TAG_TIME});
}

class Lines {
public:
  void add(std::string_view text) {
    for (const char c : text) {
      const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
      if (!space) {
        line_ += c;
      } else if (!line_.empty() && line_.back() != ' ') {
        line_ += ' ';
      }
    }
  }

  void end_line() {
    const std::string_view line = trimmed(line_);
    if (!line.empty()) text_ += std::string(line) + "\n";
    line_.clear();
  }

  std::string take() {
    end_line();
    return std::move(text_);
  }

private:
  std::string text_, line_;
};

// The first node with the tag, in document order; null.
const GumboNode* find(const GumboNode* root, GumboTag tag) {
  std::vector<const GumboNode*> open = {root};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    if (node->v.element.tag == tag) return node;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = children.length; i-- > 0;)
      open.push_back(static_cast<const GumboNode*>(children.data[i]));
  }
  return nullptr;
}

// With a stack of its own: pages nest deeper than the program's.
void walk(const GumboNode* root, Lines& lines) {
  struct Step {
    const GumboNode* node;
    bool leaving;
  };
  std::vector<Step> open = {{root, false}};
  while (!open.empty()) {
    const auto [node, leaving] = open.back();
    open.pop_back();
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
        node->type == GUMBO_NODE_CDATA) {
      lines.add(node->v.text.text);
      continue;
    }
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboTag tag = node->v.element.tag;
    if (is_skipped(tag)) continue;
    if (is_block(tag) || tag == GUMBO_TAG_BR) lines.end_line();
    if (leaving) continue;
    if (is_block(tag)) open.push_back({node, true});
    const GumboVector& children = node->v.element.children;
    for (unsigned i = children.length; i-- > 0;)
      open.push_back({static_cast<const GumboNode*>(children.data[i]), false});
  }
}

void append(const MD_CHAR* text, MD_SIZE size, void* to) {
  static_cast<std::string*>(to)->append(text, size);
}

} // namespace

std::string text_of_html(std::string_view html) {
  const std::unique_ptr<GumboOutput, void (*)(GumboOutput*)> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()),
      [](GumboOutput* parsed) { gumbo_destroy_output(&kGumboDefaultOptions, parsed); });
  if (!output) return {};
  const GumboNode* article = find(output->root, GUMBO_TAG_ARTICLE);
  if (article == nullptr) article = find(output->root, GUMBO_TAG_MAIN);
  Lines lines;
  // A headline that stands outside the article element.
  if (article != nullptr && find(article, GUMBO_TAG_H1) == nullptr)
    if (const GumboNode* headline = find(output->root, GUMBO_TAG_H1)) walk(headline, lines);
  walk(article != nullptr ? article : output->root, lines);
  return lines.take();
}

std::string text_of_markdown(std::string_view markdown) {
  std::string html;
  md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), append, &html,
          MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH, 0);
  return text_of_html(html);
}

} // namespace entente::generate
