#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/generation/link_history.hpp"
#include "indexer/generation/link_repeats.hpp"
#include "indexer/generation/select_stories.hpp"
#include "indexer/ingest/spool.hpp"
#include "indexer/io/stop_token.hpp"

namespace findings {

/// What writing counted on the way, for the metadata and the report.
struct WrittenStories {
    std::size_t stories = 0;
    std::size_t records = 0;  ///< rows of registers, counted in nothing else
    std::size_t copies = 0;
    std::size_t text_bytes = 0;
    /// For each facet (index into kFacets): slug -> label of every value, and the stories that have one, records left
    /// out.
    std::vector<std::map<std::string, std::string>> labels;
    std::vector<std::size_t> known;
    std::size_t findings = 0;
    std::vector<std::filesystem::path> segments;          ///< in the order of document ids
    std::vector<std::filesystem::path> finding_segments;  ///< the findings of each, in the order of their stories
};

/// How to write.
struct WriteOptions {
    std::filesystem::path folder;  ///< gets segment-NNNNNN and findings-NNNNNN
    std::size_t jobs = 1;
    std::function<void(std::size_t)> progress;  ///< stories written so far; never called at once by two threads
    StopToken stop_token;
    GradeHistory history;         ///< earlier grades by story
    FindingRepeats repeats = {};  ///< what earlier inspections said already, by story
};

/// Writes the stories and their findings, in order, into small private Xapian databases of 1 to 4 MB of text each, on
/// `jobs` threads. A segment holds consecutive stories, so merging them in order keeps the order of document ids.
/// Throws: Error{io_error}, Error{interrupted}.
WrittenStories write_segments(const std::vector<Story>& stories, const SpooledArticles& articles,
                              const std::vector<SpoolReader>& spools, const WriteOptions& options);

}  // namespace findings
