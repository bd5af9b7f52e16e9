#pragma once

#include <cstddef>
#include <vector>

#include "searcher/facet_counter.hpp"
#include "searcher/label_store.hpp"
#include "searcher/search_result.hpp"

namespace findings {

/// A tally as printed: the most frequent `limit` values and every selected one, grades in scale order, others by
/// count, then label.
FacetResult make_facet_result(const FacetTally& tally, const std::vector<ResolvedFilter>& filters, std::size_t limit,
                              LabelStore& labels);

}  // namespace findings
