#pragma once

#include <cstddef>
#include <exception>
#include <vector>

#include <mupdf/fitz.h>

namespace findings {

/// A closed piece of a drawing.
struct PdfBox {
    fz_rect area{};
    bool stroked = false;
};

/// What one page's drawing is collected into.
struct PageSink {
    fz_device* text = nullptr;  ///< MuPDF's own structured-text device
    float page_area = 1;
    float image_area = 0;  ///< sum, in shares of the page
    std::vector<PdfBox> boxes;
    fz_rect box{};
    fz_matrix matrix{};
    bool box_open = false;
    bool stroked = false;
    std::size_t outlines = 0;    ///< curves of filled pieces
    std::exception_ptr failure;  ///< C++ exceptions must not pass MuPDF's functions
};

/// A device that passes text on to `sink->text` and notices images and boxes. Throws: MuPDF's exceptions.
fz_device* new_page_device(fz_context* context, PageSink* sink);

}  // namespace findings
