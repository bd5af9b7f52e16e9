#pragma once

#include <cstdint>
#include <vector>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// A line as the learner counts it.
struct CountedLine {
    std::uint64_t hash = 0;         ///< of its folded text
    std::uint32_t prose_bytes = 0;  ///< 0 unless it is running prose
    bool label = false;             ///< no sentence: also counted together with its neighbours
};

/// The lines of an article that may be learned, in their order: no rows of tables, nothing that markup drops, nothing
/// that is too short or too long to be told by its words.
std::vector<CountedLine> list_counted_lines(const std::vector<Block>& blocks);

}  // namespace findings
