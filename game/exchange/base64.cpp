#include "exchange/base64.h"

#include <glib.h>

namespace entente::exchange {

std::string pack_base64(std::string_view bytes) {
  if (bytes.empty()) return {};
  gchar* text = g_base64_encode(reinterpret_cast<const guchar*>(bytes.data()), bytes.size());
  std::string all(text);
  g_free(text);
  return all;
}

std::string unpack_base64(const std::string& text) {
  if (text.empty()) return {};
  gsize size = 0;
  guchar* bytes = g_base64_decode(text.c_str(), &size);
  std::string all(reinterpret_cast<const char*>(bytes), size);
  g_free(bytes);
  return all;
}

} // namespace entente::exchange
