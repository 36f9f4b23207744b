#include "generate/rules.h"

#include "core/file.h"
#include "generate/phrasebook.h"

#include <algorithm>

namespace entente::generate {

namespace {

constexpr std::uintmax_t max_file_bytes = 4'000'000;

core::Error malformed(const std::string& where, std::string what) {
  return {core::ErrorCode::malformed, std::move(what), where,
          "Correct the line in the language folder."};
}

core::Result<Rule> read_rule(std::string_view line, const std::string& where, Lexicon& lexicon) {
  const auto colon = line.find(" : ");
  const auto arrow = line.rfind(" => ");
  if (colon == std::string_view::npos || arrow == std::string_view::npos || arrow < colon)
    return malformed(where, "A rule reads \"rule NAME : PATTERN => ACTION\".");
  auto pattern =
      Pattern::compile(trimmed(line.substr(colon + 3, arrow - colon - 3)), lexicon, where);
  if (!pattern) return std::move(pattern).error();
  return Rule{std::string(trimmed(line.substr(5, colon - 5))),
              std::move(*pattern),
              std::string(trimmed(line.substr(arrow + 4))),
              {}};
}

core::Result<std::vector<std::filesystem::path>> files_with(const std::filesystem::path& folder,
                                                            std::string_view ending) {
  std::error_code code;
  std::vector<std::filesystem::path> found;
  for (std::filesystem::directory_iterator it(folder, code), end; !code && it != end;
       it.increment(code))
    if (it->path().extension() == ending) found.push_back(it->path());
  if (code)
    return core::Error{core::ErrorCode::not_found, "There is no folder of rules for this language.",
                       folder.string(), "Choose a language that lies beside it."};
  std::sort(found.begin(), found.end());
  return found;
}

core::Result<std::shared_ptr<const Phrasebook>> read_phrases(const std::filesystem::path& folder) {
  auto book = std::make_shared<Phrasebook>();
  for (const char* ending : {".ask", ".list"}) {
    const auto files = files_with(folder, ending);
    if (!files) return files.error();
    for (const auto& file : *files) {
      const auto text = core::read_file(file, max_file_bytes);
      if (!text) return text.error();
      const auto added = std::string_view(ending) == ".ask"
                             ? book->add_templates(*text, file.string())
                             : book->add_lists(*text, file.string());
      if (!added) return added.error();
    }
  }
  return std::shared_ptr<const Phrasebook>(std::move(book));
}

core::Status read_words(const std::filesystem::path& folder, Lexicon& lexicon) {
  const auto files = files_with(folder, ".txt");
  if (!files) return files.error();
  for (const auto& file : *files) {
    const auto text = core::read_file(file, max_file_bytes);
    if (!text) return text.error();
    const auto added = file.filename() == "countries.txt"
                           ? lexicon.add_countries(*text, file.string())
                           : lexicon.add_words(*text, file.string());
    if (!added) return added.error();
  }
  return core::Done{};
}

} // namespace

Example read_example(std::string_view line, const std::string& where) {
  Example example;
  example.ok = line.starts_with("ok ");
  example.where = where;
  line = trimmed(line.substr(3));
  if (const auto at = line.rfind(" @ "); at != std::string_view::npos) {
    example.published = trimmed(line.substr(at + 3));
    line = trimmed(line.substr(0, at));
  }
  if (const auto equals = line.rfind(" = "); equals != std::string_view::npos) {
    example.value = trimmed(line.substr(equals + 3));
    line = trimmed(line.substr(0, equals));
  }
  example.text = line;
  return example;
}

core::Result<std::vector<Rule>> read_rules(std::string_view text, const std::string& file,
                                           Lexicon& lexicon) {
  std::vector<Rule> rules;
  int number = 0;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find('\n', start), text.size());
    const std::string_view line = trimmed(text.substr(start, end - start));
    start = end + 1;
    const std::string where = file + ":" + std::to_string(++number);
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("rule ")) {
      auto rule = read_rule(line, where, lexicon);
      if (!rule) return std::move(rule).error();
      rules.push_back(std::move(*rule));
    } else if (line.starts_with("ok ") || line.starts_with("no ")) {
      if (rules.empty()) return malformed(where, "An example before the first rule.");
      rules.back().examples.push_back(read_example(line, where));
    } else {
      return malformed(where, "A line starts with rule, ok, no or #.");
    }
  }
  return rules;
}

core::Result<Language> load_language(const std::filesystem::path& assets, const std::string& code) {
  Language language;
  language.code = code;
  const auto folder = assets / "language" / code;
  if (const auto words = read_words(folder, language.lexicon); !words) return words.error();
  auto phrases = read_phrases(folder);
  if (!phrases) return std::move(phrases).error();
  language.phrases = std::move(*phrases);
  const std::pair<const char*, std::vector<Rule>*> files[] = {
      {"noise.rules", &language.lines},
      {"dates.rules", &language.dates},
      {"quotes.rules", &language.quotations},
      {"coop.rules", &language.cooperation}};
  for (const auto& [name, rules] : files) {
    const auto text = core::read_file(folder / name, max_file_bytes);
    if (!text) return text.error();
    auto read = read_rules(*text, (folder / name).string(), language.lexicon);
    if (!read) return std::move(read).error();
    *rules = std::move(*read);
  }
  return language;
}

} // namespace entente::generate
