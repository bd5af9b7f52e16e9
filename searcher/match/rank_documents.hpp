#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

#include <xapian.h>

#include "common/index/facet_columns.hpp"
#include "searcher/index/document_set.hpp"
#include "searcher/match/rank_adjacent.hpp"

namespace findings {

/// All documents of a query and the best of them.
struct RankedDocuments {
    DocumentSet found;
    std::vector<FoundStory> best;  ///< best first; of one weight, in document order
};

/// Finds and weighs in one pass over the posting lists: what Xapian's matcher does with IneB2Weight, to the last bit of
/// every weight, in a fifth of the instructions. The matcher takes 550 instructions to find the length of a document,
/// which stands in the columns here, and reads lists a second time that finding has read.
/// `chosen`: documents that are wanted among the best, all when empty. `within`: what is looked among, everything when
/// null. Nothing where the query has other weights than those of words that all must match: then Xapian weighs.
/// Requires: `columns` are the database's. Throws: Xapian::Error.
/// Source: weight/ineb2weight.cc and matcher/multiandpostlist.h of xapian-core 1.4.
std::optional<RankedDocuments> rank_documents(const Xapian::Query& query, const Xapian::Database& database,
                                              const FacetColumns& columns, std::size_t wanted,
                                              const std::function<bool(Xapian::docid)>& chosen = {},
                                              const DocumentSet* within = nullptr);

}  // namespace findings
