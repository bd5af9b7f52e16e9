#pragma once

#include <filesystem>
#include <memory>

#include "indexer/ocr/ocr_setting.hpp"
#include "indexer/readers/ocr/page_reader.hpp"

namespace findings {

/// Tesseract with the data of a folder, which it opens when the first page is read; nullptr where this build has no
/// tesseract; the data of what is asked for must be there (can_read_pictures()). A page is
/// given up after `seconds` of a processor.
std::unique_ptr<PageReader> make_tesseract_reader(const OcrSetting& setting, const std::filesystem::path& data,
                                                  unsigned seconds);

}  // namespace findings
