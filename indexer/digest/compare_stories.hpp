#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "indexer/digest/open_generation.hpp"

namespace findings {

/// A story that stands in both generations, by its documents.
struct StoryPair {
    std::uint32_t before = 0;
    std::uint32_t after = 0;
};

/// What became of the stories between two generations, by document. Sorted by document: newest first.
struct StoryChanges {
    std::vector<std::uint32_t> added;  ///< of the new generation
    std::vector<StoryPair> rewritten;  ///< their text says something else
    std::vector<StoryPair> revalued;   ///< the same text, other values
    std::vector<std::uint32_t> gone;   ///< of the old generation
    std::vector<std::uint32_t> moved;  ///< of the new: the text of a gone story under another id
    /// Documents of the new generation whose id or hash is new although they tell nothing new: moved, folded
    /// differently, cleaned differently.
    std::unordered_set<std::uint32_t> nothing_new;
};

/// Compares two generations by the hashes of their stories and reads the records of those alone that differ.
/// Memory: 32 bytes a story for each list given. Throws: Error{unavailable}.
StoryChanges compare_stories(const OpenedGeneration& before, const std::vector<StoryPrint>& old_stories,
                             const OpenedGeneration& after, const std::vector<StoryPrint>& new_stories);

/// Whether either text has three words in a row that the other has nowhere, its dropped boilerplate included: what was
/// only re-wrapped, re-spaced or moved between text and boilerplate by other rules says nothing new.
bool says_something_else(const Article& before, const Article& after);

}  // namespace findings
