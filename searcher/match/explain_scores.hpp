#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "searcher/match/match_stories.hpp"
#include "searcher/plan/built_query.hpp"

namespace findings {

/// One line for each of the first hits of a page, "hit 1: score 9.4 = safeguarding 6.1 + missing 2.2 + side by side
/// 1.1". A part is weighed by running it alone over these hits. Throws: Xapian::Error.
/// Requires: the hits are sorted by relevance.
std::vector<std::string> explain_scores(const BuiltQuery& text, const std::vector<FoundStory>& hits, std::size_t offset,
                                        const Xapian::Database& database);

}  // namespace findings
