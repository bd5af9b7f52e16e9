#include "indexer/register_files/table/as_at_day.hpp"

#include <algorithm>
#include <charconv>
#include <set>
#include <vector>

#include "common/base/date.hpp"
#include "common/text/ascii.hpp"
#include "common/text/fold.hpp"

namespace findings {
namespace {

std::string last_day(const PartialDate& date) {
    const std::string key = last_day_key(date);
    return key.substr(0, 4) + '-' + key.substr(4, 2) + '-' + key.substr(6, 2);
}

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// Letters or digits that stand together: "march", "31", "2024".
std::vector<std::string> split_runs(std::string_view text) {
    const std::string folded = fold_text(text);
    std::vector<std::string> runs;
    char kind = ' ';
    for (const char c : folded) {
        const char now = is_digit(c) ? '0' : is_lower(c) ? 'a' : ' ';
        if (now != ' ' && now != kind) runs.emplace_back();
        if (now != ' ') runs.back().push_back(c);
        kind = now;
    }
    return runs;
}

bool is_year(std::string_view run) {
    return run.size() == 4 && is_digit(run[0]) && number(run) >= 1990 && number(run) < 2100;
}

bool is_small_number(std::string_view run, int most) {
    return run.size() <= 2 && is_digit(run[0]) && number(run) >= 1 && number(run) <= most;
}

PartialDate from_key(std::string_view run) {
    return {number(run.substr(0, 4)), number(run.substr(4, 2)), number(run.substr(6, 2))};
}

// "31 march 2024", "31st march 2024", "march 2024" before the year at a place; an empty date for none.
PartialDate month_before_year(const std::vector<std::string>& runs, std::size_t year) {
    if (year == 0) return {};
    const int month = parse_month(runs[year - 1]);
    if (month == 0) {
        // "31 03 2024"
        if (year > 1 && is_small_number(runs[year - 1], 12) && is_small_number(runs[year - 2], 31))
            return {number(runs[year]), number(runs[year - 1]), number(runs[year - 2])};
        return {};
    }
    std::size_t day = year - 1;
    if (day > 0 && (runs[day - 1] == "st" || runs[day - 1] == "nd" || runs[day - 1] == "rd" || runs[day - 1] == "th"))
        --day;
    if (day > 0 && is_small_number(runs[day - 1], 31)) return {number(runs[year]), month, number(runs[day - 1])};
    return {number(runs[year]), month, 0};
}

// "2024 03 31", "2024 march", "2024 03" behind the year at a place; `span` where two digits make it a span of years.
PartialDate month_behind_year(const std::vector<std::string>& runs, std::size_t year, bool& span) {
    if (year + 1 >= runs.size()) return {};
    const std::string& next = runs[year + 1];
    if (const int month = parse_month(next); month != 0) return {number(runs[year]), month, 0};
    if (is_year(next)) span = number(next) == number(runs[year]) + 1;
    if (next.size() != 2 || !is_digit(next[0])) return {};
    if (is_small_number(next, 12)) {
        PartialDate date{number(runs[year]), number(next), 0};
        if (year + 2 < runs.size() && runs[year + 2].size() == 2 && is_small_number(runs[year + 2], 31))
            date.day = number(runs[year + 2]);
        return date;
    }
    span = number(next) == (number(runs[year]) + 1) % 100;
    return {};
}

/// How exact a date is.
int count_parts(const PartialDate& date) {
    return (date.year > 0 ? 1 : 0) + (date.month > 0 ? 1 : 0) + (date.day > 0 ? 1 : 0);
}

}  // namespace

std::string find_as_at_in_title(std::string_view title) {
    const std::vector<std::string> runs = split_runs(title);
    for (std::size_t i = 0; i + 2 < runs.size(); ++i) {
        if (runs[i] != "as" || runs[i + 1] != "at") continue;
        for (std::size_t year = i + 2; year < std::min(runs.size(), i + 7); ++year) {
            if (!is_year(runs[year])) continue;
            PartialDate date = month_before_year(runs, year);
            bool span = false;
            if (date.year == 0) date = month_behind_year(runs, year, span);
            if (date.year == 0 && !span) date = {number(runs[year]), 0, 0};
            if (is_valid_date(date)) return last_day(date);
        }
    }
    return {};
}

std::string find_as_at_in_name(std::string_view file_name) {
    const std::vector<std::string> runs = split_runs(file_name);
    PartialDate best;
    std::set<int> years;
    bool any_span = false;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        PartialDate date;
        if (runs[i].size() == 8 && is_digit(runs[i][0])) date = from_key(runs[i]);
        if (is_year(runs[i])) {
            bool span = false;
            date = month_before_year(runs, i);
            if (date.year == 0) date = month_behind_year(runs, i, span);
            if (date.year == 0) date = {number(runs[i]), 0, 0};
            any_span = any_span || span;
            years.insert(date.year);
        }
        if (is_valid_date(date) && count_parts(date) > count_parts(best)) best = date;
    }
    if (best.year == 0 || (best.month == 0 && (any_span || years.size() > 1))) return {};
    return last_day(best);
}

std::string read_as_at(std::string_view typed) {
    const auto date = parse_date(typed);
    return date ? last_day(*date) : std::string();
}

}  // namespace findings
