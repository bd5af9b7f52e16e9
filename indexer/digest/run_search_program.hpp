#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "indexer/digest/saved_searches.hpp"
#include "indexer/io/stop_token.hpp"

namespace findings {

/// findings-search beside the program that runs; empty when it is not there.
std::filesystem::path find_search_program();

/// Where a saved search is run.
struct SearchRun {
    std::filesystem::path program;
    std::filesystem::path index;     ///< the index root
    std::filesystem::path ids;       ///< a file of ids, one a line: only those stories are looked at
    std::filesystem::path messages;  ///< a file for what the program says besides its answer
    StopToken stop_token = {};       ///< asked while its answer is waited for
};

/// Runs one saved search in a process of findings-search: indexer and searcher share no code, and a search that
/// crashes costs that search. `add_line` receives each hit as a line of JSON, in the order of the answer, none kept.
/// Requires: the caller holds the index's lock, so that the live generation is the one meant.
/// Returns an empty text, or what went wrong in the program's own words. Throws: Error{io_error} when the program
/// cannot be started, Error{interrupted} when asked to stop.
std::string run_search_program(const SearchRun& run, const SavedSearch& search,
                               const std::function<void(std::string_view)>& add_line);

}  // namespace findings
