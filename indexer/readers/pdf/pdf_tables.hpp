#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "indexer/readers/pdf/pdf_page.hpp"

namespace findings {

/// Lines of one cell from top to bottom.
using PdfCell = std::vector<PdfLine>;

/// A piece of a page in reading order: running text of one column, or a table.
struct PdfRegion {
    bool table = false;
    bool continues = false;                  ///< a column of prose that goes on with the one before
    std::vector<PdfLine> lines;              ///< of running text
    std::vector<std::vector<PdfCell>> rows;  ///< of a table; a row has one entry for each cell that holds text
};

/// Cuts a page into regions. Lines that stand side by side make a table or, when they look like prose,
/// columns of text that are read one after the other. Rows of a table end at ruled lines where it has some,
/// else at gaps wider than between the lines of a cell; so a label over three lines and a grade over two come
/// out as one row. Requires: lines joined and sorted (join_pdf_lines); boilerplate is skipped.
std::vector<PdfRegion> find_regions(const PdfPage& page);

}  // namespace findings
