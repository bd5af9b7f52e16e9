#pragma once

#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/office/zip_parts.hpp"

namespace findings {

/// Reads an OpenDocument text, presentation or spreadsheet. Headers and footers are boilerplate; a slide is a page.
void read_odf(ZipParts& parts, const ReaderLimits& limits, const ReadSink& sink);

}  // namespace findings
