#include "indexer/facets/find_publisher.hpp"

namespace findings {

std::string find_publisher(const CleanArticle& article) {
    if (const auto row = article.declared.find("publisher"); row != article.declared.end())
        return row->second.empty() ? std::string() : row->second.front();
    for (const auto& [name, value] : article.metadata)
        if (name == "og:site_name" || name == "jsonld:publisher") return value;
    return {};
}

}  // namespace findings
