#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "indexer/facets/evidence/context.hpp"
#include "indexer/facets/provider/story_sentences.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// The body of a story about an inspection that none of the naming patterns found: a name that opens a sentence of the
/// lead and is then told what it is ("Orwell Stepping Stones Ltd has nine young people", "Abbot's Burn, which provides
/// care"). `called` is the type that the story gives its subject.
std::optional<FoundProvider> find_body_by_position(const Reading& reading, const std::vector<SentenceSigns>& sentences,
                                                   std::string_view called);

/// A body that the story does not name: a home by its owner, else one without slug and label, which still has a type, a
/// grade and a place.
std::optional<FoundProvider> find_unnamed_body(const Reading& reading, const std::vector<SentenceSigns>& sentences,
                                               std::string_view called);

}  // namespace findings
