#pragma once

namespace findings {

/// One character as drawn.
struct PdfChar {
    char32_t code = 0;
    float x0 = 0;
    float x1 = 0;
    float advance = 0;  ///< how far it moves along the baseline; x1 - x0 holds the slant of italics too
    float baseline = 0;
    float size = 0;
    bool bold = false;
};

}  // namespace findings
