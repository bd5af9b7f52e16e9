#pragma once

#include <optional>
#include <string_view>

#include "indexer/facets/date/date_phrases.hpp"

namespace findings {

/// First and last day; equal for one day.
struct DeclaredDays {
    PartialDate from;
    PartialDate to;
};

/// The one reader of dates that people and programs declare: in JSON, front matter, corrections, page metadata, file
/// names. Reads "2024-03-05", with a time and an offset or none ("2024-03-05T10:00:00Z", "2024-03-05 10:00:00+01:00"),
/// "20240305", "Tue, 05 Mar 2024 10:00:00 GMT", "Tue Mar  5 10:00:00 2024", "March 5, 2024", "5th March 2024",
/// "05/03/2024" (day first, unless no month is meant then), seconds or milliseconds since 1970, and "10 to 14 June
/// 2024". A moment with an offset is the day it was in London. nullopt when the text holds no complete day.
std::optional<DeclaredDays> read_days(std::string_view text);

/// "2024-03-05" of the first day, "" for none.
std::string read_day(std::string_view text);

/// The same of a text that may hold several, "Updated 6 March 2024, published 5 March 2024": the day of publication,
/// else the first that is not of a change. "" when only a change has a day.
std::string read_published_day(std::string_view text);

/// What the words before a date make it.
enum class DateLabel { none, published, updated };

/// By the last of the passage's words [first, date) that is such a label.
DateLabel find_date_label(const Passage& passage, std::size_t first, std::size_t date);

}  // namespace findings
