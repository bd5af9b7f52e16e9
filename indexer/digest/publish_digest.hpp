#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/index/generation.hpp"
#include "indexer/article/rejection.hpp"
#include "indexer/digest/digest.hpp"
#include "indexer/io/stop_token.hpp"

namespace findings {

/// What publish_digest needs to know of the run.
struct DigestRun {
    IndexLayout layout;
    std::string generation;  ///< live by now
    std::string before;      ///< the one that was live before; empty when there was none
    std::string built_at;    ///< UTC, 2026-11-22T02:00:00Z
    std::vector<Rejection> rejected;
    std::filesystem::path searches;  ///< file of saved searches; need not exist unless `searches_given`
    bool searches_given = false;
    std::filesystem::path search_program;  ///< findings-search; empty when it is not there
    std::filesystem::path scratch;         ///< a folder of the run's own
    StopToken stop_token = {};             ///< ends the wait for a search; the next run tells what is missing
};

/// Tells what the publication changed: brings state.sqlite up to it, runs the saved searches over what is new, writes
/// `reports/<generation>.digest.txt` and `.digest.json`. Returns warnings.
///
/// The digest compares with the generation whose digest was written last, which after a rollback or a killed run is
/// not the one that was live: what was told is not told again, and what was not told is not lost.
/// In steps, each a transaction: versions and failures; hits and positions; the digest's files, renamed into place;
/// "told". After a kill between any two the next run tells what is missing and repeats nothing.
/// Requires: the index's lock is held. Throws: Error; the publication stands.
std::vector<std::string> publish_digest(const DigestRun& run);

/// The digest between two generations, without saved searches. Throws: Error{unavailable}.
Digest compare_generations(const IndexLayout& layout, const std::string& before, const std::string& after);

}  // namespace findings
