#include "common/text/text_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "tests/unit/support/temp_folder.hpp"

using namespace findings;
using namespace std::string_literals;

TEST_CASE("a byte order mark is no text, and UTF-16 with one is read") {
    CHECK(decode_marked_text("\xef\xbb\xbfindex = x") == "index = x");
    CHECK(decode_marked_text("index = x") == "index = x");
    CHECK(decode_marked_text("").empty());
    CHECK(decode_marked_text("\xef\xbb\xbf").empty());
    // "é€", a rider beyond the basic plane, and a line end: what Notepad calls Unicode, in both orders.
    CHECK(decode_marked_text("\xff\xfe\xe9\x00\xac\x20\x3d\xd8\x00\xde\x0d\x00\x0a\x00"s) == "é€\xf0\x9f\x98\x80\r\n");
    CHECK(decode_marked_text("\xfe\xff\x00\xe9\x20\xac\xd8\x3d\xde\x00"s) == "é€\xf0\x9f\x98\x80");
    // Halves of pairs, and of a unit.
    CHECK(decode_marked_text("\xff\xfe\x3d\xd8"s) == "\xef\xbf\xbd");
    CHECK(decode_marked_text("\xff\xfe\x00\xde\x41\x00\x42"s) ==
          "\xef\xbf\xbd"
          "A"
          "\xef\xbf\xbd");
}

TEST_CASE("what cannot be read says why, and a pipe only where one is meant") {
    const test::TempFolder folder;
    CHECK(read_text_file(folder.write("a", "\xef\xbb\xbfx\n"), FileKinds::regular).text == "x\n");
    CHECK(read_text_file(folder.path() / "none", FileKinds::any).failure == "No such file or directory");
    CHECK(read_text_file(folder.path(), FileKinds::any).failure == "Is a directory");
    CHECK(read_text_file("/dev/null", FileKinds::any).failure.empty());
    CHECK(read_text_file("/dev/null", FileKinds::regular).failure == "it is not a regular file");
    REQUIRE(::mkfifo((folder.path() / "p").c_str(), 0600) == 0);
    CHECK(read_text_file(folder.path() / "p", FileKinds::regular).failure == "it is not a regular file");
}
