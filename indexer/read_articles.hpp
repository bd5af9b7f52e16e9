#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

#include "indexer/cache.hpp"
#include "indexer/readers/protocol.hpp"
#include "indexer/scan_sources.hpp"
#include "indexer/spool.hpp"

namespace findings {

/// What the first half of a build needs.
struct ReadOptions {
    std::filesystem::path reader_program;
    std::filesystem::path spool_folder;
    ReaderLimits limits;
    ReadCache* cache = nullptr;  ///< not owned
    std::size_t jobs = 1;
    /// Called with the number of files done, from several threads, never at once.
    std::function<void(std::size_t)> progress;
    /// Asked between files: true stops the run.
    std::function<bool()> should_stop;
};

/// What it gave. Entries and rejections stand in the order of files and lines, whatever the threads did.
struct ReadArticles {
    SpooledArticles articles;
    std::vector<Rejection> rejections;
    std::vector<std::string> warnings;
    std::size_t files_read = 0;
    std::size_t files_from_cache = 0;
};

/// Reads every file in worker processes, cleans and extracts on threads, and spools the articles to disk.
/// Throws: Error{io_error} (full disk), Error{interrupted}.
ReadArticles read_articles(const std::vector<SourceFile>& files, const ReadOptions& options);

}  // namespace findings
