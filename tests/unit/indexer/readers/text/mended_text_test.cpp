// Small mendings of text: character references, letters set apart, lines joined.
#include <doctest/doctest.h>

#include "indexer/readers/text/character_references.hpp"
#include "indexer/readers/text/mended_letters.hpp"
#include "indexer/readers/text/wrapped_lines.hpp"

using namespace findings;

namespace {

std::string join(std::string text, std::string_view line, std::string_view said = {}) {
    WordEvidence evidence;
    evidence.add(said);
    append_line(text, line, evidence);
    return text;
}

}  // namespace

TEST_CASE("a reference has a name or a number and ends in a semicolon") {
    CHECK(decode_references("a &amp; b") == "a & b");
    CHECK(decode_references("&#8217;&#x2019;&#X2019;") == "\u2019\u2019\u2019");
    CHECK(decode_references("&pound;5 &frac12;") == "\u00a35 \u00bd");
    for (const char* text :
         {"a & b", "&amp", "&;", "&#;", "&#a;", "&1a;", "&nosuchname;", "R&D; x", "&", "&#", "& amp;"})
        CHECK_MESSAGE(decode_references(text) == text, text);
    CHECK(decode_references("x&lt;b&gt;y") == "x<b>y");
    CHECK(decode_references("&amp;&amp;") == "&&");
    // The longest name there is, and one that is longer.
    CHECK(decode_references("&CounterClockwiseContourIntegral;") == "\u2233");
    CHECK(decode_references("&CounterClockwiseContourIntegralx;") == "&CounterClockwiseContourIntegralx;");
}

TEST_CASE("a reference escaped twice or three times is read, a fourth time it is text") {
    CHECK(decode_references("&amp;pound;") == "\u00a3");
    CHECK(decode_references("&amp;amp;pound;") == "\u00a3");
    CHECK(decode_references("&amp;amp;amp;pound;") == "&pound;");
}

TEST_CASE("letters set apart are joined, with words parted by two blanks or more") {
    CHECK(mend_letters("R E P O R T") == "REPORT");
    CHECK(mend_letters("  T H E   R E P O R T\nnext line") == "  THE REPORT\nnext line");
    CHECK(mend_letters("first line\nR E P O R T") == "first line\nREPORT");
    CHECK(mend_letters("\u00c9 T U D E S") == "\u00c9 T U D E S");  // its second byte is no blank
    for (const char* text : {"A B C", "1 2 3 4 5 6 7 8", "R E P O R Tx", "RE P O R T", "A B  C", "", "A",
                             "A B C D E F G H I J K L M N O P Q"})
        CHECK_MESSAGE(mend_letters(text) == text, text);
    CHECK(mend_letters("A B C D E F G H I J K L M N O P") == "ABCDEFGHIJKLMNOP");
}

TEST_CASE("letters printed twice are halved, lines of one sign are not") {
    CHECK(mend_letters("RReeppoorrtt") == "Report");
    CHECK(mend_letters("RReeppoorrtt  ooff  KKeenntt") == "Report of Kent");
    CHECK(mend_letters("RReeppoorrtt ooff") == "Report of");
    for (const char* text : {"1111111111", "--------", "aaaaaaaaaa", "RReeppoorrt", "ReReport", "AABB"})
        CHECK_MESSAGE(mend_letters(text) == text, text);
}

TEST_CASE("a line goes on with a blank, and a word that was cut at its hyphen without one") {
    CHECK(join("", "line") == "line");
    CHECK(join("text", "") == "text");
    CHECK(join("the text", "line") == "the text line");
    CHECK(join("improve-", "ment") == "improvement");
    CHECK(join("improve\u2010", "ment") == "improvement");
    CHECK(join("self\u00ad", "harm") == "selfharm");
    CHECK(join("a -", "b") == "a - b");
    CHECK(join("-", "b") == "- b");
    CHECK(join("improve-", "(ment") == "improve- (ment");
    CHECK(ends_with_hyphen("improve-"));
    CHECK_FALSE(ends_with_hyphen("improve -"));
    CHECK_FALSE(ends_with_hyphen("-"));
    CHECK_FALSE(ends_with_hyphen(""));
}

TEST_CASE("a hyphen stays behind a first part and before a second one that have it, before capitals and in chains") {
    for (const char* first : {"self-", "well-", "co-", "non-", "multi-", "inter-", "Self-"})
        CHECK(join(first, "xyzzy") == std::string(first) + "xyzzy");
    for (const char* second : {"based", "led", "term", "making", "appropriate"})
        CHECK(join("xyzzy-", second) == std::string("xyzzy-") + second);
    CHECK(join("Ofsted-", "Led") == "Ofsted-Led");
    CHECK(join("xy-", "Zzy") == "xy-Zzy");
    CHECK(join("XY-", "zzy") == "XY-zzy");
    CHECK(join("day-to-", "day") == "day-to-day");
    CHECK(join("out-", "of-court") == "out-of-court");
    for (const char* word : {"and", "or", "to", "nor"}) CHECK(join("short-", word) == std::string("short- ") + word);
    CHECK(join("short-", "and-so") == "short-and-so");
    CHECK(join("short\u00ad", "and") == "shortand");
}

TEST_CASE("what the document writes elsewhere decides, and two words of its own keep their hyphen") {
    CHECK(join("foster-", "carers", "foster-carers met") == "foster-carers");
    CHECK(join("self-", "harm", "selfharm is a word here") == "selfharm");
    CHECK(join("care-", "leavers", "care leavers") == "care-leavers");
    CHECK(join("care-", "leavers", "care") == "careleavers");
    CHECK(join("re-", "open", "re open") == "reopen");
    CHECK(join("foster-", "carers", "Foster-Carers met") == "foster-carers");
    // A word that ends in a hyphen itself proves nothing.
    CHECK(join("foster-", "carers", "foster- carers-") == "fostercarers");
}
