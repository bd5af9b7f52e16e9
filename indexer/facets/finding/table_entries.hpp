#pragma once

#include <cstddef>
#include <vector>

#include "indexer/facets/finding/listed_entry.hpp"

namespace findings {

/// Entries of a table in blocks [first, last): one column of them beside one that says who must act or by when. A cell
/// may go on in the next row or in a line of its own. Form and headings are left to the caller.
std::vector<ListedEntry> read_table_entries(const CleanArticle& article, const ListHeadings& headings,
                                            std::size_t first, std::size_t last);

}  // namespace findings
