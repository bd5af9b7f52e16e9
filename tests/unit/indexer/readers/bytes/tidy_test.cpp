#include "indexer/readers/bytes/tidy.hpp"

#include <doctest/doctest.h>

#include "indexer/readers/bytes/raised_marks.hpp"

using namespace findings;

namespace {

std::string raise(std::string text, std::string_view raised, std::string_view after = {}, bool is_link = false) {
    append_raised(text, raised, after, is_link);
    return text;
}

}  // namespace

TEST_CASE("control characters are blanks, line ends are one, tabs stay, and a nul goes") {
    for (char c = 1; c < 0x20; ++c) {
        const std::string text = tidy_text(std::string("a") + c + "b");
        CHECK(text == (c == '\n' || c == '\f' || c == '\v' || c == '\r' ? "a\nb" : c == '\t' ? "a\tb" : "a b"));
    }
    CHECK(tidy_text("a\x7f"
                    "b~ ") == "a b~ ");
    CHECK(tidy_text(std::string("a\0b", 3)) == "ab");
    CHECK(tidy_text("a\r\nb\r\rc\r") == "a\nb\n\nc\n");
    CHECK(tidy_text("").empty());
    // Longer than the pieces that are looked at at once, with the untidy byte at each end.
    for (const std::size_t length : {255U, 256U, 257U, 512U}) {
        const std::string run(length, 'x');
        CHECK(tidy_text(run) == run);
        CHECK(tidy_text(run + "\x01") == run + " ");
        CHECK(tidy_text("\x01" + run) == " " + run);
    }
}

TEST_CASE("blanks of any kind are a blank, what cannot be seen goes, separators are line ends") {
    for (const char* blank : {"\u0080", "\u00a0", "\u2000", "\u200a", "\u1680", "\u202f", "\u205f", "\u3000"})
        CHECK_MESSAGE(tidy_text(std::string("a") + blank + "b") == "a b", blank);
    for (const char* gone :
         {"\u200b", "\u200f", "\u202a", "\u202e", "\u2060", "\u2069", "\ufff9", "\ufffb", "\u00ad", "\ufeff"})
        CHECK_MESSAGE(tidy_text(std::string("a") + gone + "b") == "ab", gone);
    for (const char* kept : {"\u00a1", "\u2010", "\u2029x", "\u202f", "\u2070x", "\ufff8", "\ufffc"})
        CHECK_MESSAGE(tidy_text(std::string("a") + kept + "b") != "ab", kept);
    CHECK(tidy_text("a\u0085b\u2028c\u2029d") == "a\nb\nc\n\nd");
    CHECK(tidy_text("\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06") == "fffiflffifflstst");
    CHECK(tidy_text("a\xff") == "a\ufffd");
    CHECK(tidy_text("Acme\u2122") == "Acme \u2122");
    CHECK(tidy_text("\u2122") == "\u2122");
}

TEST_CASE("a word goes on behind a soft hyphen at a line's end, indented or not, and nowhere else") {
    CHECK(tidy_text("adequ\u00ad\nate") == "adequate");
    CHECK(tidy_text("adequ\u00ad \r\n\t ate") == "adequate");
    CHECK(tidy_text("adequ\u00ad ate") == "adequ ate");
    CHECK(tidy_text("adequ\u00ad\n") == "adequ");
    CHECK(tidy_text("adequ\u00ad\n\nate") == "adequ\nate");
    CHECK(tidy_text("adequ\u00ad") == "adequ");
}

TEST_CASE("superscript and circled figures are marks, powers and units as raised text is") {
    CHECK(tidy_text("staff\u00b9 left\u00b2") == "staff left");
    CHECK(tidy_text("20 m\u00b2") == "20 m\u00b2");
    CHECK(tidy_text("3 \u00d7 10\u2076\u2074 x") == "3 \u00d7 10\u2076\u2074 x");
    CHECK(tidy_text("3 \u00d7 10\u207b\u2079") == "3 \u00d7 10\u207b\u2079");
    CHECK(tidy_text("staff\u2460 and\u2468") == "staff and");
    CHECK(tidy_text("x\u2071") != "x");
    CHECK(tidy_text("caf\u0065\u0301") == "caf\u00e9");
}

TEST_CASE("characters are counted, not their bytes") {
    CHECK(count_characters("") == 0);
    CHECK(count_characters("a\u00e9\u20ac\U0001f600") == 4);
}

TEST_CASE("a raised mark goes, an ordinal's ending, a unit's power and a fraction stay") {
    for (const char* mark : {"1", "12", "123", "a", "Z", "iv", "xviii", "*", "**", "\u2020", "[1]", "#", "+"})
        CHECK_MESSAGE(raise("word", mark, " x") == "word", mark);
    for (const char* ending : {"st", "nd", "rd", "th", "TH"}) {
        CHECK(raise("the 1", ending) == std::string("the 1") + ending);
        CHECK(raise("word", ending) != "word");
    }
    for (const char* unit : {"m", "km", "cm", "mm", "ft", "yd"}) {
        CHECK(raise(std::string("20 ") + unit, "2") == std::string("20 ") + unit + "\u00b2");
        CHECK(raise(std::string("20 ") + unit, "3") == std::string("20 ") + unit + "\u00b3");
        CHECK(raise(std::string("20 ") + unit, "4") == std::string("20 ") + unit);
        CHECK(raise(std::string("20 ") + unit, "2", " x", true) == std::string("20 ") + unit);
    }
    CHECK(raise("3 \u00d7 10", "6") == "3 \u00d7 10\u2076");
    CHECK(raise("3 x 10", "-19") == "3 x 10\u207b\u00b9\u2079");
    CHECK(raise("x 10", "0") == "x 10\u2070");
    CHECK(raise("max 10", "6") == "max 10");
    CHECK(raise("word 10", "6") == "word 10");
    CHECK(raise("1 ", "1", "/2") == "1 1");
    CHECK(raise("1 ", "1", "\u20442") == "1 1");
    CHECK(raise("word", "1", "next") == "word ");
    CHECK(raise("word ", "1", "next") == "word ");
    CHECK(raise("word", "1", ", x") == "word");
    CHECK(raise("word", "1") == "word");
}

TEST_CASE("a mark at the beginning of a line is the note's own number") {
    CHECK(raise("", "1", "See") == "1 ");
    CHECK(raise("", "1", " See") == "1");
    CHECK(raise("text\n ", "1", "See") == "text\n 1 ");
    CHECK(raise("text\n", " 1 ") == "text\n1");
    CHECK(raise("text", "  ") == "text");
}
