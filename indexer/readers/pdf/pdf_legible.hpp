#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/pdf/pdf_page.hpp"

namespace findings {

/// Takes out what a font without a way to Unicode makes of text: lines that are mostly characters without a meaning,
/// and whole pages that are, or whose letters are in no language's proportions. What was taken out is `page.loss`;
/// where some words only have signs in place of letters ("o€cial"), they stay and `loss` names one. Requires: lines
/// joined (join_pdf_lines).
void drop_illegible(std::vector<PdfPage>& pages);

/// The first word that has a sign where a letter should be, when the text has several of them; else empty.
std::string find_sign_in_word(std::string_view text);

/// Whether the letters of a longer text can be English or Welsh: vowels and rare letters as often as they should be.
/// True for short texts and for other scripts, of which this says nothing.
bool has_language(std::string_view text);

}  // namespace findings
