// How the characters of a page become words: raised, drawn twice, set apart, set large.
#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/pdf/pdf_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {
/// Reads one page with this content; `leading` text gives the page a body size.
std::string read_content(std::string_view content) {
    PdfBuilder pdf;
    pdf.page();
    pdf.text(72, 60, "Inspectors found that the services for children in this area have improved since then.");
    pdf.raw(content);
    const std::string text = summarise(read_as("a.pdf", pdf.bytes()));
    return text.substr(text.find('\n') + 1);
}
/// A line at y 700 whose pieces are shown by these operators.
std::string read_line(std::string_view operators) {
    return read_content("BT /F1 12 Tf 72 700 Td " + std::string(operators) + " ET");
}
constexpr std::string_view kSmallRaised = " /F1 7 Tf 5 Ts ";
constexpr std::string_view kNormal = " /F1 12 Tf 0 Ts ";
std::string raise(std::string_view before, std::string_view mark, std::string_view after) {
    return "(" + std::string(before) + ") Tj" + std::string(kSmallRaised) + "(" + std::string(mark) + ") Tj" +
           std::string(kNormal) + "(" + std::string(after) + ") Tj";
}
}  // namespace

TEST_CASE("a footnote mark above the line is no digit of the number before it") {
    CHECK(read_line(raise("There have been 12", "5", " visits.")) == "paragraph: There have been 12 visits.\n");
    CHECK(read_line(raise("Since 2019", "14", ", visits are rare.")) == "paragraph: Since 2019, visits are rare.\n");
    CHECK(read_line(raise("The board", "1, 2", " and the council")) == "paragraph: The board and the council\n");
    CHECK(read_line(raise("Visits are recorded", "*", ".")) == "paragraph: Visits are recorded.\n");
    CHECK(read_line(raise("Visits are recorded", "[3]", ".")) == "paragraph: Visits are recorded.\n");
    CHECK(read_line(raise("The plan", "a", " is late")) == "paragraph: The plan is late\n");
    CHECK(read_line(raise("is rare.", "2", "The board")) == "paragraph: is rare. The board\n");
}
TEST_CASE("marks of the text's own size and marks of their own Tm are raised too") {
    CHECK(read_line("(There were 12) Tj 4 Ts (5) Tj 0 Ts ( visits) Tj") == "paragraph: There were 12 visits\n");
    CHECK(read_content("BT /F1 12 Tf 72 700 Td (There were 12) Tj ET BT /F1 7 Tf 1 0 0 1 150.7 704.5 Tm (5) Tj ET "
                       "BT /F1 12 Tf 1 0 0 1 158 700 Tm (visits) Tj ET") == "paragraph: There were 12 visits\n");
}
TEST_CASE("superscript characters are raised text as well") {
    CHECK(read_line("(There were 12\\271 visits) Tj") == "paragraph: There were 12 visits\n");
    CHECK(read_line("(A room of 12 m\\262 is small) Tj") == "paragraph: A room of 12 m² is small\n");
}
TEST_CASE("ordinals, units, powers and fractions keep what is raised") {
    CHECK(read_line(raise("On the 21", "st", " of March")) == "paragraph: On the 21st of March\n");
    CHECK(read_line(raise("On the 2", "nd", " of March")) == "paragraph: On the 2nd of March\n");
    CHECK(read_line(raise("A room of 12 m", "2", " is small")) == "paragraph: A room of 12 m² is small\n");
    CHECK(read_line(raise("A tank of 40m", "3", " is large")) == "paragraph: A tank of 40m³ is large\n");
    CHECK(read_line(raise("about 4 x 10", "6", " cells")) == "paragraph: about 4 x 10⁶ cells\n");
    CHECK(read_line(raise("2 ", "1", "/2 hours")) == "paragraph: 2 1/2 hours\n");
    CHECK(read_line(raise("Mrs M", "c", "Donald")) == "paragraph: Mrs McDonald\n");
}
TEST_CASE("a raised 2 behind a word that is no unit is a mark, a lowered one belongs to its word") {
    CHECK(read_line(raise("The forum", "2", " met")) == "paragraph: The forum met\n");
    CHECK(read_line("(CO) Tj /F1 7 Tf -2 Ts (2) Tj /F1 12 Tf 0 Ts ( alarms) Tj") == "paragraph: CO2 alarms\n");
}
TEST_CASE("the number of a footnote itself stays, and long raised text stands apart") {
    CHECK(read_content("BT /F1 6 Tf 72 60 Td 3 Ts (1) Tj /F1 9 Tf 0 Ts ( Data from 2019.) Tj ET")
              .find("1 Data from 2019.") != std::string::npos);
    CHECK(read_line(raise("The plan", "draft only", "is late")) == "paragraph: The plan draft only is late\n");
}

