#pragma once

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

namespace findings {

/// Renames the ligatures of a page's fonts that have no map to Unicode: MuPDF takes "f_f_i" for "f". Before the page is
/// drawn.
void name_ligatures(fz_context* context, pdf_page* page);

}  // namespace findings
