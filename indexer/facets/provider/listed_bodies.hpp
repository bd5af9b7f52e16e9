#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/facets/provider/choose_bodies.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// A body of a listing: a row of the story's bodies, or, where the story's rules know none there, a name.
struct ListedBody {
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    std::size_t row = kNone;  ///< of decision.story.bodies
    std::string slug;         ///< without a row, or where the row has half the name
    std::string label;
    std::string type;  ///< may be empty
    Span mention;      ///< where the listing names it
};

/// The bodies that a listing gives a grade, in order: councils by name where it lists councils, forces and services by
/// their place, others as printed. None where the story speaks of no inspection or fewer than two are bodies.
std::vector<ListedBody> find_listed_bodies(const Reading& reading, const BodyDecision& decision);

}  // namespace findings
