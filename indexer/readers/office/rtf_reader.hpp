#pragma once

#include <optional>
#include <string_view>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// Reads a Rich Text document into the article: paragraphs, headings by outline level or style, lists, tables, text
/// boxes, then footnotes, then headers and footers as boilerplate. Deleted and hidden text is left out. Returns why it
/// cannot be read, or nullopt. Source: Rich Text Format Specification 1.9.1.
std::optional<Rejection> read_rtf(std::string_view bytes, RawArticle& article);

}  // namespace findings
