#include "indexer/generation/finding_words.hpp"

#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace findings;

namespace {

/// A word of a finding and how many positions it stands behind the finding's first.
using Placed = std::pair<std::string, std::uint32_t>;

Finding finding_of(std::vector<std::pair<std::size_t, std::size_t>> pieces) {
    Finding finding;
    finding.pieces = std::move(pieces);
    return finding;
}

// The words of a finding's text alone.
std::vector<Placed> words_alone(const Finding& finding, const std::string& text, Analyzer& analyzer) {
    std::vector<Token> tokens;
    analyzer.tokenize(finding_text(finding, text), tokens);
    std::vector<Placed> words;
    for (const Token& token : tokens) words.emplace_back(token.term, token.position - 1);
    return words;
}

// The same from the story; nothing where it does not tell.
std::vector<Placed> words_in_story(const Finding& finding, const std::string& text, Analyzer& analyzer, bool& tells) {
    StoryTokens story;
    tokenize_story("Some title", text, analyzer, story);
    FindingWords found;
    std::vector<Placed> words;
    tells = find_words_in_story(finding, text, story, found);
    if (!tells) return words;
    for (const std::size_t i : found.tokens) {
        const Token& token = story.tokens[i];
        std::uint32_t before = 0;
        for (const PositionRange& range : found.ranges) {
            if (token.position >= range.first && token.position < range.first + range.count)
                words.emplace_back(token.term, before + token.position - range.first);
            before += range.count;
        }
    }
    return words;
}

}  // namespace

TEST_CASE("the words of a finding are those that its text alone has, in the same places") {
    Analyzer analyzer;
    const std::string text = "It rained.\nThe well-being of\n3\ncare leavers, e.g. here, is good. Not so there.";
    const auto span = [&](std::string_view passage) {
        const std::size_t begin = text.find(passage);
        REQUIRE(begin != std::string::npos);
        return std::pair(begin, begin + passage.size());
    };
    bool tells = false;
    const Finding finding = finding_of({span("The well-being of"), span("care leavers, e.g. here, is good.")});
    const auto words = words_in_story(finding, text, analyzer, tells);
    CHECK(tells);
    CHECK(words == words_alone(finding, text, analyzer));
    CHECK(words.size() == 11);
}

TEST_CASE("a finding that the story does not tell is said to be none of it") {
    Analyzer analyzer;
    const auto tells = [&](const std::string& text, std::vector<std::pair<std::size_t, std::size_t>> pieces) {
        bool told = false;
        words_in_story(finding_of(std::move(pieces)), text, analyzer, told);
        return told;
    };
    // Within a word, or where a word may go on.
    CHECK_FALSE(tells("caseloads", {{0, 4}}));
    CHECK_FALSE(tells("caseloads", {{4, 9}}));
    CHECK_FALSE(tells("well-being", {{0, 4}}));
    CHECK_FALSE(tells("it\xe2\x80\x99s", {{0, 2}}));
    CHECK(tells("a caseload;", {{2, 10}}));
    CHECK(tells("(caseload)", {{1, 9}}));
    // Not in the order of the text.
    CHECK_FALSE(tells("one two three", {{4, 7}, {0, 3}}));
    CHECK_FALSE(tells("one two three", {{0, 7}, {4, 13}}));
    CHECK(tells("one two three", {{0, 3}, {8, 13}}));
    // Initials that only their joining by a space makes an abbreviation.
    CHECK_FALSE(tells("seen by J.\nK. Smith", {{0, 10}, {11, 19}}));
    CHECK(tells("seen by J.\nK. Smith", {{0, 10}}));
    // A line break within a piece, over which the story's positions have a gap.
    CHECK_FALSE(tells("one\ntwo", {{0, 7}}));
}

TEST_CASE("whatever the pieces are, the story tells the words of the finding's text or says that it does not") {
    std::mt19937 random(16);
    const auto pick = [&](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    const std::vector<std::string> bits{"care ", "leavers ",   "J. ",      "K. ",   "12 ", "Ph.D ", "self-harm ",
                                        "well-", "\n",         ". ",       "; ",    "(",   ") ",    "\t",
                                        "J.",    "it\u2019s ", "so\u00ad", "e.g. ", ",",   " - "};
    Analyzer analyzer;
    std::size_t told = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        std::vector<std::size_t> cuts{0};
        for (std::size_t i = 0; i < 14; ++i) {
            text += bits[pick(bits.size())];
            cuts.push_back(text.size());
        }
        std::vector<std::pair<std::size_t, std::size_t>> pieces;
        for (std::size_t at = pick(4); at + 1 < cuts.size() && pieces.size() < 3;) {
            const std::size_t end = std::min(cuts.size() - 1, at + 1 + pick(5));
            pieces.emplace_back(cuts[at], cuts[end]);
            at = end + pick(3);
        }
        const Finding finding = finding_of(pieces);
        bool tells = false;
        const auto words = words_in_story(finding, text, analyzer, tells);
        if (!tells) continue;
        ++told;
        CHECK_MESSAGE(words == words_alone(finding, text, analyzer), text);
    }
    CHECK(told > 400);
}
