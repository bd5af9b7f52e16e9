#include "common/base/date.hpp"

#include <array>
#include <cctype>
#include <chrono>
#include <vector>

#include <fmt/format.h>

namespace findings {
namespace {

constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2199;
constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return result;
}

bool is_digits(std::string_view text, std::size_t most) {
    if (text.empty() || text.size() > most) return false;
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return true;
}

int number(std::string_view digits) {
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    return value;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        std::size_t end = text.find_first_of(separators, begin);
        if (end == std::string_view::npos) end = text.size();
        if (end > begin) parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

std::string_view without_ordinal(std::string_view day) {
    for (const std::string_view suffix : {"st", "nd", "rd", "th"})
        if (day.size() > 2 && day.substr(day.size() - 2) == suffix && is_digits(day.substr(0, day.size() - 2), 2))
            return day.substr(0, day.size() - 2);
    return day;
}

// "5 March 2024", "March 2024"; the year always has four digits.
PartialDate parse_written(const std::vector<std::string_view>& words) {
    const std::size_t n = words.size();
    if (n < 2 || n > 3 || !is_digits(words[n - 1], 4) || words[n - 1].size() != 4) return {};
    PartialDate date{number(words[n - 1]), parse_month(words[n - 2]), 0};
    if (date.month == 0) return {};
    if (n == 3) {
        const std::string_view day = without_ordinal(words[0]);
        if (!is_digits(day, 2) || number(day) == 0) return {};
        date.day = number(day);
    }
    return date;
}

PartialDate parse_iso(const std::vector<std::string_view>& parts) {
    if (parts.size() > 3 || !is_digits(parts[0], 4) || parts[0].size() != 4) return {};
    PartialDate date{number(parts[0]), 0, 0};
    for (std::size_t i = 1; i < parts.size(); ++i) {
        if (!is_digits(parts[i], 2) || number(parts[i]) == 0) return {};
        (i == 1 ? date.month : date.day) = number(parts[i]);
    }
    return date;
}

}  // namespace

int days_in_month(int year, int month) {
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : kDays[static_cast<std::size_t>(month - 1)];
}

PartialDate add_days(PartialDate date, int days) {
    for (date.day += days; date.day > days_in_month(date.year, date.month);) {
        date.day -= days_in_month(date.year, date.month);
        if (++date.month > 12) {
            date.month = 1;
            ++date.year;
        }
    }
    while (date.day < 1) {
        if (--date.month < 1) {
            date.month = 12;
            --date.year;
        }
        date.day += days_in_month(date.year, date.month);
    }
    return date;
}

bool is_valid_date(const PartialDate& date) {
    if (date.year < kFirstYear || date.year > kLastYear) return false;
    if (date.month == 0) return date.day == 0;
    return date.month >= 1 && date.month <= 12 && date.day >= 0 && date.day <= days_in_month(date.year, date.month);
}

int parse_month(std::string_view name) {
    std::string folded = lower(name);
    if (!folded.empty() && folded.back() == '.') folded.pop_back();
    if (folded == "sept") return 9;
    for (std::size_t i = 0; i < kMonths.size(); ++i)
        if (folded == kMonths[i] || (folded.size() == 3 && kMonths[i].substr(0, 3) == folded))
            return static_cast<int>(i) + 1;
    return 0;
}

std::optional<PartialDate> parse_date(std::string_view text) {
    const std::string folded = lower(text);
    PartialDate date;
    const std::vector<std::string_view> slashed = split(folded, "/");
    if (slashed.size() == 3) {
        if (!is_digits(slashed[0], 2) || !is_digits(slashed[1], 2) || !is_digits(slashed[2], 4) ||
            slashed[2].size() != 4 || number(slashed[0]) == 0 || number(slashed[1]) == 0)
            return std::nullopt;
        date = {number(slashed[2]), number(slashed[1]), number(slashed[0])};
    } else if (const auto words = split(folded, " ,"); words.size() > 1) {
        date = parse_written(words);
    } else if (words.size() == 1 && folded.find_first_of("0123456789") == 0 && folded.back() != '-') {
        date = parse_iso(split(folded, "-"));
    }
    if (!is_valid_date(date)) return std::nullopt;
    return date;
}

std::string format_date(const PartialDate& date) {
    if (date.month == 0) return fmt::format("{:04}", date.year);
    if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string first_day_key(const PartialDate& date) {
    return fmt::format("{:04}{:02}{:02}", date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day);
}

std::string last_day_key(const PartialDate& date) {
    const int month = date.month == 0 ? 12 : date.month;
    return fmt::format("{:04}{:02}{:02}", date.year, month, date.day == 0 ? days_in_month(date.year, month) : date.day);
}

std::string day_key(std::string_view iso_day) {
    std::string digits(iso_day);
    std::erase(digits, '-');
    return digits;
}

std::uint32_t day_number(std::string_view iso_day) { return static_cast<std::uint32_t>(number(day_key(iso_day))); }

std::optional<long> count_days(std::string_view iso_day) {
    const auto date = parse_date(iso_day);
    if (!date || date->day == 0) return std::nullopt;
    const std::chrono::year_month_day day{std::chrono::year(date->year),
                                          std::chrono::month(static_cast<unsigned>(date->month)),
                                          std::chrono::day(static_cast<unsigned>(date->day))};
    return std::chrono::sys_days(day).time_since_epoch().count();
}

}  // namespace findings
