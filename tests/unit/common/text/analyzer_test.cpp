#include "common/text/analyzer.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

// "term@position" of each token, joined forms marked with '+'.
std::string tokens_of(std::string_view text) {
    Analyzer analyzer;
    std::vector<Token> tokens;
    analyzer.tokenize(text, tokens);
    std::string result;
    for (const Token& token : tokens) {
        if (!result.empty()) result += ' ';
        result += token.term + '@' + std::to_string(token.position) + (token.joined ? "+" : "");
    }
    return result;
}

std::string stem_of(std::string_view word) {
    Analyzer analyzer;
    return analyzer.stem(word);
}

}  // namespace

TEST_CASE("words are folded in case and accents, and counted from one") {
    CHECK(tokens_of("The Café was GOOD.") == "the@1 cafe@2 was@3 good@4");
    CHECK(tokens_of("Cafe\u0301 \u00e6ther \u0142") == "cafe@1 aether@2 l@3");
}

TEST_CASE("a possessive is the word without it, with every apostrophe") {
    CHECK(tokens_of("Ofsted's Ofsted\u2019s OFSTED\u2018S Ofsted") == "ofsted@1 ofsted@2 ofsted@3 ofsted@4");
    CHECK(tokens_of("children\u2019s homes' don't O\u2019Brien 1990's") == "children@1 homes@2 dont@3 obrien@4 1990@5");
    CHECK(tokens_of("'quoted' \u2018words\u2019 s' 's") == "quoted@1 words@2 s@3 s@4");
}

TEST_CASE("a hyphenated word is found joined, split and as typed") {
    CHECK(tokens_of("a re-inspection today") == "a@1 re@2 inspection@3 reinspection@2+ today@4");
    CHECK(tokens_of("up-to-date") == "up@1 to@2 date@3 uptodate@1+");
    CHECK(tokens_of("re\u2010inspect COVID\u201119") == "re@1 inspect@2 reinspect@1+ covid@3 19@4 covid19@3+");
    CHECK(tokens_of("care - not") == "care@1 not@2");
    CHECK(tokens_of("care\u2013not") == "care@1 not@2");
}

TEST_CASE("numbers, ranges, dates and codes each have one way to stand in the index") {
    CHECK(tokens_of("16-19") == "16@1 19@2");
    CHECK(tokens_of("SC456789") == "sc456789@1");
    CHECK(tokens_of("27/03/2024") == "27@1 03@2 2024@3");
    CHECK(tokens_of("1,234.50 of 12,345,678") == "1234.50@1 of@2 12345678@3");
    CHECK(tokens_of("2,3,4 and 1,23") == "2@1 3@2 4@3 and@4 1@5 23@6");
    CHECK(tokens_of("\u00a31.2m 10% 3.1.1.") == "1.2m@1 10@2 3.1.1@3");
}

TEST_CASE("ligatures, soft hyphens and zero-width characters do not hide a word") {
    CHECK(tokens_of("o\ufb03ce im\u00adprove\u200bment") == "office@1 improvement@2");
    CHECK(tokens_of("\uff27\uff2f\uff2f\uff24") == "good@1");
}

TEST_CASE("full stops end words even where a space is missing") {
    CHECK(tokens_of("good.Leaders e.g. www.example.org") == "good@1 leaders@2 e@3 g@4 www@5 example@6 org@7");
}

TEST_CASE("ideographs are words of their own") { CHECK(tokens_of("\u5b66\u6821 ok") == "\u5b66@1 \u6821@2 ok@3"); }

TEST_CASE("positions go on from where the caller says and byte offsets point at the word") {
    Analyzer analyzer;
    std::vector<Token> tokens;
    const std::uint32_t next = analyzer.tokenize("two \u2019words\u2019", tokens, 101);
    CHECK(next == 103);
    REQUIRE(tokens.size() == 2);
    CHECK(tokens[1].position == 102);
    CHECK(tokens[1].begin == 7);
    CHECK(tokens[1].end == 12);
}

TEST_CASE("a very long word is cut at a character, not dropped and not too long for a term") {
    const std::string text = std::string(63, 'a') + "\u00df\u0411\u0411";
    Analyzer analyzer;
    std::vector<Token> tokens;
    analyzer.tokenize(text, tokens);
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].term.size() <= kMaxTermBytes);
    CHECK(tokens[0].term.substr(0, 63) == std::string(63, 'a'));
}

TEST_CASE("stems follow Snowball English and the table of equivalents") {
    CHECK(stem_of("safeguarding") == stem_of("safeguards"));
    CHECK(stem_of("children") == stem_of("child"));
    CHECK(stem_of("inadequacy") == stem_of("inadequate"));
    CHECK(stem_of("organization") == stem_of("organisation"));
    CHECK(stem_of("inspectors") == stem_of("inspection"));
    CHECK(stem_of("excluded") == stem_of("exclusions"));
    CHECK(stem_of("good") != stem_of("goods and"));
}

TEST_CASE("no negation, grade, region or theme word is a stop word") {
    Analyzer analyzer;
    for (const std::string_view word :
         {"not",      "no",          "nor",   "without", "never",  "good", "outstanding", "inadequate",
          "requires", "improvement", "north", "south",   "east",   "west", "london",      "care",
          "home",     "needs",       "well",  "missing", "health", "met"})
        CHECK_FALSE(analyzer.is_stop_word(word));
    CHECK(analyzer.is_stop_word("the"));
    CHECK(default_analyzer_settings().stop_words.size() < 100);
}

TEST_CASE("the equivalents of a word are those of other stems, one for each") {
    const Analyzer analyzer;
    using Words = std::vector<std::string>;
    CHECK(analyzer.list_equivalents("child") == Words{"children"});
    CHECK(analyzer.list_equivalents("children") == Words{"child"});
    CHECK(analyzer.list_equivalents("exclusions") == Words{"exclude"});
    CHECK(analyzer.list_equivalents("home").empty());
}
