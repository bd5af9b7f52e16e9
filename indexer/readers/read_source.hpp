#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

#include "indexer/article/raw_article.hpp"
#include "indexer/readers/protocol.hpp"

namespace findings {

/// Receives what a file holds, one at a time, so that a large JSON Lines file never stands in memory whole.
struct ReadSink {
    std::function<void(RawArticle&&)> article;
    std::function<void(Rejection&&)> rejection;
};

/// Reads one file: recognises its content (gzip, then PDF, HTML, JSON, text), decodes it and cuts it into
/// blocks. Runs inside the worker process; limits on time and memory are the process's, `limits.text_bytes`
/// is kept here. Rejection.source is left empty. Never throws for a bad file.
void read_source(const std::filesystem::path& path, const ReaderLimits& limits, const ReadSink& sink);

}  // namespace findings