TEST_CASE("letters that are drawn twice to look bold are one letter") {
    std::string letters;
    double x = 72;
    for (const auto& [letter, width] : std::initializer_list<std::pair<char, double>>{{'F', 7.33},
                                                                                      {'u', 6.67},
                                                                                      {'l', 2.66},
                                                                                      {'l', 2.66},
                                                                                      {' ', 3.34},
                                                                                      {'s', 6},
                                                                                      {'t', 3.34},
                                                                                      {'a', 6.67},
                                                                                      {'f', 3.34},
                                                                                      {'f', 3.34}}) {
        for (const double offset : {0.0, 0.3}) {
            char piece[96];
            std::snprintf(piece, sizeof piece, "BT /F1 12 Tf 1 0 0 1 %.2f 700 Tm (%c) Tj ET ", x + offset, letter);
            letters += piece;
        }
        x += width;
    }
    CHECK(read_content(letters) == "paragraph: Full staff\n");
}
TEST_CASE("words and lines that are drawn two or three times are there once") {
    const auto at = [](double x, double y, std::string_view words) {
        char place[64];
        std::snprintf(place, sizeof place, "BT /F1 12 Tf 1 0 0 1 %.2f %.2f Tm (", x, y);
        return place + std::string(words) + ") Tj ET ";
    };
    CHECK(read_content(at(72, 700, "Full") + at(72.4, 700, "Full") + at(98, 700, "staff") + at(98.4, 700, "staff")) ==
          "paragraph: Full staff\n");
    CHECK(read_content(at(72, 700, "Full staff will call") + at(72.3, 700, "Full staff will call") +
                       at(72.6, 700, "Full staff will call")) == "paragraph: Full staff will call\n");
    // A shadow below and beside, drawn first.
    CHECK(read_content(at(73.8, 698.2, "Full staff will call") + at(72, 700, "Full staff will call")) ==
          "paragraph: Full staff will call\n");
    CHECK(read_line("2 Tr 0.3 w (Full staff) Tj 0 Tr") == "paragraph: Full staff\n");
}
TEST_CASE("letters that stand twice in a word, and lines that say the same below each other, stay") {
    CHECK(read_line("(Full staff illness at Lloyd Hall, 11 to 22 books) Tj") ==
          "paragraph: Full staff illness at Lloyd Hall, 11 to 22 books\n");
    CHECK(read_line("-0.4 Tc (Full staff illness will fall) Tj") == "paragraph: Full staff illness will fall\n");
    // Italics: the box of a slanted letter is three times as wide as the letter.
    CHECK(read_content("BT /F1 12 Tf 1 0 0.6 1 72 700 Tm (Full staff illness will fall) Tj ET") ==
          "paragraph: Full staff illness will fall\n");
    CHECK(read_content("BT /F1 12 Tf 72 700 Td (Yes.) Tj 0 -14 Td (Yes.) Tj ET") ==
          "paragraph: Yes.\nparagraph: Yes.\n");
}

TEST_CASE("words whose letters are set apart are words") {
    CHECK(read_line("4 Tc (Requires) Tj") == "paragraph: Requires\n");
    CHECK(read_line("3 Tc (Requires improvement) Tj") == "paragraph: Requires improvement\n");
    CHECK(read_line("(R e q u i r e s   i m p r o v e m e n t) Tj") == "paragraph: Requires improvement\n");
    CHECK(read_line("2.5 Tc (INADEQUATE) Tj 0 Tc ( was the grade) Tj") == "paragraph: INADEQUATE was the grade\n");
}
TEST_CASE("initials, lists of letters and single words stay as they are") {
    CHECK(read_line("(J R R Marsh is a governor) Tj") == "paragraph: J R R Marsh is a governor\n");
    CHECK(read_line("(Options A B C D E F are open) Tj") == "paragraph: Options A B C D E F are open\n");
    CHECK(read_line("(I a m) Tj") == "paragraph: I a m\n");
}

TEST_CASE("an initial set large belongs to the word it begins") {
    const std::string lines =
        "BT /F1 12 Tf 1 0 0 1 104 700 Tm (ettongs live in the home and the staff) Tj ET "
        "BT /F1 12 Tf 1 0 0 1 104 686 Tm (care for them with kindness each day.) Tj ET ";
    const std::string_view joined =
        "paragraph: Bettongs live in the home and the staff care for them with kindness each day.\n";
    CHECK(read_content("BT /F1 40 Tf 1 0 0 1 72 680 Tm (B) Tj ET " + lines) == joined);
    CHECK(read_content(lines + "BT /F2 36 Tf 1 0 0 1 72 686 Tm (B) Tj ET") ==
          joined);  // drawn last, bold, two lines high
    CHECK(read_content("BT /F1 30 Tf 1 0 0 1 80 700 Tm (B) Tj ET " + lines) == joined);  // standing on the first line
}
TEST_CASE("a large A stays a word where the rest is one, and a large letter before a capital is no initial") {
    CHECK(read_content("BT /F1 40 Tf 1 0 0 1 72 680 Tm (A) Tj ET BT /F1 12 Tf 1 0 0 1 104 700 Tm (home for children, "
                       "and a safe home.) Tj ET") == "paragraph: A home for children, and a safe home.\n");
    CHECK(read_content("BT /F1 40 Tf 1 0 0 1 72 680 Tm (A) Tj ET BT /F1 12 Tf 1 0 0 1 104 700 Tm (fter the visit "
                       "staff left.) Tj ET") == "paragraph: After the visit staff left.\n");
    CHECK(read_content("BT /F1 40 Tf 1 0 0 1 72 680 Tm (A) Tj ET BT /F1 12 Tf 1 0 0 1 104 700 Tm (Abbots Hall is "
                       "first.) Tj ET")
              .find("AAbbots") == std::string::npos);
}
