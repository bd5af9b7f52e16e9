#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/pdf/pdf_page.hpp"

namespace findings {

// Scanners and stamping programs put a page number or a reference on the pages they make; that is no text.
inline constexpr std::size_t kLeastPageLetters = 25;
// Share of a page: a scan covers nearly all of it, a logo or a banner far less.
inline constexpr float kPictureOfPage = 0.3F;

/// Reads the pictures of the pages that need it, by `limits.page_reader`; their frames become one with the lines that
/// were read. Pages that stay unread have a `loss`. `type`: of the content, see PagePainter. Nothing happens without a
/// reader. Requires: lines joined, illegible ones dropped.
void read_scans(std::string_view bytes, const char* type, const ReaderLimits& limits, std::vector<PdfPage>& pages);

}  // namespace findings
