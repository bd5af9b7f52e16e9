#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "searcher/facets/facet_counter.hpp"
#include "searcher/index/label_store.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// A tally as printed: the most frequent `limit` values and every selected one, grades in scale order, others by
/// count, then label.
FacetResult make_facet_result(const FacetTally& tally, const std::vector<ResolvedFilter>& filters, std::size_t limit,
                              LabelStore& labels);

/// A table with its labels; years in their order, grades in scale order, others by total, then label.
TableResult make_table_result(const TableTally& tally, LabelStore& labels);

/// The first table of each line of frameworks, in the order of lines; the label of a line only where there are several.
std::vector<TableResult> make_line_tables(const FacetCounts& counts, LabelStore& labels);

/// The rates of each line of frameworks. `row`: the facet of the rows; none: one row for all.
std::vector<RateResult> make_rates(const FacetCounts& counts, std::optional<Field> row, LabelStore& labels);

}  // namespace findings
