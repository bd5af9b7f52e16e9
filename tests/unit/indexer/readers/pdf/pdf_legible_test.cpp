#include "indexer/readers/pdf/pdf_legible.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/pdf/pdf_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {
constexpr std::string_view kProse =
    "Inspectors found that the services for children in this area have improved since then.";

/// Adds a font that draws each letter but tells no program which it is.
void add_mute_font(PdfBuilder& pdf) {
    std::string glyphs;
    std::string names;
    std::string widths;
    const int square = pdf.object(PdfBuilder::stream("600 0 0 0 500 700 d1 0 0 500 700 re f"));
    for (int code = 33; code < 127; ++code) {
        const std::string name = "/g" + std::to_string(code);
        names += name;
        glyphs += name + " " + std::to_string(square) + " 0 R ";
        widths += "600 ";
    }
    pdf.font("Mute",
             pdf.object("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 600 700] /FontMatrix [.001 0 0 .001 0 0] "
                        "/FirstChar 33 /LastChar 126 /Widths [" +
                        widths +
                        "] /Encoding << /Type /Encoding "
                        "/Differences [33 " +
                        names + "] >> /CharProcs << " + glyphs + ">> >>"));
}
/// Adds a font whose map says that each letter is this many places further on in that part of Unicode.
void add_mapped_font(PdfBuilder& pdf, std::string_view first) {
    const int map = pdf.object(PdfBuilder::stream(
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange <00> <ff> "
        "endcodespacerange 1 beginbfrange <21> <7e> <" +
        std::string(first) + "> endbfrange endcmap end end"));
    pdf.font("Mapped", pdf.object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
                                  "/ToUnicode " +
                                  std::to_string(map) + " 0 R >>"));
}
void add_lines(PdfBuilder& pdf, std::string_view font, int lines) {
    for (int i = 0; i < lines; ++i)
        pdf.raw("BT /" + std::string(font) + " 12 Tf 1 0 0 1 72 " + std::to_string(700 - 14 * i) +
                " Tm (Staff keep records of each medicine that is given and sign for them daily) Tj ET");
}
std::string read_pdf_of(const PdfBuilder& pdf) { return summarise(read_as("a.pdf", pdf.bytes())); }
}  // namespace

TEST_CASE("a document in a font without a way to Unicode is no text and says why") {
    PdfBuilder pdf;
    add_mute_font(pdf);
    pdf.page();
    // Codes in an order of the font's own, as subsets have.
    for (int i = 0; i < 6; ++i)
        pdf.raw("BT /Mute 12 Tf 1 0 0 1 72 " + std::to_string(700 - 14 * i) +
                " Tm (6WDII NHHS UHFRUGV RI HDFK PHGLFLQH WKDW LV JLYHQ DQG VLJQ IRU WKHP GDLOB) Tj ET");
    CHECK_MESSAGE(read_pdf_of(pdf).starts_with("rejected no-text: 1 page of signs"), read_pdf_of(pdf));
}
TEST_CASE("letters mapped to private characters, to the replacement character or to other letters are no text") {
    for (std::string_view first : {"e021", "0024", "0080"}) {
        PdfBuilder pdf;
        add_mapped_font(pdf, first);
        pdf.page();
        add_lines(pdf, "Mapped", 6);
        CHECK_MESSAGE(read_pdf_of(pdf).starts_with("rejected no-text: 1 page of signs"), read_pdf_of(pdf));
    }
}
TEST_CASE("garbled pages among others are left out with a warning, and so are garbled lines of a page") {
    PdfBuilder pdf;
    add_mapped_font(pdf, "e021");
    for (int i = 0; i < 4; ++i) {
        pdf.page();
        if (i == 1 || i == 2)
            add_lines(pdf, "Mapped", 4);
        else
            for (int line = 0; line < 8; ++line) pdf.text(72, 300 + 30 * line, kProse);
    }
    add_lines(pdf, "Mapped", 1);
    const auto result = read_as("a.pdf", pdf.bytes());
    REQUIRE(result.articles.size() == 1);
    CHECK(result.articles[0].warnings ==
          std::vector<std::string>{"pages 2 to 3: text in a font without a way to Unicode, left out",
                                   "page 4: lines in a font without a way to Unicode, left out"});
    CHECK(result.articles[0].blocks.size() == 16);
}
TEST_CASE("private characters as bullets and boxes are no loss") {
    PdfBuilder pdf;
    add_mapped_font(pdf, "e021");
    pdf.page();
    for (int i = 0; i < 4; ++i) {
        pdf.raw("BT /Mapped 12 Tf 1 0 0 1 72 " + std::to_string(700 - 14 * i) + " Tm (x) Tj /F1 12 Tf 20 0 Td (yes, " +
                std::to_string(i) + " of them) Tj ET");
    }
    CHECK(read_pdf_of(pdf) ==
          "item: yes, 0 of them\nitem: yes, 1 of them\nitem: yes, 2 of them\nitem: yes, 3 of them\n");
}
TEST_CASE("signs in place of letters are a warning that shows one word") {
    PdfBuilder pdf;
    pdf.page();
    pdf.text(72, 60, "The h\x80use re\x82ort of n\x80rses");
    CHECK(read_pdf_of(pdf).ends_with("warning: page 1: signs in place of letters, as in \"h€use\"\n"));
}
TEST_CASE("signs that stand between words are none in place of letters") {
    CHECK(find_sign_in_word("it cost €20 or 20€ and l€5").empty());
    CHECK(find_sign_in_word("Home•News •first ‡note word‡ word†").empty());  // one sign between letters proves nothing
    CHECK(find_sign_in_word("well…then, more…so, café’s, naïve—yes").empty());
    CHECK(find_sign_in_word("o€cial and e‚ective") == "o€cial");
}
TEST_CASE("letters are in the proportions of English or Welsh, or of nothing that can be read") {
    std::string english;
    for (int i = 0; i < 4; ++i) english += std::string(kProse) + " ";
    CHECK(has_language(english));
    std::string shifted;
    for (const char c : english) shifted.push_back(c >= 'a' && c <= 'w' ? static_cast<char>(c + 3) : c);
    CHECK_FALSE(has_language(shifted));
    CHECK_FALSE(has_language(std::string(200, 'x') + "abc"));
    std::string rare = english;  // vowels as they should be
    for (char& c : rare) c = c == 't' ? 'x' : c == 'n' ? 'z' : c;
    CHECK_FALSE(has_language(rare));
    CHECK(has_language("xxx xxx"));  // too short to tell
    std::string welsh;
    for (int i = 0; i < 4; ++i)
        welsh += "Mae'r ysgol yn gymuned hapus a chynhwysol lle mae pob disgybl yn cael ei barchu gan staff. ";
    CHECK(has_language(welsh));
    std::string table;
    for (int i = 0; i < 40; ++i) table += "NW1 4RY 12/03/2024 SC49" + std::to_string(1000 + i) + " 03000 123 45 ";
    CHECK(has_language(table));
}
