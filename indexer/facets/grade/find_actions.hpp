#pragma once

#include <vector>

#include "indexer/facets/evidence/context.hpp"

namespace findings {

/// What the inspectorate or the government required of the provider, or did to it, as things stand now: areas
/// for priority action, special measures, notices, a suspended registration, a commissioner, a written
/// statement. Past and lifted measures, denials and definitions are none. Each value once, with its sentence.
std::vector<FacetValue> find_actions(const FacetContext& context);

}  // namespace findings
