#pragma once

#include "indexer/article/raw_article.hpp"
#include "indexer/readers/office/zip_parts.hpp"

namespace findings {

/// Reads a Word document (.docx) into the article: headings, paragraphs, lists, tables, text boxes, then its foot- and
/// endnotes, then headers and footers as boilerplate. Returns why it cannot be read, or nullopt; `parts.failure()` goes
/// before that.
std::optional<Rejection> read_docx(ZipParts& parts, RawArticle& article);

/// Title, author and days of a document of Microsoft's formats.
void read_core_properties(ZipParts& parts, RawArticle& article);

}  // namespace findings
