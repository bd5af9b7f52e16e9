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
    CHECK(summarise(read_as("a.md", "---\n\nThe first part.\n\n---\n\nThe second.\n")) ==
          "paragraph: The first part.\nparagraph: The second.\n");
    CHECK(summarise(read_as("a.txt", "---\nSummary: the text is here.\nA line of text.\n---\nThe end.\n")) ==
          "paragraph: Summary: the text is here.\nparagraph: A line of text.\nparagraph: The end.\n");
    CHECK(summarise(read_as("a.md", "---\nSummary: all good\n---\n")).find("all good") != std::string::npos);
    CHECK(summarise(read_as("a.md", "---\ntitle: x\nbut this line is text\n---\nEnd.\n")).find("title: x") !=
          std::string::npos);
    CHECK(summarise(read_as("a.txt", "---\nurl: x\n- a stray item\n---\nEnd.\n")).find("stray") != std::string::npos);
}
TEST_CASE("front matter may hold comments, empty lines, lines that go on and keys of other programs") {
    const auto result =
        read_as("a.md",
                "---\n# made by a scraper\nlayout: post\n\ntitle: >\n  A title that\n  goes on\n"
                "url: http://x.org/a:b\npublisher: Smith &amp; Sons\nprovider:\n- Elm House\n---\nText.\n");
    REQUIRE(result.articles.size() == 1);
    const RawArticle& article = result.articles[0];
    CHECK(article.title == "A title that goes on");
    CHECK(article.declared.at("url") == std::vector<std::string>{"http://x.org/a:b"});
    CHECK(article.declared.at("publisher") == std::vector<std::string>{"Smith & Sons"});
    CHECK(article.declared.at("provider") == std::vector<std::string>{"Elm House"});
    CHECK(summarise(result) == "paragraph: Text.\n");
    CHECK(summarise(read_as("a.md", "---\nlayout: post\ndate: 2024-03-05\n---\nText.\n")) == "paragraph: Text.\n");
}
TEST_CASE("narrow columns are joined, labels above their values are not") {
    CHECK(summarise(
              read_as("a.txt",
                      "Inspectors visited the home\nin May and they met with\nall of the chil-\ndren who live there."
                      "\nThey found that the staff\nteam knew each of them well\nand that the regis-\ntered manager "
                      "had a good\nplan in place.\n")) ==
          "paragraph: Inspectors visited the home in May and they met with all of the children who live there. They "
          "found that the staff team knew each of them well and that the registered manager had a good plan in "
          "place.\n");
    CHECK(summarise(read_as("a.txt", "Staff knew the chil-\ndren well and kept\nthem safe at home.\n")) ==
          "paragraph: Staff knew the children well and kept them safe at home.\n");
    CHECK(summarise(read_as("a.txt", "Overall effectiveness\ngood\nLeaders and managers\nrequires improvement\n")) ==
          "paragraph: Overall effectiveness\nparagraph: good\nparagraph: Leaders and managers\nparagraph: requires "
          "improvement\n");
    CHECK(summarise(read_as("a.txt", "The Director\n12 High Street\nAnytown\nAN1 2AB\n")) ==
          "paragraph: The Director\nparagraph: 12 High Street\nparagraph: Anytown\nparagraph: AN1 2AB\n");
    CHECK(summarise(read_as("a.txt", "bread and milk\neggs\nsome butter\ncheese\n")) ==
          "paragraph: bread and milk\nparagraph: eggs\nparagraph: some butter\nparagraph: cheese\n");
}
TEST_CASE("character references and footnote marks left in a text are read") {
    CHECK(summarise(read_as("a.txt",
                            "The council&#8217;s plan &amp; more, R&D, a&copy=b&nbsp;c, &amp;#8217;, in&shy;ad\n")) ==
          "paragraph: The council’s plan & more, R&D, a&copy=b c, ’, inad\n");
    CHECK(summarise(
              read_as("a.txt", "Carers get supervision[1] and mentoring.[12] See the [2019] case, a [1] list.\n")) ==
          "paragraph: Carers get supervision and mentoring. See the [2019] case, a [1] list.\n");
    CHECK(summarise(read_as("a.md", "A &lt;b&gt; &ndash; [one](x) and[2] *two*\n")) ==
          "paragraph: A <b> – one and two\n");
}
TEST_CASE("footnotes of Markdown are text, and so is a label before words") {
    CHECK(summarise(
              read_as("a.md",
                      "Missing[^1] is a concern.<sup>2</sup>\n\n[^1]: The note on absconding.\n\n[Note]: Some words."
                      "\n\n[Grade]: Good\n\n[link]: http://x.org/a \"Title\"\n")) ==
          "paragraph: Missing is a concern.\nparagraph: The note on absconding.\nparagraph: [Note]: Some words.\n"
          "paragraph: [Grade]: Good\n");
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
TEST_CASE("lines built alike that begin with capitals are entries, however long they are") {
    const std::string list =
        "Wandsworth has been rated outstanding, with an overall score of 90\nIsle of Wight has been rated good, with "
        "an "
        "overall score of 68\nBury was rated good, scoring 66";
    CHECK(summarise(read_as("a.txt", list + "\n")) ==
          "paragraph: Wandsworth has been rated outstanding, with an overall score of 90\nparagraph: Isle of Wight has "
          "been rated good, with an overall score of 68\nparagraph: Bury was rated good, scoring 66\n");
    const std::string marked =
        "St Botolph's Church of England Primary School, Quarrington - Requires improvement\nDeeping Fen - Good";
    CHECK(summarise(read_as("a.txt", marked + "\n")) ==
          "paragraph: St Botolph's Church of England Primary School, Quarrington - Requires improvement\nparagraph: "
          "Deeping Fen - Good\n");
    const std::string wrapped =
        "The council said that it had been rated good by inspectors, who called in\nMarch and said that staff had been "
        "kind "
        "to each of the many, many children";
    CHECK(summarise(read_as("a.txt", wrapped + "\n")) ==
          "paragraph: The council said that it had been rated good by inspectors, who called in March and said that "
          "staff had been kind to each of the many, many children\n");
}
