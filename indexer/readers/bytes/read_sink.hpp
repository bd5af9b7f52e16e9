#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "indexer/article/raw_article.hpp"

namespace findings {

class PageReader;

/// What one file may cost, and how its pictures are read.
struct ReaderLimits {
    unsigned seconds = 30;
    std::uint64_t memory_bytes = 1ULL << 30U;
    std::uint64_t text_bytes = 64ULL << 20U;  ///< of one article; a JSON Lines file may hold many
    std::string ocr = "auto";                 ///< see parse_ocr_setting()
    PageReader* page_reader = nullptr;        ///< not owned; null: pictures are not read
};

/// Receives what a file holds, one at a time, so that a large JSON Lines file never stands in memory whole.
struct ReadSink {
    std::function<void(RawArticle&&)> article;
    std::function<void(Rejection&&)> rejection;
};

}  // namespace findings
