#pragma once

#include <vector>

#include "indexer/facets/evidence/context.hpp"

namespace findings {

/// For each provider of a story, whether a sentence that names it gives it a grade: "Shropshire … has been found to
/// require improvement". What is recalled of it does not count.
std::vector<bool> find_told_providers(const FacetContext& context);

/// Adds those of `others` that a sentence gives a grade, where two bodies or more are given one. Whether any was added.
bool add_told_providers(FacetContext& context, std::vector<FoundProvider> others);

}  // namespace findings
