#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace findings {

/// Who published an article: as declared, else as the page's metadata says; empty when neither does.
std::string find_publisher(const std::map<std::string, std::vector<std::string>>& declared,
                           const std::vector<std::pair<std::string, std::string>>& metadata);

}  // namespace findings
