#include "indexer/register_files/cells/cell_day.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <vector>

#include <fmt/format.h>

#include "common/base/date.hpp"
#include "common/base/table_rows.hpp"
#include "common/text/ascii.hpp"
#include "common/text/trim.hpp"

namespace findings {
namespace {

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool is_number(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

CellDay make_day(int year, int month, int day) {
    const PartialDate date{year, month, day};
    if (month < 1 || month > 12) return {{}, fmt::format("no day: the month would be {}", month)};
    if (!is_valid_date(date)) return {{}, "no day of the calendar"};
    return {format_date(date), {}};
}

// The day of a spreadsheet's serial number. Source: ECMA-376, part 1, 18.17.4.1: days since 30 December 1899.
CellDay from_serial(int serial) {
    const std::chrono::sys_days first(std::chrono::year(1899) / 12 / 30);
    const std::chrono::year_month_day day(first + std::chrono::days(serial));
    return make_day(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                    static_cast<int>(static_cast<unsigned>(day.day())));
}

/// Serials of days that a register may hold, 1936 to 2063: numbers below and above are something else.
constexpr int kFirstSerial = 13'150;
constexpr int kLastSerial = 59'900;

// What stands before a time of day: "2024-03-05T10:00:00", "05/03/2024 - 10:30".
std::string_view drop_time(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return text;
    const std::size_t gap = text.find_last_of(" T", colon);
    if (gap == std::string_view::npos) return text;
    return trim(text.substr(0, gap), " -");
}

/// Two digits of a year are the past century from 50 on: no register looks 25 years ahead.
int full_year(std::string_view digits) {
    const int year = number(digits);
    if (digits.size() != 2) return year;
    return year < 50 ? 2000 + year : 1900 + year;
}

CellDay from_parts(const std::vector<std::string_view>& parts) {
    if (!std::all_of(parts.begin(), parts.end(), is_number)) return {{}, "no day"};
    if (parts[0].size() == 4) return make_day(number(parts[0]), number(parts[1]), number(parts[2]));
    if (parts[0].size() > 2 || parts[1].size() > 2 || (parts[2].size() != 4 && parts[2].size() != 2))
        return {{}, "no day"};
    return make_day(full_year(parts[2]), number(parts[1]), number(parts[0]));
}

}  // namespace

CellDay read_cell_day(std::string_view cell) {
    const std::string_view text = drop_time(trim(cell, " \t\r\n"));
    if (is_number(text)) {
        if (text.size() == 8)
            return make_day(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6)));
        const int serial = text.size() == 5 ? number(text) : 0;
        if (serial >= kFirstSerial && serial <= kLastSerial) return from_serial(serial);
        return {{}, "a number that is no day"};
    }
    // "43087.0": a serial number that a program read as a fraction.
    if (text.size() == 7 && text.ends_with(".0") && is_number(text.substr(0, 5)))
        return read_cell_day(text.substr(0, 5));
    for (const char separator : {'/', '-', '.'})
        if (const auto parts = split_at(text, separator);
            parts.size() == 3 && is_number(parts[0]) && is_number(parts[1]))
            return from_parts(parts);
    std::string spaced(text);  // "5-Mar-2024"
    std::replace(spaced.begin(), spaced.end(), '-', ' ');
    if (const auto date = parse_date(spaced)) {
        if (date->day > 0) return {format_date(*date), {}};
        return {{}, "no whole day"};
    }
    return {{}, "no day"};
}

}  // namespace findings
