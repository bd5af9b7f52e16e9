#pragma once

#include <vector>

#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

/// The scope of a request: records are asked for by --include-records or by their kind among the filters.
RecordScope find_record_scope(const SearchRequest& request, const std::vector<ResolvedFilter>& filters);

/// Whether a query asks for them by `kind:record`. Requires: values resolved.
bool asks_for_records(const QueryNode& node);

}  // namespace findings
