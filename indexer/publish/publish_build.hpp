#pragma once

#include <filesystem>
#include <string>

#include "indexer/generation/generation_metadata.hpp"
#include "indexer/ingest/cache.hpp"
#include "indexer/options/build_options.hpp"
#include "indexer/report/run_report.hpp"

namespace findings {

/// A generation that nothing speaks against.
struct BuiltGeneration {
    const BuildOptions& options;
    const GenerationInfo& info;
    std::filesystem::path folder;  ///< in building/
    std::string live;              ///< the generation it replaces; empty: none
    ReadCache* cache = nullptr;    ///< to be rid of what no file needs any more; null when nothing was read
};

/// Makes it live, with its report, and tells what that changed. All that can fail for want of disk comes before the
/// rename; what comes after may only warn, for the new generation is live by then.
/// Throws: Error{io_error}; then the live generation is what it was.
void publish_build(const BuiltGeneration& built, RunReport& report);

}  // namespace findings
