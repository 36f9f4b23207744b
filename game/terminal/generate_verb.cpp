// `entente generate ARTICLE`: what an article says, as facts.

#include "core/file.h"
#include "generate/extract.h"
#include "platform/paths.h"
#include "terminal/facts_json.h"
#include "terminal/verb_list.h"
#include "text/unicode.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace entente::terminal {

namespace {

constexpr std::uintmax_t max_article_bytes = 64'000'000;

struct Options {
  std::filesystem::path article, facts, fix;
  std::string published;
};

core::Result<generate::ExtractOptions> extract_options(const Options& options) {
  generate::ExtractOptions extract;
  extract.id = options.article.stem().string();
  if (!options.published.empty()) {
    extract.published = generate::read_date(options.published);
    if (!extract.published)
      return core::Error{core::ErrorCode::usage, "\"" + options.published + "\" is no date.",
                         "--published", "Write it as 2021-05-30."};
  }
  if (options.fix.empty()) return extract;
  const auto text = core::read_file(options.fix, max_article_bytes);
  if (!text) return text.error();
  auto corrections = generate::read_corrections(*text, options.fix.string());
  if (!corrections) return std::move(corrections).error();
  extract.corrections = std::move(*corrections);
  return extract;
}

core::Result<std::string> read_article(const std::filesystem::path& path) {
  auto text = core::read_file(path, max_article_bytes);
  if (text && !text::is_valid_utf8(*text))
    return core::Error{core::ErrorCode::malformed, "The article is not UTF-8 text.", path.string(),
                       "Save it as UTF-8 and try again."};
  return text;
}

void say_found(const generate::Article& article, Context& context) {
  const generate::Facts& facts = article.facts;
  const auto persons =
      std::count_if(facts.entities.begin(), facts.entities.end(),
                    [](const auto& entity) { return entity.kind == generate::EntityKind::person; });
  context.out << "found " << facts.dates.size() << " dates, " << facts.quotes.size()
              << " quotations, " << persons << " persons, " << facts.cooperation.size()
              << " areas of cooperation, " << facts.numbers.size() << " numbers\n";
  for (const generate::Conflict& conflict : facts.conflicts)
    context.out << "conflict: " << conflict.what << ": " << conflict.kept << " kept, "
                << conflict.other << " in a caption\n";
  for (const std::string& line : article.unmatched)
    context.out << "correction fits nothing: " << line << '\n';
}

int run_generate(const Options& options, Context& context) {
  const auto language = generate::load_language(platform::assets_folder(), "en");
  if (!language) return report(context, language.error());
  const auto extract = extract_options(options);
  if (!extract) return report(context, extract.error());
  auto text = read_article(options.article);
  if (!text) return report(context, text.error());
  const generate::Article article = generate::extract(std::move(*text), *language, *extract);
  if (!options.facts.empty())
    if (const auto written = core::write_file(options.facts, facts_json(article)); !written)
      return report(context, written.error());
  say_found(article, context);
  return exit_good;
}

} // namespace

void add_generate(CLI::App& app, Run& chosen) {
  auto options = std::make_shared<Options>();
  CLI::App* verb = app.add_subcommand("generate", "Find the facts of an article");
  verb->add_option("article", options->article, "The article, a text file")->required();
  verb->add_option("--facts", options->facts, "Write the facts found, as JSON");
  verb->add_option("--published", options->published, "The day it was published, 2021-05-30");
  verb->add_option("--fix", options->fix, "A file of corrections");
  verb->callback([options, &chosen] {
    chosen = [options](Context& context) { return run_generate(*options, context); };
  });
}

} // namespace entente::terminal
