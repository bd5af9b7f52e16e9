#pragma once

#include <string>
#include <vector>

#include "common/index/finding.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// What a finding is about: slugs of at most three themes, the main one first. Its own words decide.
std::vector<std::string> find_finding_themes(const Reading& reading, const Finding& finding);

}  // namespace findings
