#pragma once

#include "common/facet_columns.hpp"
#include "searcher/document_set.hpp"
#include "searcher/facet_counter.hpp"

namespace findings {

/// Counts the documents of a set by one facet where no filter has a say: a document counts for each of its values.
/// Adds to what `tally` holds, so that the generations of several indexes add up.
/// Throws: Error{unavailable} when the columns are damaged.
void count_column(const DocumentSet& documents, const FacetColumns& columns, FacetTally& tally);

}  // namespace findings
