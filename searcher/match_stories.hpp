#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include <xapian.h>

#include "searcher/facet_counter.hpp"
#include "searcher/filter_plan.hpp"
#include "searcher/open_index.hpp"
#include "searcher/query/built_query.hpp"
#include "searcher/rank_adjacent.hpp"
#include "searcher/search_request.hpp"

namespace findings {

/// One run of the matcher.
struct Matches {
    std::vector<FoundStory> hits;           ///< the page asked for
    std::unique_ptr<FacetCounter> counter;  ///< null when boolean terms said it all
    std::size_t total = 0;                  ///< stories, exact
};

/// Runs `text` under the plan, counts what the request wants counted, orders the page it asks for. By relevance,
/// stories that `ranking` speaks for go up; it changes neither what is found nor any count. Throws: Xapian::Error.
Matches match_stories(const Xapian::Query& text, const FilterPlan& plan, const SearchRequest& request, SortOrder sort,
                      const OpenIndex& index, const Ranking& ranking = {});

/// Number of stories `text` finds under the plan; with `undated`, of those that only lack a date.
/// Throws: Xapian::Error.
std::size_t count_stories(const Xapian::Query& text, const FilterPlan& plan, const OpenIndex& index,
                          bool undated = false);

}  // namespace findings
