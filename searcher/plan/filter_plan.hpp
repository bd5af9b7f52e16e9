#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/facets/count_spec.hpp"
#include "searcher/facets/facet_rules.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// Days from the first to the last, both included, YYYYMMDD, in a value slot.
struct DayRange {
    std::uint32_t slot = kNoSlot;
    std::string first;
    std::string last;
};

/// How the filters of a request are carried out.
struct FilterPlan {
    CountSpec count;               ///< in which unit is counted
    FacetFilters decided;          ///< all of them, for the decider
    Xapian::Query required;        ///< boolean terms that every accepted document has; every document when none
    Xapian::Query forbidden;       ///< boolean terms that no accepted document has; empty when none
    std::optional<DayRange> days;  ///< --since and --until; none when not asked
    bool decides = false;          ///< `required` and `forbidden` alone do not say which stories are found
    bool counts_awards = false;    ///< which values a story found counts for depends on its awards, not on its values
    bool counts = false;           ///< something is counted
};

/// The slot with the day that dates go by.
std::uint32_t date_slot(DateBasis basis);

/// Plans the filters. Whatever no counted facet drills sideways over becomes boolean terms as well: documents
/// that fail it are then never looked at.
/// Requires: filters resolved to slugs; `latest`, when asked for, outlives the plan.
FilterPlan plan_filters(const SearchRequest& request, const std::vector<ResolvedFilter>& filters,
                        const LatestAwards* latest = nullptr);

/// Which documents by their date.
enum class PlannedDates : std::uint8_t { as_asked, undated, any };

/// `text` under the plan's boolean terms and, as asked, its dates.
Xapian::Query apply_plan(const Xapian::Query& text, const FilterPlan& plan,
                         PlannedDates dates = PlannedDates::as_asked);

}  // namespace findings
