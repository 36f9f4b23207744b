#include "generate/stems.h"

#include <map>

namespace entente::generate {

std::string stem(std::string_view lower) {
  static const std::map<std::string_view, std::string_view> irregular = {
      {"met", "meet"}, {"said", "say"},  {"told", "tell"},   {"held", "hold"}, {"took", "take"},
      {"went", "go"},  {"came", "come"}, {"began", "begin"}, {"won", "win"},   {"led", "lead"}};
  if (const auto found = irregular.find(lower); found != irregular.end())
    return std::string(found->second);
  for (const std::string_view end : {"ies", "ing", "ed", "ly", "es", "s"})
    if (lower.size() > end.size() + 3 && lower.ends_with(end) && !lower.ends_with("ss"))
      return std::string(lower.substr(0, lower.size() - end.size()));
  return std::string(lower);
}

} // namespace entente::generate
