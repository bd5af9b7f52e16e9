#include "indexer/readers/pdf/pdf_spacing.hpp"

#include <algorithm>
#include <cstddef>

namespace findings {
namespace {

// Three initials before a name are common, five never seen; no word of three letters is worth the risk.
constexpr std::size_t kLeastLetters = 5;
// Gaps between words are this much wider than those between letters, in shares of those and in font sizes.
constexpr float kWordGap = 1.35F;
constexpr float kWordGapMore = 0.08F;

bool is_blank(const PdfChar& c) { return c.code <= 0x20 || c.code == 0xa0; }
bool is_letter(char32_t c) { return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') || c >= 0xc0; }
char32_t lower(char32_t c) { return c >= U'A' && c <= U'Z' ? c + 0x20 : c; }

/// Letters with a blank on either side, in a row, by their positions.
using Row = std::vector<std::size_t>;

bool is_alphabet(std::span<const PdfChar> chars, const Row& row) {
    for (std::size_t i = 1; i < row.size(); ++i)
        if (lower(chars[row[i]].code) != lower(chars[row[i - 1]].code) + 1) return false;
    return true;
}

float gap_before(std::span<const PdfChar> chars, const Row& row, std::size_t i) {
    return (chars[row[i]].x0 - chars[row[i - 1]].x1) / chars[row[i]].size;
}

void mark_row(std::span<const PdfChar> chars, const Row& row, std::vector<bool>& marks) {
    if (row.size() < kLeastLetters || is_alphabet(chars, row)) return;
    std::vector<float> gaps;
    for (std::size_t i = 1; i < row.size(); ++i) gaps.push_back(gap_before(chars, row, i));
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    const float widest = std::max(*middle * kWordGap, *middle + kWordGapMore);
    if (marks.empty()) marks.assign(chars.size(), false);
    for (std::size_t i = 1; i < row.size(); ++i)
        if (gap_before(chars, row, i) <= widest)
            std::fill(marks.begin() + static_cast<std::ptrdiff_t>(row[i - 1] + 1),
                      marks.begin() + static_cast<std::ptrdiff_t>(row[i]), true);
}

}  // namespace

std::vector<bool> find_letter_spacing(std::span<const PdfChar> chars) {
    std::vector<bool> marks;
    Row row;
    bool blank_before = true;
    for (std::size_t i = 0; i < chars.size(); ++i) {
        if (is_blank(chars[i])) {
            blank_before = true;
            continue;
        }
        const bool alone = blank_before && (i + 1 == chars.size() || is_blank(chars[i + 1]));
        blank_before = false;
        if (alone && is_letter(chars[i].code)) {
            row.push_back(i);
            continue;
        }
        mark_row(chars, row, marks);
        row.clear();
    }
    mark_row(chars, row, marks);
    return marks;
}

}  // namespace findings
