#pragma once

// Which face shows which characters: an explicit preference list for each script, then anything
// fontconfig finds. fontconfig's own order would give Arabic in DejaVu and mix weights. Inside
// text/.

#include "text/faces.h"
#include "text/typeset.h"

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace entente::text {

class FontChoice {
public:
  // `finder` may be null: a machine without any font.
  FontChoice(FontFinder* finder, Faces& faces) : finder_(finder), faces_(faces) {}

  // One face a code point; graphemes are never split, no_face where none has the character.
  [[nodiscard]] std::vector<FaceId> choose(const std::u32string& text,
                                           const std::vector<std::size_t>& graphemes,
                                           const Font& font, std::string_view language);
  // The first choice for Latin letters.
  [[nodiscard]] FaceId primary(const Font& font);

  // For people: what could not be shown so far.
  [[nodiscard]] const std::vector<std::string>& notices() const { return notices_; }

private:
  struct Preference { // looked up when first needed: asking fontconfig takes about a millisecond
    std::string name;
    bool known = false;
    const InstalledFont* font = nullptr;
  };
  struct Preferences {
    std::vector<Preference> fonts;
    int weight = 0;
  };
  struct Wish {     // whose preference list
    int script = 0; // ICU's UScriptCode
    Family family{};
    int weight = 0;
    std::string region; // of East Asian letter forms
    bool operator<(const Wish& other) const {
      return std::tie(script, family, weight, region) <
             std::tie(other.script, other.family, other.weight, other.region);
    }
  };
  [[nodiscard]] Preferences& preferences(const Wish& wish);
  [[nodiscard]] FaceId face_for(std::u32string_view grapheme, FaceId before, const Wish& wish);
  [[nodiscard]] FaceId any_face_for(char32_t c, const Wish& wish);
  [[nodiscard]] FaceId first_with(Preferences& preferences, std::u32string_view letters);
  void note_missing(int script);

  FontFinder* finder_;
  Faces& faces_;
  std::map<Wish, Preferences> preferences_;
  std::vector<std::string> notices_;
};

} // namespace entente::text
