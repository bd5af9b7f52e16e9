#pragma once

#include "searcher/index/search_context.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/plan/build_query.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

/// The QUERY of a request, parsed, its values resolved.
/// Throws: Error{usage} with the position marked.
QueryTree parse_text(const SearchRequest& request, SearchContext& context);

/// How QUERY becomes a Xapian query; suggestions are built the same way.
QueryOptions text_build_options(const SearchRequest& request, MatchMode match, const OpenIndex& index);

/// The Xapian query of a parsed QUERY; matches everything when there is none.
BuiltQuery build_text_query(const QueryTree& tree, const SearchRequest& request, MatchMode match,
                            SearchContext& context);

}  // namespace findings
