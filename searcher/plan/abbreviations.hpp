#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/analyzer.hpp"

namespace findings {

/// Abbreviations with one meaning, and the long forms of it.
struct AbbreviationGroup {
    std::vector<std::string> abbreviations;  ///< as in the data file: upper case
    bool upper_only = false;                 ///< typed in lower case it is another word
    bool one_way = false;                    ///< the long form does not stand for the abbreviation
    std::vector<std::string> long_forms;
};

/// The rows of `data/abbreviations.tsv`.
const std::vector<AbbreviationGroup>& abbreviation_groups();

/// The group of a word as typed, possessive and plural included; nullptr when it is no abbreviation.
const AbbreviationGroup* find_abbreviation(std::string_view typed);

/// A long form found among words standing side by side.
struct LongFormRun {
    std::size_t first = 0;  ///< words [first, last)
    std::size_t last = 0;
    const AbbreviationGroup* group = nullptr;
};

/// The long forms in a row of words, left to right, the longest at each place. `words`: for each word of the row its
/// folded parts (several when hyphenated); empty for what is no plain word, which no run reaches over.
std::vector<LongFormRun> find_long_forms(const std::vector<std::vector<std::string>>& words, Analyzer& analyzer);

}  // namespace findings
