#include "common/text/analyzer.hpp"

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <xapian.h>

#include "common/base/table_rows.hpp"
#include "common/text/fold.hpp"
#include "tests/unit/support/temp_folder.hpp"

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
    CHECK(tokens_of("good.Leaders e.g. www.example.org") == "good@1 leaders@2 eg@3 www@4 example@5 org@6");
}

TEST_CASE("the letters of a dotted abbreviation are one word, as it is without points") {
    CHECK(tokens_of("The S.E.N.D. panel") == "the@1 send@2 panel@3");
    CHECK(tokens_of("U.K. and UK") == "uk@1 and@2 uk@3");
    CHECK(tokens_of("the U.K.'s, the U.K.\u2019s and the N.H.S") == "the@1 uk@2 the@3 uk@4 and@5 the@6 nhs@7");
    CHECK(tokens_of("e.g. this, i.e. that, at 10 a.m.") == "eg@1 this@2 ie@3 that@4 at@5 10@6 am@7");
    CHECK(tokens_of("a Ph.D. or PhD, an M.Sc. or B.Ed, LL.B. and D.Phil.") ==
          "a@1 phd@2 or@3 phd@4 an@5 msc@6 or@7 bed@8 llb@9 and@10 dphil@11");
    CHECK(tokens_of("in the U.K. The end.") == "in@1 the@2 uk@3 the@4 end@5");
    CHECK(tokens_of("in the U.K.The end") == "in@1 the@2 uk@3 the@4 end@5");
    CHECK(tokens_of("re-U.K. x") == "re@1 uk@2 reuk@1+ x@3");
    CHECK(tokens_of("\u00c9.U. rules") == "eu@1 rules@2");
    CHECK(tokens_of("G.P.s met") == "gps@1 met@2");
}

TEST_CASE("initials are one word with and without space between them") {
    CHECK(tokens_of("J.K. Rowling, J. K. Rowling and JK Rowling") ==
          "jk@1 rowling@2 jk@3 rowling@4 and@5 jk@6 rowling@7");
    CHECK(tokens_of("J. Smith and J.Smith") == "j@1 smith@2 and@3 j@4 smith@5");
    CHECK(tokens_of("J K Rowling") == "j@1 k@2 rowling@3");
    // A sentence that begins with a word of one letter behind one that ends so.
    CHECK(tokens_of("See Appendix A. I was there. Then B. A child came.") ==
          "see@1 appendix@2 a@3 i@4 was@5 there@6 then@7 b@8 a@9 child@10 came@11");
    CHECK(tokens_of("a. b. c.") == "a@1 b@2 c@3");
}

TEST_CASE("points part words that are no abbreviation") {
    CHECK(tokens_of("good.Leaders used.A www.a2.org plan A.1 no.5 St.Mary") ==
          "good@1 leaders@2 used@3 a@4 www@5 a2@6 org@7 plan@8 a@9 1@10 no@11 5@12 st@13 mary@14");
    CHECK(tokens_of("end. A. Then") == "end@1 a@2 then@3");
    CHECK(tokens_of("x. ed.The ph.value") == "x@1 ed@2 the@3 ph@4 value@5");
    CHECK(tokens_of("A.") == "a@1");
    CHECK(tokens_of("A.B") == "ab@1");
}

