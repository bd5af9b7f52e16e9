#include "indexer/readers/read_source.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "indexer/readers/bytes/read_sink.hpp"
#include "tests/unit/indexer/readers/pdf/pdf_builder.hpp"
#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {

std::string gzip(std::string_view bytes) {
    std::string out(::compressBound(bytes.size()) + 64, '\0');
    z_stream stream{};
    ::deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string in(bytes);
    stream.next_in = reinterpret_cast<Bytef*>(in.data());
    stream.avail_in = static_cast<uInt>(in.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    return out;
}

constexpr std::string_view kPage = "<!DOCTYPE html><html><body><p>Rated good by Ofsted.</p></body></html>";

}  // namespace

TEST_CASE("a file of no bytes, of white space or of a byte order mark is empty") {
    CHECK(reason_of(read_as("a.txt", "")) == "empty");
    CHECK(reason_of(read_as("a.html", " \r\n\t\n")) == "empty");
    CHECK(reason_of(read_as("a.txt", "\xef\xbb\xbf")) == "empty");
    CHECK(reason_of(read_as("a.jsonl", "\n\n")) == "empty");
    CHECK(reason_of(read_as("a.pdf", "")) == "empty");
}

TEST_CASE("a file whose content is another type than its name says is a mismatch") {
    CHECK(summarise(read_as("a.pdf", kPage)) == "rejected mismatch: an HTML page named .pdf\n");
    CHECK(summarise(read_as("a.txt", kPage)) == "rejected mismatch: an HTML page named .txt\n");
    CHECK(summarise(read_as("a.md", "<!-- saved -->\n<html><p>x</html>")) ==
          "rejected mismatch: an HTML page named .md\n");
    CHECK(summarise(read_as("a.txt", "%PDF-1.4\n")) == "rejected mismatch: a PDF document named .txt\n");
    CHECK(summarise(read_as("a.html", "\x89PNG\r\n\x1a\n....")) == "rejected mismatch: a PNG image named .html\n");
    CHECK(summarise(read_as("a.txt", "PK\x03\x04....")) ==
          "rejected mismatch: a ZIP archive (or an Office document) named .txt\n");
    CHECK(summarise(read_as("a.html", "just words")) == "rejected mismatch: plain text named .html\n");
    CHECK(summarise(read_as("a.json", kPage)) == "rejected mismatch: an HTML page named .json\n");
    CHECK(summarise(read_as("a.pdf", "{\"a\":1}")) == "rejected mismatch: JSON named .pdf\n");
}

TEST_CASE("the same story gives the same paragraphs as text, Markdown, HTML and a record") {
    const std::string first =
        "A children’s home in Anytown has been rated inadequate by Ofsted. Inspectors visited Elm House in May and "
        "found "
        "that staff were not trained.";
    const std::string second = "The owner said: “We are sorry.” It has until June to improve.";
    const std::string want = "paragraph: " + first + "\nparagraph: " + second + "\n";
    CHECK(summarise(read_as("a.txt", first + "\n\n" + second + "\n")) == want);
    CHECK(summarise(read_as("a.md", first + "\n\n" + second + "\n")) == want);
    CHECK(summarise(read_as("a.html", "<html><body><p>" + first + "</p><p>" + second + "</p></body></html>")) == want);
    CHECK(summarise(read_as("a.jsonl", "{\"text\":\"" + first + "\\n\\n" + second + "\"}")) == want);
    std::string wrapped;
    std::size_t width = 0;
    for (const char c : first) {
        wrapped.push_back(c == ' ' && width > 30 ? '\n' : c);
        width = wrapped.back() == '\n' ? 0 : width + 1;
    }
    CHECK(summarise(read_as("a.txt", wrapped + "\n\n" + second + "\n")) == want);
    CHECK(summarise(read_as("a.html", "<p>" + wrapped + "</p><p>" + second + "</p>")) == want);
}

TEST_CASE("text that only mentions a tag is text") {
    CHECK(summarise(read_as("a.txt", "The <html> tag opens a page.")) == "paragraph: The <html> tag opens a page.\n");
}

TEST_CASE("gzip is read through, and must be what the name says") {
    CHECK(summarise(read_as("a.txt.gz", gzip("Rated good."))) == "paragraph: Rated good.\n");
    CHECK(summarise(read_as("A.TXT.GZ", gzip("Rated good."))) == "paragraph: Rated good.\n");
    CHECK(reason_of(read_as("a.txt.gz", "Rated good.")) == "mismatch");
    CHECK(reason_of(read_as("a.txt", gzip("Rated good."))) == "mismatch");
    CHECK(reason_of(read_as("a.txt.gz", gzip(gzip("Rated good.")))) == "mismatch");
}

TEST_CASE("gzip that is cut short or damaged is corrupt") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += std::to_string(i * 7919) + " words\n";
    const std::string whole = gzip(text);
    CHECK(reason_of(read_as("a.txt.gz", whole.substr(0, whole.size() / 2))) == "corrupt");
    std::string damaged = whole;
    damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 0x55);
    CHECK(reason_of(read_as("a.txt.gz", damaged)) == "corrupt");
}

TEST_CASE("a small file that inflates to a large one is too large") {
    ReaderLimits limits;
    limits.text_bytes = 100'000;
    CHECK(reason_of(read_as("a.txt.gz", gzip(std::string(5'000'000, 'a')), limits)) == "too-large");
    CHECK(reason_of(read_as("a.txt", std::string(200'000 + (2U << 20U), 'a'), limits)) == "too-large");
}

TEST_CASE("NUL bytes and control characters are binary, a stray NUL is skipped") {
    CHECK(reason_of(read_as("a.txt", std::string_view("abcdef\0\0\0g", 10))) == "binary");
    std::string late = std::string(200'000, 'a') + std::string(4'000, '\0');
    CHECK(reason_of(read_as("a.txt", late)) == "binary");
    CHECK(summarise(read_as("a.txt", std::string_view("abc\0def", 7))) == "paragraph: abcdef\n");
    CHECK(summarise(read_as("a.html", std::string_view("<p>abc\0def", 10))) == "paragraph: abcdef\n");
    CHECK(reason_of(read_as("a.txt", "\x01\x02\x03\x04 noise \x05\x06")) == "binary");
}

TEST_CASE("bytes of no known encoding are undecodable") {
    std::string noise;
    for (int i = 0; i < 600; ++i) noise.push_back(static_cast<char>(0x80 + (i * 37 + i / 7) % 0x60));
    CHECK(reason_of(read_as("a.txt", noise)) == "undecodable");
}

TEST_CASE("what cannot be opened is unreadable and says why") {
    const TempFolder folder;
    CHECK(summarise(read_file(folder.path() / "gone.txt")) == "rejected unreadable: No such file or directory\n");
    std::filesystem::create_directory(folder.path() / "d.txt");
    CHECK(summarise(read_file(folder.path() / "d.txt")) == "rejected unreadable: not a regular file\n");
    REQUIRE(::mkfifo((folder.path() / "f.txt").c_str(), 0600) == 0);
    CHECK(summarise(read_file(folder.path() / "f.txt")) == "rejected unreadable: not a regular file\n");
}

TEST_CASE("an unknown extension is unsupported") { CHECK(reason_of(read_as("a.psd", "words")) == "unsupported"); }

TEST_CASE("a PDF may have junk before its header") {
    PdfBuilder pdf;
    pdf.page();
    pdf.text(72, 100, "Rated good by Ofsted inspectors.");
    CHECK(summarise(read_as("a.pdf", "junk\r\n" + pdf.bytes())) == "paragraph: Rated good by Ofsted inspectors.\n");
}
