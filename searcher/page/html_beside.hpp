#pragma once

#include <ostream>
#include <vector>

#include "searcher/model/search_result.hpp"
#include "searcher/page/page_links.hpp"

namespace findings {

/// Grades of a provider beside those of its region and nation, as a table; nothing when there is nothing to compare.
/// `links`: of the reading room, or null: then each place leads to its stories.
void write_html_beside(std::ostream& out, const std::vector<GradesBeside>& beside, const PageLinks* links);

}  // namespace findings
