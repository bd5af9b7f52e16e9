// fz_try is setjmp: nothing with a destructor may be made between fz_try and a call that can throw.
#include "indexer/readers/ocr/page_picture.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <new>

#include <mupdf/fitz.h>

namespace findings {
namespace {

constexpr std::size_t kPictureStoreBytes = 64U << 20U;
// Tesseract reads best where small letters are 20 to 30 pixels high; beyond that it only takes longer.
constexpr float kLeastResolution = 200;
constexpr float kMostResolution = 300;
// A large drawing is drawn more coarsely instead.
constexpr float kMostPixels = 25e6F;
constexpr float kPointsPerInch = 72;
// A picture smaller than this share of the page is a logo or a signature.
constexpr float kLeastShare = 0.1F;
constexpr float kWholeShare = 0.9F;
// Inches: paper of offices is from A5 to A3, and most is as wide as A4.
constexpr float kShortestPage = 5;
constexpr float kWidestPage = 12.5F;
constexpr float kUsualWidth = 8.27F;

constexpr unsigned char kDark = 128;
// Of a page: dust and the edge of the glass make less.
constexpr double kLeastInk = 0.0002;

/// Notices how fine the largest picture of a page is.
struct ResolutionDevice {
    fz_device super;
    float page_area;
    float largest;
    float resolution;
};

void note_image(fz_device* device, const fz_image* image, fz_matrix matrix) {
    auto* sink = reinterpret_cast<ResolutionDevice*>(device);
    // Drawn into the unit square: its sides on the page, whichever way it is turned.
    const float width = std::hypot(matrix.a, matrix.b);
    const float height = std::hypot(matrix.c, matrix.d);
    const float area = width * height;
    if (area <= sink->largest || area < kLeastShare * sink->page_area || width <= 0) return;
    sink->largest = area;
    sink->resolution = kPointsPerInch * static_cast<float>(image->w) / width;
}
void note_fill_image(fz_context*, fz_device* device, fz_image* image, fz_matrix matrix, float, fz_color_params) {
    note_image(device, image, matrix);
}
void note_fill_mask(fz_context*, fz_device* device, fz_image* image, fz_matrix matrix, fz_colorspace*, const float*,
                    float, fz_color_params) {
    note_image(device, image, matrix);
}

/// How a page is drawn.
struct Drawing {
    float scale;       ///< pixels a point
    float resolution;  ///< dots an inch
};

Drawing choose_drawing(const ResolutionDevice& seen, fz_rect bounds) {
    const float width = (bounds.x1 - bounds.x0) / kPointsPerInch;
    const float height = (bounds.y1 - bounds.y0) / kPointsPerInch;
    const float shorter = std::min(width, height);
    // Cameras and programs that do not know how large a page was write down any number.
    const bool guessed =
        seen.largest >= kWholeShare * seen.page_area && (shorter < kShortestPage || shorter > kWidestPage);
    const float inches = guessed ? shorter / kUsualWidth : 1;  // of the file to an inch of paper
    float resolution = std::clamp(seen.resolution * inches, kLeastResolution, kMostResolution);
    const float square_inches = std::max(0.01F, width * height / (inches * inches));
    if (square_inches * resolution * resolution > kMostPixels) resolution = std::sqrt(kMostPixels / square_inches);
    return {resolution / inches / kPointsPerInch, resolution};
}

}  // namespace

struct PagePainter::Impl {
    fz_context* context = fz_new_context(nullptr, nullptr, kPictureStoreBytes);
    fz_stream* stream = nullptr;
    fz_document* document = nullptr;
    int pages = 0;
    bool open = false;
    std::string failure;

    ~Impl() {
        if (context == nullptr) return;
        fz_drop_document(context, document);
        fz_drop_stream(context, stream);
        fz_drop_context(context);
    }

