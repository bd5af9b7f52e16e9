#pragma once

#include <string>
#include <vector>

#include "searcher/filter_plan.hpp"
#include "searcher/query/query_tree.hpp"
#include "searcher/search_result.hpp"
#include "searcher/text_query.hpp"

namespace findings {

/// One line that names the filter which words of the query are the label of, or nothing: the whole query, or several
/// words of it side by side. Only a filter is named that finds something beside those given, on a facet that none of
/// them is about. Throws: Xapian::Error.
std::string suggest_filter(const QueryTree& tree, const std::vector<ResolvedFilter>& filters, const FilterPlan& plan,
                           SearchContext& context);

}  // namespace findings
