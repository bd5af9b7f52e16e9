#pragma once

#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/facets/place/find_places.hpp"
#include "indexer/facets/provider/known_providers.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// Where the article's providers are, in their order: as the user's table says, as a council says by its name, as the
/// text says. Without a provider an article about inspections may be about a whole nation.
std::vector<FoundPlace> find_article_places(const Reading& reading, const FacetContext& context,
                                            const KnownProviders& known);

}  // namespace findings
