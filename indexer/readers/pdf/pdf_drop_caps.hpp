#pragma once

#include <vector>

#include "indexer/readers/pdf/pdf_page.hpp"

namespace findings {

/// Joins a large initial that stands over several lines with the word it begins. "A" stays a word of its own where the
/// document writes the rest as a word elsewhere. Requires: lines not joined yet, or the
/// initial would be part of the lowest line beside it.
void join_drop_caps(std::vector<PdfPage>& pages);

}  // namespace findings
