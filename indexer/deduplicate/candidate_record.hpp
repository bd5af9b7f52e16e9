#pragma once

#include <string>
#include <string_view>

#include "indexer/deduplicate/deduplicate.hpp"

namespace findings {

/// A candidate as bytes, for the spool: it is needed again only where two articles might be copies.
std::string encode_candidate(const CopyCandidate& candidate);
/// Requires: bytes that encode_candidate() made in this process.
CopyCandidate decode_candidate(std::string_view bytes);

/// Articles of different groups are never copies of each other: the providers, or the body where none is known.
std::uint64_t copy_group(const CopyCandidate& candidate);

}  // namespace findings
