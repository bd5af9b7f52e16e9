#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/language/reading.hpp"

namespace findings {

/// What a token of a sentence is, for the patterns on grades. The first block is punctuation and marks, set by rules;
/// the rest are the classes of data/grade_cues.tsv.
enum class TokenClass : std::uint8_t {
    edge,  ///< before the first and behind the last token of a sentence
    comma,
    open,  ///< bracket
    close,
    dash,
    colon,
    semicolon,
    stop,  ///< . ! ?
    line,  ///< a line break, tab, bullet or run of spaces
    grade,
    area,        ///< name of a graded area
    name,        ///< a provider of the article
    other_name,  ///< another body that the article names
    capital,     ///< a word with a capital that is none of those
    number,
    year,
    early_year,  ///< a year before the inspection's
    unknown,     ///< a word of no class
    quoted,      ///< a quotation mark opens before it and closes behind it
    verb,
    weak,
    keep,
    lose,
    move,
    noun,
    light,
    be,
    have,
    aux,
    follow,
    det,
    prep,
    bound,
    prev,
    later,
    insp,
    hyp,
    neg,
    spread,
    say,
    person,
    body,
    whole,
    plural,
    other,
    reg,
    part,
    month,
    numword,
    indefinite,
    everywhere,
    apposition,
    place,
    council,
    kind,
    times,
    sections,
    pronoun,
    owning,
    list,
    overall,
    also,
    opener,  ///< for, in, across, on, at
    conjunction,
    count
};

using TokenClasses = std::uint64_t;
constexpr TokenClasses bit_of(TokenClass token_class) { return TokenClasses{1} << static_cast<unsigned>(token_class); }
/// The class of a name, as written in data tables ("early_year"). Throws: std::logic_error for an unknown one.
TokenClass token_class_of(std::string_view name);

/// One word, phrase or mark of a sentence.
struct Token {
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
std::vector<Token> make_tokens(const Passage& passage, std::size_t first, std::size_t last,
                               const std::vector<TokenMark>& marks);

}  // namespace findings
