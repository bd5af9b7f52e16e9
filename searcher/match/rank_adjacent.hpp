#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/index/facet_columns.hpp"
#include "searcher/index/position_reader.hpp"
#include "searcher/match/ineb2.hpp"

namespace findings {

/// So many of the best stories are ranked again by neighbouring words.
/// Measured: 50 instead of 100 loses 0.001 nDCG@10; all of them gain nothing.
inline constexpr std::size_t kRerankedStories = 100;

/// One story the matcher found.
struct FoundStory {
    Xapian::docid id = 0;
    double weight = 0;
    double pair_weight = 0;  ///< what neighbouring words add, part of `weight`
};

/// Two words that stand next to each other in a query: folded exact terms.
using WordPair = std::pair<std::string, std::string>;

/// Adds to each story's weight what neighbouring query words are worth that are neighbours in it too, then sorts by
/// weight, document order breaking ties. A pair is weighed like a word, by the weighting scheme of words; how many
/// stories of the index have the pair is estimated from `stories`, which costs no pass over the index.
/// Requires: `stories` are the best ones, best first; `lengths`, where given, are the database's (FacetColumns), which
/// saves asking Xapian; `generations`, where findings are searched, are list_finding_stories(). Throws: Xapian::Error.
/// Source: the ordered window of the sequential dependence model (Metzler and Croft 2005).
void rank_adjacent(const std::vector<WordPair>& pairs, const Xapian::Database& database,
                   std::vector<FoundStory>& stories, const NumberColumn& lengths = {},
                   const std::vector<FindingStories>& generations = {});

}  // namespace findings
