#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/exports/engine_counts.hpp"

namespace findings {

/// What a manifest says.
struct ExportManifest {
    ExportEngine engine = ExportEngine::opensearch;
    std::string generation;
    ExportCounts counts;
};

/// A number that an engine counts otherwise than the export.
struct CountDifference {
    ExportUnit unit = ExportUnit::story;
    std::string field;  ///< "" for the number of documents
    std::string value;
    std::size_t exported = 0;
    std::size_t engine = 0;
    friend bool operator==(const CountDifference&, const CountDifference&) = default;
};

/// Throws: Error{no_input} when the folder holds no export that this program knows.
ExportManifest read_export_manifest(const std::filesystem::path& folder);

/// Every difference, in the order of units, fields and values; what one side alone has counts 0 on the other.
std::vector<CountDifference> compare_counts(const ExportCounts& exported, const ExportCounts& engine);

/// How many numbers are compared.
std::size_t count_numbers(const ExportCounts& counts);

}  // namespace findings
