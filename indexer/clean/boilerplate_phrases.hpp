#pragma once

#include <string_view>

#include "indexer/clean/line.hpp"

namespace findings {

/// Name of the rule whose phrase makes this line boilerplate wherever it stands; empty when none does.
/// Such lines are nobody's prose: the rules are sure and hold for declared text as well.
std::string_view match_phrase(const Line& line);

}  // namespace findings
