#pragma once

#include <string_view>
#include <vector>

#include "indexer/article/clean_article.hpp"

namespace findings {

/// Appends the sentences of one block of `body`, trimmed and in order. Linear in the block; a table row is
/// one sentence.
void append_sentences(std::string_view body, const BodyBlock& block, std::vector<Span>& sentences);

}  // namespace findings
