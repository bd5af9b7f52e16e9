// The only file that sees MuPDF. fz_try is setjmp: nothing with a destructor may be made between fz_try and a
// call that can throw, so every object lives outside, and callbacks that MuPDF calls keep their C++
// exceptions to themselves.
#include "indexer/readers/pdf/pdf_pages.hpp"

#include <cmath>
#include <cstddef>
#include <exception>
#include <new>
#include <utility>

#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

#include "indexer/readers/pdf/pdf_lines.hpp"

namespace findings {
namespace {

constexpr std::size_t kStoreBytes = 64U << 20U;
// A drawing has thousands of edges; no table has this many.
constexpr std::size_t kMaxRules = 4000;
constexpr float kThinnest = 3.0F;
constexpr float kShortestRule = 15.0F;

/// What one page's drawing is collected into.
struct PageSink {
    PdfPage* page = nullptr;
    fz_device* text = nullptr;  ///< MuPDF's own structured-text device
    fz_rect box{};
    fz_matrix matrix{};
    bool box_open = false;
    bool stroked = false;
    std::exception_ptr failure;
};

/// MuPDF's text device behind one that also notices images and ruled lines.
struct PageDevice {
    fz_device super;
    PageSink* sink;
};

PageSink& sink_of(fz_device* device) { return *reinterpret_cast<PageDevice*>(device)->sink; }

void add_rule(PageSink& sink, float x0, float x1, float y) {
    if (x1 - x0 < kShortestRule || sink.page->rules.size() >= kMaxRules) return;
    try {
        sink.page->rules.push_back({x0, x1, y});
    } catch (...) {
        sink.failure = std::current_exception();
    }
}

/// One closed piece of a path: a thin box is a rule, the edges of an outlined one are two. A filled box is
/// shading, which word processors draw line by line, so its edges say nothing about rows.
void add_box(PageSink& sink, fz_rect box) {
    const fz_rect area = fz_transform_rect(box, sink.matrix);
    if (area.y1 - area.y0 <= kThinnest) {
        add_rule(sink, area.x0, area.x1, (area.y0 + area.y1) / 2);
    } else if (sink.stroked) {
        add_rule(sink, area.x0, area.x1, area.y0);
        add_rule(sink, area.x0, area.x1, area.y1);
    }
}

void end_piece(PageSink& sink) {
    if (sink.box_open) add_box(sink, sink.box);
    sink.box_open = false;
}

void move_to(fz_context*, void* arg, float x, float y) {
    PageSink& sink = *static_cast<PageSink*>(arg);
    end_piece(sink);
    sink.box = {x, y, x, y};
    sink.box_open = true;
}
void line_to(fz_context*, void* arg, float x, float y) {
    PageSink& sink = *static_cast<PageSink*>(arg);
    sink.box = {std::min(sink.box.x0, x), std::min(sink.box.y0, y), std::max(sink.box.x1, x), std::max(sink.box.y1, y)};
}
void curve_to(fz_context*, void* arg, float, float, float, float, float, float) {
    static_cast<PageSink*>(arg)->box_open = false;  // round things are no rules
}
void close_path(fz_context*, void* arg) { end_piece(*static_cast<PageSink*>(arg)); }
void rect_to(fz_context*, void* arg, float x0, float y0, float x1, float y1) {
    PageSink& sink = *static_cast<PageSink*>(arg);
    end_piece(sink);
    add_box(sink, {std::min(x0, x1), std::min(y0, y1), std::max(x0, x1), std::max(y0, y1)});
}

void walk(fz_context* context, fz_device* device, const fz_path* path, fz_matrix matrix, bool stroked) {
    static const fz_path_walker walker{move_to, line_to, curve_to, close_path, nullptr, nullptr, nullptr, rect_to};
    PageSink& sink = sink_of(device);
    sink.matrix = matrix;
    sink.box_open = false;
    sink.stroked = stroked;
    fz_walk_path(context, path, &walker, &sink);
    end_piece(sink);
}

void fill_path(fz_context* context, fz_device* device, const fz_path* path, int, fz_matrix matrix, fz_colorspace*,
               const float*, float, fz_color_params) {
    walk(context, device, path, matrix, false);
}
void stroke_path(fz_context* context, fz_device* device, const fz_path* path, const fz_stroke_state*, fz_matrix matrix,
                 fz_colorspace*, const float*, float, fz_color_params) {
    walk(context, device, path, matrix, true);
}
/// Images are drawn into the unit square. Not clipped to what is seen of them: the sum is compared with large shares
/// only.
void add_image(PageSink& sink, fz_matrix matrix) {
    const fz_rect area = fz_transform_rect(fz_unit_rect, matrix);
    sink.page->image_area += (area.x1 - area.x0) * (area.y1 - area.y0) / (sink.page->width * sink.page->height);
}
void fill_image(fz_context*, fz_device* device, fz_image*, fz_matrix matrix, float, fz_color_params) {
    add_image(sink_of(device), matrix);
}
void fill_mask(fz_context*, fz_device* device, fz_image*, fz_matrix matrix, fz_colorspace*, const float*, float,
               fz_color_params) {
    add_image(sink_of(device), matrix);
}
void fill_text(fz_context* context, fz_device* device, const fz_text* text, fz_matrix matrix, fz_colorspace* space,
               const float* color, float alpha, fz_color_params params) {
    fz_fill_text(context, sink_of(device).text, text, matrix, space, color, alpha, params);
}
void stroke_text(fz_context* context, fz_device* device, const fz_text* text, const fz_stroke_state* stroke,
                 fz_matrix matrix, fz_colorspace* space, const float* color, float alpha, fz_color_params params) {
    fz_stroke_text(context, sink_of(device).text, text, stroke, matrix, space, color, alpha, params);
}
void clip_text(fz_context* context, fz_device* device, const fz_text* text, fz_matrix matrix, fz_rect scissor) {
    fz_clip_text(context, sink_of(device).text, text, matrix, scissor);
}
void clip_stroke_text(fz_context* context, fz_device* device, const fz_text* text, const fz_stroke_state* stroke,
                      fz_matrix matrix, fz_rect scissor) {
    fz_clip_stroke_text(context, sink_of(device).text, text, stroke, matrix, scissor);
}
/// Invisible text: what OCR lays under a scanned page.
void ignore_text(fz_context* context, fz_device* device, const fz_text* text, fz_matrix matrix) {
    fz_ignore_text(context, sink_of(device).text, text, matrix);
}

fz_device* new_page_device(fz_context* context, PageSink* sink) {
    auto* device = reinterpret_cast<PageDevice*>(fz_new_device_of_size(context, sizeof(PageDevice)));
    device->sink = sink;
    device->super.fill_path = fill_path;
    device->super.stroke_path = stroke_path;
    device->super.fill_text = fill_text;
    device->super.stroke_text = stroke_text;
    device->super.clip_text = clip_text;
    device->super.clip_stroke_text = clip_stroke_text;
    device->super.ignore_text = ignore_text;
    device->super.fill_image = fill_image;
    device->super.fill_image_mask = fill_mask;
    return &device->super;
}

PdfChar read_char(fz_context* context, const fz_stext_char& c) {
    PdfChar out;
    out.code = static_cast<char32_t>(c.c);
    out.x0 = std::min(c.quad.ll.x, c.quad.ul.x);
    out.x1 = std::max(c.quad.lr.x, c.quad.ur.x);
    out.baseline = c.origin.y;
    out.size = c.size;
    out.bold = fz_font_is_bold(context, c.font) != 0;
    return out;
}

/// Throws only C++ exceptions: nothing called here can throw MuPDF's.
void collect_lines(fz_context* context, const fz_stext_page& text, PdfPage& page) {
    std::vector<PdfChar> chars;
    for (const fz_stext_block* block = text.first_block; block != nullptr; block = block->next) {
        if (block->type != FZ_STEXT_BLOCK_TEXT) continue;
        for (const fz_stext_line* line = block->u.t.first_line; line != nullptr; line = line->next) {
            // Rotated text is a watermark, a stamp or the axis of a chart.
            if (line->dir.x < 0.9F) continue;
            chars.clear();
            for (const fz_stext_char* c = line->first_char; c != nullptr; c = c->next)
                chars.push_back(read_char(context, *c));
            add_pdf_lines(chars, page.lines);
        }
    }
}

/// Owns what MuPDF gave for one document and turns its errors into rejections.
class Document {
  public:
    explicit Document(std::string_view bytes) : bytes_(bytes), context_(fz_new_context(nullptr, nullptr, kStoreBytes)) {
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

    bool read_page(int number, PdfPage& page) {
        PageSink sink;
        sink.page = &page;
        fz_page* source = nullptr;
        fz_stext_page* text = nullptr;
        fz_device* device = nullptr;
        fz_rect bounds{};
        fz_stext_options options{};
        options.flags = FZ_STEXT_MEDIABOX_CLIP;
        bool failed = false;
        fz_var(source);
        fz_var(text);
        fz_var(device);
        fz_var(failed);
        fz_try(context_) {
            source = fz_load_page(context_, document_, number);
            bounds = fz_bound_page(context_, source);
            page.width = bounds.x1 - bounds.x0;
            page.height = bounds.y1 - bounds.y0;
            text = fz_new_stext_page(context_, bounds);
            sink.text = fz_new_stext_device(context_, text, &options);
            device = new_page_device(context_, &sink);
            fz_run_page_contents(context_, source, device, fz_identity, nullptr);
            fz_run_page_widgets(context_, source, device, fz_identity, nullptr);
            fz_close_device(context_, device);
            fz_close_device(context_, sink.text);
        }
        fz_always(context_) {
            fz_drop_device(context_, device);
            fz_drop_device(context_, sink.text);
            fz_drop_page(context_, source);
        }
        fz_catch(context_) { failed = true; }
        if (!failed && !sink.failure) finish(*text, page, sink.failure);
        fz_drop_stext_page(context_, text);
        if (sink.failure) std::rethrow_exception(sink.failure);
        if (failed) reject(caught("page " + std::to_string(number + 1)));
        return !failed;
    }

    [[nodiscard]] const std::optional<Rejection>& rejection() const { return rejection_; }

  private:
    void finish(const fz_stext_page& text, PdfPage& page, std::exception_ptr& failure) {
        try {
            collect_lines(context_, text, page);
        } catch (...) {
            failure = std::current_exception();
        }
    }

    /// MuPDF rebuilds the page table of a damaged file from what is left, so a download that broke off looks
    /// like a shorter report. Files that merely have wrong offsets, which is common, still end with their
    /// mark.
    bool is_cut_short() {
        pdf_document* pdf = pdf_document_from_fz_document(context_, document_);
        if (pdf == nullptr || pdf_was_repaired(context_, pdf) == 0) return false;
        const std::size_t tail = std::min<std::size_t>(bytes_.size(), 2048);
        return bytes_.substr(bytes_.size() - tail).find("%%EOF") == std::string_view::npos;
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
    std::optional<Rejection> rejection_;
};

std::uint64_t text_size(const PdfPage& page) {
    std::uint64_t size = 0;
    for (const PdfLine& line : page.lines) size += line.text.size();
    return size;
}

}  // namespace

PdfDocument read_pdf_pages(std::string_view bytes, std::uint64_t text_limit) {
    PdfDocument result;
    Document document(bytes);
    const std::optional<int> pages = document.open();
    if (pages) result.title = document.read_title();
    std::uint64_t size = 0;
    for (int number = 0; pages && number < *pages; ++number) {
        PdfPage page;
        if (!document.read_page(number, page)) break;
        size += text_size(page);
        result.pages.push_back(std::move(page));
        if (size <= text_limit) continue;
        result.rejection =
            Rejection{{}, RejectionReason::too_large, "more than " + std::to_string(text_limit) + " bytes of text"};
        return result;
    }
    result.rejection = document.rejection();
    return result;
}

}  // namespace findings
