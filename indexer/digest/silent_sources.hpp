#pragma once

#include <map>
#include <string>
#include <vector>

#include "common/index/article.hpp"
#include "indexer/digest/digest.hpp"

namespace findings {

/// The days (ISO) on which each source brought stories that were new then. Without the first build's: that is when
/// everything is new.
using Arrivals = std::map<std::string, std::vector<std::string>>;

/// What a story counts for: the host of its address without "www.", else the folder its file lies in, else (a file
/// directly below SOURCE) its name.
std::string name_source(const Article& article);

/// The sources whose silence became noticeable after `from_day` and not after `to_day` (ISO), so that each is told
/// once. A source has a habit when it brought new stories on five days or more; its silence is noticeable when it has
/// lasted more than three times its usual interval (the median), longer than any interval before, and a week.
/// Arrivals after `to_day` are not looked at. Sorted by name.
std::vector<SilentEntry> find_silent_sources(const Arrivals& arrivals, const std::string& from_day,
                                             const std::string& to_day);

}  // namespace findings
