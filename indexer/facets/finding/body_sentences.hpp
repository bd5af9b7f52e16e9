#pragma once

#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/facets/finding/read_lists.hpp"

namespace findings {

/// Sentences of the body that praise or fault the inspected body: with direction, pieces and heading. Lists that were
/// read, headings, tables and pages that tell what the body is or how it was inspected are left out.
std::vector<Finding> find_body_sentences(const FacetContext& context, const ListHeadings& headings,
                                         const ReadLists& lists);

}  // namespace findings
