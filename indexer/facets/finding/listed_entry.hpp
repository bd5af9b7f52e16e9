#pragma once

#include <vector>

#include "indexer/article/clean_article.hpp"
#include "indexer/regimes/list_headings.hpp"

namespace findings {

/// One entry of a list that tells a body what to do, as it is printed.
struct ListedEntry {
    ListLine form = ListLine::recommendation;
    std::vector<Span> pieces;     ///< its words without bullets and numbers, in reading order
    std::vector<Span> addressee;  ///< of a table's column that says who must act
    std::vector<Span> due;        ///< of a table's column or of the time limit above it
    Span heading;                 ///< the list's
    Span section;                 ///< the heading above the list's; empty when there is none
};

}  // namespace findings
