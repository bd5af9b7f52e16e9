#include "indexer/readers/pdf/pdf_ligatures.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/pdf/pdf_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {
/// Mends one line; the text and, behind a bar, the warning.
std::string mend(std::string text) {
    std::vector<PdfPage> pages(1);
    pages[0].lines.emplace_back().text = std::move(text);
    const std::string warning = mend_ligatures(pages);
    return pages[0].lines[0].text + (warning.empty() ? "" : "|" + warning);
}
constexpr std::string_view kSaid = "|ligatures without a map, read by the words they make: ";

/// Reads a line in a font with these names for the codes from 128 on.
std::string read_named(std::string_view names, std::string_view text) {
    PdfBuilder pdf;
    pdf.font("Named", pdf.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Type /Encoding "
                                 "/BaseEncoding /WinAnsiEncoding /Differences [128 " +
                                 std::string(names) + "] >> >>"));
    pdf.page();
    pdf.raw("BT /Named 12 Tf 72 700 Td (" + std::string(text) + ") Tj ET");
    return summarise(read_as("a.pdf", pdf.bytes()));
}
}  // namespace

TEST_CASE("signs in place of ligatures are read by the words they make, and that is said") {
    CHECK(mend("The o€cial •ndings of the e‚ective ƒoor sta‚") == "The official findings of the effective floor staff" +
                                                                      std::string(kSaid) +
                                                                      "ƒ as fl, ‚ as ff, • as fi, € as ffi");
    CHECK(mend("Inspectors were given informaƟon aƩached aŌer the visit") ==
          "Inspectors were given information attached after the visit" + std::string(kSaid) +
              "Ō as ft, Ɵ as ti, Ʃ as tt");
    CHECK(mend("sta\ue002 o\ue002er") == "staff offer" + std::string(kSaid) + "\ue002 as ff");
}
TEST_CASE("one sign for every glyph without a name is read word by word") {
    CHECK(mend("The o�cial �ndings of sta�, a �x�") ==
          "The official findings of staff, a �x�" + std::string(kSaid) + "� as their words ask");
}
TEST_CASE("prices, bullets, daggers and words of other languages are no ligatures") {
    for (const char* text : {"it cost €20 or 20€ and €5m", "•first item", "•staff •children", "the board‡ said†",
                             "§3 and §a", "Ōtaki and Ōsaka", "Home•News", "ACME™ plans"})
        CHECK(mend(text) == text);
}
TEST_CASE("ligatures that a font names are written out without a word") {
    CHECK(read_named("/f_f_i /f_i /f_f /f_l /f_f_l", "O\\200cial \\201ndings on sta\\202, \\203oors and wa\\204e") ==
          "paragraph: Official findings on staff, floors and waffle\n");
    CHECK(read_named("/t_i /t_t /T_h /uni0066_uni0069 /f_i.alt",
                     "Informa\\200on, a\\201ached: \\202e \\203rst \\204ve") ==
          "paragraph: Information, attached: The first five\n");
    CHECK(read_named("/a_b_c_d /s_ /_", "x\\200y").find("abcd") == std::string::npos);
}
TEST_CASE("a bullet of the font's own before a word stays a bullet, a ligature is none") {
    PdfBuilder pdf;
    pdf.page();
    pdf.text(72, 60, "\x95ndings of sta\x82 and \x95nancial e\x82orts");
    CHECK(
        summarise(read_as("a.pdf", pdf.bytes())) ==
        "paragraph: findings of staff and financial efforts\nwarning: ligatures without a map, read by the words they "
        "make: ‚ as ff, • as fi\n");
}
