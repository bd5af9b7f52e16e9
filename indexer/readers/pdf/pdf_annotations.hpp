#pragma once

#include <exception>
#include <string>
#include <vector>

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

namespace findings {

/// What a PDF says beside the contents of its pages.
struct PdfNotes {
    std::vector<std::string> printed;      ///< free text and values of fields, which may have been drawn as well
    std::vector<std::string> comments;     ///< of sticky notes and marked passages, which are not printed
    std::vector<std::string> attachments;  ///< names of files
    int unread = 0;                        ///< annotations and fields that are damaged
    std::exception_ptr failure;            ///< C++ exceptions must not pass MuPDF's functions
};

/// Collects one page's annotations and fields and draws the free text and stamps; damaged ones are counted.
void collect_annotations(fz_context* context, pdf_page* page, fz_device* device, PdfNotes& notes);

/// Collects the names of the files in the document. Throws: MuPDF's exceptions.
void collect_attachments(fz_context* context, pdf_document* document, PdfNotes& notes);

/// Whether the document is a form for which another program makes the pages. Throws: MuPDF's exceptions.
bool has_dynamic_form(fz_context* context, pdf_document* document);

}  // namespace findings
