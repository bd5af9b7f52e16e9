#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/index/article.hpp"

namespace findings {

/// What tells two states of one story apart. Kept in a value slot of its own, so that comparing two generations reads
/// 24 bytes a story and the records of those alone that differ. 64 bits each: among ten million stories the odds that
/// two share a hash are one in 400,000.
struct Fingerprint {
    std::uint64_t id = 0;
    std::uint64_t content = 0;  ///< what its source says: title and text
    std::uint64_t values = 0;   ///< what Findings makes of it: facet values, awards, dates, publisher
    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// The hash of an identifier alone.
std::uint64_t hash_story_id(std::string_view id);

/// Evidence, labels, copies, address and path count for neither hash: a moved folder changes no story.
Fingerprint make_fingerprint(const Article& article);

/// 24 bytes and back; nullopt for bytes of another length.
std::string pack_fingerprint(const Fingerprint& fingerprint);
std::optional<Fingerprint> unpack_fingerprint(std::string_view bytes);

}  // namespace findings
