#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// The names nearest to what was typed, best first, at most `most`: within a third of its length by edits
/// (one more when the first letter is right), or beginning with it. Case does not matter. Ties keep the order
/// given.
std::vector<std::string> suggest_names(std::string_view typed, std::span<const std::string> names,
                                       std::size_t most = 3);

/// "did you mean good or met?", or empty when nothing is near.
std::string suggest_hint(std::string_view typed, std::span<const std::string> names);

}  // namespace findings
