#include "indexer/readers/ocr/looks_welsh.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

// Not "a", "i", "o", "am": English has them too.
constexpr std::array<std::string_view, 28> kSmallWords{
    "yn", "y",   "yr",  "ac",  "ar",  "mae",  "wedi", "gan",  "eu",   "ei",    "oedd", "bod", "fod",  "nid",
    "na", "ond", "neu", "hyn", "hon", "sydd", "sy",   "gyda", "dros", "gyfer", "yng",  "ym",  "drwy", "cael"};
constexpr std::size_t kLeastWelshWords = 3;
// One in this many words; Welsh prose has one in four.
constexpr std::size_t kOneInWords = 12;

}  // namespace

bool looks_welsh(std::string_view text) {
    std::size_t words = 0;
    std::size_t welsh = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n\t", begin), text.size());
        std::string word = lower_case(text.substr(begin, end - begin));
        while (!word.empty() && (word.back() < 'a' || word.back() > 'z')) word.pop_back();
        begin = end + 1;
        if (word.empty()) continue;
        ++words;
        if (std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end()) ++welsh;
    }
    return welsh >= kLeastWelshWords && welsh * kOneInWords >= words;
}

}  // namespace findings
