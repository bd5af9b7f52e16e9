#pragma once

#include <string_view>

#include "indexer/readers/bytes/read_sink.hpp"

namespace findings {

/// Reads a PDF into one article, or says why it has no text: damaged, locked, too large, scanned, empty.
void read_pdf(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink);

/// Reads the pictures of pages in a PNG, JPEG, TIFF, GIF or BMP file, by OCR, as the pages of one article.
void read_picture(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink);

}  // namespace findings
