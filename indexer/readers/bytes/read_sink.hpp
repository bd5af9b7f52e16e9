#pragma once

#include <cstdint>
#include <functional>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// What one file may cost.
struct ReaderLimits {
    unsigned seconds = 30;
    std::uint64_t memory_bytes = 1ULL << 30U;
    std::uint64_t text_bytes = 64ULL << 20U;  ///< of one article; a JSON Lines file may hold many
};

/// Receives what a file holds, one at a time, so that a large JSON Lines file never stands in memory whole.
struct ReadSink {
    std::function<void(RawArticle&&)> article;
    std::function<void(Rejection&&)> rejection;
};

}  // namespace findings
