#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "indexer/rejection.hpp"

namespace findings {

/// What a build did: printed, and kept as `reports/<generation>.json`.
struct RunReport {
    std::string generation;
    bool published = false;
    std::size_t files_seen = 0;
    std::size_t files_read = 0;
    std::size_t files_from_cache = 0;
    std::size_t files_rejected = 0;  ///< files that gave no article at all
    std::size_t articles = 0;        ///< copies included
    std::size_t stories = 0;
    std::vector<Rejection> rejections;
    std::map<std::string, std::size_t> unsupported;  ///< extension -> files of a type that is not read
    std::map<std::string, double> coverage;          ///< facet -> share of stories with a value, 0 to 1
    std::vector<std::string> warnings;
    double elapsed_s = 0;
    std::uint64_t peak_memory_bytes = 0;  ///< of the largest process of the run
    std::uint64_t index_bytes = 0;
};

/// One JSON object, keys as in the contract.
std::string format_report_json(const RunReport& report);

/// A screen for people: one line that says what happened, then what is not searchable and why.
std::string format_report_text(const RunReport& report);

/// Writes the report beside the generations. Throws: Error{io_error}.
void save_report(const RunReport& report, const std::filesystem::path& folder);

/// The rejections of a kept report. Throws: Error{unavailable} when there is none for that generation.
RunReport load_report(const std::filesystem::path& folder, const std::string& generation);

/// The rejections as JSON (an array) or as lines of text.
std::string format_failures_json(const std::vector<Rejection>& rejections);
std::string format_failures_text(const std::vector<Rejection>& rejections);

}  // namespace findings
