#include "indexer/readers/office/sheet.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/office/zip_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

TEST_CASE("a table whose header names keys of JSON input gives an article a row") {
    const ReadResult result =
        read_as("a.csv",
                "Kept by the news desk\n"
                "ID,Title,Text,Theme,Grade,Colour\n"
                "7,Home closed,\"Staff were kind,\nleaders were not.\",safeguarding; staffing,,red\n"
                "\n"
                "8,,Words.,,,\n");
    REQUIRE(result.articles.size() == 2);
    const RawArticle& first = result.articles[0];
    CHECK(first.type == ContentType::table);
    CHECK(first.line == 3);
    CHECK(first.title == "Home closed");
    CHECK(first.declared.at("id") == std::vector<std::string>{"7"});
    CHECK(first.declared.at("theme") == std::vector<std::string>{"safeguarding", "staffing"});
    // An empty cell says nothing, an unknown column neither.
    CHECK_FALSE(first.declared.contains("grade"));
    CHECK_FALSE(first.declared.contains("colour"));
    CHECK(result.articles[1].line == 5);
}

TEST_CASE("a row without text is a bad record and costs no other row") {
    const ReadResult result = read_as("a.csv", "id,text\n1,Words of it.\n2,\n3,More words.\n");
    CHECK(result.articles.size() == 2);
    REQUIRE(result.rejections.size() == 1);
    CHECK(result.rejections[0].reason == RejectionReason::bad_record);
    CHECK(result.rejections[0].line == 3);
}

TEST_CASE("a header without a row below it is said") {
    CHECK(summarise(read_as("a.csv", "id,text\n")) == "rejected no-text: no row below its header\n");
    CHECK(summarise(read_as("a.csv", "id,text\n,\n")) == "rejected no-text: no row below its header\n");
    CHECK(summarise(read_as("a.csv", "id,text\n1,Words of it.\n")) == "paragraph: Words of it.\n");
}

TEST_CASE("any other table is one article whose rows stay together") {
    CHECK(summarise(read_as("a.csv", "Home;Grade;Visited\nElm House;Good;5 May 2024\nOak; ;6 May 2024\n")) ==
          "row: Home\tGrade\tVisited\nrow: Elm House\tGood\t5 May 2024\nrow: Oak\t6 May 2024\n");
    // Known keys without a text are columns of a list.
    CHECK(summarise(read_as("a.csv", "title,grade\nElm House,good\n")) == "row: title\tgrade\nrow: Elm House\tgood\n");
}

TEST_CASE("CSV may be quoted, tabbed, in Windows-1252 or cut off inside a quote") {
    CHECK(summarise(read_as("a.csv", "a\tb\n\"one \"\"two\"\"\"\tthree\n")) == "row: a\tb\nrow: one \"two\"\tthree\n");
    CHECK(summarise(read_as("a.csv", "name,grade\nEarl\x92s Court,good\n")) ==
          "row: name\tgrade\nrow: Earl\u2019s Court\tgood\n");
    CHECK(summarise(read_as("a.csv", "name,grade\nElm,\"good\nand")) == "row: name\tgrade\nrow: Elm\tgood and\n");
    CHECK(reason_of(read_as("a.csv", ",,,\n,,\n")) == "no-text");
}

TEST_CASE("a workbook gives shared strings, numbers, days and its sheets in order") {
    ZipBuilder zip;
    zip.add("xl/workbook.xml",
            "<workbook><sheets><sheet name=\"Second\" r:id=\"r2\"/><sheet name=\"First\" "
            "r:id=\"r1\"/></sheets></workbook>");
    zip.add("xl/_rels/workbook.xml.rels",
            "<r><R Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/s1.xml\"/>"
            "<R Id=\"r2\" Type=\"x/worksheet\" Target=\"/xl/worksheets/s2.xml\"/></r>");
    zip.add("xl/sharedStrings.xml", "<sst><si><t>Home</t></si><si><r><t>Elm </t></r><r><t>House</t></r></si></sst>");
    zip.add(
        "xl/styles.xml",
        "<s><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd\\/mm\\/yyyy\"/><numFmt numFmtId=\"171\" "
        "formatCode=\"[Red]0.0\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>"
        "<xf numFmtId=\"171\"/></cellXfs></s>");
    zip.add("xl/worksheets/s1.xml",
            "<w><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"C1\" s=\"1\"><v>45356</v></c>"
            "<c r=\"D1\" s=\"2\"><v>45356.75</v></c><c r=\"E1\" "
            "s=\"3\"><v>0.10000000000000001</v></c></row></sheetData></w>");
    zip.add("xl/worksheets/s2.xml",
            "<w><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>Inline</t></is></c>"
            "<c t=\"b\"><v>1</v></c></row></sheetData></w>");
    CHECK(summarise(read_as("a.xlsx", zip.bytes())) ==
          "heading: Second\nrow: Home\tInline\tTRUE\nheading: First\nrow: Elm House\t2024-03-05\t2024-03-05\t0.1\n");
}

namespace {

ZipBuilder workbook(const std::string& rows) {
    ZipBuilder zip;
    zip.add("xl/workbook.xml", "<w><sheets><s name=\"A\" r:id=\"r1\"/></sheets></w>");
    zip.add("xl/_rels/workbook.xml.rels", "<r><R Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/s1.xml\"/></r>");
    if (!rows.empty()) zip.add("xl/worksheets/s1.xml", "<w><sheetData>" + rows + "</sheetData></w>");
    return zip;
}

std::string words_at(const std::string& place) {
    return "<row><c r=\"" + place + "\" t=\"inlineStr\"><is><t>Words.</t></is></c></row>";
}

}  // namespace

TEST_CASE("a workbook of which something cannot be read says what") {
    CHECK(summarise(read_as("a.xlsx", workbook("").bytes())) == "rejected corrupt: sheet A: damaged, not read\n");
    CHECK(summarise(read_as("a.xlsx", workbook("<row><c t=\"s\"><v>7</v></c></row>").bytes())) ==
          "rejected corrupt: its list of texts is damaged: some cells are empty\n");
    // Column 1,024 is the last that is read.
    CHECK(summarise(read_as("a.xlsx", workbook(words_at("AMJ1")).bytes())).find("Words.") != std::string::npos);
    CHECK(summarise(read_as("a.xlsx", workbook(words_at("AMK1")).bytes())) ==
          "rejected too-large: sheet A: columns to the right of the first 1024 are not read\n");
    CHECK(summarise(read_as("a.xlsx", workbook(words_at("A1") + words_at("AMK2")).bytes())) ==
          "heading: A\nparagraph: Words.\nwarning: sheet A: columns to the right of the first 1024 are not read\n");
    CHECK(reason_of(read_as("a.xlsx", workbook("<row/>").bytes())) == "no-text");
}
