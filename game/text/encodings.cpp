#include "text/encodings.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

namespace entente::text {

namespace {

struct Close {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

} // namespace

std::optional<EncodingGuess> guess_encoding(std::string_view bytes) {
  constexpr std::size_t looked_at = 200'000; // enough for statistics, whatever the file's size
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&error));
  if (U_FAILURE(error)) return {};
  const std::size_t length = std::min(bytes.size(), looked_at) & ~std::size_t{3};
  ucsdet_setText(detector.get(), bytes.data(),
                 static_cast<std::int32_t>(length == 0 ? bytes.size() : length), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return {};
  const char* name = ucsdet_getName(match, &error);
  const int confidence = ucsdet_getConfidence(match, &error);
  if (U_FAILURE(error)) return {};
  return EncodingGuess{name, confidence};
}

std::optional<std::string> decode(std::string_view bytes, const std::string& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(encoding.c_str(), &error));
  if (U_FAILURE(error)) return {};
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) return {};
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), error);
  if (U_FAILURE(error)) return {};
  std::string text;
  wide.toUTF8String(text);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

} // namespace entente::text
