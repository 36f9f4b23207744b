#pragma once

// Which font files are installed, by fontconfig. Inside text/.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>

namespace entente::text {

class InstalledFont {
public:
  virtual ~InstalledFont() = default;
  [[nodiscard]] virtual bool has(char32_t c) const = 0;
  std::string file;
  long face = 0; // which face of the file, with the named instance in the upper 16 bits
};

class FontFinder {
public:
  FontFinder(); // the fonts of this machine
  ~FontFinder();
  FontFinder(const FontFinder&) = delete;
  FontFinder& operator=(const FontFinder&) = delete;

  // The installed font of exactly this family nearest to the weight (400 regular, 700 bold);
  // nullptr when the family is not installed.
  [[nodiscard]] const InstalledFont* family(const std::string& name, int weight);
  // Any font that has the character; nullptr when none does.
  [[nodiscard]] const InstalledFont* having(char32_t c, int weight);

private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

} // namespace entente::text
