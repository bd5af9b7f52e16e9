#pragma once

#include "searcher/index/search_context.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"
#include "searcher/plan/text_query.hpp"

namespace findings {

/// Answers a request: matches, counts, then hands the hits to the sink one by one. Returns the number of stories
/// found (not of hits shown).
/// Throws: Error{usage} for a query or filter that means nothing; Error{unavailable} when the index fails.
std::size_t run_search(const SearchRequest& asked, SearchContext& context, HitSink& sink);

}  // namespace findings
