#pragma once

#include <cstddef>
#include <vector>

#include <xapian.h>

#include "searcher/facets/facet_counter.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/match/rank_adjacent.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/plan/built_query.hpp"
#include "searcher/plan/filter_plan.hpp"

namespace findings {

/// What was found and counted.
struct Matches {
    std::vector<FoundStory> hits;  ///< the page asked for
    FacetCounts counts;            ///< what the request wants counted
    std::size_t total = 0;         ///< stories, exact
};

/// Runs `text` under the plan, counts what the request wants counted, orders the page it asks for. By relevance,
/// stories that `ranking` speaks for go up; it changes neither what is found nor any count.
/// Throws: Xapian::Error, Error{unavailable} when the index is damaged.
Matches match_stories(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request, SortOrder sort,
                      const OpenIndex& index, const Ranking& ranking = {});

/// The same by one pass of the matcher that weighs and looks at every document found: what match_stories() does where
/// no short cut is open, and what its short cuts are tested against. Throws: Xapian::Error.
Matches match_one_by_one(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request,
                         SortOrder sort, const OpenIndex& index, const Ranking& ranking = {});

/// Number of stories `text` finds under the plan. Throws: as match_stories().
std::size_t count_stories(const Xapian::Query& text, const FilterPlan& plan, const OpenIndex& index);

/// Number of stories that `text` would find under the plan but for its dates, and that have none. Throws:
/// Xapian::Error.
std::size_t count_undated(const Xapian::Query& text, const FilterPlan& plan, const OpenIndex& index);

}  // namespace findings
