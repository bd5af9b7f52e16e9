#pragma once

#include <optional>

#include "indexer/article/raw_article.hpp"
#include "indexer/readers/office/ole_file.hpp"

namespace findings {

/// Reads an old Word document (.doc of Word 97 to 2003) into the article: paragraphs, table rows, text boxes, then
/// footnotes, then headers and footers as boilerplate. Which text was deleted under tracked changes and which is a
/// heading is not read from it; the first is warned of. Returns why it cannot be read, or nullopt. Source: [MS-DOC].
std::optional<Rejection> read_doc(const OleFile& file, RawArticle& article);

}  // namespace findings
