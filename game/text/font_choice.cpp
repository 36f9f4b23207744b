#include "text/font_choice.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace entente::text {

namespace {

using Names = std::vector<std::string>;

bool is_shared(int script) { return script == USCRIPT_COMMON || script == USCRIPT_INHERITED; }

bool is_east_asian(int script) {
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
         script == USCRIPT_HANGUL || script == USCRIPT_BOPOMOFO;
}

int script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return U_SUCCESS(status) ? script : USCRIPT_COMMON;
}

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// The region whose letter forms Chinese characters take: the language's, else the one that other
// characters of the text give away, else the mainland's.
std::string east_asian_region(std::string_view language, const std::u32string& text) {
  if (starts_with(language, "ja")) return "JP";
  if (starts_with(language, "ko")) return "KR";
  if (starts_with(language, "zh-HK")) return "HK";
  if (starts_with(language, "zh-TW") || starts_with(language, "zh-Hant")) return "TC";
  if (starts_with(language, "zh")) return "SC";
  for (const char32_t c : text) {
    const int script = c < 0x1100 ? USCRIPT_COMMON : script_of(c);
    if (script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA) return "JP";
    if (script == USCRIPT_HANGUL) return "KR";
  }
  return "SC";
}

Names european(Family family) {
  Names names;
  if (family == Family::serif) names = {"Noto Serif", "DejaVu Serif"};
  names.insert(names.end(), {"Inter", "Noto Sans", "DejaVu Sans"});
  return names;
}

Names own_fonts(int script, Family family, const std::string& region) {
  Names names;
  if (is_east_asian(script)) {
    if (family == Family::serif) names.push_back("Noto Serif CJK " + region);
    names.insert(names.end(), {"Noto Sans CJK " + region, "Droid Sans Fallback"});
    return names;
  }
  std::string name = uscript_getName(static_cast<UScriptCode>(script));
  std::replace(name.begin(), name.end(), '_', ' ');
  if (family == Family::serif)
    names.push_back((script == USCRIPT_ARABIC ? "Noto Naskh " : "Noto Serif ") + name);
  names.push_back("Noto Sans " + name);
  return names;
}

bool is_european(int script) {
  return is_shared(script) || script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC ||
         script == USCRIPT_GREEK;
}

Names wished(int script, Family family, const std::string& region) {
  Names names;
  if (!is_european(script)) names = own_fonts(script, family, region);
  for (const std::string& name : european(family)) names.push_back(name);
  names.insert(names.end(), {"Noto Sans Symbols", "Noto Sans Symbols2", "Noto Sans Math"});
  return names;
}

// The script of each grapheme; signs shared by all scripts take that of the text before them, or
// after them at the start.
std::vector<int> scripts_of(const std::u32string& text, const std::vector<std::size_t>& graphemes) {
  std::vector<int> scripts;
  int before = USCRIPT_COMMON;
  for (std::size_t i = 0; i + 1 < graphemes.size(); ++i) {
    const int own = script_of(text[graphemes[i]]);
    if (!is_shared(own)) before = own;
    scripts.push_back(before);
  }
  const auto first = std::find_if_not(scripts.begin(), scripts.end(), is_shared);
  if (first != scripts.end()) std::fill(scripts.begin(), first, *first);
  return scripts;
}

// Signs that are never drawn (joiners, variation selectors) need no font.
bool covers(const InstalledFont& font, std::u32string_view letters) {
  return std::all_of(letters.begin(), letters.end(), [&](char32_t c) {
    return font.has(c) ||
           u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
  });
}

} // namespace

std::vector<FaceId> FontChoice::choose(const std::u32string& text,
                                       const std::vector<std::size_t>& graphemes, const Font& font,
                                       std::string_view language) {
  std::vector<FaceId> faces(text.size(), no_face);
  const std::vector<int> scripts = scripts_of(text, graphemes);
  Wish wish{USCRIPT_COMMON, font.family, font.weight, east_asian_region(language, text)};
  FaceId before = no_face;
  for (std::size_t i = 0; i < scripts.size(); ++i) {
    const std::size_t begin = graphemes[i], end = graphemes[i + 1];
    wish.script = scripts[i];
    const FaceId face =
        face_for(std::u32string_view(text).substr(begin, end - begin), before, wish);
    std::fill(faces.begin() + static_cast<std::ptrdiff_t>(begin),
              faces.begin() + static_cast<std::ptrdiff_t>(end), face);
    if (face != no_face) before = face;
  }
  return faces;
}

FaceId FontChoice::primary(const Font& font) {
  return first_with(preferences({USCRIPT_COMMON, font.family, font.weight, ""}), {});
}

FontChoice::Preferences& FontChoice::preferences(const Wish& wish) {
  const auto [known, fresh] = preferences_.try_emplace(wish);
  if (!fresh || finder_ == nullptr) return known->second;
  known->second.weight = wish.weight;
  for (const std::string& name : wished(wish.script, wish.family, wish.region))
    known->second.fonts.push_back({name});
  return known->second;
}

// Files are opened only when chosen; one that cannot be read is passed over.
FaceId FontChoice::first_with(Preferences& preferences, std::u32string_view letters) {
  for (Preference& preference : preferences.fonts) {
    if (!preference.known) {
      preference.font = finder_->family(preference.name, preferences.weight);
      preference.known = true;
    }
    if (preference.font == nullptr || !covers(*preference.font, letters)) continue;
    if (const FaceId face = faces_.open(*preference.font); face != no_face) return face;
  }
  return no_face;
}

FaceId FontChoice::face_for(std::u32string_view grapheme, FaceId before, const Wish& wish) {
  const bool ascii = grapheme.front() < 0x80;
  const InstalledFont* last = faces_.font(before);
  Wish own = wish;
  // European digits and signs keep their shape among Chinese characters.
  if (ascii && is_east_asian(wish.script))
    own.script = USCRIPT_COMMON;
  else if (last != nullptr && is_shared(script_of(grapheme.front())) && covers(*last, grapheme))
    return before;
  Preferences& fonts = preferences(own);
  if (const FaceId face = first_with(fonts, grapheme); face != no_face) return face;
  if (const FaceId face = first_with(fonts, grapheme.substr(0, 1)); face != no_face) return face;
  return any_face_for(grapheme.front(), own);
}

FaceId FontChoice::any_face_for(char32_t c, const Wish& wish) {
  if (u_iscntrl(static_cast<UChar32>(c)) != 0) return primary({wish.family, wish.weight});
  const InstalledFont* font = finder_ == nullptr ? nullptr : finder_->having(c, wish.weight);
  const FaceId face = font == nullptr ? no_face : faces_.open(*font);
  if (face == no_face) note_missing(wish.script);
  return face;
}

void FontChoice::note_missing(int script) {
  std::string notice = "No font on this machine has some of the signs in this text.";
  if (finder_ == nullptr || primary({}) == no_face)
    notice = "No fonts were found. Install fonts-inter and fonts-noto-core.";
  else if (is_east_asian(script))
    notice = "No font on this machine has these East Asian characters. Install fonts-noto-cjk.";
  else if (!is_european(script) && script != USCRIPT_UNKNOWN)
    notice = std::string("No font on this machine has ") +
             uscript_getName(static_cast<UScriptCode>(script)) +
             " letters. Install fonts-noto-core.";
  if (std::find(notices_.begin(), notices_.end(), notice) == notices_.end())
    notices_.push_back(notice);
}

} // namespace entente::text
