#pragma once

#include <filesystem>
#include <vector>

#include "indexer/io/stop_token.hpp"
#include "indexer/xapian_glass/merge_databases.hpp"

namespace findings {

/// Merges segments, in order, into one database at `output`. The segments are deleted on the way.
/// In tiers of at most 256: a merge needs a descriptor and 32 kB a segment, and 1,024 is the usual limit.
/// `stop_token` is asked for each term. Throws: Error{io_error}, Error{interrupted}.
void merge_segments(std::vector<std::filesystem::path> segments, const std::filesystem::path& output,
                    const StopToken& stop_token = {}, glass::MergedTags tags = glass::MergedTags::plain);

}  // namespace findings
