#include "indexer/readers/pdf/pdf_device.hpp"

#include <algorithm>
#include <cstddef>

namespace findings {
namespace {

// A drawing has thousands of edges; no table has this many.
constexpr std::size_t kMaxBoxes = 4000;
constexpr float kThinnestBox = 3.0F;
constexpr float kShortestRule = 15.0F;

/// MuPDF's text device behind one that also notices images and ruled lines.
struct PageDevice {
    fz_device super;
    PageSink* sink;
};

PageSink& sink_of(fz_device* device) { return *reinterpret_cast<PageDevice*>(device)->sink; }

/// One closed piece of a path. Only those are kept that can be ruled lines, whichever way the page is turned.
void add_box(PageSink& sink, fz_rect box) {
    const fz_rect area = fz_transform_rect(box, sink.matrix);
    const float longer = std::max(area.x1 - area.x0, area.y1 - area.y0);
    const float shorter = std::min(area.x1 - area.x0, area.y1 - area.y0);
    if (longer < kShortestRule || (shorter > kThinnestBox && !sink.stroked) || sink.boxes.size() >= kMaxBoxes) return;
    try {
        sink.boxes.push_back({area, sink.stroked});
    } catch (...) {
        sink.failure = std::current_exception();
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
    PageSink& sink = *static_cast<PageSink*>(arg);
    sink.box_open = false;  // round things are no rules
    if (!sink.stroked) ++sink.outlines;
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
    sink.image_area += (area.x1 - area.x0) * (area.y1 - area.y0) / sink.page_area;
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

}  // namespace

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

}  // namespace findings
