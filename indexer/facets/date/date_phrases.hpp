#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/date.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// A day or a range of days as printed. Years, months and days are always complete.
struct DatePhrase {
    std::size_t first = 0;  ///< words [first, last) of the passage
    std::size_t last = 0;
    PartialDate from;
    PartialDate to;  ///< the last day; equal to `from` for one day
};

/// Every complete date or range of dates among words [first, last): "10 to 14 June 2024", "24 February - 20
/// March 2015", "12/09/2016 to 06/10/2016", "4 and 11–15 September 2023", "1 9 June 2019" (a broken 19),
/// "July 14, 2022", "2024-03-05". Day before month, as in the United Kingdom. A date without a year is none.
/// With `before` (the article's day) a date without a year is the last such day up to then.
std::vector<DatePhrase> find_date_phrases(const Passage& passage, std::size_t first, std::size_t last,
                                          const PartialDate& before = {});

}  // namespace findings
