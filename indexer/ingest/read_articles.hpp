#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

#include "indexer/clean/recurring_lines.hpp"
#include "indexer/ingest/cache.hpp"
#include "indexer/ingest/corrections.hpp"
#include "indexer/ingest/scan_sources.hpp"
#include "indexer/ingest/spool.hpp"
#include "indexer/io/stop_token.hpp"
#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/protocol.hpp"
#include "indexer/records/provider_tables.hpp"

namespace findings {

/// What the first half of a build needs.
struct ReadOptions {
    std::filesystem::path reader_program;
    std::filesystem::path spool_folder;
    ReaderLimits limits;
    ReadCache* cache = nullptr;                 ///< not owned
    const Corrections* corrections = nullptr;   ///< not owned; null: none
    const ProviderTables* providers = nullptr;  ///< not owned; null: none
    std::size_t jobs = 1;
    std::string today = {};  ///< ISO day of the build; a day long after it is warned of; empty: none is
    /// Called with the step, how much of it is done and how much there is, from several threads, never at once.
    std::function<void(std::string_view, std::size_t, std::size_t)> progress;
    /// Asked between files: true stops the run.
    StopToken stop_token;
};

/// What it gave. Entries and rejections stand in the order of files and lines, whatever the threads did.
struct ReadArticles {
    SpooledArticles articles;
    std::vector<Rejection> rejections;
    std::vector<Rejection> poor_scans;  ///< articles that are searchable, with pages that OCR could hardly read
    std::vector<std::string> warnings;
    RecurringLines recurring;  ///< what the collection taught about its sites
    std::size_t files_read = 0;
    std::size_t files_from_cache = 0;
};

/// Reads every file in worker processes, cleans and extracts on threads, and spools the articles to disk. Saved pages
/// are cleaned when all of them have been read, for their sites' boilerplate is learned from them.
/// Throws: Error{io_error} (full disk), Error{interrupted}.
ReadArticles read_articles(const std::vector<SourceFile>& files, const ReadOptions& options);

}  // namespace findings
