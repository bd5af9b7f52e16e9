#pragma once

#include <string>
#include <vector>

#include "common/article.hpp"
#include "indexer/clean/clean_article.hpp"
#include "indexer/facets/known_providers.hpp"

namespace findings {

/// Everything the facet rules found in one article.
struct ExtractedFacets {
    std::vector<FacetValue> values;   ///< what is indexed, each value once
    std::vector<FacetValue> remarks;  ///< evidence without a facet value: previous, mentioned, inferred grades, dates
    std::vector<Award> awards;
    std::string published;  ///< ISO day or empty
    std::string inspected;  ///< ISO last day of the visit or empty
    std::string publisher;
    std::vector<std::string> warnings;  ///< declared values outside their vocabulary, bad declared dates
};

/// Runs every rule over one article. A declared key replaces what would be extracted for its facet.
/// Pure: no clock, no files; the gazetteer and vocabularies are the ones compiled in.
/// Thread-safe. `known`: providers that the user names besides; null for none.
ExtractedFacets extract_facets(const CleanArticle& article, const KnownProviders* known = nullptr);

}  // namespace findings
