#include "indexer/readers/pdf/pdf_reader.hpp"

#include <doctest/doctest.h>

#include "indexer/readers/bytes/read_sink.hpp"
#include "tests/unit/indexer/readers/pdf/pdf_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {
std::string read_pdf_of(const PdfBuilder& pdf) { return summarise(read_as("a.pdf", pdf.bytes())); }

/// A paragraph of full lines, so that the page has a body size and a right margin.
void add_prose(PdfBuilder& pdf, double y) {
    pdf.text(72, y, "Inspectors found that the services for children in this area have improved since");
    pdf.text(72, y + 14, "the last inspection and that leaders know them well.");
}
constexpr std::string_view kProse =
    "paragraph: Inspectors found that the services for children in this area have improved since the last "
    "inspection "
    "and that leaders know them well.\n";
}  // namespace

TEST_CASE("lines of a paragraph are joined, larger or bold short lines are headings") {
    PdfBuilder pdf;
    pdf.page();
    pdf.text(72, 60, "Kent County Council", 20);
    pdf.text(72, 100, "What needs to improve", 12, true);
    add_prose(pdf, 130);
    CHECK(read_pdf_of(pdf) == "heading: Kent County Council\nheading: What needs to improve\n" + std::string(kProse));
}
TEST_CASE("a grade and a label that wrap over several lines come out as one row") {
    PdfBuilder pdf;
    pdf.page();
    pdf.text(72, 100, "Judgement", 12, true);
    pdf.text(400, 100, "Grade", 12, true);
    pdf.text(72, 130, "The impact of leaders on social work practice");
    pdf.text(72, 144, "with children and families");
    pdf.text(400, 123, "Requires");
    pdf.text(400, 137, "improvement to be");
    pdf.text(400, 151, "good");
    pdf.text(72, 184, "Overall effectiveness");
    pdf.text(400, 184, "Inadequate");
    add_prose(pdf, 230);
    CHECK(read_pdf_of(pdf) ==
          "row: Judgement\tGrade\nrow: The impact of leaders on social work practice with children and "
          "families\tRequires improvement to be good\nrow: Overall effectiveness\tInadequate\n" +
              std::string(kProse));
}
TEST_CASE("rows that stand close are told apart by ruled lines") {
    PdfBuilder pdf;
    pdf.page();
    for (int i = 0; i < 4; ++i) pdf.rule(70, 500, 90 + 28.5 * i);
    pdf.text(72, 100, "The experiences of children who");
    pdf.text(72, 113, "need help");
    pdf.text(400, 100, "Requires");
    pdf.text(400, 113, "improvement");
    pdf.text(72, 129, "The experiences of care leavers");
    pdf.text(400, 129, "Good");
    pdf.text(72, 157, "Overall effectiveness");
    pdf.text(400, 157, "Good");
    CHECK(read_pdf_of(pdf) ==
          "row: The experiences of children who need help\tRequires improvement\nrow: The experiences of care "
          "leavers\tGood\nrow: Overall effectiveness\tGood\n");
}
TEST_CASE("two columns of prose are read one after the other") {
    PdfBuilder pdf;
    pdf.page();
    for (int i = 0; i < 6; ++i) {
        pdf.text(72, 100 + 14 * i, "left words that fill the column " + std::to_string(i), 11);
        pdf.text(320, 100 + 14 * i, "right words that fill the column " + std::to_string(i), 11);
    }
    const std::string text = read_pdf_of(pdf);
    CHECK(text.find("column 5") < text.find("right words"));
    CHECK(text.find("row:") == std::string::npos);
}
TEST_CASE("a word that is cut at the end of a column goes on in the next one, in narrow columns too") {
    PdfBuilder pdf;
    pdf.page();
    const std::vector<std::string> left{"Inspectors met with", "all the children of", "the home who were",
                                        "there in May. They",  "found that staff",    "knew each of them",
                                        "well, and that the",  "registered man-"};
    const std::vector<std::string> middle{"ager had a plan to", "help them at school",  "and with friends in",
                                          "the town. Children", "told inspectors that", "they like to live",
                                          "here and that they", "are listened to by"};
    const std::vector<std::string> right{
        "all who work with",   "them. Parents said", "the same to us in",  "letters they wrote",
        "in the spring, when", "we asked them for",  "their own views of", "the home."};
    for (std::size_t i = 0; i < left.size(); ++i) {
        const double y = 100 + 14 * static_cast<double>(i);
        pdf.text(72, y, left[i], 11);
        pdf.text(220, y, middle[i], 11);
        pdf.text(370, y, right[i], 11);
    }
    const std::string text = read_pdf_of(pdf);
    CHECK(text.find("the registered manager had a plan to help them at school") != std::string::npos);
    CHECK(text.find("listened to by all who work with them.") != std::string::npos);
    CHECK(text.find("row:") == std::string::npos);
}
TEST_CASE("a table of many short cells with wrapped labels is no column of prose") {
    PdfBuilder pdf;
    pdf.page();
    for (int i = 0; i < 6; ++i) {
        const double y = 100 + 44 * i;
        pdf.text(72, y, "The experiences of", 11);
        pdf.text(72, y + 13, "children who need", 11);
        pdf.text(72, y + 26, "help number " + std::to_string(i), 11);
        pdf.text(300, y, "requires some", 11);
        pdf.text(300, y + 13, "improvement to be", 11);
        pdf.text(300, y + 26, "good now", 11);
    }
    CHECK(read_pdf_of(pdf).find(
              "row: The experiences of children who need help number 3\trequires some improvement to be "
              "good now\n") != std::string::npos);
}
TEST_CASE("a bold line straight above its paragraph is its heading, bold words inside a paragraph are none") {
    // As wide as the text below it: only the weight tells that the line ends there.
    const std::string_view heading = "How well children are helped and kept safe by all who work for them";
    PdfBuilder pdf;
    pdf.page();
    pdf.text(72, 60, heading, 12, true);
    add_prose(pdf, 74);
    pdf.text(72, 102, heading, 12, true);
    add_prose(pdf, 116);
    const std::string both = "heading: " + std::string(heading) + "\n" + std::string(kProse);
    CHECK(read_pdf_of(pdf) == both + both);
    PdfBuilder inside;
    inside.page();
    inside.text(72, 60, "Inspectors found that the services for children in this area have improved since");
    inside.text(72, 74, "the last inspection and", 12, true);
    inside.text(72, 88, "that leaders know them well.");
    CHECK(read_pdf_of(inside) == std::string(kProse));
}
TEST_CASE("bulleted lines are items, numbered paragraphs keep their number") {
    PdfBuilder pdf;
    pdf.page();
    add_prose(pdf, 60);
    pdf.text(72, 110, "\x95");
    pdf.text(90, 110, "the timeliness of visits");
    pdf.text(72, 126, "\x95 the quality of plans");
    pdf.text(72, 150, "12.");
    pdf.text(100, 150, "Children are seen alone.");
    CHECK(read_pdf_of(pdf) == std::string(kProse) +
                                  "item: the timeliness of visits\nitem: the quality of plans\n"
                                  "paragraph: 12. Children are seen alone.\n");
}
TEST_CASE("running headers, footers and page numbers are boilerplate") {
    PdfBuilder pdf;
    for (int i = 1; i <= 3; ++i) {
        pdf.page();
        pdf.text(72, 30, "Inspection report: Kent");
        add_prose(pdf, 200);
        pdf.text(300, 820, std::to_string(i));
    }
    std::string page = std::string(kProse) + "boilerplate: Inspection report: Kent\nboilerplate: ";
    CHECK(read_pdf_of(pdf) == page + "1\n" + page + "2\n" + page + "3\n");
}
TEST_CASE("a sentence that runs over the page break stays one block, on the page it began") {
    PdfBuilder pdf;
    pdf.page();
    add_prose(pdf, 100);
    pdf.text(72, 600, "Children who go missing from care are spoken to when they come back, and what they");
    pdf.page();
    pdf.text(72, 100, "say is acted on.");
    const auto result = read_as("a.pdf", pdf.bytes());
    REQUIRE(result.articles.size() == 1);
    REQUIRE(result.articles[0].blocks.size() == 2);
    CHECK(result.articles[0].blocks[1].page == 1);
    CHECK(result.articles[0].blocks[1].text.ends_with("what they say is acted on."));
    CHECK(result.articles[0].blocks[1].breaks ==
          std::vector<PageBreak>{{result.articles[0].blocks[1].text.find("say is"), 2}});
}
TEST_CASE("a paragraph over three pages knows where each of them begins") {
    PdfBuilder pdf;
    pdf.page();
    add_prose(pdf, 100);
    pdf.text(72, 600, "Children who go missing from care are spoken to when they come back, and what they");
    pdf.page();
    pdf.text(72, 100, "say is acted on. Social workers see them alone and write down what they hear, and their");
    pdf.page();
    pdf.text(72, 100, "managers read it. Plans are kept.");
    const auto result = read_as("a.pdf", pdf.bytes());
    REQUIRE(result.articles.size() == 1);
    REQUIRE(result.articles[0].blocks.size() == 2);
    const Block& block = result.articles[0].blocks[1];
    CHECK(block.breaks == std::vector<PageBreak>{{block.text.find("say is"), 2}, {block.text.find("managers"), 3}});
}
TEST_CASE("a footnote mark that is drawn on its own does not stick to its word") {
    PdfBuilder pdf;
    pdf.page();
    add_prose(pdf, 60);
    pdf.text(72, 120, "Local safeguarding children Board");
    pdf.text(258, 115, "1", 7);
    CHECK(read_pdf_of(pdf).ends_with("paragraph: Local safeguarding children Board\n"));
}
TEST_CASE("scanned pages are image-only and say how many, blank ones have no text") {
    PdfBuilder scanned;
    scanned.page();
    scanned.scan();
    scanned.page();
    scanned.scan();
    CHECK(read_pdf_of(scanned) == "rejected image-only: 2 pages of images, none of text\n");
    PdfBuilder blank;
    blank.page();
    CHECK(read_pdf_of(blank) == "rejected no-text: 1 page without text or images\n");
}
TEST_CASE("pages that are images among pages of text are a warning with their numbers") {
    PdfBuilder pdf;
    pdf.page();
    add_prose(pdf, 100);
    for (int i = 0; i < 2; ++i) {
        pdf.page();
        pdf.scan();
        pdf.text(300, 820, "Scan " + std::to_string(i));
    }
    pdf.page();
    add_prose(pdf, 100);
    pdf.page();
    pdf.scan();
    const auto result = read_as("a.pdf", pdf.bytes());
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].warnings ==
          std::vector<std::string>{"pages 2 to 3: an image without text", "page 5: an image without text"});
}
TEST_CASE("a page whose image has text of its own or covers little of it is no warning") {
    PdfBuilder pdf;
    pdf.page();
    pdf.scan();
    add_prose(pdf, 100);
    pdf.page();
    pdf.image(72, 72, 120, 60);
    pdf.page();
    add_prose(pdf, 100);
    CHECK(read_pdf_of(pdf).find("warning") == std::string::npos);
}
TEST_CASE("a PDF that is cut short or holds rubbish is corrupt") {
    PdfBuilder pdf;
    pdf.page();
    add_prose(pdf, 100);
    const std::string whole = pdf.bytes();
    CHECK(reason_of(read_as("a.pdf", whole.substr(0, whole.size() - 120))) == "corrupt");
    CHECK(reason_of(read_as("a.pdf", "%PDF-1.7\nrubbish")) == "corrupt");
}
TEST_CASE("a PDF that asks for a password is encrypted") {
    PdfBuilder pdf;
    pdf.page();
    add_prose(pdf, 100);
    // Random key material: no password, empty or not, fits it.
    const std::string key(64, 'a');
    CHECK(reason_of(read_as("a.pdf", pdf.bytes("/ID [<" + key.substr(0, 32) + "> <" + key.substr(0, 32) +
                                               ">] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + key +
                                               "> /U <" + key + "> >>"))) == "encrypted");
}
TEST_CASE("a PDF with more text than the limit is too large") {
    PdfBuilder pdf;
    pdf.page();
    add_prose(pdf, 100);
    ReaderLimits limits;
    limits.text_bytes = 50;
    CHECK(reason_of(read_as("a.pdf", pdf.bytes(), limits)) == "too-large");
}
