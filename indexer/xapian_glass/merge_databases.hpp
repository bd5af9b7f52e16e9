#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "indexer/io/stop_token.hpp"

namespace findings::glass {

/// How the tags of a merged table of postings are stored.
enum class MergedTags : std::uint8_t {
    plain,
    deflated,  ///< where that is shorter; such a database is not merged again
};

/// Writes one database of several that this room wrote: the documents of one after those of the other, numbered on.
/// Nothing is synced. Chunks of posting lists that are small become one, so that a list is no longer than if it had
/// been written at once. Own code instead of Xapian's compaction, which reads and writes blocks one by one and keeps
/// every chunk: a quarter of its instructions, and both tables at the same time. Requires: not more than one of them
/// has metadata. `stop_token` is asked for each term. Throws: Error{io_error}, Error{interrupted}.
void merge_databases(const std::vector<std::filesystem::path>& inputs, const std::filesystem::path& output,
                     const StopToken& stop_token, MergedTags tags = MergedTags::plain);

}  // namespace findings::glass
