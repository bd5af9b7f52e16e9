#pragma once

#include <string>

#include <xapian.h>

#include "common/text/analyzer.hpp"
#include "searcher/index/indexed_words.hpp"
#include "searcher/plan/build_query.hpp"
#include "searcher/query/query_tree.hpp"

namespace findings {

/// A query with every unknown word replaced by the nearest indexed one, when that has hits; else empty.
///
/// Near is up to two edits (one for words of four letters and fewer), with the first letter right or its
/// neighbour swapped with it; of equally near words the most frequent. Words in phrases and under NEAR are
/// corrected too, fields and excluded words never. `filter`: what else a story must match, e.g. the filters
/// of the command line; an empty Query for nothing. Cost: reads every indexed word with the letter the
/// unknown word begins with, once for all searches; meant for searches without a hit.
std::string suggest_query(const QueryTree& tree, IndexedWords& words, Analyzer& analyzer,
                          const QueryOptions& options = {}, const Xapian::Query& filter = {});

}  // namespace findings
