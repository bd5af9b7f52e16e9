#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/digest/digest.hpp"
#include "indexer/digest/open_generation.hpp"
#include "indexer/digest/run_search_program.hpp"
#include "indexer/digest/saved_searches.hpp"
#include "indexer/digest/state_store.hpp"

namespace findings {

/// Runs each saved search over what it has not been told yet: versions of stories first seen after the search's own
/// position. A search that is new, or whose text is another, only records its position. Hits and positions go into
/// the state in one transaction; hits whose version the search has had before are dropped. A search with an error
/// keeps its position, so that it catches up once it is mended elsewhere (a value that was unknown, say).
/// Returns the errors. Throws: Error{io_error}, Error{unavailable}.
std::vector<SearchErrorEntry> find_new_hits(const std::vector<SavedSearch>& searches, const SearchRun& program,
                                            const OpenedGeneration& generation, const std::vector<StoryPrint>& stories,
                                            std::int64_t run, StateStore& state);

}  // namespace findings
