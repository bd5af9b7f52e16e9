#pragma once

#include <ostream>
#include <string>

#include "searcher/model/search_result.hpp"
#include "searcher/page/page_links.hpp"

namespace findings {

/// The query box of the reading room, with what else is asked kept in hidden fields.
/// Shape: opens and closes the form with the id "search"; the filters belong to it by their `form` attribute.
void write_query_box(std::ostream& out, const SearchResult& result, const PageLinks& links);

/// The filters beside the hits: each value counted with a box to choose it and a link that leaves it alone chosen; the
/// dates and the order.
void write_filters(std::ostream& out, const SearchResult& result, const PageLinks& links);

/// "41 findings in 23 stories from 20 providers"; of nothing, from nobody.
std::string count_found(const SearchResult& result);

/// What is asked, a removable item each. Nothing when nothing is.
void write_chips(std::ostream& out, const SearchResult& result, const PageLinks& links);

}  // namespace findings
