#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/pdf/pdf_page.hpp"

namespace findings {

/// Whether a page, given by its frames, has next to no text but something that may be: a picture over most of it with
/// no more than a stamp in its margins, text in a font without a way to Unicode, or letters drawn as outlines.
bool needs_ocr(const std::vector<PdfPage>& frames);

/// Reads the pictures of the pages that need it, by `limits.page_reader`; their frames become one with the lines that
/// were read. Pages that stay unread have a `loss`. `type`: of the content, see PagePainter. Nothing happens without a
/// reader. Requires: lines joined, illegible ones dropped.
void read_scans(std::string_view bytes, const char* type, const ReaderLimits& limits, std::vector<PdfPage>& pages);

}  // namespace findings
