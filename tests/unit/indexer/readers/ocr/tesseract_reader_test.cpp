#include "indexer/readers/ocr/tesseract_reader.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "indexer/ocr/ocr_setting.hpp"
#include "tests/unit/indexer/readers/pdf/pdf_builder.hpp"

using namespace findings;
using namespace findings::test;

namespace {

/// Text of a page as a scanner would see it; the page may be turned by /Rotate and its lines by some degrees.
PageText scan(int rotate, double degrees, unsigned seconds = 60) {
    PdfBuilder pdf;
    pdf.page("/Rotate " + std::to_string(rotate));
    const char* const lines[] = {"The school provides a good standard of education.",
                                 "Leaders know their pupils well and plan lessons with care.",
                                 "Safeguarding is effective and staff are trained to notice harm.",
                                 "Inspectors spoke to parents, pupils and governors of the school.",
                                 "Attendance has risen since the last inspection in the spring."};
    double y = 300;
    for (const char* line : lines) pdf.turned(90, y += 24, degrees, line);
    const std::string bytes = pdf.bytes();
    PagePainter painter(bytes, "application/pdf");
    const auto picture = painter.paint(1);
    REQUIRE(picture);
    const auto reader = make_tesseract_reader(*parse_ocr_setting("auto"), find_ocr_data(), seconds);
    REQUIRE(reader);
    PageReading reading = reader->read(*picture);
    CHECK(reading.failure.empty() == (seconds > 0));
    return std::move(reading.text);
}

std::string join(const PageText& text) {
    std::string joined;
    for (const PageWord& word : text.words) joined += word.text + (&word == &text.words.back() ? "" : " ");
    return joined;
}

bool is_all_there(const PageText& text) {
    const std::string joined = join(text);
    CAPTURE(joined);
    CHECK(joined.find("good standard of education") != std::string::npos);
    CHECK(joined.find("staff are trained to notice harm") != std::string::npos);
    return joined.find("last inspection in the spring") != std::string::npos && text.confidence > 80;
}

bool is_here() {
    if (!can_read_pictures("auto")) MESSAGE("no tesseract or no data for English here");
    return can_read_pictures("auto");
}

}  // namespace

TEST_CASE("a page is read with the places and sizes of its words") {
    if (!is_here()) return;
    const PageText text = scan(0, 0);
    CHECK(is_all_there(text));
    CHECK(text.width == doctest::Approx(595).epsilon(0.01));
    CHECK(text.words.front().x0 == doctest::Approx(90).epsilon(0.03));
    CHECK(text.words.front().baseline == doctest::Approx(324).epsilon(0.02));
    CHECK(text.words.front().size == doctest::Approx(12).epsilon(0.2));
    CHECK(std::count_if(text.words.begin(), text.words.end(), [](const PageWord& word) { return word.starts_line; }) ==
          5);
}

TEST_CASE("a page that lies on its side or head is turned upright") {
    if (!is_here()) return;
    for (const int rotate : {90, 180, 270}) {
        CAPTURE(rotate);
        CHECK(is_all_there(scan(rotate, 0)));
    }
}

TEST_CASE("a page that was fed askew is levelled") {
    if (!is_here()) return;
    CHECK(is_all_there(scan(0, 4)));
    CHECK(is_all_there(scan(0, -3)));
}

TEST_CASE("a page that takes too long is given up") {
    if (!is_here()) return;
    CHECK(scan(0, 0, 0).words.empty());
}
