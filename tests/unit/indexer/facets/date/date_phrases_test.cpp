#include "indexer/facets/date/date_phrases.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {

std::string range_in(std::string_view text, const PartialDate& before = {}) {
    const Passage passage{text, split_words(text, WordIds{}), {}};
    const auto dates = find_date_phrases(passage, 0, passage.words.size(), before);
    return dates.empty() ? "" : format_date(dates.front().from) + ".." + format_date(dates.front().to);
}

}  // namespace

TEST_CASE("the days of a visit are read in every printed shape") {
    CHECK(range_in("10 to 14 June 2024") == "2024-06-10..2024-06-14");
    CHECK(range_in("24 February - 20 March 2015") == "2015-02-24..2015-03-20");
    CHECK(range_in("19 November–30 November 2018") == "2018-11-19..2018-11-30");
    CHECK(range_in("12/09/2016 to 06/10/2016") == "2016-09-12..2016-10-06");
    CHECK(range_in("18 Feb 2014") == "2014-02-18..2014-02-18");
    CHECK(range_in("16/10/2013") == "2013-10-16..2013-10-16");
    CHECK(range_in("15-19 July 2013") == "2013-07-15..2013-07-19");
    CHECK(range_in("4 and 11–15 September 2023") == "2023-09-04..2023-09-15");
    CHECK(range_in("30 December 2019 to 3 January 2020") == "2019-12-30..2020-01-03");
    CHECK(range_in("29 December to 3 January 2020") == "2019-12-29..2020-01-03");
    CHECK(range_in("Monday 4 March to Friday 8 March 2024") == "2024-03-04..2024-03-08");
}

TEST_CASE("a number that a PDF broke in two is one day") {
    CHECK(range_in("1 9 June 2019") == "2019-06-19..2019-06-19");
    CHECK(range_in("1 9 to 20 July 2022") == "2022-07-19..2022-07-20");
}

TEST_CASE("a visit in parts ends with its last day") {
    CHECK(range_in("8 July 2019 to 12 July 2019 and 7 August 2019 to 8 August 2019") == "2019-07-08..2019-08-08");
}

TEST_CASE("the day stands before the month, and after it only with a year") {
    CHECK(range_in("05/03/2024") == "2024-03-05..2024-03-05");
    CHECK(range_in("Thursday, July 14, 2022") == "2022-07-14..2022-07-14");
    CHECK(range_in("July 14") == "");
}

TEST_CASE("what is no complete date gives none") {
    CHECK(range_in("in October 2025") == "");
    CHECK(range_in("last November") == "");
    CHECK(range_in("31 February 2020") == "");
    CHECK(range_in("14 children in 3 homes") == "");
}

TEST_CASE("a day without a year is the last such day before the article") {
    CHECK(range_in("on 12 and 13 December", {2024, 2, 16}) == "2023-12-12..2023-12-13");
    CHECK(range_in("on 12 and 13 December") == "");
}
