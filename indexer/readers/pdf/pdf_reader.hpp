#pragma once

#include <string_view>

#include "indexer/readers/bytes/read_sink.hpp"

namespace findings {

/// Reads a PDF into one article, or says why it has no text: damaged, locked, too large, scanned, empty.
void read_pdf(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink);

}  // namespace findings
