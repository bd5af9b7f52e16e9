#include "indexer/facets/kind/find_publisher.hpp"

namespace findings {

std::string find_publisher(const std::map<std::string, std::vector<std::string>>& declared,
                           const std::vector<std::pair<std::string, std::string>>& metadata) {
    if (const auto row = declared.find("publisher"); row != declared.end())
        return row->second.empty() ? std::string() : row->second.front();
    for (const auto& [name, value] : metadata)
        if (name == "og:site_name" || name == "jsonld:publisher" || name == "mail:from") return value;
    return {};
}

}  // namespace findings
