#include "common/options/nearest_name.hpp"

#include <cstddef>

#include "common/text/edit_distance.hpp"

namespace findings {
std::string nearest_name(std::string_view typed, const std::vector<std::string>& candidates) {
    std::size_t best = typed.size() / 3 + (typed.size() < 3 ? 1U : 0U) + 1;
    std::string name;
    for (const std::string& candidate : candidates) {
        if (best == 0) break;
        const std::size_t distance = edit_distance(typed, candidate, best - 1);
        if (distance < best) {
            best = distance;
            name = candidate;
        }
    }
    return name;
}

}  // namespace findings
