#include "indexer/readers/ocr/misread_lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

#include "common/text/ascii.hpp"
#include "indexer/readers/bytes/tidy.hpp"

namespace findings {
namespace {

constexpr float kUnsureLine = 35;
// In font sizes: a mark is narrow, and stands further from its item than words from each other.
constexpr float kWidestMark = 1.0F;
constexpr float kLeastMarkGap = 0.55F;
constexpr std::string_view kBullet = "\xe2\x80\xa2";
constexpr float kUnsureMark = 60;
// In font sizes: where a mark stands before its item, and how large it is.
constexpr float kFurthestMark = 3;
constexpr float kNearestMark = 0.4F;
constexpr float kMarkTop = 0.75F;
constexpr float kMarkBottom = 0.05F;
constexpr float kSmallestMark = 0.15F;
constexpr float kFlattestMark = 0.05F;
constexpr float kLargestMark = 0.7F;
// A disc fills .79 of its square.
constexpr float kSolidInk = 0.55F;
// Read for the edges of a mark besides the mark itself: "m ™ The sufficiency".
constexpr std::size_t kMostMarks = 2;

bool has_letters(std::string_view text) {
    std::size_t row = 0;
    for (const char c : text) {
        const bool sign = is_digit(c) || (static_cast<char>(c | 0x20) >= 'a' && static_cast<char>(c | 0x20) <= 'z') ||
                          static_cast<unsigned char>(c) >= 0x80;
        row = sign ? row + 1 : 0;
        if (row >= 2) return true;
    }
    return false;
}

/// One sign that is no word, number or letter of a list, or two that were not read surely.
bool may_be_mark(const PageWord& word, float confidence) {
    const std::string_view text = word.text;
    const std::size_t signs = count_characters(text);
    if (word.x1 - word.x0 > kWidestMark * word.size || is_digit(text[0])) return false;
    if (signs == 1) return text != "a" && text != "A" && text != "I" && text != "i";
    return signs == 2 && confidence < kUnsureMark;
}

}  // namespace

void drop_noise(const std::vector<float>& confidences, std::vector<PageWord>& words) {
    std::vector<PageWord> kept;
    for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
        end = end_of_line(words, begin);
        double sum = 0;
        double signs = 0;
        bool letters = false;
        for (std::size_t i = begin; i < end; ++i) {
            sum += static_cast<double>(confidences[i]) * static_cast<double>(words[i].text.size());
            signs += static_cast<double>(words[i].text.size());
            letters = letters || has_letters(words[i].text);
        }
        // A lone mark or figure of a list or a table that the layout set on a line of its own.
        const bool short_but_sure = end == begin + 1 && sum >= 2 * kUnsureLine * signs;
        if ((!letters && !short_but_sure) || sum < kUnsureLine * signs) continue;
        kept.insert(kept.end(), words.begin() + static_cast<std::ptrdiff_t>(begin),
                    words.begin() + static_cast<std::ptrdiff_t>(end));
    }
    words = std::move(kept);
}

void name_bullets(std::vector<float>& confidences, std::vector<PageWord>& words) {
    std::vector<PageWord> kept;
    std::vector<float> kept_confidences;
    for (std::size_t begin = 0, end = 0; begin < words.size(); begin = end) {
        end = end_of_line(words, begin);
        std::size_t text = begin;
        while (text < end && text < begin + kMostMarks && may_be_mark(words[text], confidences[text])) ++text;
        const bool apart =
            text > begin && text < end && words[text].x0 - words[text - 1].x1 > kLeastMarkGap * words[text].size;
        for (std::size_t i = begin; i < end; ++i) {
            if (apart && i > begin && i < text) continue;
            kept.push_back(words[i]);
            if (apart && i == begin) kept.back().text = kBullet;
            kept_confidences.push_back(confidences[i]);
        }
    }
    words = std::move(kept);
    confidences = std::move(kept_confidences);
}

MarkPlace find_mark_place(const std::vector<PageWord>& words, std::size_t first) {
    const PageWord& word = words[first];
    if (word.text == kBullet) return {};
    MarkPlace place{std::max(0.0F, word.x0 - kFurthestMark * word.size), word.x0 - kNearestMark * word.size,
                    word.baseline - kMarkTop * word.size, word.baseline + kMarkBottom * word.size};
    for (const PageWord& other : words)
        if (std::abs(other.baseline - word.baseline) < word.size && other.x1 > place.x0 && other.x0 < word.x0)
            return {};
    return place;
}

bool is_mark(const MarkPlace& extent, float ink, float size) {
    const float width = extent.x1 - extent.x0;
    const float height = extent.bottom - extent.top;
    return width > kSmallestMark * size && width < kLargestMark * size && height > kFlattestMark * size &&
           height < kLargestMark * size && ink > kSolidInk;
}

}  // namespace findings
