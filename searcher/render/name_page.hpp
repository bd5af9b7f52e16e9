#pragma once

#include <string>

#include <fmt/format.h>

namespace findings {

/// "page 3", or "page 3 (OCR, 87 %)" of a page that was read from its picture that surely; 0: of a page of text.
inline std::string name_page(int page, int ocr_confidence) {
    return ocr_confidence == 0 ? fmt::format("page {}", page)
                               : fmt::format("page {} (OCR, {} %)", page, ocr_confidence);
}

}  // namespace findings
