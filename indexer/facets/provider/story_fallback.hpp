#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/facets/provider/story_sentences.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// A body that the story does not name: a home by its owner, else one without slug and label, which still has a type, a
/// grade and a place.
std::optional<FoundProvider> find_unnamed_body(const Reading& reading, const std::vector<SentenceSigns>& sentences,
                                               std::string_view called);

}  // namespace findings
