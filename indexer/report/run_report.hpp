#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "indexer/article/rejection.hpp"

namespace findings {

/// One SOURCE as a run found it. The next run compares: a source that was full and is empty is a fault.
struct SourceCount {
    std::string source;  ///< absolute path, or "-"
    std::size_t files = 0;
    std::size_t articles = 0;
    std::uint64_t bytes = 0;
};

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
    std::size_t withdrawn = 0;  ///< stories left out because `withdrawn.csv` names them
    std::size_t records = 0;    ///< rows of registers, besides the articles
    std::vector<Rejection> rejections;
    std::vector<Rejection> poor_scans;               ///< searchable, but read by OCR too unsurely to be trusted
    std::map<std::string, std::size_t> unsupported;  ///< extension -> files of a type that is not read
    std::map<std::string, double> coverage;          ///< facet -> share of stories with a value, 0 to 1
    std::vector<std::string> warnings;
    std::vector<std::string> late_warnings;  ///< of the steps behind the rename: the night's, not the generation's
    std::vector<SourceCount> sources;        ///< as given
    double elapsed_s = 0;
    std::uint64_t peak_memory_bytes = 0;  ///< of the largest process of the run
    std::uint64_t index_bytes = 0;
    std::uint64_t peak_disk_bytes = 0;  ///< of building/ at its fullest
};

/// What a report says of a generation holds of its copy: counts, coverage, rejections and warnings.
void take_what_holds(const RunReport& before, RunReport& report);

/// One JSON object, keys as in the contract.
std::string format_report_json(const RunReport& report);

/// One line that says what happened: "published 20261122T020000Z-1a2b3c4d: 6 stories from 7 files searchable, ...".
std::string summarise_report(const RunReport& report);

/// A screen for people: one line that says what happened, then what is not searchable and why.
std::string format_report_text(const RunReport& report);

/// Writes the report beside the generations, whole or not at all. Throws: Error{io_error}.
void save_report(const RunReport& report, const std::filesystem::path& folder);

/// A kept report, as far as other commands and the next build ask for it; nullopt when there is none to be read.
std::optional<RunReport> read_report(const std::filesystem::path& folder, const std::string& generation);

/// The same. Throws: Error{unavailable} when there is none for that generation.
RunReport load_report(const std::filesystem::path& folder, const std::string& generation);

/// The rejections as JSON (an array) or as lines of text.
std::string format_failures_json(const std::vector<Rejection>& rejections);
std::string format_failures_text(const std::vector<Rejection>& rejections);

/// The first twenty as lines of text, and how many there are besides. `rest`: where the others are to be found.
std::string format_first_failures(const std::vector<Rejection>& rejections, std::string_view rest);

}  // namespace findings
