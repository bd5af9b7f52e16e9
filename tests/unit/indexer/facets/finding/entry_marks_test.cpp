#include "indexer/facets/finding/entry_marks.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("numbers, bullets and dashes before an entry") {
    CHECK(read_mark("12. Ensure").mark == EntryMark::number);
    CHECK(read_mark("12. Ensure").number == 12);
    CHECK(read_mark("12. Ensure").length == 4);
    CHECK(read_mark("R3 Improve").mark == EntryMark::number);
    CHECK(read_mark("4.2 Ensure").number == 2);
    CHECK(read_mark("• Ensure").mark == EntryMark::bullet);
    CHECK(read_mark("\xef\x82\xb7 Ensure").mark == EntryMark::bullet);
    CHECK(read_mark("− ensuring").mark == EntryMark::dash);
}

TEST_CASE("a number of the sentence is no mark") {
    CHECK(read_mark("12 children left care").mark == EntryMark::none);
    CHECK(read_mark("2014. The").mark == EntryMark::none);
    CHECK(read_mark("4.5 visits").mark == EntryMark::none);
    CHECK(read_mark("Ensure").mark == EntryMark::none);
}

TEST_CASE("where a line ends") {
    CHECK(ends_sentence("are kept. (Outcome three)"));
    CHECK_FALSE(ends_sentence("are kept (Outcome three)"));
    CHECK(ends_sentence("are kept.)"));
    CHECK(ends_sentence("are kept.’"));
    CHECK_FALSE(ends_sentence("are kept"));
    CHECK(leads_on("This includes:"));
    CHECK_FALSE(leads_on("This is all."));
    CHECK(breaks_off("young people with"));
    CHECK_FALSE(breaks_off("young people"));
}

TEST_CASE("lines of a cover and of a letter's head are told from headings of the contents") {
    CHECK(is_letterhead("Her Majesty’s Inspector"));
    CHECK(is_letterhead("Lead inspector: Ann Other HMI"));
    CHECK(is_letterhead("Inspection dates: 15 to 19 July 2024"));
    CHECK(is_letterhead("Ann Other, His Majesty's Inspector"));
    CHECK(is_letterhead("Dear local partnership"));
    CHECK_FALSE(is_letterhead("Inspection outcome"));
    CHECK_FALSE(is_letterhead("What needs to improve?"));
    CHECK_FALSE(is_letterhead("Published strategies"));
    CHECK_FALSE(is_letterhead("Leaders and inspectors"));
}
