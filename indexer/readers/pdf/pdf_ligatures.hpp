#pragma once

#include <string>
#include <vector>

#include "indexer/readers/pdf/pdf_page.hpp"

namespace findings {

/// Writes out ligatures that fonts without a map give as other signs ("o€cial", "informaƟon"): which letters a sign
/// stands for is told by the words it makes of those around it, over the whole document. A sign that makes none stays.
/// Returns what was read as what, as a warning, or an empty string. Requires: lines not joined yet, for a
/// bullet before a word ("•ndings") is taken from its line then.
std::string mend_ligatures(std::vector<PdfPage>& pages);

}  // namespace findings
