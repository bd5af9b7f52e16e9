#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "searcher/index/position_reader.hpp"

namespace findings {

/// For each place of a row or a window, the words that may stand there: folded terms without a prefix.
using Alternatives = std::vector<std::vector<std::string>>;

/// How the places of a window must stand.
enum class Window : std::uint8_t {
    row,   ///< side by side, in their order
    near,  ///< each at a position of its own, all within a number of positions, in any order
};

/// Stories that have words at all places, close enough. Weighed as all its words.
/// @param width positions from the first place to the last, both included; a row has as many as places
/// @param prefix of the field whose words are meant: none, or the title's
/// @param generations where findings are searched: list_finding_stories()
Xapian::Query make_window_query(Window window, const Alternatives& places, std::size_t width, std::string_view prefix,
                                const std::vector<FindingStories>& generations = {});

/// Whether one position can be taken from each list, no two the same, all within `width`.
/// Requires: lists ascending.
bool stand_near(const std::vector<std::vector<std::uint32_t>>& places, std::size_t width);

/// Whether some p is in the first list, p + 1 in the second and so on. Requires: lists ascending, at least one.
bool stand_in_a_row(const std::vector<std::vector<std::uint32_t>>& places);

}  // namespace findings
