#pragma once

#include <vector>

#include "indexer/facets/finding/listed_entry.hpp"

namespace findings {

/// The entries of all such lists of an article, in reading order. `used`: by block, whether a list took it.
struct ReadLists {
    std::vector<ListedEntry> entries;
    std::vector<bool> used;
};
ReadLists read_lists(const CleanArticle& article, const ListHeadings& headings);

}  // namespace findings
