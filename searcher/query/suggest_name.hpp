#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// Damerau-Levenshtein distance (optimal string alignment): insert, delete, replace, swap two neighbours.
/// Stops at `limit` + 1. Units: bytes; names are ASCII and folded words nearly so.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

/// The names nearest to what was typed, best first, at most `most`: within a third of its length by edits, or
/// beginning with it. Case does not matter. Ties keep the order given.
std::vector<std::string> suggest_names(std::string_view typed, std::span<const std::string> names,
                                       std::size_t most = 3);

/// "did you mean good or met?", or empty when nothing is near.
std::string suggest_hint(std::string_view typed, std::span<const std::string> names);

}  // namespace findings
