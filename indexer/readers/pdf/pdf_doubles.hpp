#pragma once

#include <cstddef>
#include <vector>

#include "indexer/readers/pdf/pdf_lines.hpp"

namespace findings {

/// Takes out characters that are drawn a second time almost in their place, as programs do for bold letters and
/// shadows: letter by letter, word by word, or a whole line later on. Letters that stand twice in a word ("ll") are a
/// letter's width apart and stay. Shape: run i holds the characters from ends[i - 1] to ends[i]; the ends are kept
/// right.
void drop_double_glyphs(std::vector<PdfChar>& chars, std::vector<std::size_t>& ends);

}  // namespace findings
