#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// One JSON object as an article, or why it is none. Reused from record to record, so that a long file does
/// not allocate its buffers anew for each line.
class JsonRecordReader {
  public:
    explicit JsonRecordReader(std::uint64_t text_limit) : text_limit_(text_limit) {}

    /// Reads one object. `type` and `line` are copied into what comes out.
    std::optional<Rejection> read(std::string_view object, ContentType type, std::size_t line, RawArticle& article);

  private:
    std::uint64_t text_limit_;
};

}  // namespace findings
