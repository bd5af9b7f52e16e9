#include "indexer/readers/ocr/ink_width.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>

namespace findings {
namespace {

constexpr float kSameSize = 0.12F;
constexpr float kBolder = 1.22F;

/// The value that divides the letters of the page into halves.
float find_median(std::vector<std::pair<float, std::size_t>> values) {
    std::sort(values.begin(), values.end());
    std::size_t all = 0;
    for (const auto& [value, letters] : values) all += letters;
    std::size_t seen = 0;
    for (const auto& [value, letters] : values)
        if ((seen += letters) * 2 >= all) return value;
    return 0;
}

}  // namespace

void even_sizes(std::vector<PageWord>& words) {
    std::vector<std::pair<float, std::size_t>> sizes;
    for (const PageWord& word : words) sizes.emplace_back(word.size, word.text.size());
    const float usual = find_median(std::move(sizes));
    for (PageWord& word : words)
        if (std::abs(word.size - usual) < kSameSize * usual) word.size = usual;
}

void mark_bold(const std::vector<float>& widths, std::vector<PageWord>& words) {
    std::vector<std::pair<float, std::size_t>> shares;
    for (std::size_t i = 0; i < words.size(); ++i)
        if (words[i].size > 0) shares.emplace_back(widths[i] / words[i].size, words[i].text.size());
    const float usual = find_median(std::move(shares));
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = end_of_line(words, begin);
        std::vector<std::pair<float, std::size_t>> of_line;
        for (std::size_t i = begin; i < end; ++i)
            if (words[i].size > 0) of_line.emplace_back(widths[i] / words[i].size, words[i].text.size());
        const bool bold = find_median(std::move(of_line)) > kBolder * usual;
        for (std::size_t i = begin; i < end; ++i) words[i].bold = bold;
        begin = end;
    }
}

}  // namespace findings
