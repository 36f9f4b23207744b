#include "generate/pattern.h"

#include <algorithm>
#include <type_traits>

namespace entente::generate {

namespace {

using Node = Pattern::Node;
using Sequence = std::vector<Node>;

constexpr int max_repeats = 120;
constexpr int budget_per_match = 20000; // steps; a long sentence with three gaps needs about 5000

Classes shape_class(std::string_view name) {
  static const std::map<std::string_view, Classes> shapes = {
      {"CAP", shape::capital},    {"UPPER", shape::upper},     {"NUM", shape::number},
      {"DAY", shape::day},        {"YEAR", shape::year},       {"DECADE", shape::decade},
      {"ISO", shape::iso},        {"CLOCK", shape::clock},     {"WORD", shape::word},
      {"MARK", shape::mark},      {"POSS", shape::possessive}, {"GLUED", shape::glued},
      {"SLASHED", shape::slashed}};
  const auto found = shapes.find(name);
  return found == shapes.end() ? Classes{} : found->second;
}

class Reader {
public:
  Reader(std::string_view source, Lexicon& lexicon, std::vector<std::string>& slots)
      : source_(source), lexicon_(lexicon), slots_(slots) {}

  Sequence sequence() {
    Sequence nodes;
    for (skip(); !done() && source_[at_] != '|' && source_[at_] != ')' && problem_.empty(); skip())
      nodes.push_back(suffixed(atom()));
    return nodes;
  }
  [[nodiscard]] bool done() const { return at_ >= source_.size(); }
  [[nodiscard]] const std::string& problem() const { return problem_; }

private:
  void skip() {
    while (!done() && source_[at_] == ' ') ++at_;
  }

  bool take(std::string_view what) {
    if (!source_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }

  Node atom() {
    if (take("<!(")) return group(Node::Kind::not_behind);
    if (take("!(")) return group(Node::Kind::not_ahead);
    if (take("(")) return group(Node::Kind::choice);
    if (take("{")) return braces();
    return literal();
  }

  Node group(Node::Kind kind) {
    Node node;
    node.kind = kind;
    do node.sequences.push_back(sequence());
    while (take("|"));
    if (!take(")")) problem_ = "A ( without its ).";
    return node;
  }

  Node literal() {
    const std::size_t end = std::min(source_.find_first_of(" )?*+", at_ + 1), source_.size());
    std::string_view word = source_.substr(at_, end - at_);
    at_ = end;
    Node node;
    if (word.starts_with('^')) {
      node.all = shape::capital;
      word.remove_prefix(1);
    }
    node.word = lexicon_.intern(word);
    return node;
  }

  Node braces() {
    const std::size_t end = source_.find('}', at_);
    Node node;
    if (end == std::string_view::npos) {
      problem_ = "A { without its }.";
      at_ = source_.size();
      return node;
    }
    std::string_view inside = source_.substr(at_, end - at_);
    at_ = end + 1;
    std::string name(inside);
    if (const auto colon = inside.find(':'); colon != std::string_view::npos) {
      name = std::string(inside.substr(0, colon));
      inside.remove_prefix(colon + 1);
    }
    node.slot = slot_of(name);
    classes(inside, node);
    return node;
  }

  void classes(std::string_view names, Node& node) {
    const bool negated = names.starts_with('~');
    if (negated) names.remove_prefix(1);
    for (const std::string_view name : split(names, '|')) {
      if (name == "ANY") {
        node.wildcard = true;
        continue;
      }
      Classes bit = shape_class(name);
      if (!bit.any()) bit = lexicon_.class_bit(name);
      if (!bit.any()) problem_ = "No word class is named " + std::string(name) + ".";
      (negated ? node.none : node.any) |= bit;
    }
    if (negated) node.wildcard = true;
  }

  int slot_of(const std::string& name) {
    const auto found = std::find(slots_.begin(), slots_.end(), name);
    if (found != slots_.end()) return static_cast<int>(found - slots_.begin());
    slots_.push_back(name);
    return static_cast<int>(slots_.size()) - 1;
  }

  Node suffixed(Node node) {
    const char c = done() ? ' ' : source_[at_];
    if (c != '?' && c != '*' && c != '+') return node;
    ++at_;
    Node repeat;
    repeat.kind = Node::Kind::repeat;
    repeat.least = c == '+' ? 1 : 0;
    repeat.most = c == '?' ? 1 : max_repeats;
    repeat.sequences.push_back({std::move(node)});
    return repeat;
  }

  std::string_view source_;
  Lexicon& lexicon_;
  std::vector<std::string>& slots_;
  std::size_t at_ = 0;
  std::string problem_;
};

bool accepts(const Node& node, const Symbol& symbol) {
  if ((symbol.classes & node.all) != node.all) return false;
  if (node.word != 0) return symbol.word == node.word;
  if ((symbol.classes & node.none).any()) return false;
  return node.wildcard || (symbol.classes & node.any).any();
}

// What follows in a pattern, as a call that owns nothing: it lives only as long as the match goes
// on behind it, so nothing is allocated.
class Next {
public:
  template <class Call>
    requires(!std::is_same_v<Call, Next>)
  Next(const Call& call) // NOLINT: a lambda is one
      : call_(&call),
        go_([](const void* to, std::size_t at) { return (*static_cast<const Call*>(to))(at); }) {}
  bool operator()(std::size_t at) const { return go_(call_, at); }

private:
  const void* call_;
  bool (*go_)(const void*, std::size_t);
};

class Matcher {
public:
  explicit Matcher(std::span<const Symbol> symbols) : symbols_(symbols) {}

