#pragma once

#include "indexer/options/build_options.hpp"
#include "indexer/report/run_report.hpp"

namespace findings {

/// Reads the sources, builds a new generation, verifies and publishes it. Whatever goes wrong before the rename
/// leaves the live generation as it was; leftovers are removed by the next build.
/// Throws: Error with the contract's statuses (no_input, refused, cannot_create, io_error, locked, interrupted).
RunReport build_index(const BuildOptions& options);

}  // namespace findings
