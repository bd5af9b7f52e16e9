#pragma once

#include <vector>

#include <xapian.h>

#include "searcher/facets/count_spec.hpp"
#include "searcher/facets/facet_rules.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// How the filters of a request are carried out.
struct FilterPlan {
    CountSpec count;             ///< in which unit is counted
    FacetFilters decided;        ///< all of them, for the decider
    Xapian::Query required;      ///< boolean terms that every accepted document has; every document when none
    Xapian::Query forbidden;     ///< boolean terms that no accepted document has; empty when none
    Xapian::Query dates;         ///< --since and --until; every document when not asked
    bool decides = false;        ///< `required` and `forbidden` alone do not say which stories are found
    bool counts_awards = false;  ///< which values a story found counts for depends on its awards, not on its values
    bool counts = false;         ///< something is counted
    bool limits_dates = false;
};

/// The slot with the day that dates go by.
std::uint32_t date_slot(DateBasis basis);

/// Plans the filters. Whatever no counted facet drills sideways over becomes boolean terms as well: documents
/// that fail it are then never looked at.
/// Requires: filters resolved to slugs; `latest`, when asked for, outlives the plan.
FilterPlan plan_filters(const SearchRequest& request, const std::vector<ResolvedFilter>& filters,
                        const LatestAwards* latest = nullptr);

/// `text` under the plan's boolean terms; dates included unless `undated` asks for the documents without one.
Xapian::Query apply_plan(const Xapian::Query& text, const FilterPlan& plan, bool undated = false);

}  // namespace findings
