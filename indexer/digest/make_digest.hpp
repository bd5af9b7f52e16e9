#pragma once

#include <vector>

#include "indexer/article/rejection.hpp"
#include "indexer/digest/compare_stories.hpp"
#include "indexer/digest/digest.hpp"
#include "indexer/digest/open_generation.hpp"

namespace findings {

/// A generation and what its run could not read.
struct DigestSide {
    const OpenedGeneration& generation;
    const std::vector<Rejection>& rejected;
};

/// What changed from one generation to another, but for saved searches and silent sources, which need what is
/// remembered besides. Throws: Error{unavailable}.
Digest make_digest(const DigestSide& before, const DigestSide& after, const StoryChanges& changes);

/// The digest of a first generation: nothing to compare with.
Digest make_first_digest(const OpenedGeneration& generation);

/// What is different in the values of a story whose text is the same; the facets in the order of the field table,
/// then `award`, `published`, `inspected` and `publisher`.
std::vector<ValueChange> compare_values(const Article& before, const Article& after);

}  // namespace findings
