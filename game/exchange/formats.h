#pragma once

// Each format's reader, writer and first look, for the table in format.cpp. Internal to exchange/.

#include "exchange/format.h"

namespace entente::exchange {

[[nodiscard]] core::Result<Imported> read_entente(const Incoming& incoming);
[[nodiscard]] core::Result<Exported> write_entente(const Outgoing& outgoing);

[[nodiscard]] bool looks_like_csv(std::string_view bytes);
[[nodiscard]] core::Result<Imported> read_csv(const Incoming& incoming);
[[nodiscard]] core::Result<Exported> write_csv(const Outgoing& outgoing);
[[nodiscard]] core::Result<Exported> write_tsv(const Outgoing& outgoing);

[[nodiscard]] core::Result<Imported> read_quizlet(const Incoming& incoming);
[[nodiscard]] core::Result<Exported> write_quizlet(const Outgoing& outgoing);

[[nodiscard]] bool looks_like_gift(std::string_view bytes);
[[nodiscard]] core::Result<Imported> read_gift(const Incoming& incoming);
[[nodiscard]] core::Result<Exported> write_gift(const Outgoing& outgoing);

[[nodiscard]] bool looks_like_aiken(std::string_view bytes);
[[nodiscard]] core::Result<Imported> read_aiken(const Incoming& incoming);
[[nodiscard]] core::Result<Exported> write_aiken(const Outgoing& outgoing);

[[nodiscard]] bool looks_like_moodle(std::string_view bytes);
[[nodiscard]] core::Result<Imported> read_moodle(const Incoming& incoming);
[[nodiscard]] core::Result<Exported> write_moodle(const Outgoing& outgoing);

[[nodiscard]] core::Result<Imported> read_anki(const Incoming& incoming);
[[nodiscard]] core::Result<Exported> write_anki(const Outgoing& outgoing);

[[nodiscard]] core::Result<Imported> read_mnemosyne(const Incoming& incoming);

[[nodiscard]] core::Result<Imported> read_kvtml(const Incoming& incoming);
[[nodiscard]] core::Result<Exported> write_kvtml(const Outgoing& outgoing);

[[nodiscard]] bool looks_like_qti(std::string_view bytes);
[[nodiscard]] core::Result<Imported> read_qti(const Incoming& incoming);
[[nodiscard]] core::Result<Exported> write_qti(const Outgoing& outgoing);

[[nodiscard]] core::Result<Exported> write_kahoot(const Outgoing& outgoing);

} // namespace entente::exchange
