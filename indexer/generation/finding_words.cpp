#include "indexer/generation/finding_words.hpp"

#include <algorithm>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

// Whether a character parts words whatever stands on its other side.
bool parts_words(char c) {
    const bool is_ascii = static_cast<signed char>(c) >= 0;
    return is_ascii && !is_digit(c) && !is_lower(static_cast<char>(c | 0x20)) &&
           std::string_view("'-.,").find(c) == std::string_view::npos;
}

// Whether no word goes on from one side of a byte to the other.
bool is_between_words(std::string_view text, std::size_t at) {
    return at == 0 || at == text.size() || parts_words(text[at - 1]) || parts_words(text[at]);
}

// "J." before "K. Smith" is one abbreviation where they are joined by a space.
bool may_go_on(std::string_view piece) {
    return piece.size() >= 2 && piece.back() == '.' && piece[piece.size() - 2] >= 'A' && piece[piece.size() - 2] <= 'Z';
}

bool add_position(std::uint32_t position, std::vector<PositionRange>& ranges) {
    if (!ranges.empty()) {
        PositionRange& last = ranges.back();
        const std::uint32_t end = last.first + last.count;
        if (position == end) {
            ++last.count;
            return true;
        }
        // The joined form of a hyphenated word stands where its first part does.
        if (position < end) return position >= last.first;
    }
    ranges.push_back({position, 1});
    return true;
}

}  // namespace

bool find_words_in_story(const Finding& finding, std::string_view text, const StoryTokens& story, FindingWords& words) {
    words.tokens.clear();
    words.ranges.clear();
    auto token = story.tokens.begin() + static_cast<std::ptrdiff_t>(story.title_words);
    std::size_t last_end = 0;
    for (const auto& [begin, end] : finding.pieces) {
        if (begin >= end || end > text.size()) continue;
        const std::string_view piece = text.substr(begin, end - begin);
        const bool is_apart =
            is_between_words(text, begin) && is_between_words(text, end) && piece.find('\n') == std::string_view::npos;
        if (!is_apart || begin < last_end) return false;
        last_end = end;
        if (&end != &finding.pieces.back().second && may_go_on(piece)) return false;
        token = std::partition_point(token, story.tokens.end(), [&](const Token& t) { return t.end <= begin; });
        for (; token != story.tokens.end() && token->begin < end; ++token) {
            if (token->begin < begin || token->end > end || !add_position(token->position, words.ranges)) return false;
            words.tokens.push_back(static_cast<std::size_t>(token - story.tokens.begin()));
        }
    }
    return true;
}

}  // namespace findings
