#pragma once

#include "indexer/article/raw_article.hpp"
#include "indexer/readers/office/zip_parts.hpp"

namespace findings {

/// Reads an electronic book (.epub) into the article: its chapters in reading order, each as a web page. Returns why it
/// cannot be read, or nullopt; `parts.failure()` goes before that.
std::optional<Rejection> read_epub(ZipParts& parts, RawArticle& article);

}  // namespace findings
