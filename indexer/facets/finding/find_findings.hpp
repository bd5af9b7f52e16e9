#pragma once

#include <vector>

#include "indexer/facets/evidence/context.hpp"

namespace findings {

/// What an article says that the inspected body does well, does badly or has to do: entries of lists first found by
/// their headings, then sentences of the body. In reading order. Needs FacetContext::reading.
std::vector<Finding> find_findings(const FacetContext& context);

}  // namespace findings