TEST_CASE("an apostrophe before a digit parts words") {
    CHECK(tokens_of("ABC'13 and ABC\u201913, the '99 class of 1990's, rock'n'roll") ==
          "abc@1 13@2 and@3 abc@4 13@5 the@6 99@7 class@8 of@9 1990@10 rocknroll@11");
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

// Words that must find each other, and words that must not.
TEST_CASE("irregular forms and British and American spellings have the stem of their word") {
    const std::vector<std::vector<std::string_view>> groups{
        {"woman", "women"},
        {"man", "men"},
        {"knife", "knives"},
        {"wife", "wives"},
        {"wolf", "wolves"},
        {"half", "halves"},
        {"shelf", "shelves"},
        {"foot", "feet"},
        {"tooth", "teeth"},
        {"person", "people", "persons"},
        {"child", "children"},
        {"crisis", "crises"},
        {"analysis", "analyses", "analyse", "analysed", "analyze", "analyzing"},
        {"criterion", "criteria"},
        {"diagnosis", "diagnoses", "diagnosed"},
        {"curriculum", "curricula"},
        {"index", "indices", "indexes"},
        {"appendix", "appendices"},
        {"phenomenon", "phenomena"},
        {"teach", "taught", "teaching"},
        {"write", "wrote", "written"},
        {"seek", "sought"},
        {"leave", "left", "leaving"},
        {"find", "found"},
        {"meet", "met", "meeting"},
        {"keep", "kept"},
        {"think", "thought"},
        {"understand", "understood"},
        {"break", "broke", "broken"},
        {"focused", "focussed", "focus", "focussing"},
        {"organisation", "organization"},
        {"organise", "organizing"},
        {"recognised", "recognize"},
        {"specialised", "specialized"},
        {"hospitalise", "hospitalized"},
        {"behaviour", "behavior"},
        {"behavioural", "behavioral"},
        {"colour", "colors"},
        {"neighbour", "neighbors"},
        {"labour", "labor"},
        {"licence", "license", "licensed"},
        {"practice", "practise"},
        {"defence", "defense"},
        {"offence", "offenses"},
        {"counsellor", "counselors"},
        {"enrolment", "enrollment"},
        {"paediatric", "pediatric"},
        {"judgement", "judgment"},
        {"centre", "centers"},
        {"programme", "programs"},
        {"advise", "advice", "adviser", "advisors"},
        {"violence", "violent"}};
    for (const auto& words : groups)
        for (const std::string_view word : words) {
            CAPTURE(word);
            CHECK(stem_of(word) == stem_of(words.front()));
        }
}

TEST_CASE("words that only begin alike have stems of their own") {
    const std::vector<std::pair<std::string_view, std::string_view>> pairs{{"exclusion", "exclusive"},
                                                                           {"excluded", "exclusively"},
                                                                           {"hospital", "hospitality"},
                                                                           {"medication", "medical"},
                                                                           {"medicated", "medics"},
                                                                           {"university", "universal"},
                                                                           {"organ", "organise"},
                                                                           {"organ", "organic"},
                                                                           {"organs", "organism"},
                                                                           {"general", "generation"},
                                                                           {"policy", "police"},
                                                                           {"international", "internal"},
                                                                           {"international", "intern"},
                                                                           {"internal", "interns"},
                                                                           {"emergency", "emerge"},
                                                                           {"relatives", "related"},
                                                                           {"probation", "probate"},
                                                                           {"custom", "customer"},
                                                                           {"authority", "author"},
                                                                           {"minor", "minority"},
                                                                           {"major", "majority"},
                                                                           {"severe", "several"},
                                                                           {"important", "imports"},
                                                                           {"person", "personal"},
                                                                           {"person", "personality"},
                                                                           {"person", "personnel"},
                                                                           {"nation", "nationality"},
                                                                           {"care", "careful"},
                                                                           {"care", "careless"},
                                                                           {"object", "objective"},
                                                                           {"respect", "respectively"},
                                                                           {"execute", "executive"},
                                                                           {"experience", "experiment"},
                                                                           {"depart", "department"},
                                                                           {"apart", "apartment"},
                                                                           {"governor", "government"},
                                                                           {"governance", "government"},
                                                                           {"information", "informal"},
                                                                           {"physical", "physics"},
                                                                           {"critic", "critical"},
                                                                           {"conversation", "conversion"},
                                                                           {"conservation", "conservative"},
                                                                           {"compete", "competent"},
                                                                           {"consist", "consistent"},
                                                                           {"incident", "incidence"},
                                                                           {"evidence", "evident"},
                                                                           {"confer", "conference"},
                                                                           {"public", "publication"},
                                                                           {"founded", "found"},
                                                                           {"offensive", "offence"},
                                                                           {"news", "new"},
                                                                           {"sent", "send"},
                                                                           {"indicate", "indices"}};
    for (const auto& [one, other] : pairs) {
        // clang 14 captures no structured binding.
        const std::string words = std::string(one) + " and " + std::string(other);
        CAPTURE(words);
        CHECK(stem_of(one) != stem_of(other));
    }
}

// The rows of stems.tsv, worked out from the tables that people edit.
std::string make_stem_table() {
    const Xapian::Stem snowball("english");
    std::map<std::string, std::pair<std::string, std::string>> rows;  // key -> stem, word
    std::map<std::string, std::string> groups;                        // stem -> stem of its group
    for_each_row(test::read_file("common/data/equivalents.tsv"), [&](const auto& words) {
        const std::string stem = snowball(std::string(words.front()));
        for (const std::string_view word : words) {
            const std::string own = snowball(std::string(word));
            groups.emplace(own, stem);
            rows.emplace('~' + own, std::pair(stem, std::string(word)));
        }
    });
    for_each_row(test::read_file("common/data/word_forms.tsv"), [&](const auto& words) {
        const std::string base(words.front());
        std::string stem = base.back() == '_' ? base : snowball(base);
        if (const auto group = groups.find(stem); group != groups.end()) stem = group->second;
        if (base.back() != '_') rows.emplace('~' + snowball(base), std::pair(stem, base));
        for (std::size_t i = 1; i < words.size(); ++i) rows.emplace(words[i], std::pair(stem, std::string(words[i])));
    });
    std::string table =
        "# Made from equivalents.tsv and word_forms.tsv by `UPDATE=1 unit-common`, run in the top folder. Columns: "
        "word, or ~ and\n"
        "# Snowball's stem; the stem it is taken for; the word of the tables.\n";
    for (const auto& [key, row] : rows) table += key + '\t' + row.first + '\t' + row.second + '\n';
    return table;
}

TEST_CASE("the table of stems is what the tables of equivalents and word forms say") {
    const std::string made = make_stem_table();
    if (std::getenv("UPDATE") != nullptr) std::ofstream("common/data/stems.tsv") << made;
    CHECK_MESSAGE(test::read_file("common/data/stems.tsv") == made,
                  "run UPDATE=1 build/release/bin/unit-common, then build");
}

TEST_CASE("a stem of the table's own is no word's, and none of its words is in it twice") {
    std::set<std::string> seen;
    Xapian::Stem snowball("english");
    for_each_row(test::read_file("common/data/word_forms.tsv"), [&](const auto& words) {
        const std::string base(words.front());
        CAPTURE(base);
        REQUIRE(words.size() > 1);
        for (std::size_t i = 1; i < words.size(); ++i) {
            const std::string word(words[i]);
            CAPTURE(word);
            CHECK(seen.insert(word).second);
            CHECK(word == fold_text(word));
            // A row that changes nothing is none.
            CHECK(stem_of(word) != snowball(word));
        }
        if (base.back() == '_') CHECK(base == std::string(words[1]) + '_');
    });
    std::set<std::string> grouped;
    for_each_row(test::read_file("common/data/equivalents.tsv"), [&](const auto& words) {
        for (const std::string_view word : words) {
            CAPTURE(word);
            CHECK(grouped.insert(std::string(word)).second);
        }
    });
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
