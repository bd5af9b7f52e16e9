// fz_try is setjmp: nothing with a destructor may be made between fz_try and a call that can throw, so every object
// lives outside, and callbacks that MuPDF calls keep their C++ exceptions to themselves.
#include "indexer/readers/pdf/pdf_pages.hpp"

#include <algorithm>
#include <cstddef>
#include <exception>
#include <iterator>
#include <new>
#include <utility>

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

#include "common/text/ascii.hpp"
#include "common/text/count_noun.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/pdf/pdf_annotations.hpp"
#include "indexer/readers/pdf/pdf_device.hpp"
#include "indexer/readers/pdf/pdf_fonts.hpp"
#include "indexer/readers/pdf/pdf_frames.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

constexpr std::size_t kStoreBytes = 64U << 20U;
constexpr std::size_t kNamedAttachments = 5;
constexpr std::string_view kHeader = "%PDF-";

/// What web servers and mail programs write before the header is no part of the file: offsets count from there.
std::string_view skip_to_header(std::string_view bytes) {
    const std::size_t at = bytes.find(kHeader);
    return at == std::string_view::npos ? bytes : bytes.substr(at);
}

/// Whether the text holds the beginning of an object: "12 0 obj".
bool has_object(std::string_view text) {
    for (std::size_t at = text.find(" obj"); at != std::string_view::npos; at = text.find(" obj", at + 1))
        if (at > 1 && is_digit(text[at - 1]) && (text[at - 2] == ' ' || is_digit(text[at - 2]))) return true;
    return false;
}

/// The letters and digits alone, to compare words with words that are broken otherwise.
std::string squash(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (is_digit(c) || (static_cast<char>(c | 0x20) >= 'a' && static_cast<char>(c | 0x20) <= 'z') ||
            static_cast<unsigned char>(c) >= 0x80)
            out.push_back(c);
    return out;
}

/// Notes whose words were not drawn on the page become text at its end.
void add_notes(const PdfNotes& notes, std::vector<PdfPage>& frames) {
    if (notes.printed.empty() && notes.comments.empty()) return;
    std::string drawn;
    for (const PdfPage& frame : frames)
        for (const PdfLine& line : frame.lines) drawn += squash(line.text);
    for (const std::string& text : notes.printed)
        if (const std::string words = fold_spaces(tidy_text(text)); drawn.find(squash(words)) == std::string::npos)
            frames.front().notes.push_back(words);
    for (const std::string& text : notes.comments)
        if (const std::string words = fold_spaces(tidy_text(text)); has_words(words))
            frames.front().notes.push_back("Note: " + words);
}

/// Owns what MuPDF gave for one document and turns its errors into rejections.
class Document {
  public:
    explicit Document(std::string_view bytes)
        : bytes_(skip_to_header(bytes)), context_(fz_new_context(nullptr, nullptr, kStoreBytes)) {
        if (context_ == nullptr) throw std::bad_alloc();
        fz_set_warning_callback(
            context_, [](void*, const char*) {}, nullptr);
        fz_set_error_callback(
            context_, [](void*, const char*) {}, nullptr);
    }
    ~Document() {
        fz_drop_document(context_, document_);
        fz_drop_stream(context_, stream_);
        fz_drop_context(context_);
    }
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    /// The number of pages, or nullopt with `rejection` set.
    std::optional<int> open() {
        const auto* data = reinterpret_cast<const unsigned char*>(bytes_.data());
        int pages = 0;
        bool locked = false;
        bool failed = false;
        fz_var(pages);
        fz_var(locked);
        fz_var(failed);
        fz_try(context_) {
            fz_register_document_handlers(context_);
            stream_ = fz_open_memory(context_, data, bytes_.size());
            document_ = fz_open_document_with_stream(context_, "application/pdf", stream_);
            locked =
                fz_needs_password(context_, document_) != 0 && fz_authenticate_password(context_, document_, "") == 0;
            if (!locked) pages = fz_count_pages(context_, document_);
        }
        fz_catch(context_) { failed = true; }
        if (failed) return reject(caught("the document cannot be opened"));
        if (locked) return reject({{}, RejectionReason::encrypted, "the PDF asks for a password"});
        if (pages == 0) return reject({{}, RejectionReason::corrupt, "the PDF holds no page"});
        if (is_cut_short()) return reject({{}, RejectionReason::corrupt, "the PDF is cut short: it has no end mark"});
        return pages;
    }

    std::string read_title() {
        char buffer[1024] = {};
        fz_try(context_) fz_lookup_metadata(context_, document_, FZ_META_INFO_TITLE, buffer, sizeof buffer);
        fz_catch(context_) buffer[0] = '\0';
        return buffer;
    }

    /// Appends the frames of one page; false with `rejection` set.
    bool read_page(int number, std::vector<PdfPage>& pages) {
        PageSink sink;
        PdfNotes notes;
        fz_page* source = nullptr;
        fz_stext_page* text = nullptr;
        fz_device* device = nullptr;
        fz_rect bounds{};
        fz_stext_options options{};
        bool failed = false;
        fz_var(source);
        fz_var(text);
        fz_var(device);
        fz_var(failed);
        fz_try(context_) {
            source = fz_load_page(context_, document_, number);
            name_ligatures(context_, pdf_page_from_fz_page(context_, source));
            bounds = fz_bound_page(context_, source);
            sink.page_area = std::max(1.0F, (bounds.x1 - bounds.x0) * (bounds.y1 - bounds.y0));
            text = fz_new_stext_page(context_, bounds);
            sink.text = fz_new_stext_device(context_, text, &options);
            device = new_page_device(context_, &sink);
            fz_run_page_contents(context_, source, device, fz_identity, nullptr);
            fz_run_page_widgets(context_, source, device, fz_identity, nullptr);
            collect_annotations(context_, pdf_page_from_fz_page(context_, source), device, notes);
            fz_close_device(context_, device);
            fz_close_device(context_, sink.text);
        }
        fz_always(context_) {
            fz_drop_device(context_, device);
            fz_drop_device(context_, sink.text);
            fz_drop_page(context_, source);
        }
        fz_catch(context_) { failed = true; }
        if (sink.failure == nullptr) sink.failure = notes.failure;
        if (!failed && sink.failure == nullptr) finish(number, *text, bounds, sink, notes, pages);
        fz_drop_stext_page(context_, text);
        if (sink.failure) std::rethrow_exception(sink.failure);
        if (failed) reject(caught("page " + std::to_string(number + 1)));
        return !failed;
    }

