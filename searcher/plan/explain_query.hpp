#pragma once

#include <string>
#include <vector>

#include "common/text/analyzer.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/plan/built_query.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

/// How a query was understood, in plain English, one thought a line:
///
///     stories that have a form of “safeguarding” and the exact words “missing from care”
///     but not the grade good
///
/// followed by what its words find besides, and the notes of the built query. Values are printed as they stand in the
/// tree. `findings`: the search is one of findings, not of stories. `analyzer`: the one the query was built with.
std::vector<std::string> explain_query(const QueryTree& tree, const BuiltQuery& built, MatchMode match, bool findings,
                                       Analyzer& analyzer);

}  // namespace findings
