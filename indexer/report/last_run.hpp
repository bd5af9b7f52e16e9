#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/error.hpp"
#include "indexer/report/run_report.hpp"

namespace findings {

/// What the latest build did, also when it published nothing: `reports/last-run.json`, the run's report with these
/// keys before it. Written when a build has the lock and again when it ends, so that one that was killed shows too.
/// A build that did not get the lock (status 75) leaves no trace: the record belongs to the one that holds it.
struct LastRun {
    std::string started_at;  ///< UTC, 2026-11-22T02:00:00Z
    std::string outcome;     ///< running, or the exit status in a word: published, refused, ...
    int status = 0;          ///< exit status; 0 while running
    std::string message;     ///< one line that says what happened
    std::string hint;        ///< the way out, empty when nothing is wrong
    double elapsed_s = 0;
};

/// Its file in `reports/`.
inline constexpr std::string_view kLastRunName = "last-run.json";

/// The word for an exit status: published, refused, no-input, disk, interrupted, ...
std::string_view name_outcome(Status status);

/// Replaces the record by rename. Throws nothing: a full disk must not hide the error that is being told.
void save_last_run(const LastRun& run, const RunReport& report, const std::filesystem::path& reports) noexcept;

/// The record; nullopt when there is none that can be read.
std::optional<LastRun> load_last_run(const std::filesystem::path& reports);

}  // namespace findings
