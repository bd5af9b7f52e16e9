#pragma once

#include "indexer/article/raw_article.hpp"
#include "indexer/readers/office/zip_parts.hpp"

namespace findings {

/// Reads a presentation (.pptx) into the article: a slide is a page, its title a heading; what the speaker noted
/// follows the slide. Dates, numbers and footers of the slides are boilerplate. Returns why it cannot be read, or
/// nullopt; `parts.failure()` goes before that.
std::optional<Rejection> read_pptx(ZipParts& parts, RawArticle& article);

}  // namespace findings
