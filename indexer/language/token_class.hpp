#pragma once

#include <cstdint>
#include <string_view>

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
    area,     ///< name of a graded area
    name,     ///< a provider of the article
    capital,  ///< a word with a capital that is none of those
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

}  // namespace findings
