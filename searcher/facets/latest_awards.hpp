#pragma once

#include <string>

#include "searcher/facets/facet_rules.hpp"
#include "searcher/index/open_index.hpp"
#include "searcher/model/search_request.hpp"

namespace findings {

/// Each provider's newest full inspection in each line of frameworks.
struct LatestInspections {
    LatestAwards newest;
    /// Those of them without an overall grade whose line has an older one with a grade, which no longer holds.
    LatestAwards ungraded;
};

/// Finds them, graded or not: by the last day of the visit, else
/// the article's date; of one day's, the story that comes first in the order of the index. Undated ones are the oldest.
/// What grades nothing counts when it is a report or letter or has judgements of areas. `at`: as of that
/// day (YYYYMMDD), later ones do not count; empty: all do. Cost: one pass over every
/// document. Throws: Xapian::Error.
/// `among`: whose documents are looked at; a body that registers have no more at that day has no newest among them.
/// `before`: only bodies whose newest is older than that day (YYYYMMDD); empty: all.
LatestInspections find_latest_inspections(const OpenIndex& index, bool include_inferred, const std::string& at = {},
                                          RecordScope among = RecordScope::hidden, const std::string& before = {});

}  // namespace findings
