#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/index/article.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// A day and why it is believed.
struct FoundDay {
    std::string day;  ///< ISO
    Evidence evidence;
};

/// The day the article came out. Order: page metadata, byline or dateline, a letter's own date, the report's
/// footer, a full date in the file name. Never the file's time or a PDF's modification date.
std::optional<FoundDay> find_published(const Reading& reading, std::string_view kind);

/// The last day of the visit. A day and month without a year ("on 12 and 13 December") is the last one before
/// `published` (ISO or empty); "last month" and "in October" give none.
std::optional<FoundDay> find_inspected(const Reading& reading, std::string_view kind, std::string_view published);

}  // namespace findings
