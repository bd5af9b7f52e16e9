#pragma once

#include <filesystem>
#include <functional>
#include <vector>

namespace findings {

/// Merges segments, in order, into one database at `output`. The segments are deleted on the way.
/// In tiers of at most 256: a merge needs a descriptor and 32 kB a segment, and 1,024 is the usual limit.
/// `should_stop` is asked for each term. Throws: Error{io_error}, Error{interrupted}.
void merge_segments(std::vector<std::filesystem::path> segments, const std::filesystem::path& output,
                    const std::function<bool()>& should_stop = {});

}  // namespace findings
