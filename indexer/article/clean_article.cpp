#include "indexer/article/clean_article.hpp"

#include <algorithm>
#include <iterator>

namespace findings {

int CleanArticle::page_at(std::size_t byte) const {
    const auto after = std::upper_bound(blocks.begin(), blocks.end(), byte,
                                        [](std::size_t at, const BodyBlock& block) { return at < block.span.begin; });
    return after == blocks.begin() ? 0 : std::prev(after)->page;
}

Span CleanArticle::sentence_at(std::size_t byte) const {
    const auto after = std::upper_bound(sentences.begin(), sentences.end(), byte,
                                        [](std::size_t at, const Span& sentence) { return at < sentence.begin; });
    if (after != sentences.begin() && byte < std::prev(after)->end) return *std::prev(after);
    return {byte, std::min(byte + 1, std::max(byte, body.size()))};
}

}  // namespace findings
