#include "indexer/article/clean_article.hpp"

#include <algorithm>
#include <iterator>

namespace findings {

const BodyBlock* CleanArticle::block_at(std::size_t byte) const {
    const auto after = std::upper_bound(blocks.begin(), blocks.end(), byte,
                                        [](std::size_t at, const BodyBlock& block) { return at < block.span.begin; });
    return after == blocks.begin() ? nullptr : &*std::prev(after);
}

int CleanArticle::page_at(std::size_t byte) const {
    const BodyBlock* block = block_at(byte);
    if (block == nullptr) return 0;
    const auto after = std::upper_bound(breaks.begin(), breaks.end(), byte,
                                        [](std::size_t at, const PageBreak& next) { return at < next.at; });
    const bool inside = after != breaks.begin() && std::prev(after)->at >= block->span.begin;
    return inside ? std::prev(after)->page : block->page;
}

Span CleanArticle::sentence_at(std::size_t byte) const {
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), byte,
                                        [](std::size_t at, const Span& sentence) { return at < sentence.begin; });
    if (after != sentences.begin() && byte < std::prev(after)->end) return *std::prev(after);
    return {byte, std::min(byte + 1, std::max(byte, body.size()))};
}

}  // namespace findings
