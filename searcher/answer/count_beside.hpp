#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/index/search_context.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// The grades of one provider, and those of bodies of its type in the places that `scopes` names: each counted over the
/// newest full inspections. The provider comes first; without a type or a region of it there is nothing to compare.
/// Of `asked` only what says which index, day and inferred grades count.
std::vector<GradesBeside> count_beside(const SearchRequest& asked, const std::string& provider,
                                       const std::vector<BesideScope>& scopes, SearchContext& context);

/// run_search(), with what `request.beside` asks in the result. Throws: as run_search(); Error{usage} unless exactly
/// one provider is asked for.
std::size_t run_search_beside(const SearchRequest& request, SearchContext& context, HitSink& sink);

}  // namespace findings
