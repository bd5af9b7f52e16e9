#pragma once

#include "searcher/facets/facet_rules.hpp"
#include "searcher/index/open_index.hpp"

namespace findings {

/// Each provider's newest graded award: by the last day of the visit, else the article's date; of one day's, the
/// story that comes first in the order of the index. Undated ones are the oldest. `at`: as of that day (YYYYMMDD),
/// later ones do not count; empty: all do. Cost: one pass over every document. Throws: Xapian::Error.
LatestAwards find_latest_awards(const OpenIndex& index, bool include_inferred, const std::string& at = {});

}  // namespace findings
