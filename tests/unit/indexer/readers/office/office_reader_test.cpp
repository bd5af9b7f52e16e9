#include "indexer/readers/office/office_reader.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/office/zip_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {

const std::string kParagraph = "<w:p><w:r><w:t>Rated good.</w:t></w:r></w:p>";

}  // namespace

TEST_CASE("an office document under another one's name is a mismatch that names it") {
    const std::string word = word_document(kParagraph).bytes();
    CHECK(summarise(read_as("a.docx", word)) == "paragraph: Rated good.\n");
    CHECK(summarise(read_as("a.xlsx", word)) == "rejected mismatch: a Word document named .xlsx\n");
    CHECK(summarise(read_as("a.odt", word)) == "rejected mismatch: a Word document named .odt\n");
    CHECK(summarise(read_as("a.docx", ZipBuilder().add("notes.txt", "x").bytes())) ==
          "rejected mismatch: a ZIP archive named .docx\n");
    CHECK(summarise(read_as("a.docx", "{\\rtf1 Rated good.}")) == "rejected mismatch: an RTF document named .docx\n");
    CHECK(summarise(read_as("a.odt", "<!DOCTYPE html><p>x")) == "rejected mismatch: an HTML page named .odt\n");
    CHECK(summarise(read_as("a.pptx", "just words")) == "rejected mismatch: something else named .pptx\n");
    CHECK(summarise(read_as("a.rtf", word)) == "rejected mismatch: a ZIP archive (or an Office document) named .rtf\n");
    CHECK(summarise(read_as("a.csv", word)) == "rejected mismatch: a ZIP archive (or an Office document) named .csv\n");
}

TEST_CASE("what programs name .doc is read as Word reads it") {
    CHECK(summarise(read_as("a.doc", "{\\rtf1 Rated good.}")) == "paragraph: Rated good.\n");
    CHECK(summarise(read_as("a.doc", word_document(kParagraph).bytes())) == "paragraph: Rated good.\n");
    CHECK(summarise(read_as("a.doc", "<html><head><title>Elm</title></head><body><p>Rated good.</p></body></html>")) ==
          "paragraph: Rated good.\n");
    CHECK(summarise(
              read_as("a.doc",
                      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"X\"\r\n\r\n--X\r\n"
                      "Content-Type: text/html\r\n\r\n<html><body><p>Rated good.</p></body></html>\r\n--X--\r\n")) ==
          "paragraph: Rated good.\n");
    CHECK(reason_of(read_as("a.doc", "just words")) == "mismatch");
    CHECK(reason_of(read_as("a.doc", "%PDF-1.7")) == "mismatch");
    // Another kind of document in a ZIP archive is not Word's.
    CHECK(summarise(read_as("a.doc", open_document("text", "<text:p>x</text:p>").bytes())) ==
          "rejected mismatch: an OpenDocument text named .doc\n");
}

TEST_CASE("a package that is cut short or asks for a password says so") {
    const std::string word = word_document(kParagraph).bytes();
    CHECK(reason_of(read_as("a.docx", word.substr(0, word.size() - 30))) == "corrupt");
    CHECK(reason_of(read_as("a.docx", word.substr(0, 60))) == "corrupt");
    std::string damaged = word;
    damaged[80] = static_cast<char>(damaged[80] ^ 1);
    CHECK(reason_of(read_as("a.docx", damaged)) == "corrupt");
    ZipBuilder locked;
    locked.flags = 1;
    locked.add("word/document.xml", "????");
    CHECK(reason_of(read_as("a.docx", locked.bytes())) == "encrypted");
    auto open = open_document("text", "<text:p>x</text:p>");
    open.add("META-INF/manifest.xml", "<m><manifest:encryption-data/></m>");
    CHECK(reason_of(read_as("a.odt", open.bytes())) == "encrypted");
}

TEST_CASE("a package whose parts are too large when read is too large") {
    ReaderLimits limits;
    limits.text_bytes = 10'000;
    CHECK(reason_of(read_as("a.docx", word_document(std::string(30'000, ' ') + kParagraph).bytes(), limits)) ==
          "too-large");
}

TEST_CASE("elements nested without end cost neither the stack nor the run, and are said") {
    const auto nested = [](int levels) {
        std::string body;
        for (int i = 0; i < levels; ++i) body += "<w:ins>";
        body += kParagraph;
        for (int i = 0; i < levels; ++i) body += "</w:ins>";
        return read_as("a.docx", word_document(body).bytes());
    };
    CHECK(summarise(nested(190)) == "paragraph: Rated good.\n");
    CHECK(summarise(nested(200)) == "rejected corrupt: its elements are nested too deep\n");
    CHECK(summarise(nested(20'000)) == "rejected corrupt: its elements are nested too deep\n");
    std::string spans;
    for (int i = 0; i < 20'000; ++i) spans += "<text:span>";
    spans += "deep";
    for (int i = 0; i < 20'000; ++i) spans += "</text:span>";
    CHECK(summarise(
              read_as("a.odt", open_document("text", "<text:p>x</text:p><text:p>" + spans + "</text:p>").bytes())) ==
          "rejected corrupt: its elements are nested too deep\n");
}

TEST_CASE("entities of a document type are not expanded") {
    ZipBuilder zip;
    zip.add("word/document.xml",
            "<!DOCTYPE d [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;\">]><w:d><w:body><w:p><w:r><w:t>Safe &b;</w:t></w:r>"
            "</w:p></w:body></w:d>");
    CHECK(summarise(read_as("a.docx", zip.bytes())) == "paragraph: Safe &b;\n");
}

TEST_CASE("an EPUB book is its chapters in their order") {
    ZipBuilder zip;
    zip.add("mimetype", "application/epub+zip");
    zip.add("META-INF/container.xml", "<c><rootfile full-path=\"OPS/book.opf\"/></c>");
    zip.add("OPS/book.opf",
            "<package><metadata><dc:title>A report</dc:title></metadata><manifest>"
            "<item id=\"n\" href=\"nav.xhtml\" media-type=\"application/xhtml+xml\" properties=\"nav\"/>"
            "<item id=\"b\" href=\"text/two%20b.xhtml\" media-type=\"application/xhtml+xml\"/>"
            "<item id=\"a\" href=\"text/one.xhtml\" media-type=\"application/xhtml+xml\"/></manifest>"
            "<spine><itemref idref=\"n\"/><itemref idref=\"a\"/><itemref idref=\"b\"/></spine></package>");
    zip.add("OPS/nav.xhtml", "<html><body><p>Contents</p></body></html>");
    zip.add("OPS/text/one.xhtml",
            "<html><body><section class=\"x\" id=\"social-share\"><h1>One</h1><p>Staff are "
            "kind.</p></section></body></html>");
    zip.add("OPS/text/two b.xhtml", "<html><body><p>Leaders are not.</p></body></html>");
    CHECK(summarise(read_as("a.epub", zip.bytes())) ==
          "heading: One\nparagraph: Staff are kind.\nparagraph: Leaders are not.\n");
    zip.add("META-INF/encryption.xml",
            "<e><d><CipherReference URI=\"OPS/text/one.xhtml\"/></d><d><CipherReference URI=\"OPS/text/two b.xhtml\"/>"
            "</d></e>");
    CHECK(reason_of(read_as("a.epub", zip.bytes())) == "encrypted");
}
