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

TEST_CASE("years from 1800 to 2199 are dates, the first and last day of each month too") {
    CHECK(read("1799") == "none");
    CHECK(read("1800") == "1800");
    CHECK(read("2199") == "2199");
    CHECK(read("2200") == "none");
    constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; ++month) {
        CHECK(days_in_month(2023, month) == kDays[month - 1]);
        CHECK(is_valid_date({2023, month, 1}));
        CHECK(is_valid_date({2023, month, kDays[month - 1]}));
        CHECK_FALSE(is_valid_date({2023, month, kDays[month - 1] + 1}));
        CHECK_FALSE(is_valid_date({2023, month, -1}));
    }
    CHECK(days_in_month(2023, 0) == 0);
    CHECK(days_in_month(2023, 13) == 0);
    CHECK_FALSE(is_valid_date({2023, 13, 0}));
    CHECK_FALSE(is_valid_date({2023, -1, 0}));
    CHECK_FALSE(is_valid_date({2023, 0, 1}));
    CHECK(is_valid_date({2023, 0, 0}));
    CHECK(is_valid_date({2023, 12, 0}));
}

TEST_CASE("a leap year is each fourth, not each hundredth, but each four hundredth") {
    CHECK(days_in_month(2024, 2) == 29);
    CHECK(days_in_month(2023, 2) == 28);
    CHECK(days_in_month(1900, 2) == 28);
    CHECK(days_in_month(2000, 2) == 29);
    CHECK(days_in_month(2100, 2) == 28);
    CHECK(days_in_month(2024, 1) == 31);
    CHECK(days_in_month(2024, 3) == 31);
}

TEST_CASE("days are counted forwards and backwards over the ends of months and years") {
    CHECK(add_days({2024, 2, 28}, 1) == PartialDate{2024, 2, 29});
    CHECK(add_days({2023, 2, 28}, 1) == PartialDate{2023, 3, 1});
    CHECK(add_days({2023, 12, 31}, 1) == PartialDate{2024, 1, 1});
    CHECK(add_days({2024, 1, 1}, -1) == PartialDate{2023, 12, 31});
    CHECK(add_days({2024, 3, 1}, -1) == PartialDate{2024, 2, 29});
    CHECK(add_days({2024, 3, 1}, 366) == PartialDate{2025, 3, 2});
    CHECK(add_days({2025, 3, 2}, -366) == PartialDate{2024, 3, 1});
    CHECK(add_days({2024, 3, 1}, 0) == PartialDate{2024, 3, 1});
}

TEST_CASE("each month is known by its name, by three letters and with a point, no other word is") {
    constexpr const char* kNames[] = {"January", "February", "March",     "April",   "May",      "June",
                                      "July",    "August",   "September", "October", "November", "December"};
    for (int month = 1; month <= 12; ++month) {
        const std::string name = kNames[month - 1];
        CHECK(parse_month(name) == month);
        CHECK(parse_month(name.substr(0, 3)) == month);
        CHECK(parse_month(name.substr(0, 3) + ".") == month);
        if (name.size() > 4) CHECK(parse_month(name.substr(0, 4)) == (month == 9 ? 9 : 0));
        CHECK(parse_month(name.substr(0, 2)) == 0);
    }
    CHECK(parse_month("SEPT.") == 9);
    CHECK(parse_month("") == 0);
    CHECK(parse_month(".") == 0);
}

TEST_CASE("days are written with one digit or two, and with any ordinal ending") {
    for (const char* text : {"1 March 2024", "01 March 2024", "1st March 2024", "1 March, 2024", "1  mar. 2024"})
        CHECK(read(text) == "2024-03-01");
    CHECK(read("22nd March 2024") == "2024-03-22");
    CHECK(read("3rd March 2024") == "2024-03-03");
    CHECK(read("31/12/2024") == "2024-12-31");
    CHECK(read("1/1/2024") == "2024-01-01");
    for (const char* text : {"th March 2024",  "0 March 2024",  "001 March 2024",
                             "1xx March 2024", "1 March 02024", "1 2 March 2024",
                             "1 foo 2024",     "001/1/2024",    "1/001/2024",
                             "1/1/02024",      "1/1/24",        "1/0/2024",
                             "a/1/2024",       "1/a/2024",      "1/1/abcd",
                             "32/1/2024",      "29/2/2023",     "2024-3-5-",
                             "2024-003",       "2024-a",        "-",
                             "2024-03-32",     "2024-03-00"})
        CHECK_MESSAGE(read(text) == "none", text);
    CHECK(read("2024-3-5") == "2024-03-05");
}

TEST_CASE("what a partial date leaves out is its first or its last") {
    CHECK(first_day_key({2023, 0, 0}) == "20230101");
    CHECK(first_day_key({2023, 11, 0}) == "20231101");
    CHECK(last_day_key({2023, 11, 0}) == "20231130");
    CHECK(last_day_key({2023, 11, 5}) == "20231105");
    CHECK(format_date({2023, 0, 0}) == "2023");
    CHECK(format_date({2023, 1, 0}) == "2023-01");
    CHECK(format_date({2023, 1, 1}) == "2023-01-01");
}

TEST_CASE("days are counted over months and leap years, and only whole ones") {
    CHECK(count_days("1970-01-02") == 1);
    CHECK(*count_days("2024-03-01") - *count_days("2024-02-28") == 2);
    CHECK_FALSE(count_days("2024-02").has_value());
    CHECK_FALSE(count_days("").has_value());
}
