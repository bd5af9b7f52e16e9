#pragma once

#include <span>
#include <vector>

#include "indexer/readers/pdf/pdf_char.hpp"
#include "indexer/readers/pdf/pdf_page.hpp"

namespace findings {

/// Turns the characters of one line into lines of text: cut where a wide gap separates columns, raised characters as
/// append_raised() says, letters set apart joined to words, blanks trimmed.
void add_pdf_lines(std::span<const PdfChar> chars, std::vector<PdfLine>& lines);

/// Joins pieces of one line that a drawing program set apart, and list marks and paragraph numbers with the
/// text they stand before. Sorts the lines from top to bottom, then left to right.
void join_pdf_lines(PdfPage& page);

}  // namespace findings
