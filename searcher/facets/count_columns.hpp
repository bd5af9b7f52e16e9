#pragma once

#include "common/index/facet_columns.hpp"
#include "searcher/facets/facet_counter.hpp"
#include "searcher/index/document_set.hpp"

namespace findings {

/// Counts the documents of a set by one facet where no filter has a say: a document counts for each of its values.
/// Adds to what `tally` holds, so that the generations of several indexes add up.
/// Throws: Error{unavailable} when the columns are damaged.
void count_column(const DocumentSet& documents, const FacetColumns& columns, FacetTally& tally);

}  // namespace findings
