#pragma once

#include <string>

#include "indexer/digest/digest.hpp"

namespace findings {

/// Version of the digest's JSON. Rises when a reader of the older one would misread it.
inline constexpr int kDigestFormat = 1;

/// One screen for people: what a newsroom rings others about first. Each section with its count and at most five
/// entries; a night without news is one line. Nothing in it could drive a terminal.
std::string render_digest_text(const Digest& digest);

/// One JSON object: every section with its count and its entries (the first kMaxSectionRows).
std::string render_digest_json(const Digest& digest);

/// One hit of a saved search as JSON, and back; an empty entry for text of another shape.
std::string render_hit(const SearchHitEntry& hit);
SearchHitEntry parse_hit(const std::string& text);

}  // namespace findings
