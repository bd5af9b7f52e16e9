#include "indexer/readers/office/docx_reader.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/office/zip_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {

std::string paragraph(std::string_view runs, std::string_view properties = "") {
    return "<w:p><w:pPr>" + std::string(properties) + "</w:pPr>" + std::string(runs) + "</w:p>";
}

std::string run(std::string_view text, std::string_view properties = "") {
    return "<w:r><w:rPr>" + std::string(properties) + "</w:rPr><w:t xml:space=\"preserve\">" + std::string(text) +
           "</w:t></w:r>";
}

std::string read_body(std::string_view body) { return summarise(read_as("a.docx", word_document(body).bytes())); }

}  // namespace

TEST_CASE("headings of a Word document are told by style, by outline level and by bold lines") {
    auto zip =
        word_document(paragraph(run("Main findings"), "<w:pStyle w:val=\"H\"/>") +
                      paragraph(run("Leaders"), "<w:outlineLvl w:val=\"1\"/>") + paragraph(run("Staffing", "<w:b/>")) +
                      paragraph(run("Staff are ") + run("kind", "<w:b/>")) +
                      paragraph(run("All of this is bold and a sentence.", "<w:b/>")) +
                      paragraph(run("Not bold", "<w:b w:val=\"0\"/>")));
    zip.add("word/styles.xml",
            "<w:styles xmlns:w=\"w\"><w:style w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style></w:styles>");
    CHECK(summarise(read_as("a.docx", zip.bytes())) ==
          "heading: Main findings\nheading: Leaders\nheading: Staffing\nparagraph: Staff are kind\n"
          "paragraph: All of this is bold and a sentence.\nparagraph: Not bold\n");
}

TEST_CASE("the paragraph in the style Title is the title of a Word document") {
    auto zip = word_document(paragraph(run("Inspection of Elm House"), "<w:pStyle w:val=\"Title\"/>") +
                             paragraph(run("The home is safe.")));
    zip.add("docProps/core.xml",
            "<c><dc:title>Template</dc:title><dc:creator>A. Writer</dc:creator>"
            "<dcterms:created>2024-03-05T10:00:00Z</dcterms:created></c>");
    const ReadResult result = read_as("a.docx", zip.bytes());
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].title == "Inspection of Elm House");
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    CHECK(result.articles[0].metadata == Pairs{{"office:title", "Template"},
                                               {"office:author", "A. Writer"},
                                               {"office:created", "2024-03-05T10:00:00Z"}});
}

TEST_CASE("tracked deletions and moved-away text are left out, insertions and moved text are kept") {
    CHECK(
        read_body(paragraph(run("The home is ") + "<w:del><w:r><w:delText>inadequate</w:delText></w:r></w:del><w:ins>" +
                            run("good") + "</w:ins>.")) == "paragraph: The home is good\n");
    CHECK(read_body(paragraph("<w:moveFrom>" + run("Old place.") + "</w:moveFrom>" + run("Stays.")) +
                    paragraph("<w:moveTo>" + run("New place.") + "</w:moveTo>")) ==
          "paragraph: Stays.\nparagraph: New place.\n");
    // The end of the first paragraph is deleted.
    CHECK(read_body(paragraph(run("The home "), "<w:rPr><w:del/></w:rPr>") + paragraph(run("is good."))) ==
          "paragraph: The home is good.\n");
    // A row whose deletion is tracked.
    CHECK(read_body("<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>" + paragraph(run("Gone")) + "</w:tc></w:tr></w:tbl>" +
                    paragraph(run("Stays."))) == "paragraph: Stays.\n");
}

TEST_CASE("hidden text and field codes of a Word document are no text, what a field shows is") {
    CHECK(read_body(paragraph(run("Rated ") + run("secret ", "<w:vanish/>") +
                              "<w:r><w:instrText> DATE </w:instrText></w:r>" + run("good"))) ==
          "paragraph: Rated good\n");
}

TEST_CASE("rows of a Word table are table rows, a table of one column is not") {
    const auto cell = [](std::string_view text) { return "<w:tc>" + paragraph(run(text)) + "</w:tc>"; };
    CHECK(read_body("<w:tbl><w:tr>" + cell("Overall") + cell("Good") + "</w:tr><w:tr>" + cell("Leaders") + cell("") +
                    cell("Inadequate") + "</w:tr></w:tbl>") == "row: Overall\tGood\nrow: Leaders\tInadequate\n");
    CHECK(read_body("<w:tbl><w:tr>" + cell("Words in a box.") + "</w:tr></w:tbl>") == "paragraph: Words in a box.\n");
    CHECK(read_body("<w:sdt><w:sdtContent><w:tbl><w:tr><w:sdt><w:sdtContent>" + cell("A") + "</w:sdtContent></w:sdt>" +
                    cell("B") + "</w:tr></w:tbl></w:sdtContent></w:sdt>") == "row: A\tB\n");
}

