#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "common/index/article.hpp"

namespace findings {

/// The boolean terms of a story: facet values, previous grades and changes, identifiers, addresses, sources and
/// publishers, the copies' too. A term may be named twice.
std::vector<std::string> make_filter_terms(const Article& article);

/// What a story has in value slots, but for positions: packed facets, sort keys, days, fingerprint. No empty values.
std::vector<std::pair<std::uint32_t, std::string>> make_slot_values(const Article& article);

}  // namespace findings
