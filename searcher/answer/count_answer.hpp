#pragma once

#include <memory>

#include "searcher/facets/count_spec.hpp"
#include "searcher/facets/facet_counter.hpp"
#include "searcher/facets/unit_index.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// What a request counts, and in which unit. `units` is made when inspections are counted and must outlive the spec.
/// Throws: Error{usage} for a value of --rate that is none.
CountSpec make_count_spec(const SearchRequest& request, SearchContext& context, std::unique_ptr<UnitIndex>& units);

/// Facets, tables and rates of what was counted, into the answer.
void add_counts(const FacetCounts& counts, const SearchRequest& request, SearchContext& context, SearchResult& result);

}  // namespace findings
