#pragma once

#include <vector>

#include "searcher/model/search_result.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

/// Whether a search asks for stories without a theme, strength or weakness: by a filter or by its text. Themes are
/// found by their wording, so an answer to it needs a note.
bool asks_for_absence(const std::vector<ResolvedFilter>& filters, const QueryNode& query);

}  // namespace findings
