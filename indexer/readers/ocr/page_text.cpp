#include "indexer/readers/ocr/page_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "common/base/varint.hpp"

namespace findings {
namespace {

constexpr float kPageTextSteps = 100;
// A word takes at least this many bytes: a larger count is garbage.
constexpr std::size_t kLeastWordBytes = 6;

void append_points(std::string& bytes, float points) {
    append_varint(bytes, static_cast<std::uint64_t>(std::lround(std::max(0.0F, points) * kPageTextSteps)));
}

/// Takes numbers and strings from the front; after the first that is not there `sound` is false.
struct PageTextParser {
    std::string_view rest;
    bool sound = true;

    std::uint64_t number() {
        const auto value = take_varint(rest);
        sound = sound && value.has_value();
        return value.value_or(0);
    }
    float points() { return static_cast<float>(number()) / kPageTextSteps; }
    std::string string() {
        const std::uint64_t size = number();
        if (size > rest.size()) sound = false;
        if (!sound) return {};
        std::string text(rest.substr(0, size));
        rest.remove_prefix(size);
        return text;
    }
};

}  // namespace

std::size_t end_of_line(const std::vector<PageWord>& words, std::size_t begin) {
    std::size_t end = begin + 1;
    while (end < words.size() && !words[end].starts_line) ++end;
    return end;
}

std::string encode_page_text(const PageText& text) {
    std::string bytes;
    append_points(bytes, text.width);
    append_points(bytes, text.height);
    append_varint(bytes, static_cast<std::uint64_t>(text.confidence));
    append_varint(bytes, text.words.size());
    for (const PageWord& word : text.words) {
        append_varint(bytes, word.text.size());
        bytes += word.text;
        for (const float points : {word.x0, word.x1, word.baseline, word.size}) append_points(bytes, points);
        append_varint(bytes, (word.bold ? 1U : 0U) + (word.starts_line ? 2U : 0U));
    }
    return bytes;
}

std::optional<PageText> decode_page_text(std::string_view bytes) {
    PageTextParser parser{bytes};
    PageText text;
    text.width = parser.points();
    text.height = parser.points();
    const std::uint64_t confidence = parser.number();
    const std::uint64_t words = parser.number();
    if (!parser.sound || confidence > 100 || words > parser.rest.size() / kLeastWordBytes) return std::nullopt;
    text.confidence = static_cast<int>(confidence);
    for (std::uint64_t i = 0; i < words && parser.sound; ++i) {
        PageWord& word = text.words.emplace_back();
        word.text = parser.string();
        for (float* points : {&word.x0, &word.x1, &word.baseline, &word.size}) *points = parser.points();
        const std::uint64_t flags = parser.number();
        word.bold = (flags & 1U) != 0;
        word.starts_line = (flags & 2U) != 0;
    }
    if (!parser.sound || !parser.rest.empty()) return std::nullopt;
    return text;
}

}  // namespace findings
