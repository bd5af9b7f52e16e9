#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/article/raw_article.hpp"

namespace findings {

/// A block as the boilerplate rules see it: its text, a folded form to compare with, and their verdict.
struct Line {
    BlockRole role = BlockRole::paragraph;
    int page = 0;
    std::string_view text;               ///< trimmed; a view of the raw block
    std::vector<PageBreak> breaks = {};  ///< the pages that the text goes on to
    /// Lower case, quotes and dashes straightened, separators ("•", "»", "→") as '|', decoration at both ends
    /// off. Empty for blocks longer than kLongLineBytes: those are judged by no phrase.
    std::string folded;
    std::uint64_t word_bits = 0;  ///< see word_bits()
    std::size_t words = 0;        ///< of `folded`; of a long block a lower bound
    std::string_view rule;        ///< the rule that drops it; empty while it is kept

    [[nodiscard]] bool kept() const { return rule.empty(); }
};

/// Longer blocks are never boilerplate by a phrase; the longest cookie notices seen have about 600 bytes.
inline constexpr std::size_t kLongLineBytes = 800;

/// Makes the folded form of a trimmed text. The text must outlive the line.
Line make_line(BlockRole role, int page, std::string_view text);

/// Text without white space of any width at its ends.
std::string_view trim_space(std::string_view text);

/// A word's bit of 64.
class WordHash {
  public:
    constexpr void add(char c) {
        hash_ = (hash_ ^ static_cast<unsigned char>(c)) * 0x01000193U;
        empty_ = false;
    }
    /// None without a letter.
    [[nodiscard]] constexpr std::uint64_t bit() const {
        return empty_ ? std::uint64_t{0} : std::uint64_t{1} << (hash_ >> 26U);
    }

  private:
    std::uint32_t hash_ = 0;
    bool empty_ = true;
};

/// One bit of 64 for each word of a folded text: when a phrase has a bit that a line lacks, the line does not
/// hold the phrase. Saves nearly every search, so that all phrases together cost less than the folding.
constexpr std::uint64_t word_bits(std::string_view folded) {
    std::uint64_t bits = 0;
    WordHash hash;
    for (const char c : folded) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'') {
            hash.add(c);
        } else {
            bits |= hash.bit();
            hash = WordHash();
        }
    }
    return bits | hash.bit();
}

/// Whether a folded text starts with a phrase that ends at a word boundary.
bool starts_with_phrase(std::string_view folded, std::string_view phrase);

/// Whether a folded text holds a phrase between word boundaries.
bool holds_phrase(std::string_view folded, std::string_view phrase);

/// Words of a folded text, cut at spaces and '|'.
std::vector<std::string_view> split_words(std::string_view folded);

/// Whether the text starts with a single or double quotation mark.
bool opens_with_quote(std::string_view text);

/// Whether the text ends like a sentence: full stop, question or exclamation mark, colon, closing quote after
/// one.
bool ends_like_sentence(std::string_view text);

/// Running prose for sure: a sentence of eight words with its full stop, or thirty words.
bool is_prose(const Line& line);

/// A headline, a menu entry, a label: short, and without the end of a sentence.
bool is_headline_like(const Line& line);

}  // namespace findings
