#include "indexer/facets/provider/story_words.hpp"

#include <algorithm>
#include <string_view>

namespace findings {
namespace {

/// A newsletter goes on to other matters.
constexpr std::size_t kReadBytes = 6'000;
constexpr std::size_t kFewestLetters = 3;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

void take_words(std::string_view text, const WordWeights& weights, WordWeights& taken) {
    std::string word;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && is_letter(text[at])) {
            word += static_cast<char>(text[at] | 0x20);
            continue;
        }
        if (word.size() >= kFewestLetters)
            if (const auto known = weights.find(word); known != weights.end()) taken.insert(*known);
        word.clear();
    }
}

}  // namespace

double add_up_words(const Reading& reading, const WordWeights& weights) {
    WordWeights taken;
    take_words(reading.article.title, weights, taken);
    take_words(std::string_view(reading.article.body).substr(0, kReadBytes), weights, taken);
    double sum = 0;
    for (const auto& [word, weight] : taken) sum += weight;
    return sum;
}

}  // namespace findings
