#pragma once

#include <vector>

#include "indexer/facets/provider/feature_columns.hpp"
#include "indexer/facets/provider/story_bodies.hpp"
#include "indexer/facets/provider/story_features.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// The features of every body of a story, in the order of `story.bodies`.
std::vector<BodyFeatures> read_body_features(const Reading& reading, const StoryBodies& story,
                                             const StoryFeatures& shared);

}  // namespace findings
