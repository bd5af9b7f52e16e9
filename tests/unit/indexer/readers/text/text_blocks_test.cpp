#include "indexer/readers/text/text_blocks.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

TEST_CASE("wrapped lines are joined, paragraphs are not") {
    CHECK(summarise(read_as("a.txt",
                            "Inspectors found that the quality of social work practice had\n"
                            "declined since the last inspection, and that too many children\n"
                            "waited.\n\nA second paragraph.\n")) ==
          "paragraph: Inspectors found that the quality of social work practice had declined since the last "
          "inspection, and that too many children waited.\nparagraph: A second paragraph.\n");
}
TEST_CASE("short lines stay apart") {
    CHECK(summarise(read_as("a.txt", "Kent County Council\nInspection dates: 4 to 8 March 2024\nGrade: good\n")) ==
          "paragraph: Kent County Council\nparagraph: Inspection dates: 4 to 8 March 2024\nparagraph: Grade: "
          "good\n");
}
TEST_CASE("long lines that nobody wrapped stay apart") {
    const std::string line(150, 'a');
    CHECK(summarise(read_as("a.txt", line + "\nB" + line)) == "paragraph: " + line + "\nparagraph: B" + line + "\n");
}
TEST_CASE("bullets and columns are items and rows") {
    CHECK(
        summarise(read_as("a.txt", "• first\n- second\nLeaders\tGood\nSafety     Requires improvement\n| a | b |\n")) ==
        "item: first\nitem: second\nrow: Leaders\tGood\nrow: Safety\tRequires improvement\nrow: a\tb\n");
}
TEST_CASE("a hyphen at a line end goes where the word has none") {
    const std::string head = "Inspectors judged that the services need a great deal of ";
    const auto joined = [&](std::string_view cut) {
        return summarise(read_as("a.txt", head + std::string(cut) + "\n"));
    };
    CHECK(joined("improve-\nment") == "paragraph: " + head + "improvement\n");
    CHECK(joined("self-\nharm") == "paragraph: " + head + "self-harm\n");
    CHECK(joined("re-\ninspection") == "paragraph: " + head + "reinspection\n");
    CHECK(joined("out-of-\ncourt work") == "paragraph: " + head + "out-of-court work\n");
    CHECK(joined("short-\nand long-term help") == "paragraph: " + head + "short- and long-term help\n");
    CHECK(joined("decision-\nmaking") == "paragraph: " + head + "decision-making\n");
}
TEST_CASE("the document itself tells how a word cut at a line end is written") {
    CHECK(summarise(
              read_as("a.txt", "Foster-carers met. Inspectors spoke to a good number of all foster-\ncarers there.")) ==
          "paragraph: Foster-carers met. Inspectors spoke to a good number of all foster-carers there.\n");
}
TEST_CASE("front matter declares the contract's keys") {
    const auto result =
        read_as("a.md",
                "---\ntitle: \"A headline: with colon\"\npublished: 2025-11-27\nregion: [south-east, 'kent']\n"
                "theme:\n  - vetting\n  - missing\ngrade: []\nmood: grim\nprevious_grade: Good\n---\n\nBody text.\n");
    REQUIRE(result.articles.size() == 1);
    const RawArticle& article = result.articles[0];
    CHECK(article.title == "A headline: with colon");
    CHECK(article.declared.at("published") == std::vector<std::string>{"2025-11-27"});
    CHECK(article.declared.at("region") == std::vector<std::string>{"south-east", "kent"});
    CHECK(article.declared.at("theme") == std::vector<std::string>{"vetting", "missing"});
    CHECK(article.declared.at("grade").empty());
    CHECK(article.declared.at("previous_grade") == std::vector<std::string>{"Good"});
    CHECK(article.declared.count("mood") == 0);
    CHECK(summarise(result) == "paragraph: Body text.\n");
}
TEST_CASE("text that begins with a rule has no front matter") {
    CHECK(summarise(read_as("a.txt", "---\nNot closed.\n")) == "paragraph: Not closed.\n");
}
TEST_CASE("Markdown leaves its words and drops its marks") {
    const auto result =
        read_as("a.md",
                "# The *headline*\n\nA [link](http://x.org/a_(b)) and **bold** words, `code`,\na <b>tag</b> and "
                "a_name.\n\n"
                "Sub\n---\n\n* one\n* two\n\n> quoted\n\n| Judgement | Grade |\n|---|---|\n| Leaders | **Good** |\n\n"
                "![A stock photo](x.png)\n\n```\nkept text\n```\n");
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].title == "The headline");
    CHECK(summarise(result) ==
          "heading: The headline\nparagraph: A link and bold words, code, a tag and a_name.\nheading: Sub\n"
          "item: one\nitem: two\nparagraph: quoted\nrow: Judgement\tGrade\nrow: Leaders\tGood\ncaption: A "
          "stock photo\n"
          "paragraph: kept text\n");
}
