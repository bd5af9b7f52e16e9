#pragma once

#include <cstdint>
#include <string_view>

#include "common/base/fnv_hash.hpp"

namespace findings {

/// A facet value in a packed slot: a 48-bit hash of its slug. It depends on nothing but the slug, so counts of
/// several indexes add up. 0 stands for "none".
using ValueId = std::uint64_t;

/// FNV-1a of the slug folded to 48 bits, never 0 for a non-empty slug, 0 for the empty one.
constexpr ValueId value_id(std::string_view slug) {
    if (slug.empty()) return 0;
    const std::uint64_t hash = fnv_hash(slug);
    const std::uint64_t folded = (hash ^ (hash >> 48U)) & 0xffffffffffffULL;
    return folded == 0 ? 1 : folded;
}

}  // namespace findings
