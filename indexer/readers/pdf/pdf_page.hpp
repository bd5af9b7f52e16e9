#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace findings {

/// A run of text on one baseline, as a PDF page shows it.
/// Units: points; y grows downwards; `size` is the font's.
struct PdfLine {
    float x0 = 0;
    float x1 = 0;
    float baseline = 0;
    float size = 0;
    bool bold = false;
    bool bullet = false;       ///< began with a bullet, which is no longer in the text
    bool starts = false;       ///< begins an item or a numbered paragraph
    bool boilerplate = false;  ///< running header, footer or page number
    std::string text;

    // From baseline and size, not from the glyph boxes: those differ by font, and the gaps between lines
    // would too.
    [[nodiscard]] float top() const { return baseline - 0.8F * size; }
    [[nodiscard]] float bottom() const { return baseline + 0.2F * size; }
    [[nodiscard]] float width() const { return x1 - x0; }
};

/// A horizontal line drawn on the page, or the edge of a box.
struct PdfRule {
    float x0 = 0;
    float x1 = 0;
    float y = 0;
};

/// One page before layout, turned so that its text runs from left to right: lines in the order of the file.
struct PdfPage {
    int number = 0;      ///< of the page, from 1
    bool aside = false;  ///< a page's text in another direction than most of it has, behind that
    float width = 0;
    float height = 0;
    std::vector<PdfLine> lines;
    std::vector<PdfRule> rules;
    std::vector<std::string> notes;  ///< text of annotations and fields that is not drawn
    std::string loss;                ///< what of the page could not be read; empty when all of it was
    float image_area = 0;            ///< share of the page that images cover, each counted in full
    std::size_t outlines = 0;        ///< curves drawn on it
    int ocr_confidence = 0;          ///< percent, where its text was read from a picture; else 0
};

/// Share of the lower of two lines that the other one covers from top to bottom, 0 to 1.
inline float vertical_overlap(const PdfLine& a, const PdfLine& b) {
    const float shared = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    return std::max(0.0F, shared / std::min(a.size, b.size));
}

/// Bytes of text on the lines and in the notes of a page.
std::size_t count_letters(const PdfPage& page);

/// Size of the text that most of these pages' characters have.
float find_body_size(const std::vector<PdfPage>& pages);

}  // namespace findings
