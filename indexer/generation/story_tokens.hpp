#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "common/text/analyzer.hpp"

namespace findings {

/// The words of a story: those of its title from position 1, then, a gap of positions behind, those of its text; blocks
/// of the text are a gap apart too.
struct StoryTokens {
    std::vector<Token> tokens;    ///< of the title, then of the text: bytes are those of the title or the text
    std::size_t title_words = 0;  ///< how many of them are the title's
    std::uint32_t title_end = 0;  ///< position of the title's last word, 0 without one
};

/// Cuts a story into words. `story`: replaced, its memory kept.
void tokenize_story(std::string_view title, std::string_view text, Analyzer& analyzer, StoryTokens& story);

}  // namespace findings
