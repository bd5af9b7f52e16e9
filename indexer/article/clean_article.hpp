#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// A byte range of CleanArticle::body.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

/// A block of the body. Blocks do not overlap and stand in order, separated by "\n" or "\n\n".
struct BodyBlock {
    BlockRole role = BlockRole::paragraph;
    int page = 0;  ///< of its first word
    Span span;
};

/// Text taken out, and the rule that did it.
struct DroppedText {
    std::string text;
    std::string rule;
};

/// The story itself. Text is NFC UTF-8.
struct CleanArticle {
    std::string source;  ///< path relative to its SOURCE
    ContentType type = ContentType::text;
    std::string title;
    std::string body;
    std::vector<BodyBlock> blocks;
    std::vector<PageBreak> breaks;  ///< of the body: pages that begin inside a block, in order
    std::vector<Span> sentences;    ///< in order; never across blocks; a table row is one sentence
    std::vector<DroppedText> dropped;
    std::map<std::string, std::vector<std::string>> declared;
    std::set<std::string> corrected;  ///< keys of `declared` that a person put right
    std::vector<std::pair<std::string, std::string>> metadata;
    std::vector<OcrPage> ocr_pages;  ///< pages whose text was read from a picture

    [[nodiscard]] std::string_view text_of(Span span) const {
        return std::string_view(body).substr(span.begin, span.end - span.begin);
    }
    /// The block that holds a byte of the body, or the one before it; nullptr before the first.
    [[nodiscard]] const BodyBlock* block_at(std::size_t byte) const;
    /// Page of a byte of the body, 0 where there are none.
    [[nodiscard]] int page_at(std::size_t byte) const;
    /// The sentence that holds a byte of the body; the byte alone when none does.
    [[nodiscard]] Span sentence_at(std::size_t byte) const;
};

}  // namespace findings
