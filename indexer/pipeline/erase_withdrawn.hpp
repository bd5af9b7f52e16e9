#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/index/generation.hpp"
#include "indexer/generation/select_stories.hpp"
#include "indexer/io/stop_token.hpp"

namespace findings {

/// Rewrites every generation that holds an article of `ids`, the live one included, without the story it is in, and
/// deletes the digests that name one. A rewritten generation keeps its name, its time and its place in the order; its
/// manifest says how many stories it lost so. A generation of withdrawn stories alone is deleted, unless it is live.
/// Each is replaced by one exchange of folders: readers see the old one or the new one, and a killed run leaves what
/// the next one does. Returns warnings, of generations too damaged to be read. Requires: the index's lock is held;
/// building/ is there. Throws: Error{io_error}, Error{interrupted}.
std::vector<std::string> erase_withdrawn(const IndexLayout& layout, const std::vector<std::string>& ids,
                                         std::size_t jobs, const StopToken& stop_token);

/// Leaves out of a build the stories of `ids`, each with all its copies, for they say the same. Returns the cache keys
/// of their files: those are read again in every night with changes.
std::vector<std::string> leave_out_withdrawn(const std::vector<std::string>& ids, const SpooledArticles& articles,
                                             const std::vector<SourceFile>& files, SelectedStories& selected);

}  // namespace findings
