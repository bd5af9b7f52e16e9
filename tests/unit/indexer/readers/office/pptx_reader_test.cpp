#include "indexer/readers/office/pptx_reader.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/office/zip_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {

std::string shape(std::string_view place, std::string_view text) {
    return "<p:sp><p:nvSpPr><p:nvPr>" +
           (place.empty() ? std::string() : "<p:ph type=\"" + std::string(place) + "\"/>") +
           "</p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>" + std::string(text) + "</a:t></a:r></a:p></p:txBody></p:sp>";
}

std::string slide(std::string_view shapes) {
    return "<p:sld><p:cSld><p:spTree>" + std::string(shapes) + "</p:spTree></p:cSld></p:sld>";
}

}  // namespace

TEST_CASE("a slide is a page: its title, its list, its tables, then what the speaker noted") {
    ZipBuilder zip;
    zip.add("ppt/presentation.xml", "<p><p:sldIdLst><p:sldId r:id=\"b\"/><p:sldId r:id=\"a\"/></p:sldIdLst></p>");
    zip.add("ppt/_rels/presentation.xml.rels",
            "<r><R Id=\"a\" Type=\"x/slide\" Target=\"slides/slide1.xml\"/>"
            "<R Id=\"b\" Type=\"x/slide\" Target=\"slides/slide2.xml\"/></r>");
    zip.add("ppt/slides/slide2.xml", slide(shape("title", "Findings") + shape("body", "Staff are kind") +
                                           shape("ftr", "May 2024") + shape("", "Free text.")));
    zip.add("ppt/slides/slide1.xml",
            slide("<p:grpSp>" + shape("", "Grouped.") +
                  "</p:grpSp><p:graphicFrame><a:tbl><a:tr><a:tc><p:txBody><a:p><a:r><a:t>Overall</a:t></a:r></a:p>"
                  "</p:txBody></a:tc></a:tr></a:tbl></p:graphicFrame>"));
    zip.add("ppt/slides/_rels/slide1.xml.rels",
            "<r><R Id=\"n\" Type=\"x/notesSlide\" Target=\"../notesSlides/n1.xml\"/></r>");
    zip.add("ppt/notesSlides/n1.xml", slide(shape("sldImg", "picture") + shape("body", "Say this.")));
    const ReadResult result = read_as("a.pptx", zip.bytes());
    CHECK(summarise(result) ==
          "heading: Findings\nitem: Staff are kind\nboilerplate: May 2024\nparagraph: Free text.\nparagraph: Grouped.\n"
          "paragraph: Overall\nparagraph: Say this.\n");
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].blocks[0].page == 1);
    CHECK(result.articles[0].blocks[5].page == 2);
}
