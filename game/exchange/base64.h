#pragma once

#include <string>
#include <string_view>

namespace entente::exchange {

[[nodiscard]] std::string pack_base64(std::string_view bytes);
// Characters that are not of the alphabet are passed over.
[[nodiscard]] std::string unpack_base64(const std::string& text);

} // namespace entente::exchange
