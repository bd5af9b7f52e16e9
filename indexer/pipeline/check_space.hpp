#pragma once

#include <cstdint>
#include <filesystem>

#include "indexer/report/run_report.hpp"

namespace findings {

/// The bytes a build will take at its fullest, besides what is there: what the build of the live generation took, grown
/// as its sources have. Without that (an older report, or none) three times the live generation; without a live one
/// as much as the sources, which is too little for text and too much for PDF.
std::uint64_t estimate_build_bytes(const RunReport& live, std::uint64_t live_index_bytes, std::uint64_t source_bytes);

/// Is there room for that many bytes where the index stands? Refusing now costs a second, a full disk an hour.
/// Throws: Error{io_error} with both sizes and the way out.
void check_space(const std::filesystem::path& folder, std::uint64_t needed_bytes, bool has_live);

}  // namespace findings
