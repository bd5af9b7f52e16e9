#pragma once

#include <vector>

#include "indexer/article/raw_article.hpp"
#include "indexer/readers/pdf/pdf_page.hpp"
#include "indexer/readers/text/wrapped_lines.hpp"

namespace findings {

/// Cuts a PDF's pages into blocks in reading order: paragraphs with their lines joined (also over a page
/// break in the middle of a sentence), headings (larger or bold and short), list items, table rows, and at
/// the end of each page its boilerplate as boilerplate. Requires: lines joined and sorted, boilerplate marked.
std::vector<Block> make_pdf_blocks(const std::vector<PdfPage>& pages);

}  // namespace findings
