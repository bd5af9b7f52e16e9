#pragma once

#include <filesystem>
#include <vector>

#include "indexer/ingest/scan_sources.hpp"
#include "indexer/report/run_report.hpp"

namespace findings {

/// A SOURCE that gave this many articles and gives none now has not been emptied on purpose but unmounted, moved or
/// not filled. Below that it may be a folder of newcomers that was cleared.
inline constexpr std::size_t kNoticedArticles = 5;

/// A SOURCE by a name that does not depend on where the build was started: absolute, without a last slash; `-` as is.
std::string name_source(const std::filesystem::path& source);

/// Calls `count` with each SOURCE that holds a file: one that lies in another is not empty for that.
template <typename Count>
void for_each_source(const SourceFile& file, Count count) {
    count(file.given);
    for (const std::size_t given : file.also_given) count(given);
}

/// Files and bytes of each SOURCE, articles not yet counted. The bytes of a file count once, for its first SOURCE.
std::vector<SourceCount> count_sources(const std::vector<std::filesystem::path>& sources, const SourceScan& scan);

/// Takes over how many articles each SOURCE gave. False, with nothing changed, when these are other SOURCEs; their
/// order does not matter.
bool copy_article_counts(const std::vector<SourceCount>& live, std::vector<SourceCount>& now);

/// Refuses a SOURCE without a single article (`count` of `now`) that gave kNoticedArticles or more to the live
/// generation. --max-loss does not see it when the SOURCE is a small one among large ones.
/// Throws: Error{no_input} that names them all.
void refuse_emptied(const std::vector<SourceCount>& live, const std::vector<SourceCount>& now,
                    std::size_t SourceCount::*count);

}  // namespace findings
