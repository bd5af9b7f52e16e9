// What a PDF says beside the contents of its pages, and what surrounds it in its file.
#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/pdf/pdf_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {
constexpr std::string_view kProse =
    "Inspectors found that the services for children in this area have improved since then.";

std::string strip_prose(const std::string& summary) {
    const std::string prose = "paragraph: " + std::string(kProse) + "\n";
    return summary.starts_with(prose) ? summary.substr(prose.size()) : summary;
}
/// Reads a page of prose with these annotations; what they add.
std::string read_annotations(std::string_view annotations, std::string_view catalog = "") {
    PdfBuilder pdf;
    pdf.page("/Annots [" + std::string(annotations) + "]");
    pdf.text(72, 60, kProse);
    pdf.catalog(catalog);
    return strip_prose(summarise(read_as("a.pdf", pdf.bytes())));
}
std::string sound_pdf() {
    PdfBuilder pdf;
    pdf.page();
    pdf.text(72, 60, kProse);
    return pdf.bytes();
}
/// "sound" when the bytes give the one page of prose.
std::string read_bytes(const std::string& bytes) {
    const std::string summary = strip_prose(summarise(read_as("a.pdf", bytes)));
    return summary.empty() ? "sound" : summary;
}
}  // namespace

TEST_CASE("free text annotations are text, drawn or not") {
    CHECK(read_annotations("<< /Type /Annot /Subtype /FreeText /Rect [72 400 300 440] /DA (/Helv 12 Tf 0 g) "
                           "/Contents (The plan was signed off) >>") == "paragraph: The plan was signed off\n");
    PdfBuilder pdf;
    const int drawing = pdf.object(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 228 40] /Resources << /Font << /F1 3 0 R >> >> /Length 62 "
        ">>\nstream\n"
        "BT /F1 12 Tf 2 20 Td (The plan was signed off) Tj ET         \nendstream");
    pdf.page(
        "/Annots [<< /Type /Annot /Subtype /FreeText /Rect [72 400 300 440] /DA (/Helv 12 Tf 0 g) /Contents (The "
        "plan was\\rsigned off) /AP << /N " +
        std::to_string(drawing) + " 0 R >> >>]");
    pdf.text(72, 60, kProse);
    CHECK(strip_prose(summarise(read_as("a.pdf", pdf.bytes()))) == "paragraph: The plan was signed off\n");
}
TEST_CASE("damaged annotations cost their own text alone") {
    const std::string text = read_annotations(
        "3 0 R null (x) << /Subtype /FreeText >> << /Subtype /FreeText /AP << /N 2 0 R >> /Rect (no) /Contents 9999 0 "
        "R >> "
        "<< /Subtype /Widget /FT /Tx /V 3 0 R /Kids [] >> << /Subtype /FileAttachment /FS 1 0 R >> "
        "<< /Subtype /Text /Contents (Ask the nurse) >>");
    CHECK(text.find("Ask the nurse") != std::string::npos);
    CHECK(text.find("rejected") == std::string::npos);
}
TEST_CASE("comments are text that says it is a note, hidden ones and links are none") {
    CHECK(read_annotations("<< /Subtype /Text /Rect [72 400 90 420] /Contents (Ask the nurse) >>") ==
          "item: Note: Ask the nurse\n");
    CHECK(read_annotations("<< /Subtype /Highlight /Rect [72 400 90 420] /QuadPoints [72 420 90 420 72 400 90 400] "
                           "/Contents <FEFF0041007300B2> >>") == "item: Note: As\n");
    CHECK(read_annotations("<< /Subtype /Text /F 2 /Rect [72 400 90 420] /Contents (Hidden) >>").empty());
    CHECK(read_annotations("<< /Subtype /Link /Rect [72 400 90 420] /Contents (Go) >>").empty());
    CHECK(read_annotations("<< /Subtype /Text /Rect [72 400 90 420] /Contents (  ) >>").empty());
    CHECK(read_annotations("<< /Subtype /Popup /Rect [72 400 90 420] /Contents (Again) >>").empty());
}
TEST_CASE("values of form fields are text, buttons are none") {
    const std::string form = "/AcroForm << /Fields [] /NeedAppearances true >>";
    const auto field = [](std::string_view rest) {
        return "<< /Subtype /Widget /Rect [72 400 300 420] /T (a) /DA (/Helv 12 Tf 0 g) " + std::string(rest) + " >>";
    };
    CHECK(read_annotations(field("/FT /Tx /V (Nine children live here)"), form) ==
          "paragraph: Nine children live here\n");
    CHECK(read_annotations(field("/FT /Ch /Ff 131072 /Opt [(Good) (Poor)] /V (Good)"), form) == "paragraph: Good\n");
    // Drawn when it was empty.
    PdfBuilder pdf;
    const int empty = pdf.object("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream");
    pdf.page("/Annots [" +
             field("/FT /Tx /V (Nine children live here) /AP << /N " + std::to_string(empty) + " 0 R >>") + "]");
    pdf.text(72, 60, kProse);
    CHECK(strip_prose(summarise(read_as("a.pdf", pdf.bytes()))) == "item: Nine children live here\n");
    CHECK(read_annotations(field("/FT /Btn /V /Yes"), form).empty());
}
TEST_CASE("attachments are a warning with their names") {
    CHECK(read_annotations("",
                           "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (plan.docx) /UF (plan.docx) "
                           ">> (b) << /Type /Filespec /F (notes.xls) >>] >> >>") ==
          "warning: 2 attachments, not read: plan.docx, notes.xls\n");
    CHECK(read_annotations("<< /Subtype /FileAttachment /Rect [72 400 90 420] /FS << /Type /Filespec /F (plan.docx) >> "
                           "/Contents (The plan) >>") ==
          "item: Note: The plan\nwarning: 1 attachment, not read: plan.docx\n");
    std::string many;
    for (char c = 'a'; c < 'h'; ++c) many += "(" + std::string(1, c) + ") << /F (" + std::string(1, c) + ".doc) >> ";
    CHECK(read_annotations("", "/Names << /EmbeddedFiles << /Names [" + many + "] >> >>") ==
          "warning: 7 attachments, not read: a.doc, b.doc, c.doc, d.doc, e.doc, ...\n");
}
TEST_CASE("the page that stands in for a dynamic form is no article, a form with pages is one") {
    const auto read = [](std::string_view words) {
        PdfBuilder pdf;
        pdf.page();
        pdf.text(72, 60, words);
        pdf.catalog("/AcroForm << /Fields [] /XFA [] >>");
        return summarise(read_as("a.pdf", pdf.bytes()));
    };
    CHECK(read("Please wait... If this message is not eventually replaced with the proper contents")
              .starts_with("rejected no-text: a form that only Adobe's programs show"));
    CHECK(read(kProse) == "paragraph: " + std::string(kProse) + "\n");
}

