// fz_try is setjmp: nothing in here that MuPDF's exceptions can pass has a destructor.
#include "indexer/readers/pdf/pdf_annotations.hpp"

namespace findings {
namespace {

// Of one page: a form of ten thousand fields is an attack.
constexpr int kMaxAnnotations = 10000;

void keep(PdfNotes& notes, std::vector<std::string> PdfNotes::*list, const char* text) noexcept {
    if (text == nullptr || *text == '\0') return;
    try {
        (notes.*list).emplace_back(text);
    } catch (...) {
        notes.failure = std::current_exception();
    }
}

/// The name of the file that a file specification names.
const char* file_name(fz_context* context, pdf_obj* specification) {
    const char* name = pdf_dict_get_text_string(context, specification, PDF_NAME(UF));
    if (*name == '\0') name = pdf_dict_get_text_string(context, specification, PDF_NAME(F));
    return *name == '\0' ? "without a name" : name;
}

bool is_hidden(fz_context* context, pdf_annot* annotation) {
    return (pdf_annot_flags(context, annotation) & (PDF_ANNOT_IS_HIDDEN | PDF_ANNOT_IS_NO_VIEW)) != 0;
}

void collect_annotation(fz_context* context, pdf_annot* annotation, fz_device* device, PdfNotes& notes) {
    switch (pdf_annot_type(context, annotation)) {
        case PDF_ANNOT_FREE_TEXT:
        case PDF_ANNOT_WATERMARK:
            pdf_run_annot(context, annotation, device, fz_identity, nullptr);
            return keep(notes, &PdfNotes::printed, pdf_annot_contents(context, annotation));
        case PDF_ANNOT_STAMP:
            pdf_run_annot(context, annotation, device, fz_identity, nullptr);
            return keep(notes, &PdfNotes::comments, pdf_annot_contents(context, annotation));
        case PDF_ANNOT_FILE_ATTACHMENT:
            keep(notes, &PdfNotes::attachments,
                 file_name(context, pdf_dict_get(context, pdf_annot_obj(context, annotation), PDF_NAME(FS))));
            return keep(notes, &PdfNotes::comments, pdf_annot_contents(context, annotation));
        case PDF_ANNOT_TEXT:
        case PDF_ANNOT_LINE:
        case PDF_ANNOT_SQUARE:
        case PDF_ANNOT_CIRCLE:
        case PDF_ANNOT_POLYGON:
        case PDF_ANNOT_POLY_LINE:
        case PDF_ANNOT_HIGHLIGHT:
        case PDF_ANNOT_UNDERLINE:
        case PDF_ANNOT_SQUIGGLY:
        case PDF_ANNOT_STRIKE_OUT:
        case PDF_ANNOT_CARET:
        case PDF_ANNOT_INK:
            return keep(notes, &PdfNotes::comments, pdf_annot_contents(context, annotation));
        default:  // links, popups of the above, films
            return;
    }
}

void collect_field(fz_context* context, pdf_annot* widget, PdfNotes& notes) {
    const enum pdf_widget_type type = pdf_widget_type(context, widget);
    const bool text =
        type == PDF_WIDGET_TYPE_TEXT || type == PDF_WIDGET_TYPE_COMBOBOX || type == PDF_WIDGET_TYPE_LISTBOX;
    if (text) keep(notes, &PdfNotes::printed, pdf_annot_field_value(context, widget));
}

/// One that is damaged costs its own text, not the page's. `device`: null for a field.
/// Not inlined: setjmp would put the caller's loop at risk.
[[gnu::noinline]] void collect_one(fz_context* context, pdf_annot* at, fz_device* device, PdfNotes& notes) {
    fz_try(context) {
        if (!is_hidden(context, at))
            device == nullptr ? collect_field(context, at, notes) : collect_annotation(context, at, device, notes);
    }
    fz_catch(context) { ++notes.unread; }
}

}  // namespace

void collect_annotations(fz_context* context, pdf_page* page, fz_device* device, PdfNotes& notes) {
    if (page == nullptr) return;
    int left = kMaxAnnotations;
    for (pdf_annot* at = pdf_first_annot(context, page); at != nullptr && left-- > 0; at = pdf_next_annot(context, at))
        collect_one(context, at, device, notes);
    for (pdf_annot* at = pdf_first_widget(context, page); at != nullptr && left-- > 0;
         at = pdf_next_widget(context, at))
        collect_one(context, at, nullptr, notes);
}

void collect_attachments(fz_context* context, pdf_document* document, PdfNotes& notes) {
    pdf_obj* files = nullptr;
    fz_var(files);
    fz_try(context) {
        files = pdf_load_name_tree(context, document, PDF_NAME(EmbeddedFiles));
        const int count = pdf_dict_len(context, files);
        for (int i = 0; i < count && i < kMaxAnnotations; ++i)
            keep(notes, &PdfNotes::attachments, file_name(context, pdf_dict_get_val(context, files, i)));
    }
    fz_always(context) { pdf_drop_obj(context, files); }
    fz_catch(context) { fz_rethrow(context); }
}

bool has_dynamic_form(fz_context* context, pdf_document* document) {
    return pdf_dict_getl(context, pdf_trailer(context, document), PDF_NAME(Root), PDF_NAME(AcroForm), PDF_NAME(XFA),
                         nullptr) != nullptr;
}

}  // namespace findings
