#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/index/article.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// An inspectorate the article is about.
struct FoundRegulator {
    std::string slug;
    Evidence evidence;
};

/// The inspectorates that did the inspection, the main one first: all that a joint inspection names together,
/// else one. A story that mentions an inspectorate without an inspection has none.
std::vector<FoundRegulator> find_regulators(const Reading& reading, std::string_view kind);

/// The first inspectorate named anywhere, for a story that is about an inspected body and speaks of "inspectors".
std::vector<FoundRegulator> find_mentioned_regulator(const Reading& reading);

/// The region slug of the nation that an inspectorate works in ("wales"), "england" for those of England alone, ""
/// where it works in several. Source: the inspectorates' own statements of what they inspect.
std::string_view nation_of_regulator(std::string_view regulator);

}  // namespace findings
