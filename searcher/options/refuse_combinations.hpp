#pragma once

#include "searcher/model/search_request.hpp"

namespace findings {

/// Options that mean nothing together. `asks_stories`: the command answers in stories unless findings are asked for.
/// Throws: Error{usage} that names one and says what to do.
void refuse_combinations(const SearchRequest& request, OutputFormat format, bool asks_stories, bool cite);

}  // namespace findings
