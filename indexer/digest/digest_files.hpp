#pragma once

#include <optional>
#include <string>

#include "common/index/generation.hpp"
#include "indexer/digest/digest.hpp"

namespace findings {

/// Writes `reports/<generation>.digest.txt` and `.digest.json`, each whole or not at all, the JSON last: when it is
/// there, the digest has been written. Throws: Error{io_error}.
void save_digest(const IndexLayout& layout, const Digest& digest);

/// Whether the digest of a generation has been written.
bool has_digest(const IndexLayout& layout, const std::string& generation);

/// The stored digest of `after`, as text or JSON, when it was made against `before`; nullopt when there is none.
std::optional<std::string> load_digest(const IndexLayout& layout, const std::string& before, const std::string& after,
                                       bool json);

/// Deletes the digest of a generation that is no longer kept.
void remove_digest(const IndexLayout& layout, const std::string& generation);

}  // namespace findings
