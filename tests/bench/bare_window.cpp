// bare_window FILE: the least an SFML program can do before its first frame. FILE appears after it.

#include "platform/sfml_version.h"

#include <cstdio>
#include <unistd.h>

int main(int count, char** words) {
  if (count != 2) return 64;
  sf::RenderWindow window;
  entente::platform::sfml::open(window, 1280, 800, "bare");
  window.clear();
  window.display();
  if (std::FILE* file = std::fopen(words[1], "w")) std::fclose(file);
  ::pause();
}
