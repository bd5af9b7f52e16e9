#pragma once

#include <string>
#include <string_view>

#include "indexer/deduplicate/fold_copies.hpp"

namespace findings {

/// A candidate as bytes, for the spool: it is needed again only where two articles might be copies.
std::string encode_candidate(const FoldCandidate& candidate);
/// Requires: bytes that encode_candidate() made in this process.
FoldCandidate decode_candidate(std::string_view bytes);

/// Articles of different groups are never copies of each other: the providers, or the body where none is known.
std::uint64_t fold_group(const FoldCandidate& candidate);

}  // namespace findings
