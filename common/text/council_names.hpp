#pragma once

#include <string>
#include <vector>

namespace findings {

/// What may be the everyday name in a council's formal one, as slugs, the longest first: of
/// "city-of-bradford-metropolitan-district-council" among others "bradford". Empty when nothing of it is formal.
std::vector<std::string> list_council_names(const std::string& slug);

}  // namespace findings
