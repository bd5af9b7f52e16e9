#pragma once

#include <xapian.h>

#include "common/text/analyzer.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/plan/built_query.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

struct QueryOptions {
    MatchMode match = MatchMode::all;
    bool include_dropped = false;  ///< also search boilerplate
};

/// Builds the Xapian query of a tree whose values are resolved (resolve_query).
/// Throws: Xapian::Error from the database.
BuiltQuery build_query(const QueryTree& tree, Analyzer& analyzer, const Xapian::Database& db,
                       const QueryOptions& options = {});

}  // namespace findings
