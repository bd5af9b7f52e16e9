#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "common/index/generation.hpp"
#include "indexer/exports/export_counts.hpp"

namespace findings {

/// What was exported.
struct ExportSummary {
    std::string generation;
    std::size_t withdrawn = 0;  ///< stories left out
    std::size_t files = 0;
    std::size_t stories = 0;
    std::size_t findings = 0;
    std::size_t awards = 0;
};

/// Bytes of a bulk file.
inline constexpr std::size_t kMostBulkBytes = std::size_t{16} << 20U;

/// Writes a generation into `folder` for another search engine: bulk files, mapping or schema, the stems of all words,
/// and a manifest of what the engine must count. The same generation gives the same bytes.
/// Throws: Error{unavailable} when it cannot be read or another analyzer made it; what OutputFolder throws.
ExportSummary export_generation(const IndexLayout& layout, const std::string& generation, ExportEngine engine,
                                const std::filesystem::path& folder, std::size_t most_bytes = kMostBulkBytes);

}  // namespace findings
