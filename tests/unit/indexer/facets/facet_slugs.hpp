#pragma once

#include <string>
#include <vector>

#include "indexer/article/extracted_facets.hpp"

namespace findings {

using Slugs = std::vector<std::string>;

/// The values of a facet, in the order in which they were found.
inline Slugs slugs_of(const ExtractedFacets& facets, Field facet) {
    Slugs slugs;
    for (const FacetValue& value : facets.values)
        if (value.facet() == facet) slugs.push_back(value.slug());
    return slugs;
}

}  // namespace findings
