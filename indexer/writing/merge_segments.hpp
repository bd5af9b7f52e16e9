#pragma once

#include <filesystem>
#include <vector>

namespace findings {

/// Merges segments, in order, into one compacted database at `output`. The segments are deleted on the way.
/// In tiers of at most 256: a merge needs three descriptors a segment, and 1,024 is the usual limit.
/// Throws: Error{io_error}.
void merge_segments(std::vector<std::filesystem::path> segments, const std::filesystem::path& output);

}  // namespace findings
