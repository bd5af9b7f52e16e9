#pragma once

#include <vector>

#include "indexer/readers/pdf/pdf_page.hpp"

namespace findings {

/// Marks running headers, footers and page numbers: lines in the top or bottom margin that come again, apart
/// from their digits, at the same height on other pages, and bare page numbers there; in text
/// that runs in another direction than its page (watermarks, stamps) lines that come again wherever they stand.
void mark_boilerplate(std::vector<PdfPage>& pages);

}  // namespace findings
