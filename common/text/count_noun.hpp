#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace findings {

/// "1 story", "2 stories".
inline std::string count_noun(std::size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count).append(" ").append(count == 1 ? one : many);
}

}  // namespace findings
