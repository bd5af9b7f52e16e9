#include "indexer/register_files/cells/cell_day.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("days as registers write them") {
    CHECK(read_cell_day("05/03/2024").day == "2024-03-05");
    CHECK(read_cell_day("27/10/23").day == "2023-10-27");
    CHECK(read_cell_day("01/04/75").day == "1975-04-01");
    CHECK(read_cell_day("19-04-2013").day == "2013-04-19");
    CHECK(read_cell_day("20241101").day == "2024-11-01");
    CHECK(read_cell_day("2018-02-21").day == "2018-02-21");
    CHECK(read_cell_day("2018-02-21T00:00:00").day == "2018-02-21");
    CHECK(read_cell_day("05/03/2024 - 10:30").day == "2024-03-05");
    CHECK(read_cell_day("05/03/2024 00:00").day == "2024-03-05");
    CHECK(read_cell_day("43087").day == "2017-12-18");
    CHECK(read_cell_day("43087.0").day == "2017-12-18");
    CHECK(read_cell_day("5 March 2024").day == "2024-03-05");
    CHECK(read_cell_day("5-Mar-2024").day == "2024-03-05");
}

TEST_CASE("what is no day says why") {
    CHECK(read_cell_day("03/25/2024").reason == "no day: the month would be 25");
    CHECK(read_cell_day("31/02/2024").reason == "no day of the calendar");
    CHECK(read_cell_day("2017_12").reason == "no day");
    CHECK(read_cell_day("March 2024").reason == "no whole day");
    CHECK(read_cell_day("2024").reason == "a number that is no day");
    CHECK(read_cell_day("1026000").reason == "a number that is no day");
    CHECK(read_cell_day("Not yet").reason == "no day");
}
