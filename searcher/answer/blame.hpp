#pragma once

#include <string>
#include <vector>

#include "searcher/facets/facet_rules.hpp"
#include "searcher/index/search_context.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"
#include "searcher/plan/built_query.hpp"
#include "searcher/plan/text_query.hpp"

namespace findings {

/// For an answer without hits, how many stories there would be without each part of the query and each filter:
///
///     without “wibble”: 12 stories
///     without --grade inadequate: 0 stories, with nothing else: 3 stories
///
/// `latest` is read when the request asks for --latest. Throws: Xapian::Error.
std::vector<std::string> blame_parts(const SearchRequest& request, const std::vector<ResolvedFilter>& filters,
                                     const BuiltQuery& text, const LatestAwards& latest, SearchContext& context);

/// A line for each value of an open facet, in a filter or in the query, that no story has, with the nearest that
/// some have:
/// `no provider “medwya”: did you mean medway?`
std::vector<std::string> name_unknown_values(const std::vector<ResolvedFilter>& filters, const QueryTree& tree,
                                             SearchContext& context);

}  // namespace findings