    void open_document(std::string_view bytes, const char* type) {
        if (context == nullptr) throw std::bad_alloc();
        fz_set_warning_callback(
            context, [](void*, const char*) {}, nullptr);
        fz_set_error_callback(
            context, [](void*, const char*) {}, nullptr);
        const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
        bool failed = false;
        fz_var(failed);
        fz_try(context) {
            fz_register_document_handlers(context);
            stream = fz_open_memory(context, data, bytes.size());
            document = fz_open_document_with_stream(context, type, stream);
            pages = fz_count_pages(context, document);
            // The header of a picture is looked at no sooner.
            if (pages > 0) fz_drop_page(context, fz_load_page(context, document, 0));
        }
        fz_catch(context) { failed = true; }
        if (failed) failure = fz_caught_message(context);
        open = !failed;
    }

    fz_pixmap* draw(int number, float& resolution) {
        fz_page* page = nullptr;
        fz_device* device = nullptr;
        fz_pixmap* pixmap = nullptr;
        bool failed = false;
        fz_var(page);
        fz_var(device);
        fz_var(pixmap);
        fz_var(failed);
        fz_try(context) {
            page = fz_load_page(context, document, number - 1);
            const fz_rect bounds = fz_bound_page(context, page);
            device = fz_new_device_of_size(context, sizeof(ResolutionDevice));
            device->fill_image = note_fill_image;
            device->fill_image_mask = note_fill_mask;
            auto* sink = reinterpret_cast<ResolutionDevice*>(device);
            sink->page_area = (bounds.x1 - bounds.x0) * (bounds.y1 - bounds.y0);
            fz_run_page_contents(context, page, device, fz_identity, nullptr);
            fz_close_device(context, device);
            const Drawing drawing = choose_drawing(*sink, bounds);
            resolution = drawing.resolution;
            pixmap = fz_new_pixmap_from_page(context, page, fz_scale(drawing.scale, drawing.scale),
                                             fz_device_gray(context), 0);
        }
        fz_always(context) {
            fz_drop_device(context, device);
            fz_drop_page(context, page);
        }
        fz_catch(context) { failed = true; }
        if (failed) failure = fz_caught_message(context);
        return failed ? nullptr : pixmap;
    }
};

PagePainter::PagePainter(std::string_view bytes, const char* type) : impl_(std::make_unique<Impl>()) {
    impl_->open_document(bytes, type);
}

PagePainter::~PagePainter() = default;

std::optional<int> PagePainter::count_pages() const {
    if (!impl_->open) return std::nullopt;
    return impl_->pages;
}

std::optional<PagePicture> PagePainter::paint(int number) {
    if (!impl_->open) return std::nullopt;
    PagePicture picture;
    fz_pixmap* pixmap = impl_->draw(number, picture.dots_per_inch);
    if (pixmap == nullptr) return std::nullopt;
    const auto drop = [this](fz_pixmap* drawn) { fz_drop_pixmap(impl_->context, drawn); };
    const std::unique_ptr<fz_pixmap, decltype(drop)> owner(pixmap, drop);
    picture.width = fz_pixmap_width(impl_->context, pixmap);
    picture.height = fz_pixmap_height(impl_->context, pixmap);
    const auto* samples = reinterpret_cast<const char*>(fz_pixmap_samples(impl_->context, pixmap));
    const int stride = fz_pixmap_stride(impl_->context, pixmap);
    picture.pixels.reserve(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y)
        picture.pixels.append(samples + static_cast<std::ptrdiff_t>(y) * stride,
                              static_cast<std::size_t>(picture.width));
    return picture;
}

const std::string& PagePainter::failure() const { return impl_->failure; }

bool is_blank_picture(const PagePicture& picture) {
    const auto dark = std::count_if(picture.pixels.begin(), picture.pixels.end(),
                                    [](char pixel) { return static_cast<unsigned char>(pixel) < kDark; });
    return static_cast<double>(dark) < kLeastInk * static_cast<double>(picture.pixels.size());
}

}  // namespace findings
