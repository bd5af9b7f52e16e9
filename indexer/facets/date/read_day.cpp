#include "indexer/facets/date/read_day.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <string>

#include "common/text/ascii.hpp"
#include "common/text/trim.hpp"

namespace findings {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

constexpr std::array<std::string_view, 9> kPublishedWords{"published", "posted", "created",   "publication", "issued",
                                                          "publish",   "added",  "submitted", "uploaded"};
constexpr std::array<std::string_view, 11> kUpdatedWords{"updated", "update",  "modified", "amended",
                                                         "edited",  "revised", "reviewed", "changed",
                                                         "edit",    "correct", "corrected"};

/// Names of offsets that dates of mails and pages carry. Source: RFC 5322, section 4.3, and the zones of the EU.
struct Zone {
    std::string_view name;
    int minutes;
};
constexpr std::array<Zone, 15> kZones{{{"z", 0},
                                       {"gmt", 0},
                                       {"utc", 0},
                                       {"ut", 0},
                                       {"wet", 0},
                                       {"bst", 60},
                                       {"ist", 60},
                                       {"cet", 60},
                                       {"cest", 120},
                                       {"est", -300},
                                       {"edt", -240},
                                       {"cst", -360},
                                       {"cdt", -300},
                                       {"pst", -480},
                                       {"pdt", -420}}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// 01:00 UTC on the last Sunday of the month: when summer time begins (March) and ends (October). Source: the Summer
/// Time Order 2002; the days before 1996 differ by a week at most.
sys_days last_sunday(int year, unsigned month) {
    return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::Sunday[std::chrono::last]);
}

/// The day in London of a moment in UTC.
PartialDate london_day(std::chrono::sys_time<minutes> utc) {
    const auto year_of = [](std::chrono::sys_time<minutes> time) {
        return static_cast<int>(std::chrono::year_month_day(std::chrono::floor<days>(time)).year());
    };
    const int year = year_of(utc);
    const bool summer =
        utc >= last_sunday(year, 3) + std::chrono::hours(1) && utc < last_sunday(year, 10) + std::chrono::hours(1);
    const std::chrono::year_month_day day(std::chrono::floor<days>(utc + (summer ? minutes(60) : minutes(0))));
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

bool is_day(const PartialDate& date) {
    return date.year >= 1900 && date.month > 0 && date.day > 0 && is_valid_date(date);
}

/// A time of day with its offset from UTC.
struct Moment {
    minutes time{0};
    minutes offset{0};
};

/// Reads "+01:00", "-0500", "+01", "GMT", "Z"; false for anything else.
bool read_offset(std::string_view text, minutes& offset) {
    text = trim(text, " \t(");
    if (text.empty()) return false;
    if (text.front() == '+' || text.front() == '-') {
        std::string digits;
        for (const char c : text.substr(1, 5))
            if (is_digit(c))
                digits.push_back(c);
            else if (c != ':')
                break;
        if (digits.size() != 2 && digits.size() != 4) return false;
        const int value = number(digits.substr(0, 2)) * 60 + (digits.size() == 4 ? number(digits.substr(2)) : 0);
        offset = minutes(text.front() == '-' ? -value : value);
        return value <= 14 * 60;
    }
    std::string name;
    for (const char c : text) {
        if (!is_letter(c)) break;
        name.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    const auto zone = std::find_if(kZones.begin(), kZones.end(), [&](const Zone& row) { return row.name == name; });
    if (zone == kZones.end()) return false;
    offset = minutes(zone->minutes);
    return true;
}

/// The first time of day in a text that says how far from UTC it is: "T23:30:00Z", " 11:30 pm BST", "T233000Z".
std::optional<Moment> find_moment(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!is_digit(text[at]) || (at > 0 && is_digit(text[at - 1]))) continue;
        std::size_t end = at;
        while (end < text.size() && is_digit(text[end])) ++end;
        int hour = -1;
        int minute = 0;
        const bool compact = end - at >= 4 && end - at <= 6 && at > 0 && (text[at - 1] == 'T' || text[at - 1] == 't');
        if (compact) {
            hour = number(text.substr(at, 2));
            minute = number(text.substr(at + 2, 2));
        } else if (end - at <= 2 && end + 2 < text.size() && text[end] == ':' && is_digit(text[end + 1])) {
            hour = number(text.substr(at, end - at));
            minute = number(text.substr(end + 1, 2));
            while (end < text.size() &&
                   (is_digit(text[end]) || text[end] == ':' || text[end] == '.' || text[end] == ','))
                ++end;
        }
        if (hour < 0 || hour > 24 || minute > 59) continue;
        std::string_view rest = trim(text.substr(end), " \t");
        const bool afternoon = rest.starts_with("pm") || rest.starts_with("PM");
        if (afternoon || rest.starts_with("am") || rest.starts_with("AM")) {
            rest.remove_prefix(2);
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        Moment moment{minutes(hour * 60 + minute), minutes(0)};
        if (read_offset(rest, moment.offset)) return moment;
        return std::nullopt;
    }
    return std::nullopt;
}

PartialDate in_london(const PartialDate& date, const Moment& moment) {
    const sys_days day(std::chrono::year(date.year) / std::chrono::month(static_cast<unsigned>(date.month)) /
                       std::chrono::day(static_cast<unsigned>(date.day)));
    return london_day(day + moment.time - moment.offset);
}

/// Seconds, milliseconds or microseconds since 1970, "20240305" and "20240305100000".
std::optional<PartialDate> read_figures(std::string_view text) {
    // .NET writes "/Date(1709632800000)/".
    if (text.starts_with("/Date(")) text = text.substr(6, text.find_first_of("+)-", 6) - 6);
    const std::string_view digits = text.substr(0, text.find('.'));
    if (digits.size() < 8 || !std::all_of(digits.begin(), digits.end(), is_digit)) return std::nullopt;
    if (digits.size() == 8 || digits.size() == 14) {
        const PartialDate date{number(digits.substr(0, 4)), number(digits.substr(4, 2)), number(digits.substr(6, 2))};
        if (is_day(date)) return date;
    }
    std::int64_t value = 0;
    if (digits.size() > 16 || digits.size() == 8) return std::nullopt;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const std::int64_t unit = digits.size() <= 10 ? 1 : digits.size() <= 13 ? 1000 : 1000000;
    return london_day(std::chrono::sys_time<minutes>(minutes(value / unit / 60)));
}

/// "Tue Mar  5 10:00:00 GMT 2024": C's and Java's order.
std::optional<PartialDate> read_asctime(const Passage& passage) {
    const auto word = [&](std::size_t at) {
        return at < passage.words.size() ? passage.words_text(at, at + 1) : std::string_view{};
    };
    for (std::size_t at = 0; at + 2 < passage.words.size() && at < 2; ++at) {
        const int month = parse_month(word(at));
        const std::string_view day = word(at + 1);
        if (month == 0 || day.size() > 2 || !std::all_of(day.begin(), day.end(), is_digit)) continue;
        const std::string_view year = word(passage.words.size() - 1);
        if (year.size() != 4 || !std::all_of(year.begin(), year.end(), is_digit)) continue;
        const PartialDate date{number(year), month, number(day)};
        if (is_day(date)) return date;
    }
    return std::nullopt;
}

/// "03/25/2024" can only be a day of March.
std::optional<PartialDate> read_american(std::string_view text) {
    const std::size_t first = text.find('/');
    const std::size_t second = first == std::string_view::npos ? first : text.find('/', first + 1);
    if (second == std::string_view::npos || text.size() < second + 5) return std::nullopt;
    const auto figures = [](std::string_view part) {
        return !part.empty() && part.size() <= 4 && std::all_of(part.begin(), part.end(), is_digit) ? number(part) : 0;
    };
    const PartialDate date{figures(text.substr(second + 1, 4)), figures(text.substr(0, first)),
                           figures(text.substr(first + 1, second - first - 1))};
    if (!is_day(date)) return std::nullopt;
    return date;
}

Passage split(std::string_view text) { return {text, split_words(text, WordIds{}), {}}; }

DeclaredDays place_in_london(const Passage& passage, const DatePhrase& date) {
    DeclaredDays range{date.from, date.to};
    if (date.from != date.to) return range;
    // "05T10:00" is one word, so the time is looked for from its own last word on.
    const std::size_t begin = passage.words[date.last - 1].begin;
    const std::size_t next = std::min(passage.text.find_first_of("T \t,", begin), passage.text.size());
    if (const auto moment = find_moment(passage.text.substr(next)))
        range.from = range.to = in_london(date.from, *moment);
    return range;
}

}  // namespace

std::optional<DeclaredDays> read_days(std::string_view text) {
    text = trim(text, " \t\n\"'");
    if (const auto day = read_figures(text)) return DeclaredDays{*day, *day};
    const Passage passage = split(text);
    if (const auto dates = find_date_phrases(passage, 0, passage.words.size()); !dates.empty())
        return place_in_london(passage, dates.front());
    for (const auto& day : {read_asctime(passage), read_american(text)}) {
        if (!day) continue;
        const auto moment = find_moment(text);
        const PartialDate date = moment ? in_london(*day, *moment) : *day;
        return DeclaredDays{date, date};
    }
    // "20240305T100000Z", "20240305" in a file name.
    for (const Word& word : passage.words) {
        const std::string_view letters = text.substr(word.begin, word.end - word.begin);
        const std::string_view figures = letters.substr(0, 8);
        if (letters.size() > 8 && letters[8] != 'T') continue;
        const auto day = read_figures(figures);
        if (!day || day->year < 1990 || day->year >= 2100) continue;
        const auto moment = letters.size() > 8 ? find_moment(text.substr(word.begin + 8)) : std::nullopt;
        const PartialDate date = moment ? in_london(*day, *moment) : *day;
        return DeclaredDays{date, date};
    }
    return std::nullopt;
}

std::string read_day(std::string_view text) {
    const auto days = read_days(text);
    return days ? format_date(days->from) : std::string();
}

DateLabel find_date_label(const Passage& passage, std::size_t first, std::size_t date) {
    constexpr std::size_t kReach = 6;  // "Updated: Wednesday at 10.15 am on"
    for (std::size_t at = date; at > first && date - at < kReach; --at) {
        const std::string word = passage.folded(at - 1);
        if (std::find(kPublishedWords.begin(), kPublishedWords.end(), word) != kPublishedWords.end())
            return DateLabel::published;
        if (std::find(kUpdatedWords.begin(), kUpdatedWords.end(), word) != kUpdatedWords.end())
            return DateLabel::updated;
    }
    return DateLabel::none;
}

std::string read_published_day(std::string_view text) {
    const Passage passage = split(text);
    const auto dates = find_date_phrases(passage, 0, passage.words.size());
    std::string plain;
    std::size_t first = 0;
    for (const DatePhrase& date : dates) {
        const DateLabel label = find_date_label(passage, first, date.first);
        first = date.last;
        std::string day = format_date(place_in_london(passage, date).from);
        if (label == DateLabel::published) return day;
        if (label == DateLabel::none && plain.empty()) plain = day;
    }
    return dates.empty() ? read_day(text) : plain;
}

}  // namespace findings
