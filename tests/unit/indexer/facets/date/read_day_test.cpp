#include "indexer/facets/date/read_day.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("a declared day is read in every form that programs and people write") {
    for (const char* text : {"2024-03-05",
                             "2024-03-05T09:30:00Z",
                             "2024-03-05 10:00:00",
                             "2024-03-05 10:00:00+00:00",
                             "2024-03-05T10:00:00.000+0000",
                             "20240305",
                             "20240305T100000Z",
                             "20240305100000",
                             "2024/03/05",
                             "2024-3-5",
                             "2024.03.05",
                             "05/03/2024",
                             "5/3/2024",
                             "05.03.2024",
                             "05-03-2024",
                             "5/3/24",
                             "Tue, 05 Mar 2024 10:00:00 GMT",
                             "Tue, 5 Mar 2024 10:00:00 +0000 (UTC)",
                             "Tue Mar  5 10:00:00 2024",
                             "Tue Mar 05 10:00:00 GMT 2024",
                             "March 5, 2024",
                             "5 March 2024",
                             "Tuesday 5th March 2024 at 10.30am",
                             "5 Mar 2024, 10:30 am GMT",
                             "05-Mar-2024",
                             "1709632800",
                             "1709632800.25",
                             "1709632800000",
                             "/Date(1709632800000)/",
                             "\"2024-03-05\"",
                             "visit 20240305.pdf"}) {
        CAPTURE(text);
        CHECK(read_day(text) == "2024-03-05");
    }
    CHECK(read_day("03/25/2024") == "2024-03-25");
}
TEST_CASE("what holds no whole day gives none") {
    for (const char* text : {"", "2024", "2024-03", "March 2024", "yesterday", "report 2024.pdf", "2024-13-45",
                             "31/02/2024", "25/30/2024", "12345678", "id 1709632800", "0000-00-00", "10:30"}) {
        CAPTURE(text);
        CHECK(read_day(text) == "");
    }
}
TEST_CASE("a moment with an offset is the day it was in London") {
    CHECK(read_day("2024-06-30T23:30:00Z") == "2024-07-01");
    CHECK(read_day("2024-06-30T22:30:00Z") == "2024-06-30");
    CHECK(read_day("2024-01-31T23:30:00Z") == "2024-01-31");
    CHECK(read_day("2024-03-05T01:00:00+02:00") == "2024-03-04");
    CHECK(read_day("2024-03-04T23:30:00-05:00") == "2024-03-05");
    CHECK(read_day("Mon, 04 Mar 2024 23:30:00 EST") == "2024-03-05");
    CHECK(read_day("4 March 2024 11:30 pm EST") == "2024-03-05");
    CHECK(read_day("20240630T233000Z") == "2024-07-01");
    CHECK(read_day("2024-07-01 00:30 BST") == "2024-07-01");
    CHECK(read_day("2024-03-31T00:30:00Z") == "2024-03-31");
    CHECK(read_day("2024-10-27T23:30:00Z") == "2024-10-27");
    CHECK(read_day("2024-10-26T23:30:00Z") == "2024-10-27");
    CHECK(read_day("2024-06-30T23:30:00") == "2024-06-30");
    CHECK(read_day("1719790200") == "2024-07-01");
}
TEST_CASE("a visit declared as a range has both its days") {
    const auto days = read_days("10 to 14 June 2024");
    REQUIRE(days);
    CHECK(format_date(days->from) == "2024-06-10");
    CHECK(format_date(days->to) == "2024-06-14");
}
TEST_CASE("of several days in a byline that of publication is taken") {
    CHECK(read_published_day("By Jo. Updated 6 March 2024, published 5 March 2024") == "2024-03-05");
    CHECK(read_published_day("Published 5 March 2024, updated 6 March 2024") == "2024-03-05");
    CHECK(read_published_day("6 March 2024 (first published 5 March 2024)") == "2024-03-05");
    CHECK(read_published_day("5 March 2024, last modified 6 March 2024") == "2024-03-05");
    CHECK(read_published_day("Updated 6 March 2024") == "");
    CHECK(read_published_day("2024-06-30T23:30:00Z") == "2024-07-01");
}

TEST_CASE("the last minute of an hour is a time, the sixtieth is none") {
    CHECK(read_day("2024-03-05T23:59:00-0100") == "2024-03-06");
    CHECK(read_day("2024-03-05T23:60:00-0100") == "2024-03-05");
    CHECK(read_day("2024-03-05T00:00:00+0100") == "2024-03-04");
}
