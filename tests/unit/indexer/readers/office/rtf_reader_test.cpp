#include "indexer/readers/office/rtf_reader.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {

std::string read_rtf_text(std::string_view body) {
    return summarise(read_as("a.rtf", "{\\rtf1\\ansi\\ansicpg1252" + std::string(body) + "}"));
}

}  // namespace

TEST_CASE("Rich Text is read as paragraphs, in its code page and in Unicode") {
    CHECK(read_rtf_text("{\\fonttbl{\\f0 Arial;}}\\pard Earl\\'92s home\\par caf\\u233?\\par\\uc0 a\\u8211b\\par") ==
          "paragraph: Earl\u2019s home\nparagraph: caf\u00e9\nparagraph: a\u2013b\n");
    CHECK(read_rtf_text("\\pard \\u-10179?\\u-8704? smile\\par") == "paragraph: \U0001f600 smile\n");
    CHECK(read_rtf_text("\\pard\\ldblquote safe\\rdblquote\\~and\\_sound\\par") ==
          "paragraph: \u201csafe\u201d and-sound\n");
}

TEST_CASE("headings of Rich Text are told by outline level, by style and by bold lines") {
    CHECK(read_rtf_text("{\\stylesheet{\\s1\\outlinelevel0 heading 1;}{\\s2 Body;}}"
                        "\\pard\\s1 Findings\\par\\pard\\outlinelevel1 Staff\\par\\pard\\s2{\\b Leaders}\\par"
                        "\\pard\\s2 Plain\\par") ==
          "heading: Findings\nheading: Staff\nheading: Leaders\nparagraph: Plain\n");
}

TEST_CASE("deleted and hidden text of Rich Text is left out") {
    CHECK(read_rtf_text("\\pard Rated {\\deleted inadequate}{\\v secret}good\\par") == "paragraph: Rated good\n");
}

TEST_CASE("rows of Rich Text are table rows") {
    CHECK(read_rtf_text("\\trowd\\pard\\intbl Overall\\cell\\pard\\intbl Good\\cell\\row\\pard After.\\par") ==
          "row: Overall\tGood\nparagraph: After.\n");
}

TEST_CASE("lists, footnotes, text boxes and headers of Rich Text find their places") {
    CHECK(
        read_rtf_text("{\\header\\pard Report\\par}\\pard{\\listtext\\bullet\\tab}One\\par"
                      "\\pard Safe{\\footnote\\pard As of May.} homes.\\par"
                      "{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard In the box.\\par}}}\\pard End.\\par") ==
        "item: One\nparagraph: Safe homes.\nparagraph: In the box.\nparagraph: End.\nparagraph: As of May.\n"
        "boilerplate: Report\n");
}

TEST_CASE("groups that a program may ignore are ignored, and what a field shows is kept") {
    CHECK(read_rtf_text("{\\*\\unknown words}\\pard{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt the report}}\\par") ==
          "paragraph: the report\n");
}

TEST_CASE("Rich Text gives its title and author") {
    const ReadResult result =
        read_as("a.rtf", "{\\rtf1{\\info{\\title Elm House}{\\author A. Writer}}\\pard Safe.\\par}");
    REQUIRE(result.articles.size() == 1);
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    CHECK(result.articles[0].metadata == Pairs{{"office:title", "Elm House"}, {"office:author", "A. Writer"}});
}

TEST_CASE("Rich Text that is cut short is corrupt, of pictures image-only, nested without end corrupt") {
    CHECK(reason_of(read_as("a.rtf", "{\\rtf1\\pard Rated good.\\par")) == "corrupt");
    CHECK(reason_of(read_as("a.rtf", "{\\rtf1{\\pict\\bin4 {{{{}}")) == "image-only");
    CHECK(reason_of(read_as("a.rtf", "{\\rtf1" + std::string(5000, '{'))) == "corrupt");
    CHECK(reason_of(read_as("a.rtf", "{\\rtf1 }")) == "no-text");
}
