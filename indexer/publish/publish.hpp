#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.hpp"
#include "common/index/generation.hpp"

namespace findings {

/// One generation on disk.
struct GenerationEntry {
    std::string name;
    std::uint64_t sequence = 0;  ///< 0 when its metadata cannot be read
    std::string built_at;
    std::size_t stories = 0;
    bool live = false;
    bool is_kept = false;  ///< exempt from pruning: `keep`
    std::string note;      ///< why
};

/// How long the lock of an index root's lists is waited for: it is held only while a list is written or pruned by.
inline constexpr std::chrono::seconds kListsWait{10};

/// The live generation's name; empty when there is none or when `current` is damaged. For what mends it: a build and a
/// rollback must not stumble over the very file they will replace.
std::string readable_live_generation(const IndexLayout& layout);

/// What is thrown where an index is needed and there is none. `remark` goes behind the message.
Error make_no_index_error(const IndexLayout& layout, std::string_view remark = {});

/// The live generation's name. Throws: Error{unavailable} when there is none or `current` is damaged.
std::string find_live_generation(const IndexLayout& layout, std::string_view remark = {});

/// All generations, newest sequence first. Throws: Error{unavailable} when the list of kept ones cannot be read.
std::vector<GenerationEntry> list_generations(const IndexLayout& layout);

/// Makes a generation live: `current` is replaced by rename(2), so a reader sees the old or the new one, never
/// neither. Requires: the generation's folder is complete and synced. The rename itself reaches the disk with
/// sync_entries(root), which the caller asks for: by then the generation is live, and a build may no longer fail.
/// Throws: Error{io_error}.
void make_live(const IndexLayout& layout, const std::string& generation);

/// Notes in building/ what is about to be published, for remove_unpublished(). Throws: Error{io_error}.
void announce_generation(const IndexLayout& layout, const std::string& generation);

/// Deletes a generation that was announced and did not become live: a build killed or failed in the last moment must
/// not leave something that rollback would offer. Also what make_live() may leave half written. Throws nothing.
/// Requires: the lock.
void remove_unpublished(const IndexLayout& layout);

/// Moves a finished, synced folder to its place among the generations. Throws: Error{io_error}.
void add_generation(const IndexLayout& layout, const std::filesystem::path& built, const std::string& generation);

/// Deletes a generation and its digest. Throws: Error{io_error}.
void delete_generation(const IndexLayout& layout, const std::string& generation);

/// Deletes all but the `keep` newest generations, and their digests; the live one always stays, and so do kept ones,
/// which do not count. Returns the names deleted.
std::vector<std::string> prune_generations(const IndexLayout& layout, std::size_t keep);

/// Deletes what `reports/` holds about all but the hundred newest generations (by name, which begins with the time):
/// enough for a season, and a folder that stops growing. Throws nothing.
void prune_reports(const IndexLayout& layout);

}  // namespace findings
