#pragma once

#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/language/clause_tokens.hpp"

namespace findings {

/// Where a passage names the article's providers (class name, value: index of the provider), in order and without
/// overlap. In the body the places that the provider rules found, and a provider's
/// label or the label without its last word ("Park View" for "Park View School"); in the title labels alone.
std::vector<TokenMark> find_name_marks(const Passage& passage, const FacetContext& context, bool title);

/// Whether a stretch of the passage names a body in two words or more, and none of the marked providers.
bool names_another_body(const Passage& passage, const std::vector<TokenMark>& marks, Span span);

}  // namespace findings
