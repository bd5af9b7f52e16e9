#include "common/index/article.hpp"

#include <algorithm>

namespace findings {

std::vector<std::string> Article::slugs(Field facet) const {
    std::vector<std::string> found;
    for (const FacetValue& value : values)
        if (value.facet() == facet && std::find(found.begin(), found.end(), value.slug()) == found.end())
            found.push_back(value.slug());
    return found;
}

}  // namespace findings
