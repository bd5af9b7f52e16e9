#pragma once

#include <vector>

#include <xapian.h>

#include "common/text/analyzer.hpp"
#include "searcher/index/position_reader.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/plan/built_query.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

struct QueryOptions {
    MatchMode match = MatchMode::all;
    bool include_dropped = false;                  ///< also search boilerplate
    std::vector<FindingStories> generations = {};  ///< where findings are searched: list_finding_stories()
};

/// Builds the Xapian query of a tree whose values are resolved (resolve_query).
/// Throws: Xapian::Error from the database.
BuiltQuery build_query(const QueryTree& tree, Analyzer& analyzer, const Xapian::Database& db,
                       const QueryOptions& options = {});

}  // namespace findings
