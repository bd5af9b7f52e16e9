#pragma once

#include <span>
#include <vector>

#include "indexer/readers/pdf/pdf_char.hpp"

namespace findings {

/// Finds the blanks inside words that are set with space between their letters ("R e q u i r e s"): one flag a
/// character, true for a blank that separates no words; empty when there is none. Words are told by the wider gaps
/// between them. A row of letters in the order of the alphabet is a row of letters.
std::vector<bool> find_letter_spacing(std::span<const PdfChar> chars);

}  // namespace findings
