#include "service/deck_check.h"

#include "core/file.h"
#include "draw/png.h"

namespace entente::service {

namespace {

constexpr std::uintmax_t most_image_bytes = std::uintmax_t{32} << 20U;

std::string fault_of_bytes(const std::string& bytes, const std::string& shown) {
  if (bytes.starts_with("\x89PNG")) {
    const auto image = draw::decode_png(bytes, shown);
    return image ? "" : "The picture " + shown + " cannot be read: " + image.error().message;
  }
  if (bytes.starts_with("\xFF\xD8\xFF")) {
    // A JPEG that was cut short has no end mark.
    const bool whole = bytes.rfind("\xFF\xD9") != std::string::npos;
    return whole ? "" : "The picture " + shown + " ends too early.";
  }
  return "The file " + shown + " is neither a PNG nor a JPEG picture.";
}

} // namespace

std::string image_fault(const std::filesystem::path& file) {
  const std::string shown = file.filename().string();
  const auto bytes = core::read_file(file, most_image_bytes);
  if (bytes) return fault_of_bytes(*bytes, shown);
  if (bytes.error().code == core::ErrorCode::not_found)
    return "The picture " + shown + " is not there.";
  return "The picture " + shown + " cannot be read: " + bytes.error().message;
}

deck::CheckMaterial check_material(const std::filesystem::path& deck_file, const deck::Deck& deck,
                                   const Texts& texts) {
  deck::CheckMaterial material;
  for (const deck::Source& source : deck.sources)
    if (auto text = texts.find(deck_file, deck.id, source))
      material.texts.emplace(source.id, std::move(*text));
  material.image_fault = [folder = deck_file.parent_path()](const std::string& name) {
    return image_fault(folder / name);
  };
  return material;
}

} // namespace entente::service
