// Text that runs in another direction than from left to right, or stands outside the page.
#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/pdf/pdf_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {
std::string read_pdf_of(const PdfBuilder& pdf) { return summarise(read_as("a.pdf", pdf.bytes())); }

constexpr std::string_view kFirst =
    "Medication records are kept by two members of staff who sign for each dose that is";
constexpr std::string_view kSecond = "given, and managers look at them every week with the home's own nurse.";
constexpr std::string_view kProse =
    "paragraph: Medication records are kept by two members of staff who sign for each dose that is given, and managers "
    "look at them every week with the home's own nurse.\n";
}  // namespace

TEST_CASE("a page set sideways, either way or upside down, reads like any other") {
    for (const auto& [degrees, x, y, dx, dy] :
         {std::tuple{90, 100, 700, 14, 0}, {270, 400, 100, -14, 0}, {180, 560, 500, 0, -14}}) {
        PdfBuilder pdf;
        pdf.page();
        pdf.turned(x, y, degrees, kFirst);
        pdf.turned(x + dx, y + dy, degrees, kSecond);
        // clang 14 captures no structured binding.
        const int turned = degrees;
        CAPTURE(turned);
        CHECK(read_pdf_of(pdf) == kProse);
    }
}
TEST_CASE("a page that its Rotate key turns reads like any other, with and without text that is turned back") {
    for (const int turn : {90, 180, 270}) {
        PdfBuilder pdf;
        pdf.page("/Rotate " + std::to_string(turn));
        pdf.text(72, 100, kFirst);
        pdf.text(72, 114, kSecond);
        CHECK_MESSAGE(read_pdf_of(pdf) == kProse, turn);
    }
    PdfBuilder pdf;
    pdf.page("/Rotate 90");
    pdf.turned(100, 700, 90, kFirst);
    pdf.turned(114, 700, 90, kSecond);
    CHECK(read_pdf_of(pdf) == kProse);
}
TEST_CASE("a page scanned askew reads like any other") {
    for (const double degrees : {-15.0, -3.0, 0.2, 1.5, 7.0, 15.0, 30.0, 45.0}) {
        const double angle = degrees * 3.14159265358979 / 180;
        PdfBuilder pdf;
        pdf.size(900, 900);
        pdf.page();
        pdf.turned(200, 450, degrees, kFirst);
        pdf.turned(200 + 14 * std::sin(angle), 450 + 14 * std::cos(angle), degrees, kSecond);
        // clang 14 captures no structured binding.
        const double turned = degrees;
        CAPTURE(turned);
        CHECK(read_pdf_of(pdf) == kProse);
    }
}
TEST_CASE("rows of a table set sideways keep label and grade together, by its ruled lines too") {
    PdfBuilder pdf;
    pdf.page();
    // Turned against the clock: the page's left edge is the top of the table.
    pdf.turned(100, 800, 90, "The experiences of children who");
    pdf.turned(113, 800, 90, "need help");
    pdf.turned(100, 400, 90, "Requires");
    pdf.turned(113, 400, 90, "improvement");
    pdf.turned(129, 800, 90, "The experiences of care leavers");
    pdf.turned(129, 400, 90, "Good");
    for (const int x : {90, 118, 134}) pdf.raw(std::to_string(x) + " 40 m " + std::to_string(x) + " 600 l S");
    CHECK(read_pdf_of(pdf) ==
          "row: The experiences of children who need help\tRequires improvement\n"
          "row: The experiences of care leavers\tGood\n");
}
TEST_CASE("lines set sideways on an upright page come behind its text, and end no sentence that runs on") {
    PdfBuilder pdf;
    pdf.page();
    pdf.turned(560, 700, 90, "Medication records by month");
    pdf.text(72, 700, kFirst);
    pdf.page();
    pdf.text(72, 100, kSecond);
    CHECK(read_pdf_of(pdf) == std::string(kProse) + "paragraph: Medication records by month\n");
}
TEST_CASE("a sideways page with an upright header that recurs keeps the header out of its text") {
    PdfBuilder pdf;
    for (int i = 1; i <= 3; ++i) {
        pdf.page();
        pdf.text(72, 30, "Inspection report: Kent");
        if (i == 2) {
            pdf.turned(100, 700, 90, kFirst);
            pdf.turned(114, 700, 90, kSecond);
        } else {
            pdf.text(72, 200, "Upright words that fill the page.");
        }
    }
    const std::string upright = "paragraph: Upright words that fill the page.\nboilerplate: Inspection report: Kent\n";
    CHECK(read_pdf_of(pdf) == upright + std::string(kProse) + "boilerplate: Inspection report: Kent\n" + upright);
}
TEST_CASE("a watermark across every page is boilerplate, one across a single page is text but no heading") {
    PdfBuilder pdf;
    for (int i = 0; i < 3; ++i) {
        pdf.page();
        pdf.text(72, 200, kFirst);
        pdf.text(72, 214, kSecond);
        pdf.turned(150, 600, 45, "DRAFT COPY", 60);
    }
    const std::string page = std::string(kProse) + "boilerplate: DRAFT COPY\n";
    CHECK(read_pdf_of(pdf) == page + page + page);
    PdfBuilder once;
    once.page();
    once.text(72, 200, kFirst);
    once.text(72, 214, kSecond);
    once.turned(150, 600, 45, "DRAFT COPY", 60);
    CHECK(read_pdf_of(once) == std::string(kProse) + "paragraph: DRAFT COPY\n");
}
TEST_CASE("text outside the page is read where there is no other, and is boilerplate beside other text") {
    PdfBuilder outside;
    outside.page();
    outside.text(72, 900, kFirst);
    outside.text(72, 914, kSecond);
    CHECK(read_pdf_of(outside) == kProse);
    PdfBuilder both;
    both.page();
    both.text(72, 200, kFirst);
    both.text(72, 214, kSecond);
    both.text(72, 900, "12345.indd 3");
    CHECK(read_pdf_of(both) == std::string(kProse) + "boilerplate: 12345.indd 3\n");
}
TEST_CASE("sideways text outside the page is left out beside text on it") {
    PdfBuilder pdf;
    pdf.page();
    pdf.text(72, 200, kFirst);
    pdf.text(72, 214, kSecond);
    pdf.turned(700, 700, 90, "12345.indd 3");
    CHECK(read_pdf_of(pdf) == kProse);
}
TEST_CASE("a line that begins outside the page is read whole") {
    PdfBuilder pdf;
    pdf.page();
    pdf.text(-30, 200, "The home is safe");
    CHECK(read_pdf_of(pdf) == "paragraph: The home is safe\n");
}
