#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/language/reading.hpp"
#include "indexer/language/token_class.hpp"

namespace findings {

/// One word, phrase or mark of a sentence.
struct ClauseToken {
    std::size_t first = 0;  ///< words [first, last) of the passage; equal for punctuation
    std::size_t last = 0;
    TokenClasses classes = 0;
    std::uint32_t value = 0;  ///< grade: row of printed_grades(); area: row of judgement_labels(); name: provider
    std::uint32_t word = 0;   ///< the lexicon's number of a single word, else 0
    bool capital = false;
    bool all_capitals = false;
    bool possessive = false;
    bool quote_before = false;
    bool quote_after = false;

    [[nodiscard]] bool is(TokenClass token_class) const { return (classes & bit_of(token_class)) != 0; }
    [[nodiscard]] bool any(TokenClasses set) const { return (classes & set) != 0; }
};

constexpr TokenClasses kPunctuation = bit_of(TokenClass::comma) | bit_of(TokenClass::open) | bit_of(TokenClass::close) |
                                      bit_of(TokenClass::dash) | bit_of(TokenClass::colon) |
                                      bit_of(TokenClass::semicolon) | bit_of(TokenClass::stop) |
                                      bit_of(TokenClass::line) | bit_of(TokenClass::edge);

/// A span of words with a meaning of its own: a grade, an area, a name.
struct TokenMark {
    std::size_t first = 0;
    std::size_t last = 0;
    TokenClass token_class = TokenClass::grade;
    std::uint32_t value = 0;
};

/// Words [first, last) of a passage as tokens, between two of class edge. Marks are sorted and do not overlap.
std::vector<ClauseToken> make_tokens(const Passage& passage, std::size_t first, std::size_t last,
                                     const std::vector<TokenMark>& marks);

}  // namespace findings
