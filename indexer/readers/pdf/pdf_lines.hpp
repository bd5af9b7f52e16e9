#pragma once

#include <span>
#include <vector>

#include "indexer/readers/pdf/pdf_page.hpp"

namespace findings {

/// One character as drawn.
struct PdfChar {
    char32_t code = 0;
    float x0 = 0;
    float x1 = 0;
    float advance = 0;  ///< how far it moves along the baseline; x1 - x0 holds the slant of italics too
    float baseline = 0;
    float size = 0;
    bool bold = false;
};

/// Turns the characters of one line into lines of text: cut where a wide gap separates columns, raised characters as
/// append_raised() says, letters set apart joined to words, blanks trimmed.
void add_pdf_lines(std::span<const PdfChar> chars, std::vector<PdfLine>& lines);

/// Joins pieces of one line that a drawing program set apart, and list marks and paragraph numbers with the
/// text they stand before. Sorts the lines from top to bottom, then left to right.
void join_pdf_lines(PdfPage& page);

}  // namespace findings
