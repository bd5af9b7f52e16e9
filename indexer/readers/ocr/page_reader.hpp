#pragma once

#include <string>

#include "indexer/readers/ocr/page_picture.hpp"
#include "indexer/readers/ocr/page_text.hpp"

namespace findings {

/// What reading a picture gave.
struct PageReading {
    PageText text;
    std::string failure = {};  ///< why it was not read, a clause; empty when it was
};

/// Reads the text in pictures of pages.
class PageReader {
  public:
    PageReader() = default;
    virtual ~PageReader() = default;
    PageReader(const PageReader&) = delete;
    PageReader& operator=(const PageReader&) = delete;

    virtual PageReading read(const PagePicture& picture) = 0;
};

}  // namespace findings
