#pragma once

#include <vector>

#include "indexer/facets/evidence/context.hpp"

namespace findings {

/// Adds those of `others` that a sentence gives a grade ("Shropshire … has been found to require improvement"), where
/// two bodies or more are given one. Whether any was added.
bool add_told_providers(FacetContext& context, std::vector<FoundProvider> others);

}  // namespace findings
