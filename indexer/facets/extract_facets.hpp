#pragma once

#include "indexer/article/clean_article.hpp"
#include "indexer/article/extracted_facets.hpp"
#include "indexer/facets/provider/known_providers.hpp"

namespace findings {

/// Runs every rule over one article. A declared key replaces what would be extracted for its facet.
/// Pure: no clock, no files; the gazetteer and vocabularies are the ones compiled in.
/// Thread-safe. `known`: providers that the user names besides; null for none.
ExtractedFacets extract_facets(const CleanArticle& article, const KnownProviders* known = nullptr);

}  // namespace findings