    /// Files in the document and on its pages, as one warning; empty when there is none.
    std::string describe_attachments() {
        PdfNotes notes;
        pdf_document* pdf = pdf_document_from_fz_document(context_, document_);
        bool failed = false;
        fz_var(failed);
        fz_try(context_) collect_attachments(context_, pdf, notes);
        fz_catch(context_) { failed = true; }
        if (notes.failure) std::rethrow_exception(notes.failure);
        if (failed) return std::string("the list of attachments cannot be read: ") + fz_caught_message(context_);
        std::vector<std::string>& names = notes.attachments;
        names.insert(names.end(), attachments_.begin(), attachments_.end());
        if (names.empty()) return {};
        std::string warning = count_noun(names.size(), "attachment", "attachments") + ", not read";
        for (std::size_t i = 0; i < names.size() && i < kNamedAttachments; ++i)
            warning.append(i == 0 ? ": " : ", ").append(fold_spaces(tidy_text(names[i])));
        return warning + (names.size() > kNamedAttachments ? ", ..." : "");
    }

    /// What was lost on single pages.
    std::vector<std::string> take_warnings() { return std::move(warnings_); }

    bool has_dynamic_form() {
        bool dynamic = false;
        fz_var(dynamic);
        fz_try(context_) dynamic =
            findings::has_dynamic_form(context_, pdf_document_from_fz_document(context_, document_));
        fz_catch(context_) { dynamic = false; }  // a damaged form has pages of its own
        return dynamic;
    }

    [[nodiscard]] const std::optional<Rejection>& rejection() const { return rejection_; }

  private:
    void finish(int number, const fz_stext_page& text, fz_rect bounds, PageSink& sink, PdfNotes& notes,
                std::vector<PdfPage>& pages) {
        try {
            PdfPage page;
            page.number = number + 1;
            page.width = bounds.x1 - bounds.x0;
            page.height = bounds.y1 - bounds.y0;
            page.image_area = sink.image_area;
            page.outlines = sink.outlines;
            std::vector<PdfPage> frames = make_pdf_frames(context_, text, bounds, sink.boxes, page);
            add_notes(notes, frames);
            if (notes.unread > 0)
                warnings_.push_back(
                    "page " + std::to_string(number + 1) + ": " +
                    count_noun(static_cast<std::size_t>(notes.unread), "note or field", "notes or fields") +
                    " that cannot be read");
            std::move(frames.begin(), frames.end(), std::back_inserter(pages));
            std::move(notes.attachments.begin(), notes.attachments.end(), std::back_inserter(attachments_));
        } catch (...) {
            sink.failure = std::current_exception();
        }
    }

    /// MuPDF rebuilds the page table of a damaged file from what is left, so a download that broke off looks like a
    /// shorter report. Files that merely have wrong offsets, which is common, still have their mark behind the last
    /// object, whatever follows it.
    bool is_cut_short() {
        pdf_document* pdf = pdf_document_from_fz_document(context_, document_);
        if (pdf == nullptr || pdf_was_repaired(context_, pdf) == 0) return false;
        const std::size_t mark = bytes_.rfind("%%EOF");
        return mark == std::string_view::npos || has_object(bytes_.substr(mark));
    }

    Rejection caught(const std::string& where) {
        const bool memory = fz_caught(context_) == FZ_ERROR_MEMORY;
        const RejectionReason reason = memory ? RejectionReason::too_large : RejectionReason::corrupt;
        return {{}, reason, where + ": " + fz_caught_message(context_)};
    }

    std::nullopt_t reject(Rejection rejection) {
        rejection_ = std::move(rejection);
        return std::nullopt;
    }

    std::string_view bytes_;
    fz_context* context_;
    fz_stream* stream_ = nullptr;
    fz_document* document_ = nullptr;
    std::vector<std::string> attachments_;
    std::vector<std::string> warnings_;
    std::optional<Rejection> rejection_;
};

}  // namespace

PdfDocument read_pdf_pages(std::string_view bytes, std::uint64_t text_limit) {
    PdfDocument result;
    Document document(bytes);
    const std::optional<int> pages = document.open();
    if (pages) result.title = document.read_title();
    std::uint64_t size = 0;
    for (int number = 0; pages && number < *pages; ++number) {
        const std::size_t first = result.pages.size();
        if (!document.read_page(number, result.pages)) break;
        for (std::size_t i = first; i < result.pages.size(); ++i) size += count_letters(result.pages[i]);
        if (size <= text_limit) continue;
        result.rejection =
            Rejection{{}, RejectionReason::too_large, "more than " + std::to_string(text_limit) + " bytes of text"};
        return result;
    }
    result.rejection = document.rejection();
    if (result.rejection) return result;
    result.warnings = document.take_warnings();
    result.dynamic_form = document.has_dynamic_form();
    if (std::string warning = document.describe_attachments(); !warning.empty())
        result.warnings.push_back(std::move(warning));
    return result;
}

}  // namespace findings
