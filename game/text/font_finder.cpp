#include "text/font_finder.h"

#include <fontconfig/fontconfig.h>

#include <utility>

namespace entente::text {

namespace {

struct Destroy {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
  void operator()(FcConfig* config) const { FcConfigDestroy(config); }
  void operator()(FcCharSet* characters) const { FcCharSetDestroy(characters); }
};
template <typename T> using Owned = std::unique_ptr<T, Destroy>;

const FcChar8* fc(const std::string& text) {
  return reinterpret_cast<const FcChar8*>(text.c_str());
}

class Found : public InstalledFont {
public:
  explicit Found(Owned<FcPattern> pattern) : pattern_(std::move(pattern)) {
    FcChar8* path = nullptr;
    int index = 0;
    if (FcPatternGetString(pattern_.get(), FC_FILE, 0, &path) == FcResultMatch)
      file = reinterpret_cast<const char*>(path);
    FcPatternGetInteger(pattern_.get(), FC_INDEX, 0, &index);
    face = index;
    FcPatternGetCharSet(pattern_.get(), FC_CHARSET, 0, &characters_);
  }

  [[nodiscard]] bool has(char32_t c) const override {
    return characters_ != nullptr && FcCharSetHasChar(characters_, c);
  }

  [[nodiscard]] bool named(const std::string& name) const {
    FcChar8* family = nullptr;
    for (int i = 0; FcPatternGetString(pattern_.get(), FC_FAMILY, i, &family) == FcResultMatch; ++i)
      if (FcStrCmpIgnoreCase(family, fc(name)) == 0) return true;
    return false;
  }

private:
  Owned<FcPattern> pattern_;
  FcCharSet* characters_ = nullptr; // the pattern's
};

// Upright, scalable, of one weight: a variable font counts only by its named instances.
Owned<FcPattern> pattern_of(int weight) {
  Owned<FcPattern> pattern(FcPatternCreate());
  FcPatternAddInteger(pattern.get(), FC_WEIGHT, FcWeightFromOpenType(weight));
  FcPatternAddInteger(pattern.get(), FC_SLANT, FC_SLANT_ROMAN);
  FcPatternAddBool(pattern.get(), FC_SCALABLE, FcTrue);
  FcPatternAddBool(pattern.get(), FC_VARIABLE, FcFalse);
  FcPatternAddBool(pattern.get(), FC_COLOR, FcFalse);
  return pattern;
}

} // namespace

struct FontFinder::Inside {
  Owned<FcConfig> config{FcInitLoadConfigAndFonts()};
  std::map<std::pair<std::string, int>, std::unique_ptr<Found>> families; // null: not installed
  std::map<std::pair<char32_t, int>, std::unique_ptr<Found>> characters;

  [[nodiscard]] std::unique_ptr<Found> match(FcPattern* pattern) const {
    if (!config) return nullptr;
    FcConfigSubstitute(config.get(), pattern, FcMatchPattern);
    FcDefaultSubstitute(pattern);
    FcResult result = FcResultNoMatch;
    Owned<FcPattern> best(FcFontMatch(config.get(), pattern, &result));
    if (!best) return nullptr;
    auto found = std::make_unique<Found>(std::move(best));
    return found->file.empty() ? nullptr : std::move(found);
  }

  [[nodiscard]] std::unique_ptr<Found> match_family(const std::string& name, int weight) const {
    const Owned<FcPattern> pattern = pattern_of(weight);
    FcPatternAddString(pattern.get(), FC_FAMILY, fc(name));
    std::unique_ptr<Found> found = match(pattern.get());
    return found && found->named(name) ? std::move(found) : nullptr;
  }

  [[nodiscard]] std::unique_ptr<Found> match_character(char32_t c, int weight) const {
    const Owned<FcPattern> pattern = pattern_of(weight);
    const Owned<FcCharSet> wanted(FcCharSetCreate());
    FcCharSetAddChar(wanted.get(), c);
    FcPatternAddCharSet(pattern.get(), FC_CHARSET, wanted.get());
    std::unique_ptr<Found> found = match(pattern.get());
    return found && found->has(c) ? std::move(found) : nullptr;
  }
};

FontFinder::FontFinder() : inside_(std::make_unique<Inside>()) {}
FontFinder::~FontFinder() = default;

const InstalledFont* FontFinder::family(const std::string& name, int weight) {
  const auto [at, fresh] = inside_->families.try_emplace({name, weight});
  if (fresh) at->second = inside_->match_family(name, weight);
  return at->second.get();
}

const InstalledFont* FontFinder::having(char32_t c, int weight) {
  const auto [at, fresh] = inside_->characters.try_emplace({c, weight});
  if (fresh) at->second = inside_->match_character(c, weight);
  return at->second.get();
}

} // namespace entente::text
