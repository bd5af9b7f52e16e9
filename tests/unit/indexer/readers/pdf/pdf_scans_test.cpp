#include "indexer/readers/pdf/pdf_scans.hpp"

#include <doctest/doctest.h>

#include "indexer/readers/ocr/page_reader.hpp"
#include "tests/unit/indexer/readers/pdf/pdf_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {

/// Gives the same lines for every picture.
struct FakeReader : PageReader {
    int pages = 0;
    int confidence = 91;
    std::string failure;
    std::vector<std::string> lines{"The school is good", "and its pupils learn well."};
    PageReading read(const PagePicture& picture) override {
        ++pages;
        const float scale = 72 / picture.dots_per_inch;
        PageReading reading{
            {static_cast<float>(picture.width) * scale, static_cast<float>(picture.height) * scale, confidence, {}},
            failure};
        float y = 100;
        for (const std::string& line : lines) {
            reading.text.words.push_back({line, 72, 72 + 5.5F * static_cast<float>(line.size()), y, 11, false, true});
            y += 14;
        }
        return reading;
    }
};

ReadResult read_with(FakeReader& reader, const PdfBuilder& pdf) {
    ReaderLimits limits;
    limits.page_reader = &reader;
    return read_as("a.pdf", pdf.bytes(), limits);
}

/// Grey pixels as a bitmap file.
std::string bitmap(int width, int height) {
    std::string bytes = "BM";
    const auto number = [&bytes](std::uint64_t value, int size) {
        for (int i = 0; i < size; ++i) bytes.push_back(static_cast<char>(value >> (8 * i) & 0xffU));
    };
    const auto row = static_cast<unsigned>((width * 3 + 3) / 4 * 4);
    const auto pixels = row * static_cast<unsigned>(height);
    number(54 + pixels, 4), number(0, 4), number(54, 4);
    number(40, 4), number(static_cast<unsigned>(width), 4), number(static_cast<unsigned>(height), 4);
    number(1, 2), number(24, 2), number(0, 4), number(pixels, 4), number(0, 4), number(0, 4), number(0, 8);
    for (unsigned i = 0; i < pixels; ++i) bytes.push_back(i % 50 < 20 ? '\0' : '\xff');
    return bytes;
}

constexpr const char* kProse = "This page has text of its own, which nobody needs to read from its picture.";

}  // namespace

TEST_CASE("a scanned page is read from its picture, a page of text is not") {
    FakeReader reader;
    PdfBuilder pdf;
    pdf.page();
    pdf.text(72, 100, kProse);
    pdf.page();
    pdf.scan();
    const ReadResult result = read_with(reader, pdf);
    CHECK(reader.pages == 1);
    CHECK(summarise(result) ==
          std::string("paragraph: ") + kProse + "\nparagraph: The school is good and its pupils learn well.\n");
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].ocr_pages == std::vector<OcrPage>{{2, 91}});
    CHECK(result.articles[0].blocks[1].page == 2);
}

TEST_CASE("a scan with a stamp in its margin is read, a cover with its title on a photograph is not") {
    FakeReader reader;
    PdfBuilder stamped;
    stamped.page();
    stamped.scan();
    stamped.text(72, 20, "Received by the registry of the council on 4 March 2019");
    CHECK(summarise(read_with(reader, stamped)) == "paragraph: The school is good and its pupils learn well.\n");
    PdfBuilder cover;
    cover.page();
    cover.scan();
    cover.text(72, 400, "Annual report of the inspectorate of somewhere");
    read_with(reader, cover);
    CHECK(reader.pages == 1);
}

TEST_CASE("a small picture beside text and a page without either are not read") {
    FakeReader reader;
    PdfBuilder pdf;
    pdf.page();
    pdf.image(72, 72, 100, 100);
    pdf.text(72, 300, kProse);
    pdf.page();
    pdf.text(72, 300, kProse);
    pdf.page();
    read_with(reader, pdf);
    CHECK(reader.pages == 0);
}

TEST_CASE("letters drawn as outlines are read from the page's picture, a chart is not") {
    FakeReader reader;
    const auto curves = [&reader](int count) {
        PdfBuilder pdf;
        pdf.page();
        std::string shapes;
        for (int i = 0; i < count; ++i) shapes += "100 100 m 110 120 130 120 140 100 c f ";
        pdf.raw(shapes);
        const int before = reader.pages;
        read_with(reader, pdf);
        return reader.pages > before;
    };
    CHECK(curves(3000));
    CHECK_FALSE(curves(200));
}

TEST_CASE("a page that is not read is warned of with the reason, a file of such pages rejected") {
    FakeReader reader;
    reader.failure = "its text was not read within 15 seconds of a processor";
    PdfBuilder pdf;
    pdf.page();
    pdf.text(72, 100, kProse);
    pdf.page();
    pdf.scan();
    CHECK(summarise(read_with(reader, pdf)).ends_with("warning: page 2: " + reader.failure + "\n"));
    reader.failure.clear();
    reader.lines.clear();
    CHECK(summarise(read_with(reader, pdf)).ends_with("warning: page 2: OCR finds no text in its image\n"));
    PdfBuilder scan;
    scan.page();
    scan.scan();
    CHECK(summarise(read_with(reader, scan)) ==
          "rejected image-only: 1 page of images: OCR finds no text in its image\n");
}

TEST_CASE("without OCR a scan is image-only, and the hint says how it can be read") {
    PdfBuilder scan;
    scan.page();
    scan.scan();
    ReaderLimits limits;
    const ReadResult missing = read_as("a.pdf", scan.bytes(), limits);
    CHECK(summarise(missing) == "rejected image-only: 1 page of images, none of text\n");
    CHECK(missing.rejections[0].hint.find("install tesseract-ocr-eng") != std::string::npos);
    limits.ocr = "off";
    CHECK(read_as("a.pdf", scan.bytes(), limits).rejections[0].hint.find("--ocr auto") != std::string::npos);
}

TEST_CASE("a picture of a page is an article") {
    FakeReader reader;
    ReaderLimits limits;
    limits.page_reader = &reader;
    const ReadResult result = read_as("page.bmp", bitmap(400, 560), limits);
    CHECK(summarise(result) == "paragraph: The school is good and its pupils learn well.\n");
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].type == ContentType::image);
    CHECK(result.articles[0].ocr_pages == std::vector<OcrPage>{{1, 91}});
    // Whatever kind of picture the name says: saving programs mix them up.
    CHECK(read_as("page.png", bitmap(400, 560), limits).articles.size() == 1);
}

TEST_CASE("what is no picture is a mismatch, a damaged one corrupt") {
    FakeReader reader;
    ReaderLimits limits;
    limits.page_reader = &reader;
    CHECK(reason_of(read_as("a.png", "<html><body>Not found</body></html>", limits)) == "mismatch");
    CHECK(reason_of(read_as("a.jpg", "some text", limits)) == "mismatch");
    CHECK(reason_of(read_as("a.png", "\x89PNG\r\n\x1a\n then nothing", limits)) == "corrupt");
    CHECK(reason_of(read_as("a.tif", bitmap(400, 560).substr(0, 40), limits)) == "corrupt");
}
