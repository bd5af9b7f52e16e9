#include "indexer/readers/bytes/tidy.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

TEST_CASE("the charset of a meta tag or an XML prolog decodes the page") {
    CHECK(summarise(read_as("a.html", "<meta charset=\"windows-1251\"><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>")) ==
          "paragraph: Привет\n");
    CHECK(summarise(read_as("a.html",
                            "<?xml version=\"1.0\" encoding='koi8-r'?><html><body><p>\xf0\xd2\xc9\xd7\xc5\xd4</p>")) ==
          "paragraph: Привет\n");
}
TEST_CASE("tidying drops what cannot be seen and spells ligatures out") {
    CHECK(tidy_text("in\xc2\xad"
                    "adequate") == "inadequate");
    CHECK(tidy_text("improve\xc2\xad\n  ment") == "improvement");
    CHECK(tidy_text("a\xe2\x80\x8b"
                    "b\xef\xbb\xbf"
                    "c") == "abc");
    CHECK(tidy_text("not\xc2\xa0met") == "not met");
    CHECK(tidy_text("\xef\xac\x81nding e\xef\xac\x80ort o\xef\xac\x83"
                    "ce") == "finding effort office");
    CHECK(tidy_text("a\r\nb\rc\x07"
                    "d") == "a\nb\nc d");
    CHECK(tidy_text("it’s “good”") == "it’s “good”");
}
TEST_CASE("a superscript figure is no digit of the word before it") {
    CHECK(tidy_text("supervision¹ and mentoring²³, 12⁵ visits") == "supervision and mentoring, 12 visits");
    CHECK(tidy_text("20 m² and km³, 3 × 10⁶, 10⁻³ of 2 x 10⁻³") == "20 m² and km³, 3 × 10⁶, 10 of 2 x 10⁻³");
    CHECK(tidy_text("¹ See the report\n² And this") == "1 See the report\n2 And this");
    CHECK(tidy_text("Example™ home") == "Example ™ home");
}
TEST_CASE("output is NFC") { CHECK(tidy_text("cafe\xcc\x81") == "caf\xc3\xa9"); }
