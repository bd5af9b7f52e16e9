#include "indexer/encoding/decode.hpp"

#include <doctest/doctest.h>

using namespace findings;
using namespace std::string_view_literals;

namespace {
std::string decoded(std::string_view bytes, std::string_view declared = {}) {
    const auto text = decode_text(bytes, declared);
    return text ? text->charset + ": " + text->text : "undecodable";
}
}  // namespace

TEST_CASE("a byte order mark settles the encoding") {
    CHECK(decoded("\xef\xbb\xbf"
                  "caf\xc3\xa9") == "UTF-8: café");
    CHECK(decoded("\xff\xfe"
                  "c\0a\0f\0\xe9\0"sv) == "UTF-16LE: café");
    CHECK(decoded("\xfe\xff\0c\0a\0f\0\xe9"sv) == "UTF-16BE: café");
    CHECK(decoded("\xff\xfe\0\0c\0\0\0"sv) == "UTF-32LE: c");
}
TEST_CASE("UTF-16 without a mark is recognised by its NULs") {
    CHECK(decoded("r\0a\0t\0e\0d\0 \0g\0o\0o\0d\0"sv) == "UTF-16LE: rated good");
}
TEST_CASE("a curly quote of Windows-1252 survives") {
    CHECK(decoded("Ofsted\x92s \x93good\x94 rating") == "windows-1252: Ofsted’s “good” rating");
}
TEST_CASE("an old Mac's quotes and dashes are told from Windows' letters") {
    CHECK(decoded("The council\xd5s \xd2good\xd3 plan cost \xa3"
                  "5m \xd0 it said") == "macintosh: The council’s “good” plan cost £5m – it said");
    CHECK(decoded("\xd4We waited\xd5, caf\x8e and on\xc9") == "macintosh: ‘We waited’, café and on…");
    CHECK(decoded("Se\xd1or \xd3scar, \xc9ire, caf\xe9, \xa3"
                  "5") == "windows-1252: SeÑor Óscar, Éire, café, £5");
    CHECK(decoded("The council\x92s \x93good\x94 plan \x96 it said\x85") ==
          "windows-1252: The council’s “good” plan – it said…");
    CHECK(decoded("it\xd5s", "windows-1252") == "windows-1252: itÕs");
}
TEST_CASE("a pound sign of DOS is told from Windows' letter") {
    CHECK(decoded("It cost \x9c"
                  "5m at a caf\x82") == "ibm-850: It cost £5m at a café");
    CHECK(decoded("An \x9cuvre of \xa3"
                  "5") == "windows-1252: An œuvre of £5");
}
TEST_CASE("one stray byte does not turn a UTF-8 file into another encoding") {
    CHECK(decoded("caf\xc3\xa9 na\xc3\xafve \xe2\x80\x9cgood\xe2\x80\x9d \xc3\xa9t\xc3\xa9 it\x92s") ==
          "UTF-8: café naïve “good” été it’s");
}
TEST_CASE("a declared charset is used, and valid UTF-8 beats it") {
    CHECK(decoded("\xcf\xf0\xe8\xe2\xe5\xf2", "windows-1251") == "windows-1251: Привет");
    CHECK(decoded("caf\xc3\xa9", "iso-8859-1") == "UTF-8: café");
    CHECK(decoded("caf\xe9 \x92", "ISO-8859-1") == "windows-1252: café ’");
}
