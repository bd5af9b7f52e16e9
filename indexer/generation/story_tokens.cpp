#include "indexer/generation/story_tokens.hpp"

#include <algorithm>

namespace findings {

void tokenize_story(std::string_view title, std::string_view text, Analyzer& analyzer, StoryTokens& story) {
    std::vector<Token>& tokens = story.tokens;
    tokens.clear();
    story.title_end = analyzer.tokenize(title, tokens) - 1;
    story.title_words = tokens.size();
    std::uint32_t position = story.title_end + 1 + kPositionGap;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::size_t first = tokens.size();
        const std::uint32_t next = analyzer.tokenize(text.substr(begin, end - begin), tokens, position);
        for (std::size_t i = first; i < tokens.size(); ++i) {
            tokens[i].begin += begin;
            tokens[i].end += begin;
        }
        if (next > position) position = next + kPositionGap;
        begin = end + 1;
    }
}

}  // namespace findings
