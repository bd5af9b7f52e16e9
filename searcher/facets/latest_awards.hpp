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
    /// Those of them that a register has a later grade of, where rows of registers are not looked at.
    LatestAwards behind;
    /// Rows of registers that tell of a body without any inspection.
    LatestAwards never;
};

/// Finds them, as NewestInspections does. One generation has them as columns, for every question without a day; else it
/// is a pass over every document. `at`: as of that day (YYYYMMDD), later ones do not count; empty: all do.
/// `among`: whose documents are looked at; a body that registers have no more at that day has no newest among them.
/// `before`: only bodies whose newest is older than that day (YYYYMMDD); empty: all. Throws: Xapian::Error.
LatestInspections find_latest_inspections(const OpenIndex& index, bool include_inferred, const std::string& at = {},
                                          RecordScope among = RecordScope::hidden, const std::string& before = {});

}  // namespace findings
