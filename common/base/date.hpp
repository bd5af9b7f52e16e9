#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace findings {

/// A day, a month or a year: month and day are 0 where not given.
struct PartialDate {
    int year = 0;
    int month = 0;
    int day = 0;
    friend auto operator<=>(const PartialDate&, const PartialDate&) = default;
};

/// Days in a month of the Gregorian calendar.
int days_in_month(int year, int month);

/// The day so many days later; earlier for a number below 0.
PartialDate add_days(PartialDate date, int days);

/// Whether the parts given name a real day, month or year (1800 to 2199).
bool is_valid_date(const PartialDate& date);

/// Reads `2024`, `2024-03`, `2024-03-05`, `5 March 2024`, `March 2024`, `05/03/2024` (day first), also with
/// ordinals ("5th") and short month names. The whole text must be the date. nullopt when it is none.
std::optional<PartialDate> parse_date(std::string_view text);

/// "2024-03-05", "2024-03" or "2024".
std::string format_date(const PartialDate& date);

/// YYYYMMDD of the first (or last) day the date covers: 2024-02 -> "20240201" / "20240229".
std::string first_day_key(const PartialDate& date);
std::string last_day_key(const PartialDate& date);

/// The same of a day as articles give it, "" for none: "2024-02-29" -> "20240229". Order keys, value slots and digests
/// compare these.
std::string day_key(std::string_view iso_day);

/// The same as a number, 0 for none.
std::uint32_t day_number(std::string_view iso_day);

/// Days from 1970 to a day, by which days are subtracted; nullopt for what is no whole day.
std::optional<long> count_days(std::string_view iso_day);

/// Number of a month's English name or three-letter form, any case; 0 for anything else.
int parse_month(std::string_view name);

}  // namespace findings
