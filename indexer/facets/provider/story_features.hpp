#pragma once

#include "indexer/facets/provider/feature_columns.hpp"
#include "indexer/facets/provider/story_bodies.hpp"
#include "indexer/language/reading.hpp"

namespace findings {

/// The features that all bodies of a story share.
struct StoryFeatures {
    BodyFeatures columns{};          ///< those of the story; the rest are 0
    bool speaks_of_council = false;  ///< "the council", "children's services", a partnership in title or lead
};

StoryFeatures read_story_features(const Reading& reading, const StoryBodies& story);

/// `part` of `whole`, at most 1.
float share_of(std::size_t part, std::size_t whole);

}  // namespace findings
