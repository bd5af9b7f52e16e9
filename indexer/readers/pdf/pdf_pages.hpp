#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/rejection.hpp"
#include "indexer/readers/pdf/pdf_page.hpp"

namespace findings {

/// A PDF's pages, or why there are none.
struct PdfDocument {
    std::string title;
    std::vector<PdfPage> pages;         ///< in order; a page whose text runs in several directions has several frames
    bool dynamic_form = false;          ///< its pages are a placeholder for a form that few programs show
    std::vector<std::string> warnings;  ///< of the document
    std::optional<Rejection> rejection;
};

/// Turns every page of a PDF into lines of text, by MuPDF. Stops with `too-large` past `text_limit` bytes of
/// text. An empty user password is tried; a real one gives `encrypted`; damage gives `corrupt` with MuPDF's
/// words. Bytes before the header and behind the end mark are skipped.
PdfDocument read_pdf_pages(std::string_view bytes, std::uint64_t text_limit);

}  // namespace findings
