#include "indexer/readers/bytes/recognise.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

std::string mismatch(std::string_view head, const char* file) {
    const auto name = name_type(file);
    REQUIRE(name.has_value());
    return find_mismatch(head, *name).value_or("none");
}

}  // namespace

TEST_CASE("a type is told by the extension in any case, behind .gz too") {
    const auto type = [](const char* file) { return name_type(file).value().type; };
    CHECK(type("a.txt") == ContentType::text);
    CHECK(type("a.MD") == ContentType::markdown);
    CHECK(type("a.html") == ContentType::html);
    CHECK(type("a.Htm.gz") == ContentType::html);
    CHECK(type("a.pdf") == ContentType::pdf);
    CHECK(type("a.json") == ContentType::json);
    CHECK(type("a.jsonl") == ContentType::json_lines);
    CHECK(type("a.ndjson.GZ") == ContentType::json_lines);
    CHECK(name_type("a.txt.gz").value().gzip);
    CHECK_FALSE(name_type("a.gz.txt").value().gzip);
    CHECK(name_type("a.TXT.gz").value().extension == ".txt");
    for (const char* file : {"a", "a.gz", "a.xyz", "a.xyz.gz", ".txt", "txt"}) CHECK_FALSE(name_type(file).has_value());
}

TEST_CASE("each type that is saved under a wrong name is told by its first bytes") {
    const std::string nul(1, '\0');
    const std::pair<std::string, const char*> kHeads[] = {
        {"\x89PNG\r\n\x1a\n", "a PNG image"},
        {"\xff\xd8\xff", "a JPEG image"},
        {"GIF87a", "a GIF image"},
        {"GIF89a", "a GIF image"},
        {"II*", "a TIFF image"},
        {"MM" + nul + "*", "a TIFF image"},
        {"PK\x03\x04", "a ZIP archive (or an Office document)"},
        {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"},
        {"{\\rtf1", "an RTF document"},
        {"\x1f\x8b", "gzip data"},
        {"BZh9", "bzip2 data"},
        {"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
        {"Rar!\x1a\x07", "a RAR archive"},
        {"SQLite format 3", "an SQLite database"},
        {"%!PS", "a PostScript document"},
        {"bplist00WebMainResource", "a Safari web archive"},
        {"MIME-Version: 1.0", "a saved mail or MHTML page"},
        {"1234ftypheic", "a film or photograph"},
        {"RIFFxxxxWEBP", "a sound, film or image file"},
        {"%PDF-1.7", "a PDF document"},
        {"<!DOCTYPE html>", "an HTML page"}};
    for (const auto& [head, what] : kHeads) {
        // clang 14 captures no structured binding.
        const auto& type = what;
        CAPTURE(type);
        CHECK(mismatch(head, "a.txt") == std::string(what) + " named .txt");
        CHECK(mismatch(" " + head, "a.json") == (std::string_view(what).starts_with("a PDF") || head[0] == '<'
                                                     ? std::string(what) + " named .json"
                                                     : "none"));
    }
    CHECK(mismatch("1234ftyp", "a.txt") == "none");
    CHECK(mismatch("", "a.txt") == "none");
}

TEST_CASE("a PDF begins within its first thousand bytes, and a page that quotes one is a page") {
    CHECK(mismatch(std::string(1019, 'x') + "%PDF-1.7", "a.pdf") == "none");
    CHECK(mismatch(std::string(1020, 'x') + "%PDF-1.7", "a.pdf") == "no PDF document named .pdf");
    CHECK(mismatch("<html>%PDF-1.7", "a.html") == "none");
    CHECK(mismatch("<html>%PDF-1.7", "a.pdf") == "an HTML page named .pdf");
    CHECK(mismatch(" {\"a\"", "a.pdf") == "JSON named .pdf");
    CHECK(mismatch("words", "a.pdf") == "no PDF document named .pdf");
    CHECK(mismatch("", "a.pdf") == "no PDF document named .pdf");
}

TEST_CASE("a page has tags, JSON and plain text under its name have none") {
    CHECK(mismatch("just words", "a.html") == "plain text named .html");
    CHECK(mismatch("[1]", "a.html") == "JSON named .html");
    CHECK(mismatch("{\"a\":\"<p>\"}", "a.html") == "none");
    for (const char* head : {"<p>a", "a </b>", "x<!-- -->", "x <?php", "x < y <b>"})
        CHECK(mismatch(head, "a.html") == "none");
    for (const char* head : {"a < b", "a <B", "a <", "a <1>"})
        CHECK_MESSAGE(mismatch(head, "a.html") == (std::string(head) == "a <B" ? "none" : "plain text named .html"),
                      head);
    for (const char* head : {"<?xml version='1.0'?>\n<!-- c --> <HTML>", "\xef\xbb\xbf <head>", "\n<body>"})
        CHECK(mismatch(head, "a.txt") == "an HTML page named .txt");
    CHECK(mismatch("<!-- never closed <html>", "a.txt") == "none");
    CHECK(mismatch("<?xml version='1.0'?>", "a.txt") == "none");
    const std::string wide("\xff\xfe<\0h\0t\0m\0l\0>\0", 14);
    CHECK(mismatch(wide, "a.txt") == "an HTML page named .txt");
}

TEST_CASE("a charset is declared inside a meta tag or an XML prolog, quoted or not") {
    CHECK(find_declared_charset("<meta charset=UTF-8>") == "utf-8");
    CHECK(find_declared_charset("<meta charset = 'x-y'>") == "x-y");
    CHECK(find_declared_charset("<meta http-equiv=content-type content=\"text/html; charset=iso-8859-2\">") ==
          "iso-8859-2");
    CHECK(find_declared_charset("<?xml version='1.0' encoding=\"koi8-r\"?>") == "koi8-r");
    CHECK(find_declared_charset("charset=utf-8") == "");
    CHECK(find_declared_charset("<p>charset=utf-8") == "");
    CHECK(find_declared_charset("<p>charset charset</p><meta charset=a/>") == "a");
    CHECK(find_declared_charset("<meta charset") == "");
    CHECK(find_declared_charset("<meta charset=") == "");
    CHECK(find_declared_charset("<meta charset=\"") == "");
    CHECK(find_declared_charset("") == "");
    CHECK(find_declared_charset(std::string(kHeadBytes, ' ') + "<meta charset=a>") == "");
}
