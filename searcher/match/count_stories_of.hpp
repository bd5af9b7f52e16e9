#pragma once

#include <cstddef>

#include <xapian.h>

#include "searcher/index/open_index.hpp"
#include "searcher/plan/filter_plan.hpp"

namespace findings {

/// Of how many stories the findings are that `text` finds under the plan. A pass of its own, one generation after the
/// other: only there a document tells its story. Requires: the index was opened for findings. Throws: Xapian::Error.
std::size_t count_stories_of(const Xapian::Query& text, const FilterPlan& plan, const OpenIndex& index);

}  // namespace findings
