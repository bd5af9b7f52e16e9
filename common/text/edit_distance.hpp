#pragma once

#include <cstddef>
#include <string_view>

namespace findings {

/// Damerau-Levenshtein distance (optimal string alignment): insert, delete, replace, swap two neighbours.
/// Stops at `limit` + 1. Units: bytes; names are ASCII and folded words nearly so.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace findings