TEST_CASE("bytes behind the end of a PDF do not matter") {
    for (const std::string& tail :
         {std::string(4000, '\0'), std::string("\n<!-- served by a cache -->\n") + std::string(3000, ' '),
          std::string(70'000, '\n'), "<html><body>" + std::string(2000, 'x') + "</body></html>",
          std::string("-----BEGIN PGP SIGNATURE-----\nabc def\n") + std::string(2000, '='), std::string("\x1a")})
        CHECK(read_bytes(sound_pdf() + tail) == "sound");
}
TEST_CASE("bytes before the header of a PDF do not matter") {
    for (const std::string& head :
         {std::string("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n"), std::string("\xef\xbb\xbf"),
          std::string("\n\n\n"), std::string("<br />\n<b>Warning</b>: mysql_connect() in x.php on line 3\n"),
          std::string(900, '\0')})
        CHECK(read_bytes(head + sound_pdf()) == "sound");
    CHECK(read_bytes("junk\n" + sound_pdf() + std::string(5000, '\0')) == "sound");
}
TEST_CASE("a PDF whose end is missing is corrupt, though an end mark stands in its middle or in a comment before it") {
    const std::string whole = sound_pdf();
    const auto reason = [](const std::string& bytes) { return reason_of(read_as("a.pdf", bytes)); };
    CHECK(reason(whole.substr(0, whole.size() - 120)) == "corrupt");
    // A web-optimised file has a first end mark near its beginning.
    const std::size_t at = whole.find("1 0 obj");
    std::string optimised = whole.substr(0, at) + "startxref\n0\n%%EOF\n" + whole.substr(at);
    CHECK(read_bytes(optimised) == "sound");
    optimised.resize(optimised.rfind("xref\n0 "));
    CHECK(reason(optimised) == "corrupt");
    CHECK(reason(optimised + std::string(3000, '\0')) == "corrupt");
}
