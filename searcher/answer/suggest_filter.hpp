#pragma once

#include <string>
#include <vector>

#include "searcher/index/search_context.hpp"
#include "searcher/model/search_result.hpp"
#include "searcher/plan/filter_plan.hpp"
#include "searcher/plan/text_query.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

/// One line that names the filter which words of the query are the label of, or nothing: the whole query, or several
/// words of it side by side. Only a filter is named that finds something beside those given, on a facet that none of
/// them is about. Throws: Xapian::Error.
std::string suggest_filter(const QueryTree& tree, const std::vector<ResolvedFilter>& filters, const FilterPlan& plan,
                           SearchContext& context);

}  // namespace findings
