#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "searcher/facets/latest_awards.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/model/search_request.hpp"
#include "searcher/model/search_result.hpp"

namespace findings {

/// What `--latest` says of providers whose newest full inspection gave no overall grade though an older one did: how
/// many the words and the filters other than those on grades find; "" for none. Throws: Xapian::Error.
std::string note_ungraded(const SearchRequest& request, const std::vector<ResolvedFilter>& filters,
                          const LatestAwards& ungraded, const Xapian::Query& text, const OpenIndex& index);

}  // namespace findings
