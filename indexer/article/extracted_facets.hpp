#pragma once

#include <string>
#include <vector>

#include "common/index/article.hpp"

namespace findings {

/// Everything the facet rules found in one article.
struct ExtractedFacets {
    std::vector<FacetValue> values;   ///< what is indexed, each value once
    std::vector<FacetValue> remarks;  ///< evidence without a facet value: previous, mentioned, inferred grades, dates
    std::vector<Award> awards;
    std::vector<Finding> findings;  ///< in reading order
    std::string published;          ///< ISO day or empty
    std::string inspected;          ///< ISO last day of the visit or empty
    std::string publisher;
    std::vector<std::string> warnings;  ///< declared values outside their vocabulary, bad declared dates
};

}  // namespace findings
