#include "common/base/date.hpp"

#include <doctest/doctest.h>

using namespace findings;

namespace {
std::string read(std::string_view text) {
    const auto date = parse_date(text);
    return date ? format_date(*date) : "none";
}
}  // namespace

TEST_CASE("dates are read in the shapes the contract names, day first") {
    CHECK(read("2024") == "2024");
    CHECK(read("2024-03") == "2024-03");
    CHECK(read("2024-03-05") == "2024-03-05");
    CHECK(read("5 March 2024") == "2024-03-05");
    CHECK(read("5th Mar 2024") == "2024-03-05");
    CHECK(read("March 2024") == "2024-03");
    CHECK(read("05/03/2024") == "2024-03-05");
    CHECK(read("29/2/2024") == "2024-02-29");
}

TEST_CASE("what is no date is none") {
    for (const std::string_view text :
         {"", "2024-13", "2024-02-30", "30 February 2024", "0/1/2024", "13/13/2024", "24", "20245", "2024-", "-2024",
          "2024-00", "May", "5 March", "tomorrow", "2024-03-05-06", "1/2", "5 March 24"})
        CHECK_MESSAGE(read(text) == "none", text);
}

TEST_CASE("a partial date covers its first to its last day") {
    CHECK(first_day_key({2024, 2, 0}) == "20240201");
    CHECK(last_day_key({2024, 2, 0}) == "20240229");
    CHECK(last_day_key({2023, 0, 0}) == "20231231");
    CHECK(first_day_key({2023, 5, 6}) == "20230506");
}

TEST_CASE("a day of an article is the key of the range that is that day, and no day is before every day") {
    CHECK(day_key("2023-05-06") == first_day_key({2023, 5, 6}));
    CHECK(day_key("").empty());
    CHECK(day_number("2023-05-06") == 20230506);
    CHECK(day_number("") == 0);
}