  bool run(const Sequence& nodes, std::size_t index, std::size_t at, const Next& next) {
    if (--budget_ < 0) return false;
    if (index == nodes.size()) return next(at);
    const Node& node = nodes[index];
    const auto rest = [&, index](std::size_t then) { return run(nodes, index + 1, then, next); };
    switch (node.kind) {
    case Node::Kind::token:
      return token(node, at, rest);
    case Node::Kind::choice:
      return std::any_of(node.sequences.begin(), node.sequences.end(),
                         [&](const Sequence& body) { return run(body, 0, at, rest); });
    case Node::Kind::repeat:
      return repeat(node, 0, at, rest);
    case Node::Kind::not_ahead:
      return !found(node, at) && rest(at);
    case Node::Kind::not_behind:
      return (at == 0 || !found(node, at - 1)) && rest(at);
    }
    return false;
  }

  std::vector<std::pair<int, std::size_t>> captured;

private:
  bool token(const Node& node, std::size_t at, const Next& rest) {
    if (at >= symbols_.size() || !accepts(node, symbols_[at])) return false;
    if (node.slot >= 0) captured.emplace_back(node.slot, at);
    if (rest(at + 1)) return true;
    if (node.slot >= 0) captured.pop_back();
    return false;
  }

  // Optional parts are taken when they can be; long gaps are kept as short as they can be.
  bool repeat(const Node& node, int done, std::size_t at, const Next& rest) {
    const bool greedy = node.most == 1;
    const auto more = [&] {
      return done < node.most &&
             run(
                 node.sequences.front(), 0, at,
                 [&](std::size_t then) { return then > at && repeat(node, done + 1, then, rest); });
    };
    if (done < node.least) return more();
    return greedy ? more() || rest(at) : rest(at) || more();
  }

  bool found(const Node& node, std::size_t at) {
    const auto kept = captured;
    const bool is =
        std::any_of(node.sequences.begin(), node.sequences.end(), [&](const Sequence& body) {
          return run(body, 0, at, [](std::size_t) { return true; });
        });
    captured = kept;
    return is;
  }

  std::span<const Symbol> symbols_;
  int budget_ = budget_per_match;
};

void note_first(const Node& token, Pattern::First& first) {
  if (token.word != 0) {
    first.words.push_back(token.word);
  } else if (token.wildcard) {
    first.anything = true;
  } else {
    first.any |= token.any;
  }
}

// True when the sequence may match nothing, so that what follows it may come first too.
bool collect_first(const Sequence& nodes, Pattern::First& first) {
  for (const Node& node : nodes) {
    bool skipped = true; // looking ahead or behind takes no word
    if (node.kind == Node::Kind::token) {
      note_first(node, first);
      skipped = false;
    } else if (node.kind == Node::Kind::choice || node.kind == Node::Kind::repeat) {
      skipped = node.kind == Node::Kind::repeat && node.least == 0;
      for (const Sequence& body : node.sequences) skipped = collect_first(body, first) || skipped;
    }
    if (!skipped) return false;
  }
  return true;
}

} // namespace

std::optional<std::size_t> Match::at(int slot) const {
  for (const auto& [name, symbol] : captured)
    if (name == slot && slot >= 0) return symbol;
  return std::nullopt;
}

core::Result<Pattern> Pattern::compile(std::string_view source, Lexicon& lexicon,
                                       const std::string& where) {
  Pattern pattern;
  Reader reader(source, lexicon, pattern.slots_);
  pattern.nodes_ = reader.sequence();
  std::string problem = reader.problem();
  if (problem.empty() && !reader.done()) problem = "A | or ) outside of brackets.";
  if (problem.empty() && pattern.nodes_.empty()) problem = "A rule without a pattern.";
  if (!problem.empty())
    return core::Error{core::ErrorCode::malformed, problem, where,
                       "Correct the rule in the language folder."};
  // A pattern that may match nothing may begin anywhere.
  if (collect_first(pattern.nodes_, pattern.first_)) pattern.first_.anything = true;
  return pattern;
}

std::optional<Match> Pattern::match(std::span<const Symbol> symbols, std::size_t start,
                                    bool whole) const {
  if (start >= symbols.size() || !may_start(symbols[start])) return std::nullopt;
  Matcher matcher(symbols);
  Match match;
  match.begin = start;
  const bool found = matcher.run(nodes_, 0, start, [&](std::size_t end) {
    match.end = end;
    return !whole || end == symbols.size();
  });
  if (!found) return std::nullopt;
  match.captured = std::move(matcher.captured);
  return match;
}

bool Pattern::starts_with(std::uint32_t word) const {
  return std::find(first_.words.begin(), first_.words.end(), word) != first_.words.end();
}

int Pattern::slot(std::string_view name) const {
  const auto found = std::find(slots_.begin(), slots_.end(), name);
  return found == slots_.end() ? -1 : static_cast<int>(found - slots_.begin());
}

} // namespace entente::generate
