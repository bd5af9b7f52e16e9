#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// The candidate a mistyped name most likely meant, or "" when none is close: at most one edit (a letter more,
/// less, other, or two swapped) for every three letters typed. The first of equals wins.
std::string nearest_name(std::string_view typed, const std::vector<std::string>& candidates);

}  // namespace findings
