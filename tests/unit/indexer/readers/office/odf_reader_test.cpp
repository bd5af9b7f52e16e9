#include "indexer/readers/office/odf_reader.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/office/zip_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {

std::string read_text(std::string_view body, std::string_view styles = "") {
    return summarise(read_as("a.odt", open_document("text", body, styles).bytes()));
}

}  // namespace

TEST_CASE("an OpenDocument text gives headings, paragraphs, lists and tables") {
    CHECK(read_text(
              "<text:h text:outline-level=\"1\">Findings</text:h><text:p>Staff<text:s text:c=\"3\"/>are "
              "<text:span>kind</text:span>.</text:p><text:list><text:list-item><text:p>One</text:p></text:list-item>"
              "</text:list><table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Area"
              "</text:p></table:table-cell><table:table-cell><text:p>Grade</text:p></table:table-cell>"
              "</table:table-row></table:table-header-rows></table:table>") ==
          "heading: Findings\nparagraph: Staff are kind.\nitem: One\nrow: Area\tGrade\n");
}

TEST_CASE("tracked deletions of an OpenDocument text are left out") {
    CHECK(read_text("<text:tracked-changes><text:changed-region><text:deletion><text:p>inadequate</text:p>"
                    "</text:deletion></text:changed-region></text:tracked-changes>"
                    "<text:p>The home is <text:change text:change-id=\"c\"/>good.</text:p>") ==
          "paragraph: The home is good.\n");
}

TEST_CASE("footnotes of an OpenDocument text stand behind it, annotations are warned of") {
    CHECK(read_text("<text:p>Safe<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>As of "
                    "May.</text:p></text:note-body></text:note> homes.<office:annotation><text:p>really?</text:p>"
                    "</office:annotation></text:p><text:p>More.</text:p>") ==
          "paragraph: Safe homes.\nparagraph: More.\nparagraph: As of May.\n"
          "warning: 1 comment in the margin, not read\n");
}

TEST_CASE("text boxes of an OpenDocument text are read behind their paragraph") {
    CHECK(
        read_text("<text:p><draw:frame><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame>Around "
                  "it.</text:p>") == "paragraph: Around it.\nparagraph: In the box.\n");
}

TEST_CASE("a bold line of an OpenDocument text is a heading, and the Title style gives the title") {
    const std::string styles =
        "<style:style style:name=\"T1\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
        "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/>";
    const ReadResult result = read_as(
        "a.odt", open_document("text",
                               "<text:p text:style-name=\"P1\">Elm House</text:p><text:p><text:span "
                               "text:style-name=\"T1\">Staffing</text:span></text:p><text:p>Staff are <text:span "
                               "text:style-name=\"T1\">kind</text:span></text:p>",
                               styles)
                     .bytes());
    CHECK(summarise(result) == "heading: Elm House\nheading: Staffing\nparagraph: Staff are kind\n");
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].title == "Elm House");
}

TEST_CASE("headers and footers of an OpenDocument text are boilerplate") {
    auto zip = open_document("text", "<text:p>Safe.</text:p>");
    zip.add("styles.xml",
            "<office:document-styles><office:master-styles><style:master-page><style:footer><text:p>Report of May"
            "</text:p></style:footer></style:master-page></office:master-styles></office:document-styles>");
    CHECK(summarise(read_as("a.odt", zip.bytes())) == "paragraph: Safe.\nboilerplate: Report of May\n");
}

TEST_CASE("a slide of an OpenDocument presentation is a page with its title and notes") {
    const std::string box = "<draw:text-box><text:p>";
    const std::string end = "</text:p></draw:text-box></draw:frame>";
    const ReadResult result = read_as(
        "a.odp", open_document(
                     "presentation",
                     "<draw:page><draw:frame presentation:class=\"title\">" + box + "Findings" + end +
                         "<draw:frame presentation:class=\"outline\"><draw:text-box><text:list><text:list-item><text:p>"
                         "Staff are kind</text:p></text:list-item></text:list></draw:text-box></draw:frame>"
                         "<draw:frame presentation:class=\"footer\">" +
                         box + "May 2024" + end + "</draw:page><draw:page><draw:frame>" + box + "Two" + end +
                         "<presentation:notes><draw:frame presentation:class=\"notes\">" + box + "Say this." + end +
                         "</presentation:notes></draw:page>")
                     .bytes());
    CHECK(summarise(result) ==
          "heading: Findings\nitem: Staff are kind\nboilerplate: May 2024\nparagraph: Two\nparagraph: Say this.\n");
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].blocks.back().page == 2);
}

TEST_CASE("a spreadsheet of OpenDocument keeps its rows together, days as they are sorted") {
    const auto cell = [](std::string_view text) {
        return "<table:table-cell><text:p>" + std::string(text) + "</text:p></table:table-cell>";
    };
    CHECK(summarise(read_as(
              "a.ods",
              open_document("spreadsheet",
                            "<table:table table:name=\"Homes\"><table:table-row>" + cell("Home") + cell("Visited") +
                                "</table:table-row><table:table-row>" + cell("Elm House") +
                                "<table:table-cell office:date-value=\"2024-03-05T00:00:00\"><text:p>05/03/24</text:p>"
                                "</table:table-cell></table:table-row><table:table-row "
                                "table:number-rows-repeated=\"1048000\"><table:table-cell "
                                "table:number-columns-repeated=\"1024\"/></table:table-row></table:table>")
                  .bytes())) == "heading: Homes\nrow: Home\tVisited\nrow: Elm House\t2024-03-05\n");
}

TEST_CASE("an OpenDocument text of pictures is image-only, an empty one has no text") {
    CHECK(reason_of(read_as(
              "a.odt", open_document("text", "<text:p><draw:frame><draw:image/></draw:frame></text:p>").bytes())) ==
          "image-only");
    CHECK(reason_of(read_as("a.odt", open_document("text", "<text:p/>").bytes())) == "no-text");
}