TEST_CASE("numbered paragraphs are list items unless their number is taken away") {
    const std::string numbered = "<w:numPr><w:numId w:val=\"3\"/></w:numPr>";
    const std::string none = "<w:numPr><w:numId w:val=\"0\"/></w:numPr>";
    CHECK(read_body(paragraph(run("First."), numbered) + paragraph(run("Second."), none)) ==
          "item: First.\nparagraph: Second.\n");
    CHECK(read_body(paragraph(run("\u2022 Typed bullet"))) == "item: Typed bullet\n");
}

TEST_CASE("a text box is read once, behind its paragraph") {
    const std::string box = "<w:txbxContent>" + paragraph(run("In the box.")) + "</w:txbxContent>";
    CHECK(read_body(paragraph("<w:r><mc:AlternateContent><mc:Choice>" + box + "</mc:Choice><mc:Fallback>" + box +
                              "</mc:Fallback></mc:AlternateContent></w:r>" + run("Around it."))) ==
          "paragraph: Around it.\nparagraph: In the box.\n");
}

TEST_CASE("footnotes stand behind the text, headers and footers are boilerplate") {
    auto zip = word_document(paragraph(run("The home is safe.") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"));
    zip.add("word/footnotes.xml", "<w:footnotes><w:footnote w:id=\"1\">" + paragraph(run("Unused.")) +
                                      "</w:footnote><w:footnote w:id=\"2\">" + paragraph(run("As of May.")) +
                                      "</w:footnote></w:footnotes>");
    zip.add("word/header1.xml", "<w:hdr>" + paragraph(run("Inspection report")) + "</w:hdr>");
    CHECK(summarise(read_as("a.docx", zip.bytes())) ==
          "paragraph: The home is safe.\nparagraph: As of May.\nboilerplate: Inspection report\n");
}

TEST_CASE("a raised mark is no part of its word, and a tab between short texts makes a row") {
    CHECK(read_body(paragraph(run("safe") + run("2", "<w:vertAlign w:val=\"superscript\"/>") + run(" homes"))) ==
          "paragraph: safe homes\n");
    CHECK(read_body(paragraph("<w:r><w:t>Unique reference</w:t><w:tab/><w:t>SC123456</w:t></w:r>")) ==
          "row: Unique reference\tSC123456\n");
    CHECK(read_body(paragraph("<w:r><w:t>1.</w:t><w:tab/><w:t>The home is safe.</w:t></w:r>")) ==
          "paragraph: 1. The home is safe.\n");
}

TEST_CASE("line breaks part lines, but not a sentence") {
    CHECK(read_body(paragraph("<w:r><w:t>Inspected: 5 May 2024</w:t><w:br/><w:t>Inspector: A. Person</w:t></w:r>")) ==
          "paragraph: Inspected: 5 May 2024\nparagraph: Inspector: A. Person\n");
    CHECK(read_body(paragraph("<w:r><w:t>The home</w:t><w:br/><w:t>is safe.</w:t></w:r>")) ==
          "paragraph: The home is safe.\n");
}

TEST_CASE("comments and embedded files of a Word document are warned of") {
    CHECK(read_body(paragraph(run("Safe.") + "<w:r><w:commentReference w:id=\"1\"/></w:r><w:r><w:object>"
                                             "<o:OLEObject/></w:object></w:r>")) ==
          "paragraph: Safe.\nwarning: 1 embedded object, not read\nwarning: 1 comment in the margin, not read\n");
}

TEST_CASE("a Word document of pictures is image-only, an empty one has no text, a broken one is corrupt") {
    CHECK(reason_of(read_as("a.docx", word_document(paragraph("<w:r><a:blip/></w:r>")).bytes())) == "image-only");
    CHECK(reason_of(read_as("a.docx", word_document(paragraph("")).bytes())) == "no-text");
    CHECK(reason_of(read_as("a.docx", ZipBuilder().add("word/document.xml", "<w:doc><w:p>").bytes())) == "corrupt");
}
