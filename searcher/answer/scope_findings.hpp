#pragma once

#include "searcher/model/search_request.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

/// Settles between a request and its query which findings are searched: a query for `kind:news` asks for findings of
/// news too. Throws: Error{usage}, the place marked, when the query has a field of findings and stories are searched.
void scope_findings(const QueryTree& tree, SearchRequest& request);

}  // namespace findings
