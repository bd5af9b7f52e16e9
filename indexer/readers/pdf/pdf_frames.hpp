#pragma once

#include <vector>

#include "indexer/readers/pdf/pdf_device.hpp"
#include "indexer/readers/pdf/pdf_page.hpp"

namespace findings {

/// Turns what MuPDF drew of one page into lines, each direction of text in a frame of its own in which it runs from
/// left to right: first the direction of most characters, then the others (`aside`), largest first. So a page set
/// sideways or scanned askew reads like any other, and a label along an axis keeps its letters together. Lines outside
/// the page's edges are boilerplate unless there are no others. `page`: number, width, height and image area are taken
/// over.
std::vector<PdfPage> make_pdf_frames(fz_context* context, const fz_stext_page& text, fz_rect bounds,
                                     const std::vector<PdfBox>& boxes, const PdfPage& page);

}  // namespace findings
