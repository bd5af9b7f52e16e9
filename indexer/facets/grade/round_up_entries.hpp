#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/facets/grade/grade_sentences.hpp"

namespace findings {

/// A line of a round-up: "Hillcrest Primary School, Dewsbury – Good (previously requires improvement)".
struct RoundUpEntry {
    std::size_t provider = 0;  ///< index of the provider whose name opens the line
    std::string grade;         ///< slug
    std::string previous;      ///< slug, may be empty
    Span span;                 ///< the line that has the grade: its own, or the heading above
    Span previous_span;        ///< the line that has the grade before
};

/// Every line that opens with a provider's name and gives it a grade behind a colon, a dash or a tab, with nothing else
/// but the grade before. Every such line without a grade below a heading that is one ("Rated good"), where two bodies
/// or more stand below such headings. In order.
std::vector<RoundUpEntry> read_round_up_entries(const CleanArticle& article, const SentenceSetting& setting);

}  // namespace findings
