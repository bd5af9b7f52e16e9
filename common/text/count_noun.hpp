#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace findings {

/// "1 story", "2 stories".
inline std::string count_noun(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

/// "1 story", "2 findings": what a search counts.
inline std::string count_units(std::size_t count, bool findings) {
    return findings ? count_noun(count, "finding", "findings") : count_noun(count, "story", "stories");
}

/// "stories" or "findings".
inline std::string_view name_units(bool findings) { return findings ? "findings" : "stories"; }

}  // namespace findings
