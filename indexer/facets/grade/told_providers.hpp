#pragma once

#include <vector>

#include "indexer/facets/evidence/context.hpp"

namespace findings {

/// For each provider of a story, whether a sentence that names it gives it a grade: "Shropshire … has been found to
/// require improvement". What is recalled of it does not count.
std::vector<bool> find_told_providers(const FacetContext& context);

}  // namespace findings
