#include "indexer/readers/ocr/remembered_reader.hpp"

#include <array>
#include <cstdio>
#include <utility>

#include <xxhash.h>

namespace findings {
namespace {

// Rises when the same picture gives another text.
constexpr int kPageReaderVersion = 1;

}  // namespace

RememberedReader::RememberedReader(PageReader* reader, PageMemory& memory, std::string how)
    : reader_(reader), memory_(memory), how_(std::move(how)) {}

PageReading RememberedReader::read(const PagePicture& picture) {
    const XXH128_hash_t sum = XXH3_128bits(picture.pixels.data(), picture.pixels.size());
    std::array<char, 64> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx%016llx %d %d", static_cast<unsigned long long>(sum.high64),
                  static_cast<unsigned long long>(sum.low64), picture.width, kPageReaderVersion);
    const std::string key = digits.data() + how_;
    if (const auto kept = memory_.recall(key))
        if (auto text = decode_page_text(*kept)) return {std::move(*text)};
    PageReading reading = reader_->read(picture);
    if (reading.failure.empty()) memory_.keep(key, encode_page_text(reading.text));
    return reading;
}

}  // namespace findings
