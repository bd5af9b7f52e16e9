#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/index/finding.hpp"
#include "common/index/finding_place.hpp"
#include "indexer/generation/story_tokens.hpp"

namespace findings {

/// The words of a finding as part of its story's.
struct FindingWords {
    std::vector<std::size_t> tokens;    ///< numbers among StoryTokens::tokens
    std::vector<PositionRange> ranges;  ///< where they stand, ascending
};

/// Finds the words of a finding among those of its story. False where the finding's text alone has, or may have, other
/// words: a piece begins or ends within a word, or pieces do not follow each other.
/// Requires: `story` made of the text that the finding's pieces point into. `words`: replaced, its memory kept.
bool find_words_in_story(const Finding& finding, std::string_view text, const StoryTokens& story, FindingWords& words);

}  // namespace findings
