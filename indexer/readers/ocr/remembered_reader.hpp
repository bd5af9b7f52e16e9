#pragma once

#include <string>

#include "indexer/ocr/page_memory.hpp"
#include "indexer/readers/ocr/page_reader.hpp"

namespace findings {

/// Asks a memory before it reads a picture, and tells it what was read. The key is made of the picture's pixels and of
/// `how` it is read. Neither reader nor memory are owned.
class RememberedReader : public PageReader {
  public:
    RememberedReader(PageReader* reader, PageMemory& memory, std::string how);
    PageReading read(const PagePicture& picture) override;

  private:
    PageReader* reader_;
    PageMemory& memory_;
    std::string how_;
};

}  // namespace findings
